import type { Publisher } from '../feeds/publisher.ts';
import { HubLimit } from '../http/hub-limit.ts';
import type { HubRoutes } from '../http/hub-routes.ts';
import { guardOf } from '../hub/address-guard.ts';
import { readCallback } from '../hub/callback.ts';
import { createCloudDoor } from '../hub/cloud-door.ts';
import { MAX_SLOW_PER_HOST } from '../hub/delivery-queue.ts';
import { openOutgoing } from '../hub/outgoing.ts';
import { pinging } from '../hub/pinging.ts';
import { PushEngine } from '../hub/push-engine.ts';
import { rssCloud } from '../hub/rss-cloud.ts';
import { createSubscribing, fullness } from '../hub/subscribing.ts';
import { webhooks } from '../hub/webhook.ts';
import { webSub } from '../hub/websub.ts';
import { feedPath, readFeedPath } from '../model/feed-key.ts';
import { ALL } from '../model/selection.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Store } from '../store/store.ts';
import { random, secretText } from './chance.ts';
import { now } from './clock.ts';
import type { Config } from './config.ts';
import type { Logger } from './log.ts';

/** Callbacks of one host are asked this often a minute at the most, unless the operator allowed the host by its address. */
const VERIFICATIONS_PER_MINUTE = 120;
/** How long what is under way may go on after the program was told to stop. */
const DRAIN_MS = 5_000;

export interface Push {
  /** For the address of the hub; undefined where this server is none. */
  readonly hub: HubRoutes['hub'];
  readonly engine: PushEngine;
  close(): Promise<void>;
}

/** Builds everything that sends: to subscribers of our own hub, and to other hubs. */
export function openPush({ settings, site }: Config, store: Store, publisher: Publisher, log: Logger): Push {
  const guard = guardOf(settings.HUB_ALLOW_CALLBACKS);
  const strict = guardOf(undefined);
  const outgoing = openOutgoing({
    guard,
    timeoutMs: settings.HUB_TIMEOUT * 1000,
    connectionsPerHost: MAX_SLOW_PER_HOST,
  });
  const snapshotAt = async (topic: string): Promise<Snapshot | undefined> => {
    const ready = publisher.ready(topic);
    if (ready !== undefined) return ready;
    const key = readFeedPath(topic);
    return key && publisher.snapshot(key);
  };
  const caps = {
    store: store.push,
    maxSubscriptions: settings.HUB_MAX_SUBSCRIPTIONS,
    maxPerHost: settings.HUB_MAX_PER_HOST,
  };
  const ownHub = webSub({
    site,
    snapshotAt,
    outgoing,
    algorithm: settings.HUB_SIGNATURE,
    challenge: secretText,
    denial: (verification) => fullness(caps, verification),
  });
  // Only an address that is not public is known to be the operator's own.
  const perMinute = (host: string): number => (guard(host) && !strict(host) ? 0 : VERIFICATIONS_PER_MINUTE);
  const webhook = webhooks({ site, store, items: settings.FEED_ITEMS, algorithm: settings.HUB_SIGNATURE });
  const engine = new PushEngine({
    store: store.push,
    outgoing,
    protocols: {
      ...(settings.HUB === 'on' ? { websub: ownHub, rsscloud: rssCloud(site, snapshotAt) } : {}),
      ping: pinging(site, store.push),
      webhook,
    },
    snapshotAt,
    now,
    random,
    retryFirstMs: settings.HUB_RETRY_FIRST * 1000,
    perMinute,
    onFault: (error) => log.error({ err: error }, 'pushing failed'),
  });
  const subscribing = createSubscribing({
    ...caps,
    site,
    isKnown: async (topic) => (await snapshotAt(topic)) !== undefined,
    refuse: outgoing.refuse,
    keep: (asked) => engine.keep(asked),
    leaseSeconds: {
      byDefault: settings.HUB_LEASE_DEFAULT,
      least: settings.HUB_LEASE_MIN,
      most: settings.HUB_LEASE_MAX,
    },
  });
  const cloud = createCloudDoor({
    ...caps,
    site,
    snapshotAt,
    outgoing,
    challenge: secretText,
    now,
    perMinute,
    onSettled: () => engine.wake(),
  });
  const limit = new HubLimit({
    perMinute: settings.HUB_REQUESTS_PER_MINUTE,
    trusted: settings.TRUSTED_PROXIES,
    now,
  });
  return {
    hub: settings.HUB === 'on' ? { subscribing, cloud, limit } : undefined,
    engine,
    close: async () => {
      await engine.stop(DRAIN_MS);
      await outgoing.close();
    },
  };
}

/** Begins to push: takes up what was under way, and takes over the hubs that the settings name. */
export async function startPush({ engine }: Push, { settings }: Config, store: Store): Promise<void> {
  const topic = feedPath({ selection: ALL, format: 'rss' });
  const hubs = (settings.HUBS ?? []).flatMap((url) => {
    const callback = readCallback(url);
    return 'problem' in callback ? [] : { topic, callback: url, host: callback.host, secret: undefined };
  });
  await store.push.keepStanding('ping', hubs, now());
  await engine.start();
}

/**
 * Takes over the webhooks that the settings name. A new one is told of what changes from now on; one that was there goes
 * on where it was.
 */
export async function keepWebhooks({ engine }: Push, { settings }: Config, store: Store): Promise<void> {
  const cursor = await store.journalEnd();
  const wanted = (settings.WEBHOOKS ?? []).flatMap(({ selection, url, secret }) => {
    const callback = readCallback(url);
    const topic = feedPath({ selection, format: 'json' });
    return 'problem' in callback ? [] : { topic, callback: url, host: callback.host, secret, cursor };
  });
  await store.push.keepStanding('webhook', wanted, now());
  engine.wake();
}
