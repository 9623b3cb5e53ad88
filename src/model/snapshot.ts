import type { FeedKey } from './feed-key.ts';
import type { Instant } from './instant.ts';

/** The finished bytes of one feed: what HTTP serves and what the hub pushes, to the last byte the same. */
export interface Snapshot {
  readonly key: FeedKey;
  /** UTF-8. */
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  /** Strong, with its quotes; made from the bytes alone. */
  readonly etag: string;
  /** When what the selection shows last changed (also by a removal); whole seconds. */
  readonly changedAt: Instant;
}
