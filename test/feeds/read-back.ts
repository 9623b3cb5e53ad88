/** Feeds as programs of other people read them, brought to one shape. */
import { parseFeed } from '@rowanmanning/feed-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import type { Format } from '../../src/model/feed-key.ts';

export interface ReadAttachment {
  readonly url: string | undefined;
  readonly mimeType: string | undefined;
  readonly length: number | undefined;
}

export interface ReadEntry {
  readonly id: string | undefined;
  readonly address: string | undefined;
  readonly title: string;
  readonly html: string;
  /** HTML in RSS, plain text elsewhere. */
  readonly summary: string;
  readonly authors: readonly (string | undefined)[];
  readonly categories: readonly (string | undefined)[];
  readonly publishedAt: number;
  readonly updatedAt: number;
  readonly attachments: readonly ReadAttachment[];
  /** The picture that stands for the article; left out where the reader knows none. */
  readonly image?: string | undefined;
  /** Undefined where the reader knows none. */
  readonly language?: string | undefined;
}

interface ReadFeed {
  readonly title: string;
  readonly description: string;
  readonly page: string | undefined;
  readonly self: string | undefined;
  readonly language: string | undefined;
  readonly authors: readonly (string | undefined)[];
  readonly entries: readonly ReadEntry[];
}

const time = (text: string | Date | null | undefined): number => (text ? new Date(text).getTime() : Number.NaN);

function rssByFeedsmith(text: string): ReadFeed {
  const feed = parseRssFeed(text);
  return {
    title: feed.title ?? '',
    description: feed.description ?? '',
    page: feed.link,
    self: feed.atom?.links?.find(({ rel }) => rel === 'self')?.href,
    language: feed.language,
    authors: feed.dc?.creators ?? [],
    entries: (feed.items ?? []).map((item) => ({
      id: item.guid?.value,
      address: item.link,
      title: item.title ?? '',
      html: item.content?.encoded ?? '',
      summary: item.description ?? '',
      authors: item.dc?.creators ?? [],
      categories: item.categories?.map(({ name }) => name) ?? [],
      publishedAt: time(item.pubDate),
      updatedAt: time(item.atom?.updated),
      attachments: (item.enclosures ?? []).map(({ url, type, length }) => ({ url, mimeType: type, length })),
      image: item.media?.thumbnails?.[0]?.url,
      language: item.dc?.languages?.[0],
    })),
  };
}

function atomByFeedsmith(text: string): ReadFeed {
  const feed = parseAtomFeed(text);
  return {
    title: feed.title?.value ?? '',
    description: feed.subtitle?.value ?? '',
    page: feed.links?.[0]?.href,
    self: feed.links?.find(({ rel }) => rel === 'self')?.href,
    language: feed.xml?.lang,
    authors: feed.authors?.map(({ name }) => name) ?? [],
    entries: (feed.entries ?? []).map((entry) => ({
      id: entry.id,
      address: entry.links?.[0]?.href,
      title: entry.title?.value ?? '',
      html: entry.content?.value ?? '',
      summary: entry.summary?.value ?? '',
      authors: entry.authors?.map(({ name }) => name) ?? [],
      categories: entry.categories?.map(({ label }) => label) ?? [],
      publishedAt: time(entry.published),
      updatedAt: time(entry.updated),
      attachments: (entry.links ?? [])
        .filter(({ rel }) => rel === 'enclosure')
        .map(({ href, type, length }) => ({ url: href, mimeType: type, length })),
      image: entry.media?.thumbnails?.[0]?.url,
      language: entry.xml?.lang,
    })),
  };
}

function jsonByFeedsmith(text: string): ReadFeed {
  const feed = parseJsonFeed(text);
  return {
    title: feed.title ?? '',
    description: feed.description ?? '',
    page: feed.home_page_url,
    self: feed.feed_url,
    language: feed.language,
    authors: feed.authors?.map(({ name }) => name) ?? [],
    entries: (feed.items ?? []).map((item) => ({
      id: item.id,
      address: item.url,
      title: item.title ?? '',
      html: item.content_html ?? '',
      summary: item.summary ?? '',
      authors: item.authors?.map(({ name }) => name) ?? [],
      categories: item.tags ?? [],
      publishedAt: time(item.date_published),
      updatedAt: time(item.date_modified),
      attachments: (item.attachments ?? []).map((attachment) => ({
        url: attachment.url,
        mimeType: attachment.mime_type,
        length: attachment.size_in_bytes,
      })),
      image: item.image,
      language: item.language,
    })),
  };
}

function xmlByFeedParser(text: string): ReadFeed {
  const feed = parseFeed(text);
  return {
    title: feed.title ?? '',
    description: feed.description ?? '',
    page: feed.url ?? undefined,
    self: feed.self ?? undefined,
    language: feed.language ?? undefined,
    authors: feed.authors.map(({ name }) => name ?? undefined),
    entries: feed.items.map((item) => ({
      id: item.id ?? undefined,
      address: item.url ?? undefined,
      title: item.title ?? '',
      html: item.content ?? '',
      summary: item.description ?? '',
      authors: item.authors.map(({ name }) => name ?? undefined),
      categories: item.categories.map(({ label }) => label ?? undefined),
      publishedAt: time(item.published),
      updatedAt: time(item.updated),
      attachments: item.media.map(({ url, mimeType, length }) => ({
        url,
        mimeType: mimeType ?? undefined,
        length: length ?? undefined,
      })),
    })),
  };
}

interface Reader {
  readonly name: string;
  readonly format: Format;
  readonly read: (text: string) => ReadFeed;
}

export const FEEDSMITH: readonly Reader[] = [
  { name: 'feedsmith', format: 'rss', read: rssByFeedsmith },
  { name: 'feedsmith', format: 'atom', read: atomByFeedsmith },
  { name: 'feedsmith', format: 'json', read: jsonByFeedsmith },
];

export const FEED_PARSER: readonly Reader[] = [
  { name: '@rowanmanning/feed-parser', format: 'rss', read: xmlByFeedParser },
  { name: '@rowanmanning/feed-parser', format: 'atom', read: xmlByFeedParser },
];
