import type { Article } from './article.ts';
import type { Instant } from './instant.ts';

/** Something an author should know of a file. An error keeps an article from being (newly) published; a note does not. */
export interface Problem {
  readonly severity: 'error' | 'note';
  /** Path inside the content folder, with `/`. */
  readonly path: string;
  /** 1-based. */
  readonly line?: number;
  /** Quotes the value and says how to mend it. */
  readonly message: string;
}

/** What tells one state of a file from another. */
export interface FileState {
  readonly path: string;
  /** Size and times in one word: as long as it is equal the file need not be read. */
  readonly signature: string;
  /** SHA-256 of the bytes, hexadecimal; empty when they could not be read. */
  readonly hash: string;
  /** The signatures of the files of the folder that it shows, by path; empty for one that is not there. */
  readonly media?: ReadonlyMap<string, string>;
}

/** What was found when the folder was looked at. */
export type FileChange =
  /** Read: these are the articles of the file now (none for a draft), but for those that could not be read. */
  | {
      readonly kind: 'read';
      readonly file: FileState;
      readonly form: string;
      readonly articles: readonly Article[];
      /**
       * Ids of further articles that stand in the file and could not be read: what was published of them before stays.
       * `unknown`: not even all their ids could be read, so nothing of the file that was published before goes.
       */
      readonly unread?: readonly string[] | 'unknown';
      /** How many those are. */
      readonly failed?: number;
      readonly problems: readonly Problem[];
    }
  /** Could not be read: what was published of it before stays. */
  | {
      readonly kind: 'skipped';
      readonly file: FileState;
      /** How many articles of it could not be read, where it is known to hold several. */
      readonly failed?: number;
      readonly problems: readonly Problem[];
    }
  /** Same bytes, other times. */
  | { readonly kind: 'touched'; readonly file: FileState }
  | { readonly kind: 'removed'; readonly path: string };

/** News of a write: whose feeds may now have other bytes. */
export interface Change {
  /** `termKey` of each term whose feeds changed. The feed of everything changed in any case. */
  readonly terms: readonly string[];
  readonly changedAt: Instant;
}
