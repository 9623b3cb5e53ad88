import { hash } from 'node:crypto';
import type { Article } from '../model/article.ts';
import type { Tombstone } from '../model/tombstone.ts';
import type { FeedContents } from './contents.ts';

/** What a feed showed once, in short: a word for each article and each tombstone as it stood there. */
export type PastState = ReadonlySet<string>;

/** The word for an article: differs when anything differs that a feed can say of the article; where its file is and how its time was found, no feed says. */
export function articleWord({ source: _source, dateline: _dateline, ...shown }: Article): string {
  return hash('sha256', JSON.stringify(shown), 'base64url');
}

const tombstoneWord = ({ id, removedAt }: Tombstone): string => `${removedAt} ${id}`;

/** Keeps of a feed the words of its articles and what else `deltaSince` needs of it later. */
export const pastStateOf = (words: readonly string[], tombstones: readonly Tombstone[]): PastState =>
  new Set([...words, ...tombstones.map(tombstoneWord)]);

/** Keeps of a feed what `deltaSince` needs of it later. */
export const toPastState = ({ articles, tombstones = [] }: FeedContents): PastState =>
  pastStateOf(articles.map(articleWord), tombstones);

/** What of a feed is new or changed since a past state, in the same order: articles and tombstones (RFC 3229, `feed`). */
export function deltaSince<Contents extends FeedContents>(past: PastState, contents: Contents): Contents {
  return {
    ...contents,
    articles: contents.articles.filter((article) => !past.has(articleWord(article))),
    tombstones: (contents.tombstones ?? []).filter((tombstone) => !past.has(tombstoneWord(tombstone))),
  };
}
