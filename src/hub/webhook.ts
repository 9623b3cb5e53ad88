import { feedAddress } from '../feeds/addresses.ts';
import { renderFeed } from '../feeds/render.ts';
import type { Article } from '../model/article.ts';
import { type FeedKey, readFeedPath } from '../model/feed-key.ts';
import { type JournalPart, type JournalPlace, toJournalPlace } from '../model/journal.ts';
import type { Site } from '../model/site.ts';
import type { Tombstone } from '../model/tombstone.ts';
import type { Store } from '../store/store.ts';
import { toInstant } from '../time/instant.ts';
import { concerns, newsFor } from './news.ts';
import type { Parcel, Protocol } from './protocol.ts';
import { type SignatureAlgorithm, signatureOf } from './signature.ts';

export interface WebhookOptions {
  readonly site: Site;
  readonly store: Pick<Store, 'journalEnd' | 'readJournal' | 'readFeed'>;
  /** How many articles a feed shows: so many are sent to a webhook that cannot be continued. */
  readonly items: number;
  readonly algorithm: SignatureAlgorithm;
}

/** What one message tells. */
interface News {
  readonly articles: readonly Article[];
  readonly removed: readonly Tombstone[];
}

/** Entries of the journal that are looked at for one message, and so its items at the most. */
const BATCH = 100;
const SECOND_MS = 1000;

/**
 * Tells the webhooks of the settings: a POST with a JSON Feed of exactly the articles that are new or changed since the
 * last one that arrived, and the ids of those that are gone. How far each is told stands in its cursor, a place of the
 * journal, so whatever happens in between nothing is left out.
 */
export function webhooks(options: WebhookOptions): Protocol {
  const { site, store, items, algorithm } = options;
  return {
    isTrusted: true,
    parcel: async ({ topic, secret, cursor }) => {
      const key = readFeedPath(topic);
      if (key === undefined) return undefined;
      const place = toJournalPlace(cursor ?? '');
      const part = place && (await nextPart(store, key, place));
      // In this order: what changes between the two is told twice rather than never.
      const end = await store.journalEnd();
      const feed = await store.readFeed(key.selection, part === undefined ? items : 1);
      if (feed === undefined) return { etag: '', cursor: end, message: undefined };
      const news = part === undefined ? { articles: feed.articles, removed: [] } : newsIn(key, part);
      const state = { etag: '', cursor: part?.end ?? end, hasMore: part !== undefined && part.end !== end };
      if (news.articles.length + news.removed.length === 0) return { ...state, message: undefined };
      const contents = { articles: news.articles, labels: feed.labels, tombstones: news.removed };
      const body = new TextEncoder().encode(renderFeed(site, key, contents));
      return { ...state, message: message(site, key, state.cursor, body, secret, algorithm) };
    },
  };
}

/** The next entries that are news, or where the journal ends. Undefined when it cannot be continued from there. */
async function nextPart(
  store: WebhookOptions['store'],
  { selection }: FeedKey,
  from: JournalPlace,
): Promise<JournalPart | undefined> {
  for (let place = from; ; ) {
    const part = await store.readJournal(place, BATCH, (before, after) => concerns(selection, before, after));
    if (part === undefined || part.entries.length > 0 || part.end === place) return part;
    place = part.end;
  }
}

/** Of each article what was last said of it. */
function newsIn({ selection }: FeedKey, { entries }: JournalPart): News {
  const articles = new Map<string, Article>();
  const removed = new Map<string, Tombstone>();
  for (const entry of entries) {
    const { id, at, article } = entry;
    const news = newsFor(selection, entry);
    if (news === undefined) continue;
    articles.delete(id);
    removed.delete(id);
    if (news === 'removal') removed.set(id, { id, removedAt: toInstant(at - (at % SECOND_MS)) ?? at });
    else if (article !== undefined) articles.set(id, article);
  }
  return { articles: [...articles.values()], removed: [...removed.values()] };
}

const message = (
  site: Site,
  key: FeedKey,
  cursor: JournalPlace,
  body: Uint8Array,
  secret: string | undefined,
  algorithm: SignatureAlgorithm,
): Parcel['message'] => ({
  method: 'POST',
  headers: {
    'content-type': 'application/feed+json; charset=utf-8',
    link: `<${feedAddress(site, key)}>; rel="self"`,
    // Of a message that comes twice, since its answer was lost, it is the same.
    'x-tagwire-place': cursor,
    ...(secret === undefined ? {} : { 'x-hub-signature': signatureOf(algorithm, secret, body) }),
  },
  body,
});
