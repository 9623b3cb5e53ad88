import { BlockList } from 'node:net';
import { onTestFinished } from 'vitest';
import { EncodedBodies } from '../../src/feeds/encodings.ts';
import { Pieces } from '../../src/feeds/pieces.ts';
import { Publisher } from '../../src/feeds/publisher.ts';
import { Variants } from '../../src/feeds/variants.ts';
import { createApp, type Fetch } from '../../src/http/app.ts';
import { FullFetches } from '../../src/http/full-fetches.ts';
import { HubLimit } from '../../src/http/hub-limit.ts';
import { PageMemory } from '../../src/http/page-memory.ts';
import { PreparedFields } from '../../src/http/prepared-fields.ts';
import { guardOf } from '../../src/hub/address-guard.ts';
import { readCallback } from '../../src/hub/callback.ts';
import { createCloudDoor } from '../../src/hub/cloud-door.ts';
import { openOutgoing } from '../../src/hub/outgoing.ts';
import { pinging } from '../../src/hub/pinging.ts';
import { PushEngine } from '../../src/hub/push-engine.ts';
import { rssCloud } from '../../src/hub/rss-cloud.ts';
import type { SignatureAlgorithm } from '../../src/hub/signature.ts';
import { createSubscribing, fullness } from '../../src/hub/subscribing.ts';
import { webhooks } from '../../src/hub/webhook.ts';
import { webSub } from '../../src/hub/websub.ts';
import { readFeedPath } from '../../src/model/feed-key.ts';
import type { Instant } from '../../src/model/instant.ts';
import type { PushEvent } from '../../src/model/push.ts';
import type { Site } from '../../src/model/site.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { SITE } from '../http/served-site.ts';
import { at, made, NOW, readAll } from '../store/made-articles.ts';

export interface Wishes {
  readonly site?: Partial<Site>;
  readonly database?: string;
  readonly timeoutMs?: number;
  readonly retryFirstMs?: number;
  readonly algorithm?: SignatureAlgorithm;
  readonly lease?: { readonly byDefault: number; readonly least: number; readonly most: number };
  readonly maxSubscriptions?: number;
  readonly maxPerHost?: number;
  readonly requestsPerMinute?: number;
  readonly verificationsPerMinute?: number;
  readonly hubs?: readonly string[];
  /** Told of everything that the article's tag A has. */
  readonly webhooks?: readonly { readonly url: string; readonly secret?: string; readonly topic?: string }[];
}

export interface PushingSite {
  readonly fetch: Fetch;
  readonly store: Store;
  readonly engine: PushEngine;
  readonly faults: unknown[];
  /** Is added to what the clock of the machine says. */
  offsetMs: number;
  readonly now: () => Instant;
  /** Sends a form to the hub. */
  ask(form: Readonly<Record<string, string>> | string, fields?: Readonly<Record<string, string>>): Promise<Response>;
  get(path: string, method?: string): Promise<Response>;
  /** The absolute address of a feed. */
  topic(path: string): string;
  /** Writes the article that bears A and B anew. */
  change(title: string): Promise<void>;
  events(): Promise<readonly PushEvent[]>;
  stop(): Promise<void>;
}

const HUB_SITE: Site = { ...SITE, hasHub: true };

