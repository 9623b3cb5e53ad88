import type { Instant } from './instant.ts';

/** By what an article is known again when its file is edited or renamed. For the ledger; no feed shows it. */
export interface Trace {
  /** What the id is made of. Only an id made of the path gives way to one that the article had under another path. */
  readonly idFrom: 'author' | 'address' | 'path';
  /** Hash of title and body, the same under any path; empty for an article without a body, which looks like many. */
  readonly text: string;
  /** Hash of what makes an edit when it differs: title, body, tags, links. */
  readonly whole: string;
  /** Who says when it was updated: a stamp, nobody because the edit is minor, or whoever sees the edit first. */
  readonly updatedBy: 'stamp' | 'nobody' | 'sight';
}

/** One line of the ledger of ids: which article has which id, and since when. */
export interface LedgerEntry {
  readonly id: string;
  /** Path inside the content folder, with `/`; the last one of an article that is gone. */
  readonly path: string;
  /** The id that its path would give it now, where it is known by another since before it was renamed. */
  readonly ownId?: string;
  readonly idFrom: Trace['idFrom'];
  readonly text: string;
  readonly whole: string;
  /** SHA-256 of the bytes of its file. */
  readonly file: string;
  readonly firstSeen: Instant;
  /** When an edit without a stamp of its own was seen, whole seconds; undefined before the first one. */
  readonly editedAt?: Instant;
  /** When it went; undefined for one that is there. */
  readonly removedAt?: Instant;
}
