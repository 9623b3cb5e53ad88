import { setImmediate as nextTurn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Neighbours } from '../model/archive-name.ts';
import type { Article } from '../model/article.ts';
import { RequestError } from '../model/errors.ts';
import { type FeedKey, feedPath } from '../model/feed-key.ts';
import type { Instant } from '../model/instant.ts';
import type { Site } from '../model/site.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Store, StoredFeed } from '../store/store.ts';
import { toInstant } from '../time/instant.ts';
import { type ArticleFilter, toArticleFilter } from './article-filter.ts';
import { etagOf } from './encodings.ts';
import { laterThan } from './feed-states.ts';
import { type FeedParameters, numberIn, printParameters } from './parameters.ts';
import { CONTENT_TYPES, renderFeed } from './render.ts';
import { shortened } from './shorten.ts';

/** A filter looks at the newest articles only, at a few first, and at no more than these. */
const WINDOWS = [100, 500] as const;
/** … and it stops when its patterns may have cost this much: about a second on a busy machine, where a hostile one takes it all. */
const MAX_STEPS = 10_000_000;
/** After so much work others get their turn. */
const STEPS_PER_TURN = 250_000;
/** Feeds that wait for their turn to be made. */
const MAX_WAITING = 50;
/** No longer than this is such a feed kept, by us or by others: some depend on the clock. */
const MAX_AGE_SECONDS = 60;
/** Archives are of the plain feeds alone, and so are tombstones and deltas. */
const NO_ARCHIVES: Neighbours = { older: undefined, newer: undefined };

export interface VariantsOptions {
  readonly site: Site;
  readonly store: Pick<Store, 'readFeed'>;
  /** How many articles a feed without `limit` shows. */
  readonly items: number;
  readonly maxBytes: number;
  readonly now: () => Instant;
}

interface Kept {
  readonly snapshot: Snapshot;
  readonly madeAt: Instant;
}

/** What one feed with parameters shows. */
interface Chosen {
  readonly contents: StoredFeed;
  /** When an article last grew too old for it; undefined when none did. */
  readonly agedAt: Instant | undefined;
}

/**
 * Makes the feeds with parameters (`?limit=5&filter_title=ferry`). They are apart from the plain feeds in everything:
 * memory of their own, one made at a time, all forgotten at each change and after a minute, so that nobody who thinks
 * up parameters takes room or time from those.
 */
export class Variants {
  /** The site as these feeds tell of it: they are kept for a minute at the most, in `Cache-Control` and in RSS `ttl`. */
  readonly site: Site;
  readonly #options: VariantsOptions;
  readonly #ready: LRUCache<string, Kept>;
  readonly #flights = new Map<string, Promise<Snapshot | undefined>>();
  /** The last state of each feed, so that one made anew to the same bytes keeps its time. */
  readonly #last = new LRUCache<string, Pick<Snapshot, 'etag' | 'changedAt'>>({ max: 2_000 });
  /** Ends when the feed that is being made stands. */
  #turn: Promise<unknown> = Promise.resolve();
  /** Feeds let go of because the memory was full. */
  evictions = 0;
  /** Grows with each change: what was read before one is not kept. */
  #changes = 0;

