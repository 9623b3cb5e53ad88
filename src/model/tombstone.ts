import type { Instant } from './instant.ts';

/** What is kept of an article that was published and is no more (RFC 6721). */
export interface Tombstone {
  /** The article's permanent id. */
  readonly id: string;
  /** Whole seconds. */
  readonly removedAt: Instant;
}
