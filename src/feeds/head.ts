import type { Article } from '../model/article.ts';
import type { FeedKey, Format } from '../model/feed-key.ts';
import type { Instant } from '../model/instant.ts';
import type { Podcast, Site } from '../model/site.ts';
import { cloudOf, feedAddress, feedId, hubAddresses, pageAddress } from './addresses.ts';
import { chainLinks, historyOf } from './chain.ts';
import { type CleanText, cleanLine } from './clean.ts';
import type { FeedContents } from './contents.ts';
import { type EntryAuthor, languageTag, toEntryAuthor } from './entry.ts';
import { feedDescription, feedTitle } from './feed-words.ts';
import { type UpdateRate, updateRate } from './update-rate.ts';

/** What a feed says of itself, ready for the three formats: all text clean, all addresses absolute and normal. */
export interface Head {
  readonly id: CleanText;
  readonly title: CleanText;
  readonly description: CleanText;
  /** The page of the selection. */
  readonly page: string;
  /** Where each format of this feed stands. */
  readonly feeds: Readonly<Record<Format, string>>;
  readonly language: CleanText | undefined;
  /** The site's. */
  readonly author: EntryAuthor | undefined;
  /** When the newest change of the shown articles was; undefined without articles. Removals play no part. */
  readonly updatedAt: Instant | undefined;
  /** The same, or when an article was removed later. */
  readonly changedAt: Instant | undefined;
  /** How often to ask again; undefined for an archive, which nobody needs to ask for again. */
  readonly rate: UpdateRate | undefined;
  /** The feed as a podcast, where the site is one. */
  readonly podcast: Podcast | undefined;
  readonly history: ReturnType<typeof historyOf>;
  readonly chain: ReturnType<typeof chainLinks>;
  /** Where one can subscribe to be told of changes (WebSub). */
  readonly hubs: readonly string[];
  /** The same by rssCloud, which only RSS can say. */
  readonly cloud: ReturnType<typeof cloudOf>;
  /** The newest removed articles, newest first. */
  readonly tombstones: readonly { readonly id: CleanText; readonly removedAt: Instant }[];
}

/** What the head is made of: of the articles only their times. */
export interface HeadContents extends Omit<FeedContents, 'articles'> {
  readonly articles: readonly Pick<Article, 'updatedAt'>[];
}

/** Nothing in it comes from the clock: the same articles give the same head. */
export function toHead(site: Site, key: FeedKey, contents: HeadContents): Head {
  const { articles, labels, tombstones = [], neighbours } = contents;
  const { selection, query = '' } = key;
  const address = (format: Format): string => feedAddress(site, { ...key, format });
  return {
    id: cleanLine(`${feedId(site, selection)}${query}`),
    title: cleanLine(feedTitle(site, selection, labels)),
    description: cleanLine(feedDescription(site, selection, labels)),
    page: pageAddress(site, selection),
    feeds: { rss: address('rss'), atom: address('atom'), json: address('json') },
    language: languageTag(site.language),
    author: site.author && toEntryAuthor(site.author),
    updatedAt: latest(articles.map((article) => article.updatedAt)),
    changedAt: latest([
      ...articles.map((article) => article.updatedAt),
      ...tombstones.map(({ removedAt }) => removedAt),
    ]),
    rate: key.archive === undefined ? updateRate(site.maxAgeSeconds) : undefined,
    hubs: hubAddresses(site, key),
    podcast: site.podcast,
    cloud: cloudOf(site, key),
    history: historyOf(key, neighbours),
    chain: chainLinks(site, key, neighbours),
    tombstones: tombstones.map(({ id, removedAt }) => ({ id: cleanLine(id), removedAt })),
  };
}

const latest = (instants: readonly Instant[]): Instant | undefined =>
  instants.reduce<Instant | undefined>((newest, at) => (newest === undefined || at > newest ? at : newest), undefined);
