import type { Article } from '../model/article.ts';
import { ALL } from '../model/selection.ts';
import type { Site } from '../model/site.ts';
import type { Tombstone } from '../model/tombstone.ts';
import { isoText } from '../time/instant.ts';
import { renderFeed } from './render.ts';

/** An article as an item of JSON Feed 1.1, the same in each feed that shows it; JSON in one line. */
export function jsonItem(site: Site, article: Article): string {
  const feed: unknown = JSON.parse(
    renderFeed(site, { selection: ALL, format: 'json' }, { articles: [article], labels: new Map() }),
  );
  const items: unknown = typeof feed === 'object' && feed !== null && 'items' in feed ? feed.items : undefined;
  if (!Array.isArray(items)) throw new Error('A JSON Feed was written without items');
  return JSON.stringify(items[0]);
}

/** A removed article as `deleted_items` of our JSON Feeds tell of it; JSON in one line. */
export const jsonRemoval = ({ id, removedAt }: Tombstone): string =>
  JSON.stringify({ id, date_deleted: isoText(removedAt) });
