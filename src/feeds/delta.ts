import { hash } from 'node:crypto';
import type { Article } from '../model/article.ts';
import type { Site } from '../model/site.ts';
import type { Tombstone } from '../model/tombstone.ts';
import type { FeedContents } from './contents.ts';
import { toEntry } from './entry.ts';

/** What a feed showed once, in short: a word for each article and each tombstone as it stood there. */
export type PastState = ReadonlySet<string>;

/** Differs when anything differs that a feed says of the article. */
const articleWord = (site: Site, article: Article): string =>
  hash('sha256', JSON.stringify(toEntry(site, article)), 'base64url');

const tombstoneWord = ({ id, removedAt }: Tombstone): string => hash('sha256', `${removedAt} ${id}`, 'base64url');

/** Keeps of a feed what `deltaSince` needs of it later. */
export const toPastState = (site: Site, { articles, tombstones = [] }: FeedContents): PastState =>
  new Set([...articles.map((article) => articleWord(site, article)), ...tombstones.map(tombstoneWord)]);

/** What of a feed is new or changed since a past state, in the same order: articles and tombstones (RFC 3229, `feed`). */
export function deltaSince<Contents extends FeedContents>(site: Site, past: PastState, contents: Contents): Contents {
  return {
    ...contents,
    articles: contents.articles.filter((article) => !past.has(articleWord(site, article))),
    tombstones: (contents.tombstones ?? []).filter((tombstone) => !past.has(tombstoneWord(tombstone))),
  };
}
