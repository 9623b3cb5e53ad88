import { LRUCache } from 'lru-cache';
import type { Change } from '../model/changes.ts';
import { type FeedKey, feedPath } from '../model/feed-key.ts';
import { ANY_CHANGE, changeKeys } from '../model/selection.ts';
import type { Site } from '../model/site.ts';
import type { Snapshot, SnapshotHead } from '../model/snapshot.ts';
import type { MovedArchive, Store, StoredDocument } from '../store/store.ts';
import { deltaSince, type PastState, toPastState } from './delta.ts';
import { etagOf } from './encodings.ts';
import { FeedStates } from './feed-states.ts';
import { PastStates } from './past-states.ts';
import type { Pieces } from './pieces.ts';
import { renderFeed, renderPart } from './render.ts';

export interface PublisherOptions {
  readonly site: Site;
  readonly store: Pick<Store, 'readHead' | 'readOutline' | 'readArchive'>;
  /** Articles as they stand in feeds. */
  readonly pieces: Pieces;
  /** How many articles a feed shows. */
  readonly items: number;
  /** How large a document of a feed is to be, unless one article alone is larger. */
  readonly documentBytes: number;
  /** How much is kept in memory: one half are bytes of feeds, one what is known of these and of more. */
  readonly maxBytes: number;
}

/** What is new in a feed since a past state of it. */
export interface Delta {
  /** The ETag of that state. */
  readonly base: string;
  /** UTF-8. */
  readonly body: Uint8Array<ArrayBuffer>;
}

/** So much of the memory for feeds may past states take besides, and as much deltas. */
const BESIDE_SHARE = 8;

/** A feed that is being made. */
interface Flight {
  snapshot: Promise<Snapshot | undefined>;
  /** A change has come since its articles were read. */
  isStale: boolean;
}

/** The bytes of a feed, and what is remembered of them. */
interface Rendered {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly state: PastState | undefined;
  readonly stored: Pick<StoredDocument, 'changedAt' | 'older' | 'newer'>;
}

/** How often a feed is made again because it has changed meanwhile; then it is given as it was a moment ago, and not kept. */
const MAX_TRIES = 5;
/** What a feed in memory weighs besides its bytes and its path, as measured: key and entries 2 KB, answers 1 KB a coding. */
const HEAD_BYTES = 4_096;
/** What bytes in memory weigh besides. */
const BODY_OVERHEAD_BYTES = 512;

/** Keeps finished feeds in bounded memory, makes each one once per change, and knows which a change makes old. */
export class Publisher {
  readonly #options: PublisherOptions;
  readonly #heads: LRUCache<string, SnapshotHead>;
  readonly #ready: LRUCache<string, Snapshot>;
  readonly #flights = new Map<string, Flight>();
  /** The paths of the feeds in memory or in the making, by what they depend on. */
  readonly #dependents = new Map<string, Set<string>>();
  readonly #states = new FeedStates();
  /** What feeds showed before, for those who ask for what is new since. */
  readonly #past: PastStates;
  /** All who ask after a change know the same few states. */
  readonly #deltas: LRUCache<string, Delta>;
  #evicted = 0;
  /** Feeds made since the start. */
  renders = 0;