/** A whole site that pushes, to 127.0.0.1 and to no other address of this machine; its clock runs. */
export async function pushingSite(wishes: Wishes = {}): Promise<PushingSite> {
  const site: Site = { ...HUB_SITE, ...wishes.site };
  const store = openStore(wishes.database ?? ':memory:');
  const now = (): Instant => at(new Date(Date.now() + pushing.offsetMs).toISOString());
  const pieces = new Pieces(site, 1_000_000);
  const publisher = new Publisher({ site, store, items: 30, documentBytes: 500_000, maxBytes: 1_000_000, pieces });
  const variants = new Variants({ site, store, items: 30, maxBytes: 1_000_000, now });
  const allowed = new BlockList();
  allowed.addAddress('127.0.0.1', 'ipv4');
  const outgoing = openOutgoing({
    guard: guardOf(allowed),
    timeoutMs: wishes.timeoutMs ?? 2_000,
    connectionsPerHost: 128,
  });
  const faults: unknown[] = [];
  const snapshotAt = async (topic: string) => {
    const key = readFeedPath(topic);
    return key && publisher.snapshot(key);
  };
  const caps = {
    store: store.push,
    maxSubscriptions: wishes.maxSubscriptions ?? 10_000,
    maxPerHost: wishes.maxPerHost ?? 10_000,
  };
  let challenges = 0;
  const engine = new PushEngine({
    store: store.push,
    outgoing,
    protocols: {
      websub: webSub({
        site,
        snapshotAt,
        outgoing,
        algorithm: wishes.algorithm ?? 'sha256',
        challenge: () => {
          challenges += 1;
          return `challenge-${challenges}-${Math.random()}`;
        },
        denial: (verification) => fullness(caps, verification),
      }),
      ping: pinging(site, store.push),
      rsscloud: rssCloud(site, snapshotAt),
      webhook: webhooks({ site, store, items: 30, algorithm: wishes.algorithm ?? 'sha256' }),
    },
    snapshotAt,
    now,
    random: Math.random,
    retryFirstMs: wishes.retryFirstMs ?? 100,
    perMinute: () => wishes.verificationsPerMinute ?? 0,
    onFault: (error) => faults.push(error),
  });
  store.onChange((change) => {
    publisher.forget(change);
    variants.forget();
    engine.wake();
  });
  const fetch = createApp({
    site,
    publisher,
    encoded: new EncodedBodies(1_000_000, { joiner: pieces }),
    prepared: new PreparedFields(),
    fullFetches: new FullFetches({ perHour: undefined, trusted: undefined, now }),
    now,
    store,
    openMedia: async () => undefined,
    variants,
    encodedVariants: new EncodedBodies(1_000_000),
    pages: new PageMemory(1_000_000),
    items: 30,
    hub: {
      subscribing: createSubscribing({
        ...caps,
        site,
        isKnown: async (topic) => (await snapshotAt(topic)) !== undefined,
        refuse: outgoing.refuse,
        keep: (asked) => engine.keep(asked),
        leaseSeconds: wishes.lease ?? { byDefault: 864_000, least: 60, most: 2_592_000 },
      }),
      cloud: createCloudDoor({
        ...caps,
        site,
        snapshotAt,
        outgoing,
        challenge: () => `challenge-${Math.random()}`,
        now,
        perMinute: () => wishes.verificationsPerMinute ?? 0,
        onSettled: () => engine.wake(),
      }),
      limit: new HubLimit({ perMinute: wishes.requestsPerMinute, trusted: undefined, now }),
    },
    isReady: () => true,
    metrics: async () => ({ text: '', contentType: 'text/plain' }),
    onFault: (error) => faults.push(error),
  });
  let isStopped = false;
  const pushing: PushingSite = {
    fetch,
    store,
    engine,
    faults,
    offsetMs: 0,
    now,
    ask: async (form, fields = {}) =>
      fetch(
        new Request('http://127.0.0.1:3000/hub', {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', ...fields },
          body: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
        }),
      ),
    get: async (path, method = 'GET') => fetch(new Request(`http://127.0.0.1:3000${path}`, { method })),
    topic: (path) => new URL(path, site.baseUrl).href,
    change: async (title) => {
      await store.applyChanges(readAll(made('one', { tags: ['A', 'B'], title })), now());
    },
    events: () => store.push.readEvents(1_000),
    stop: async () => {
      if (isStopped) return;
      isStopped = true;
      await engine.stop(1_000);
      await outgoing.close();
      store.close();
    },
  };
  onTestFinished(() => pushing.stop());
  if (!(await store.hasFiles())) {
    await store.applyChanges(readAll(made('one', { tags: ['A', 'B'] }), made('two', { tags: ['C'] })), NOW);
  }
  const hubs = (wishes.hubs ?? []).flatMap((url) => {
    const callback = readCallback(url);
    return 'problem' in callback ? [] : [{ topic: 'feed.rss', callback: url, host: callback.host, secret: undefined }];
  });
  await store.push.keepStanding('ping', hubs, now());
  const cursor = await store.journalEnd();
  const standing = (wishes.webhooks ?? []).flatMap(({ url, secret, topic = 'tags/a.json' }) => {
    const callback = readCallback(url);
    return 'problem' in callback ? [] : [{ topic, callback: url, host: callback.host, secret, cursor }];
  });
  await store.push.keepStanding('webhook', standing, now());
  await engine.start();
  return pushing;
}
