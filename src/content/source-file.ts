import type { Instant } from '../model/instant.ts';

/** What is known of the folder that a file lies in, for the readers that ask for it. */
export interface FolderHabits {
  /** Lines that its `tagwire.yaml` wants dropped; `*` is any text. */
  readonly drop?: readonly string[];
  /** Lines that stand in many pages of the folder. */
  readonly frequent?: readonly string[];
  /** Where the headline stands. */
  readonly title?: 'above-time' | 'below-time' | 'first-line';
  /** What stands before the tags, and between them. */
  readonly tagsPrefix?: string;
  readonly tagsSeparator?: string;
  /** What happens to a page that shows no time: it gets that of its file, or is refused. */
  readonly undated?: 'file' | 'refuse';
  readonly zone?: string;
  readonly order?: 'dmy' | 'mdy';
  readonly language?: string;
}

/** A file as a reader gets it. */
export interface SourceFile {
  /** Inside the content folder, with `/`. */
  readonly path: string;
  /** Decoded; every line ends with `\n`. */
  readonly text: string;
  /** The whole text in pieces, of a file that is too large to be held whole; `text` is then only its beginning. */
  readonly pieces?: () => Iterable<string>;
  /** When the file was last changed, in whole seconds; undefined for one that the file system tells nothing of. */
  readonly modifiedAt?: Instant;
  /** Undefined when nothing is known of its folder. */
  readonly habits?: FolderHabits;
}

/** The text of a file piece by piece, the whole of it in one when it is small. */
export const piecesOf = ({ text, pieces }: SourceFile): Iterable<string> => pieces?.() ?? [text];