  constructor(options: VariantsOptions) {
    this.#options = options;
    this.site = { ...options.site, maxAgeSeconds: Math.min(options.site.maxAgeSeconds, MAX_AGE_SECONDS) };
    this.#ready = new LRUCache({
      maxSize: options.maxBytes,
      sizeCalculation: ({ snapshot }, path) => snapshot.body.byteLength + 2 * path.length + 512,
      dispose: (_kept, _path, reason) => {
        if (reason === 'evict') this.evictions += 1;
      },
    });
  }

  /** Bytes of such feeds in memory. */
  get bytes(): number {
    return this.#ready.calculatedSize;
  }

  /** Lets go of all of them. */
  forget(): void {
    this.#changes += 1;
    this.#ready.clear();
  }

  /**
   * The feed of `plain` with parameters; undefined when its selection names no known term. Its key has the parameters
   * in their canonical spelling.
   *
   * Throws RequestError: 400 for a pattern that cannot be used, 503 when too many others wait to be made.
   */
  async snapshot(plain: FeedKey, parameters: FeedParameters): Promise<Snapshot | undefined> {
    const key: FeedKey = { ...plain, query: printParameters(parameters) };
    const path = feedPath(key);
    const kept = this.#ready.get(path);
    if (kept !== undefined && this.#options.now() - kept.madeAt < MAX_AGE_SECONDS * 1000) return kept.snapshot;
    const flight = this.#flights.get(path);
    if (flight !== undefined) return flight;
    const filter = toArticleFilter(parameters);
    if (this.#flights.size >= MAX_WAITING) {
      throw new RequestError(503, 'too many feeds with parameters are asked for at once; try again in a moment');
    }
    const making = this.#turn.then(() => this.#make(path, key, parameters, filter));
    this.#turn = making.catch(() => undefined);
    this.#flights.set(path, making);
    try {
      return await making;
    } finally {
      this.#flights.delete(path);
    }
  }

  async #make(
    path: string,
    key: FeedKey,
    parameters: FeedParameters,
    filter: ArticleFilter | undefined,
  ): Promise<Snapshot | undefined> {
    const changes = this.#changes;
    const madeAt = this.#options.now();
    const chosen = await this.#choose(key, parameters, filter, madeAt);
    if (chosen === undefined) return undefined;
    const { contents, agedAt } = chosen;
    const articles = contents.articles.map((article) => shortened(article, parameters));
    const body = new Uint8Array(Buffer.from(renderFeed(this.site, key, { ...contents, articles })));
    const changedAt = agedAt !== undefined && agedAt > contents.changedAt ? agedAt : contents.changedAt;
    const snapshot = this.#dated(path, key, body, changedAt);
    if (changes === this.#changes) this.#ready.set(path, { snapshot, madeAt });
    return snapshot;
  }

  async #choose(
    { selection }: FeedKey,
    parameters: FeedParameters,
    filter: ArticleFilter | undefined,
    now: Instant,
  ): Promise<Chosen | undefined> {
    const { store, items } = this.#options;
    const limit = numberIn(parameters, 'limit') ?? items;
    const maxAgeMs = maxAgeOf(parameters);
    // One more than is shown, so that the one that has just grown too old is among them.
    const windows = filter === undefined ? [limit + 1] : WINDOWS.map((window) => Math.max(window, limit + 1));
    for (const window of windows) {
      const stored = await store.readFeed(selection, window);
      if (stored === undefined) return undefined;
      const firstTooOld = stored.articles.findIndex(({ publishedAt }) => now - publishedAt > maxAgeMs);
      const young = firstTooOld === -1 ? stored.articles : stored.articles.slice(0, firstTooOld);
      const { fitting, isDone } = await sifted(young, filter, limit);
      const isAll = firstTooOld !== -1 || stored.articles.length < window;
      if (!isDone && !isAll && window !== windows.at(-1)) continue;
      const aged = stored.articles[firstTooOld];
      return {
        contents: { ...stored, articles: fitting },
        agedAt: aged === undefined ? undefined : secondAfter(aged.publishedAt + maxAgeMs),
      };
    }
    return undefined;
  }

  #dated(path: string, key: FeedKey, body: Uint8Array<ArrayBuffer>, changedAt: Instant): Snapshot {
    const etag = etagOf(body);
    const last = this.#last.get(path);
    const state = last?.etag === etag ? last : { etag, changedAt: laterThan(last?.changedAt, changedAt) };
    this.#last.set(path, state);
    const head = { key, neighbours: NO_ARCHIVES, contentType: CONTENT_TYPES[key.format], ...state };
    return { ...head, body, head };
  }
}

function maxAgeOf(parameters: FeedParameters): number {
  const seconds = numberIn(parameters, 'filter_time') ?? Number.POSITIVE_INFINITY;
  const hours = numberIn(parameters, 'hours') ?? Number.POSITIVE_INFINITY;
  return Math.min(seconds, hours * 3600) * 1000;
}

/** The first whole second in which something is over that was still so at this time. */
const secondAfter = (time: number): Instant | undefined => toInstant((Math.floor(time / 1000) + 1) * 1000);

interface Sifted {
  readonly fitting: readonly Article[];
  /** Enough were found, or no more work may be put into it. */
  readonly isDone: boolean;
}

async function sifted(articles: readonly Article[], filter: ArticleFilter | undefined, limit: number): Promise<Sifted> {
  if (filter === undefined) return { fitting: articles.slice(0, limit), isDone: true };
  const fitting: Article[] = [];
  let steps = 0;
  let stepsOfTurn = 0;
  for (const article of articles) {
    const verdict = filter(article);
    if (verdict.fits) fitting.push(article);
    steps += verdict.steps;
    if (fitting.length === limit || steps > MAX_STEPS) return { fitting, isDone: true };
    if (steps - stepsOfTurn < STEPS_PER_TURN) continue;
    stepsOfTurn = steps;
    await nextTurn();
  }
  return { fitting, isDone: false };
}
