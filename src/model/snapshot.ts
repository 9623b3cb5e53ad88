import type { Neighbours } from './archive-name.ts';
import type { FeedKey } from './feed-key.ts';
import type { Instant } from './instant.ts';

/** What is known of the finished bytes of one feed. */
export interface SnapshotHead {
  readonly key: FeedKey;
  /** Where the articles before and after these are. */
  readonly neighbours: Neighbours;
  readonly contentType: string;
  /** Strong, with its quotes; made from the bytes alone. */
  readonly etag: string;
  /** When what the selection shows last changed (also by a removal); whole seconds. */
  readonly changedAt: Instant;
}

/** The finished bytes of one feed: what HTTP serves and what the hub pushes, to the last byte the same. */
export interface Snapshot extends SnapshotHead {
  /** UTF-8. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** What is known of these bytes: one object for as long as it is kept, and they may be let go of before it. */
  readonly head: SnapshotHead;
}