  constructor(options: PublisherOptions) {
    this.#options = options;
    const besideBytes = Math.ceil(options.maxBytes / BESIDE_SHARE);
    this.#past = new PastStates(besideBytes);
    this.#deltas = new LRUCache({
      maxSize: besideBytes,
      dispose: (_delta, _name, reason) => {
        if (reason === 'evict') this.#evicted += 1;
      },
      sizeCalculation: ({ body }, name) => body.byteLength + name.length * 2 + BODY_OVERHEAD_BYTES,
    });
    this.#ready = new LRUCache({
      maxSize: Math.ceil(options.maxBytes / 2),
      sizeCalculation: ({ body }) => body.byteLength + BODY_OVERHEAD_BYTES,
      dispose: (_snapshot, _path, reason) => {
        if (reason === 'evict') this.#evicted += 1;
      },
    });
    this.#heads = new LRUCache({
      maxSize: Math.ceil(options.maxBytes / 2),
      sizeCalculation: (_head, path) => path.length * 8 + HEAD_BYTES,
      dispose: ({ key }, path, reason) => {
        if (reason === 'evict') this.#evicted += 1;
        if (reason === 'set') return;
        this.#ready.delete(path);
        this.#detach(path, key);
      },
    });
  }

  /** Bytes of finished feeds in memory, and of what is known of them. */
  get bytes(): number {
    return this.#ready.calculatedSize + this.#heads.calculatedSize;
  }

  /** What was let go of because the memory was full: feeds, what is known of them, past states and deltas. */
  get evictions(): number {
    return this.#evicted + this.#past.evictions;
  }

  /** How many feeds a change is compared with: those in memory or in the making. Walks through all of them. */
  get watched(): number {
    return new Set([...this.#dependents.values()].flatMap((paths) => [...paths])).size;
  }

  /**
   * What is known of the feed of a canonical path (`feedPath`) as it is now, whether its bytes are in memory or not;
   * undefined for one that was not made yet. Costs a look or two into maps.
   */
  head(path: string): SnapshotHead | undefined {
    const known = this.#heads.get(path);
    if (known !== undefined || this.#flights.has(path)) return known;
    const recalled = this.#states.recall(path);
    if (recalled !== undefined) this.#keep(path, recalled);
    return recalled;
  }

  /** The finished feed of a canonical path, if it is in memory; costs a look into a map. */
  ready(path: string): Snapshot | undefined {
    return this.#ready.get(path);
  }

  /**
   * A finished feed, made if need be, once for all who ask meanwhile; undefined when its selection names no known term,
   * or there is no such archive. Shows at least every change that was told before it was asked for. Rejects with what
   * the store throws, and keeps nothing then.
   */
  snapshot(key: FeedKey): Promise<Snapshot | undefined> {
    const path = feedPath(key);
    const ready = this.#ready.get(path);
    if (ready !== undefined) return Promise.resolve(ready);
    return (this.#flights.get(path) ?? this.#start(path, key)).snapshot;
  }

  /**
   * What is new or changed in a feed since it had one of these ETags (of plain bytes), as a document of its own format
   * (RFC 3229, `feed`). Undefined when none of them is remembered, when the feed has changed meanwhile, and when
   * every article in it is new.
   */
  async delta(current: Snapshot, etags: readonly string[]): Promise<Delta | undefined> {
    const { site } = this.#options;
    const { key } = current;
    const path = feedPath(key);
    const base = etags.find((etag) => this.#past.recall(path, etag) !== undefined);
    const past = base === undefined ? undefined : this.#past.recall(path, base);
    if (base === undefined || past === undefined) return undefined;
    const name = `${path} ${base} ${current.etag}`;
    const known = this.#deltas.get(name);
    if (known !== undefined) return known;
    const stored = await this.#read(key);
    if (stored === undefined || 'movedTo' in stored || this.#ready.get(path) !== current) return undefined;
    const whole = { ...stored, neighbours: stored };
    const part = deltaSince(past, whole);
    if (part.articles.length === whole.articles.length) return undefined;
    const delta = { base, body: new TextEncoder().encode(renderPart(site, key, whole, part)) };
    this.#deltas.set(name, delta);
    return delta;
  }

  /**
   * Where the articles stand that an archive would begin with which is no more: another archive or the feed itself.
   * Undefined for an archive that is, and for an unknown selection.
   */
  async moved(key: FeedKey): Promise<FeedKey | undefined> {
    const stored = await this.#read(key);
    if (stored === undefined || !('movedTo' in stored)) return undefined;
    const { selection, format } = key;
    return { selection, format, ...(stored.movedTo === undefined ? {} : { archive: stored.movedTo }) };
  }

  /** Lets go of the feeds that a change has made old. */
  forget(change: Change): void {
    const dependencies = [ANY_CHANGE, ...change.terms];
    this.#states.forget(dependencies);
    for (const dependency of dependencies) {
      for (const path of [...(this.#dependents.get(dependency) ?? [])]) {
        const flight = this.#flights.get(path);
        if (flight !== undefined) flight.isStale = true;
        this.#heads.delete(path);
      }
    }
  }

  #keep(path: string, head: SnapshotHead): void {
    this.#attach(path, head.key);
    this.#heads.set(path, head);
  }

  #start(path: string, key: FeedKey): Flight {
    const flight: Flight = { snapshot: Promise.resolve(undefined), isStale: false };
    this.#flights.set(path, flight);
    this.#attach(path, key);
    flight.snapshot = this.#make(path, key, flight);
    return flight;
  }

  async #make(path: string, key: FeedKey, flight: Flight): Promise<Snapshot | undefined> {
    try {
      for (let tries = 1; ; tries += 1) {
        flight.isStale = false;
        const { changes } = this.#states;
        const rendered = await (key.archive === undefined ? this.#assemble(key) : this.#render(key));
        if (flight.isStale && tries < MAX_TRIES) continue;
        if (rendered === undefined) return undefined;
        this.renders += 1;
        const { body, stored, state } = rendered;
        const { changedAt, older, newer } = stored;
        const read = { etag: etagOf(body), changedAt, neighbours: { older, newer } };
        const known = this.#heads.get(path);
        const noted = this.#states.note(path, key, read, changes);
        const head = known?.etag === noted.etag ? known : noted;
        const snapshot = { ...head, body, head };
        if (state !== undefined) this.#past.remember(path, head.etag, state);
        if (flight.isStale) return snapshot;
        this.#keep(path, head);
        if (this.#heads.has(path)) this.#ready.set(path, snapshot);
        return snapshot;
      }
    } finally {
      this.#flights.delete(path);
      // Unknown, failed, or out of date already.
      if (!this.#heads.has(path)) this.#detach(path, key);
    }
  }

  /** The newest articles, of pieces: only those are read and rendered that no other feed of this format has shown. */
  async #assemble(key: FeedKey): Promise<Rendered | undefined> {
    const { store, pieces, items, documentBytes: bytes } = this.#options;
    const isKnown = (mark: string): boolean => pieces.knows(key.format, mark);
    const stored = await store.readOutline(key.selection, { items, bytes }, isKnown);
    if (stored === undefined) return undefined;
    const assembled = pieces.assemble(key, stored);
    return assembled === undefined ? this.#render(key) : { ...assembled, stored };
  }

  /** A document as a whole. Archives are read once and never followed: no state of them is remembered. */
  async #render(key: FeedKey): Promise<Rendered | undefined> {
    const stored = await this.#read(key);
    if (stored === undefined || 'movedTo' in stored) return undefined;
    const text = renderFeed(this.#options.site, key, { ...stored, neighbours: stored });
    const state = key.archive === undefined ? toPastState(stored) : undefined;
    return { body: new TextEncoder().encode(text), state, stored };
  }

  #read({ selection, archive }: FeedKey): Promise<StoredDocument | MovedArchive | undefined> {
    const { store, items, documentBytes: bytes } = this.#options;
    const limits = { items, bytes };
    return archive === undefined ? store.readHead(selection, limits) : store.readArchive(selection, archive, limits);
  }

  #attach(path: string, key: FeedKey): void {
    for (const dependency of changeKeys(key.selection)) {
      const paths = this.#dependents.get(dependency);
      if (paths === undefined) this.#dependents.set(dependency, new Set([path]));
      else paths.add(path);
    }
  }

  #detach(path: string, key: FeedKey): void {
    for (const dependency of changeKeys(key.selection)) {
      const paths = this.#dependents.get(dependency);
      paths?.delete(path);
      if (paths?.size === 0) this.#dependents.delete(dependency);
    }
  }
}
