/** What is known of the folder that a file lies in, for the readers that ask for it. */
export type FolderHabits = Readonly<Record<string, unknown>>;

/** A file as a reader gets it. */
export interface SourceFile {
  /** Inside the content folder, with `/`. */
  readonly path: string;
  /** Decoded; every line ends with `\n`. */
  readonly text: string;
  /** The whole text in pieces, of a file that is too large to be held whole; `text` is then only its beginning. */
  readonly pieces?: () => Iterable<string>;
  /** Undefined when nothing is known of its folder. */
  readonly habits?: FolderHabits;
}

/** The text of a file piece by piece, the whole of it in one when it is small. */
export const piecesOf = ({ text, pieces }: SourceFile): Iterable<string> => pieces?.() ?? [text];
