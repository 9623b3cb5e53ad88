import type { Neighbours } from '../model/archive-name.ts';
import type { Article } from '../model/article.ts';
import type { Tombstone } from '../model/tombstone.ts';

/** What one feed is made of: the articles to show, and how the terms of its selection are written. */
export interface FeedContents {
  /** Newest first; their order is the order in the feed. */
  readonly articles: readonly Article[];
  /** Label by `termKey` for each term that the selection names and the store knows. */
  readonly labels: ReadonlyMap<string, string>;
  /** Removed articles to tell of, newest first. */
  readonly tombstones?: readonly Tombstone[];
  /** Left out where nothing is known of archives: then the feed says nothing of them. */
  readonly neighbours?: Neighbours;
}
