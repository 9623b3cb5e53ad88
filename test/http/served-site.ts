import { openMedia } from '../../src/content/media/open-media.ts';
import { type BackRoom, EncodedBodies } from '../../src/feeds/encodings.ts';
import { Pieces } from '../../src/feeds/pieces.ts';
import { Publisher } from '../../src/feeds/publisher.ts';
import { Variants } from '../../src/feeds/variants.ts';
import { createApp, type Fetch } from '../../src/http/app.ts';
import { FullFetches } from '../../src/http/full-fetches.ts';
import { createHotFeeds } from '../../src/http/hot-feeds.ts';
import { HubLimit } from '../../src/http/hub-limit.ts';
import { PageMemory } from '../../src/http/page-memory.ts';
import { PreparedFields } from '../../src/http/prepared-fields.ts';
import type { HotOptions } from '../../src/http/server.ts';
import { LiveStreams } from '../../src/hub/live-streams.ts';
import { createSubscribing } from '../../src/hub/subscribing.ts';
import type { Instant } from '../../src/model/instant.ts';
import type { Site } from '../../src/model/site.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { at, made, NOW, read, readAll, termNamed } from '../store/made-articles.ts';

export const SITE: Site = {
  title: 'The Quay',
  description: 'News from an invented harbour',
  language: 'en',
  baseUrl: 'https://quay.example.org/',
  idAuthority: 'quay.example.org,2026',
  maxAgeSeconds: 300,
};

/** An hour after the articles were written: nothing is young any more. */
export const LATER = at('2026-05-01T13:00:00Z');

export interface ServedSite {
  readonly fetch: Fetch;
  readonly store: Store;
  readonly publisher: Publisher;
  readonly encoded: EncodedBodies;
  readonly pages: PageMemory;
  readonly streams: LiveStreams;
  /** What a server that is started with it answers without `fetch`. */
  readonly hot: HotOptions;
  /** The statuses that the front has answered with. */
  readonly frontAnswers: number[];
  readonly faults: unknown[];
  /** What the clock says, until it is set anew. */
  clock: Instant;
  isReady: boolean;
  /** Asks for a path as it stands, percent-encoded. */
  get(path: string, fields?: Record<string, string>): Promise<Response>;
  ask(method: string, path: string, fields?: Record<string, string>): Promise<Response>;
}

const ARTICLES = [
  made('ferry', { tags: ['Tides', 'Ferries'], on: '2026-04-03T08:00:00Z' }),
  made('pilot', { tags: ['Tides', 'C++', 'R&D'], on: '2026-04-02T08:00:00Z' }),
  made('сирень', { tags: ['Сирень', 'São Paulo', 'C#'], on: '2026-04-01T08:00:00Z' }),
  made('market', {
    on: '2026-03-31T08:00:00Z',
    terms: [
      termNamed('tag', 'Tides'),
      termNamed('section', 'Old Town'),
      termNamed('series', 'Walks'),
      termNamed('author', 'Mira Holt'),
    ],
  }),
];

interface Streaming {
  readonly maxListeners?: number;
  readonly beatMs?: number;
  readonly listenersPerAddress?: number;
  readonly adminToken?: string;
}

interface Surroundings {
  readonly mediaFolder?: string;
  /** How much is kept of plain feeds and of compressed ones, and where the others go. */
  readonly memory?: { readonly maxBytes: number; readonly backRoom: BackRoom };
}

/** A whole site over an empty database in memory, its articles written at noon, asked an hour later; no port. */
export async function serveSite(
  site: Partial<Site> = {},
  perHour?: number,
  { listenersPerAddress, adminToken, mediaFolder, memory, ...streaming }: Streaming & Surroundings = {},
): Promise<ServedSite> {
  const whole = { ...SITE, ...site };
  const store = openStore(':memory:');
  await store.applyChanges([...readAll(...ARTICLES), read('gone.md', made('gone', { tags: ['Empty'] }))], NOW);
  await store.applyChanges([{ kind: 'removed', path: 'gone.md' }], NOW);
  const pieces = new Pieces(whole, 1_000_000);
  const publisher = new Publisher({
    site: whole,
    store,
    items: 30,
    documentBytes: 500_000,
    maxBytes: memory?.maxBytes ?? 1_000_000,
    pieces,
  });
  const variants = new Variants({ site: whole, store, items: 30, maxBytes: 1_000_000, now: () => served.clock });
  const pages = new PageMemory(1_000_000);
  store.onChange((change) => {
    pages.forget();
    publisher.forget(change);
    variants.forget();
  });
  const faults: unknown[] = [];
  const streams = new LiveStreams({
    site: whole,
    store,
    items: 30,
    maxListeners: 10_000,
    onFault: (error) => faults.push(error),
    ...streaming,
  });
  store.onChange(() => void streams.wake());
  const encoded = new EncodedBodies(memory?.maxBytes ?? 1_000_000, {
    joiner: pieces,
    ...(memory === undefined ? {} : { backRoom: memory.backRoom }),
  });
  const plain = {
    site: whole,
    publisher,
    encoded,
    prepared: new PreparedFields(),
    fullFetches: new FullFetches({ perHour, trusted: undefined, now: () => served.clock }),
    now: () => served.clock,
    isReady: () => served.isReady,
  };
  const hub = {
    subscribing: createSubscribing({
      site: whole,
      store: store.push,
      isKnown: async () => true,
      refuse: () => undefined,
      keep: (asked) => store.push.keepVerification(asked, served.clock),
      leaseSeconds: { byDefault: 600, least: 60, most: 6_000 },
      maxSubscriptions: 100,
      maxPerHost: 100,
    }),
    cloud: async () => ({ isDone: false, text: 'nobody is called here' }),
    limit: new HubLimit({ perMinute: undefined, trusted: undefined, now: () => served.clock }),
  };
  const fetch = createApp({
    ...plain,
    store,
    variants,
    encodedVariants: new EncodedBodies(1_000_000),
    pages,
    streams: streaming.maxListeners === 0 ? undefined : streams,
    listenersPerAddress,
    openMedia: async (path) => (mediaFolder === undefined ? undefined : openMedia(mediaFolder, path)),
    trusted: undefined,
    items: 30,
    hub,
    admin:
      adminToken === undefined
        ? undefined
        : { token: adminToken, limit: new HubLimit({ perMinute: 5, trusted: undefined, now: () => served.clock }) },
    metrics: async () => ({ text: 'tagwire_articles 4\n', contentType: 'text/plain; version=0.0.4; charset=utf-8' }),
    onFault: (error) => faults.push(error),
  });
  const frontAnswers: number[] = [];
  const served: ServedSite = {
    fetch,
    hot: { feeds: createHotFeeds(plain), countAnswer: (status) => void frontAnswers.push(status) },
    frontAnswers,
    store,
    publisher,
    encoded,
    pages,
    streams,
    faults,
    clock: LATER,
    isReady: true,
    get: (path, fields) => served.ask('GET', path, fields),
    ask: async (method, path, headers = {}) => fetch(new Request(`http://127.0.0.1:3000${path}`, { method, headers })),
  };
  return served;
}

/** The fields of an answer as a record, in lower case. */
export const fieldsOf = (response: Response): Record<string, string> => Object.fromEntries(response.headers);
