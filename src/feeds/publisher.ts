import { LRUCache } from 'lru-cache';
import type { Change } from '../model/changes.ts';
import { type FeedKey, feedPath } from '../model/feed-key.ts';
import type { Instant } from '../model/instant.ts';
import { termsOf } from '../model/selection.ts';
import type { Site } from '../model/site.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { termKey } from '../model/term.ts';
import type { Store } from '../store/store.ts';
import { toInstant } from '../time/instant.ts';
import { etagOf } from './encodings.ts';
import { CONTENT_TYPES, renderFeed } from './render.ts';

export interface PublisherOptions {
  readonly site: Site;
  readonly store: Pick<Store, 'readFeed'>;
  /** How many articles a feed shows. */
  readonly items: number;
  readonly maxBytes: number;
}

/** Stands for the feeds that any change of the site may change. */
const SITE = '*';

/** What a change has to hit for this feed to be made anew: its terms, or anything where it can gain any article. */
function dependencies({ selection }: FeedKey): readonly string[] {
  if (selection.kind === 'all') return [SITE];
  const open = selection.alternatives.some((literals) => literals.every(({ negated }) => negated));
  return open ? [SITE] : termsOf(selection).map(termKey);
}

const SECOND_MS = 1000;

/** Two states of a feed that were both shown never share a second, since If-Modified-Since could not tell them apart. */
const laterThan = (last: Instant | undefined, changedAt: Instant): Instant =>
  last === undefined || last < changedAt ? changedAt : (toInstant(last + SECOND_MS) ?? changedAt);

interface Flight {
  readonly snapshot: Promise<Snapshot | undefined>;
  /** A change came while the feed was being made: it may show what was before. */
  isStale: boolean;
}

/** Keeps finished feeds in bounded memory, makes each one once per change, and knows which a change makes old. */
export class Publisher {
  readonly #options: PublisherOptions;
  readonly #ready: LRUCache<string, Snapshot>;
  readonly #flights = new Map<string, Flight>();
  /** The paths of the feeds in memory or in the making, by what they depend on. */
  readonly #dependents = new Map<string, Set<string>>();
  /** The last state of each feed, so that one made anew to the same bytes keeps its time. Small: no bodies. */
  readonly #last = new LRUCache<string, Pick<Snapshot, 'etag' | 'changedAt'>>({ max: 50_000 });
  /** Feeds made since the start. */
  renders = 0;

  constructor(options: PublisherOptions) {
    this.#options = options;
    this.#ready = new LRUCache({
      maxSize: options.maxBytes,
      // Keys, addresses and the entry itself weigh something, too.
      sizeCalculation: ({ body }) => body.byteLength + 512,
      dispose: ({ key }, path) => this.#detach(path, key),
    });
  }

  /** Bytes of finished feeds in memory. */
  get bytes(): number {
    return this.#ready.calculatedSize;
  }

  /** The finished feed of a canonical path (`feedPath`), if it is in memory; costs a look into a map. */
  ready(path: string): Snapshot | undefined {
    return this.#ready.get(path);
  }

  /** A finished feed, made if need be; undefined when its selection names no known term. */
  async snapshot(key: FeedKey): Promise<Snapshot | undefined> {
    const path = feedPath(key);
    return this.#ready.get(path) ?? (this.#flights.get(path) ?? this.#start(path, key)).snapshot;
  }

  /** Lets go of the feeds that a change has made old. */
  forget(change: Change): void {
    for (const dependency of [SITE, ...change.terms]) {
      for (const path of [...(this.#dependents.get(dependency) ?? [])]) {
        const flight = this.#flights.get(path);
        if (flight !== undefined) flight.isStale = true;
        this.#ready.delete(path);
      }
    }
  }

  #start(path: string, key: FeedKey): Flight {
    const flight: Flight = { snapshot: this.#make(path, key, () => flight.isStale), isStale: false };
    this.#flights.set(path, flight);
    this.#attach(path, key);
    return flight;
  }

  async #make(path: string, key: FeedKey, isStale: () => boolean): Promise<Snapshot | undefined> {
    try {
      // Lets `#start` enter the flight before the first look into the store.
      await Promise.resolve();
      const { site, store, items } = this.#options;
      const stored = await store.readFeed(key.selection, items);
      if (stored === undefined) {
        this.#detach(path, key);
        return undefined;
      }
      this.renders += 1;
      const body = new TextEncoder().encode(renderFeed(site, key, stored));
      const snapshot = this.#dated(path, key, body, stored.changedAt);
      if (isStale()) this.#detach(path, key);
      else this.#ready.set(path, snapshot);
      return snapshot;
    } catch (error) {
      this.#detach(path, key);
      throw error;
    } finally {
      this.#flights.delete(path);
    }
  }

  #dated(path: string, key: FeedKey, body: Uint8Array<ArrayBuffer>, changedAt: Instant): Snapshot {
    const etag = etagOf(body);
    const last = this.#last.get(path);
    const state = last?.etag === etag ? last : { etag, changedAt: laterThan(last?.changedAt, changedAt) };
    this.#last.set(path, state);
    return { key, body, contentType: CONTENT_TYPES[key.format], ...state };
  }

  #attach(path: string, key: FeedKey): void {
    for (const dependency of dependencies(key)) {
      const paths = this.#dependents.get(dependency);
      if (paths === undefined) this.#dependents.set(dependency, new Set([path]));
      else paths.add(path);
    }
  }

  #detach(path: string, key: FeedKey): void {
    for (const dependency of dependencies(key)) {
      const paths = this.#dependents.get(dependency);
      paths?.delete(path);
      if (paths?.size === 0) this.#dependents.delete(dependency);
    }
  }
}
