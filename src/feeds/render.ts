import type { Article } from '../model/article.ts';
import type { FeedKey, Format } from '../model/feed-key.ts';
import type { Site } from '../model/site.ts';
import { writeAtom } from './atom.ts';
import { cleanLine } from './clean.ts';
import type { FeedContents } from './contents.ts';
import { type DocumentParts, joinParts } from './document-parts.ts';
import { type Entry, toEntry } from './entry.ts';
import { type Head, type HeadContents, toHead } from './head.ts';
import { writeJson } from './json.ts';
import { MEDIA_TYPES } from './media-types.ts';
import { writeRss } from './rss.ts';

/** What HTTP says of a feed's bytes. */
export const CONTENT_TYPES: Readonly<Record<Format, string>> = {
  rss: `${MEDIA_TYPES.rss}; charset=utf-8`,
  atom: `${MEDIA_TYPES.atom}; charset=utf-8`,
  json: `${MEDIA_TYPES.json}; charset=utf-8`,
};

const WRITERS: Readonly<Record<Format, (head: Head, entries: readonly Entry[]) => DocumentParts>> = {
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

/**
 * Writes the frame of a feed and, of the articles that it shows, `fresh` ones. The frame is that of a feed with these
 * articles, whether one of them is fresh or not.
 */
export function renderParts(site: Site, key: FeedKey, shown: HeadContents, fresh: readonly Article[]): DocumentParts {
  const head = toHead(site, key, shown);
  const write = WRITERS[key.format];
  if (fresh.length > 0)
    return write(
      head,
      fresh.map((article) => toEntry(site, article)),
    );
  const at = shown.articles[0]?.updatedAt;
  return at === undefined
    ? write(head, [])
    : { ...write(head, [{ ...SAMPLE, publishedAt: at, updatedAt: at }]), entries: [] };
}

/** Stands where an entry goes. */
const SAMPLE: Omit<Entry, 'publishedAt' | 'updatedAt'> = {
  id: cleanLine('id'),
  address: 'https://example.org/',
  title: cleanLine(''),
  html: cleanLine(''),
  summary: undefined,
  authors: [],
  tags: [],
  tagScheme: 'https://example.org/',
  language: undefined,
  attachments: [],
  image: undefined,
  recording: undefined,
};

const write = (site: Site, key: FeedKey, head: Head, articles: readonly Article[]): string =>
  joinParts(
    WRITERS[key.format](
      head,
      articles.map((article) => toEntry(site, article)),
    ),
  );
