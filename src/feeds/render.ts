import type { Article } from '../model/article.ts';
import type { FeedKey, Format } from '../model/feed-key.ts';
import type { Site } from '../model/site.ts';
import { writeAtom } from './atom.ts';
import type { FeedContents } from './contents.ts';
import { type Entry, toEntry } from './entry.ts';
import { type Head, toHead } from './head.ts';
import { writeJson } from './json.ts';
import { MEDIA_TYPES } from './media-types.ts';
import { writeRss } from './rss.ts';

/** What HTTP says of a feed's bytes. */
export const CONTENT_TYPES: Readonly<Record<Format, string>> = {
  rss: `${MEDIA_TYPES.rss}; charset=utf-8`,
  atom: `${MEDIA_TYPES.atom}; charset=utf-8`,
  json: `${MEDIA_TYPES.json}; charset=utf-8`,
};

const WRITERS: Readonly<Record<Format, (head: Head, entries: readonly Entry[]) => string>> = {
  rss: writeRss,
  atom: writeAtom,
  json: writeJson,
};

/**
 * Writes one feed with the articles in the order given.
 *
 * Pure: the same site, key and contents give the same text, to be sent as UTF-8. Never throws on hostile text: what a
 * format cannot hold is taken out (`cleanText`), an address that is none is left out.
 */
export function renderFeed(site: Site, key: FeedKey, contents: FeedContents): string {
  return write(site, key, toHead(site, key, contents), contents.articles);
}

/** Writes a part of a feed: all that the feed says of itself, but that it is complete, and some of what it shows. */
export function renderPart(site: Site, key: FeedKey, whole: FeedContents, part: FeedContents): string {
  const { tombstones } = toHead(site, key, part);
  return write(site, key, { ...toHead(site, key, whole), history: undefined, tombstones }, part.articles);
}

const write = (site: Site, key: FeedKey, head: Head, articles: readonly Article[]): string =>
  WRITERS[key.format](
    head,
    articles.map((article) => toEntry(site, article)),
  );
