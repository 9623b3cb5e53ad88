import { feedAddress } from '../feeds/addresses.ts';
import { readFeedPath } from '../model/feed-key.ts';
import type { AskedSubscription, Verification } from '../model/push.ts';
import { quoted } from '../model/selection-reader.ts';
import type { Site } from '../model/site.ts';
import type { PushStore } from '../store/push-store.ts';
import { type Callback, readCallback } from './callback.ts';

/** What the hub answers to a request, in plain text. */
export interface HubAnswer {
  readonly status: 202 | 204 | 400 | 404 | 503;
  readonly text: string;
}

export interface SubscribingOptions {
  readonly site: Site;
  readonly store: Pick<PushStore, 'readLoad'>;
  /** Says whether there is a feed of this canonical path. */
  readonly isKnown: (topic: string) => Promise<boolean>;
  /** Says why a callback can never be sent to. */
  readonly refuse: (callback: Callback) => string | undefined;
  /** Keeps a request until its callback has been asked. */
  readonly keep: (asked: Omit<Verification, 'number'>) => Promise<void>;
  readonly leaseSeconds: { readonly byDefault: number; readonly least: number; readonly most: number };
  readonly maxSubscriptions: number;
  readonly maxPerHost: number;
}

/** Answers the form that a subscriber sent. `canonicalOf` names the own address of a feed that was asked for by another. */
export type Subscribing = (
  form: URLSearchParams,
  canonicalOf: (topic: string) => Promise<string | undefined>,
) => Promise<HubAnswer>;

/** WebSub §5.1: shorter than 200 bytes. */
const MAX_SECRET_BYTES = 199;
/** What a request may say at most once. */
const SINGLE = ['hub.mode', 'hub.callback', 'hub.topic', 'hub.lease_seconds', 'hub.secret'];

const bad = (text: string): HubAnswer => ({ status: 400, text });

/** What a request asks for; undefined where nothing is said. */
interface Asked {
  readonly mode: 'subscribe' | 'unsubscribe';
  readonly callback: Callback;
  readonly topic: string;
  readonly secret: string | undefined;
  readonly leaseSeconds: number | undefined;
}

/**
 * Makes the door of the hub (WebSub §5.1). A request that can be understood is kept and answered 202, whatever becomes of
 * it; one that cannot is told why. Nothing changes before the callback has been asked.
 */
export function createSubscribing(options: SubscribingOptions): Subscribing {
  const { site, isKnown, keep } = options;
  return async (form, canonicalOf) => {
    // Changes are noticed here without anybody's word, so there is nothing to do, and nothing to forge.
    if (form.get('hub.mode') === 'publish') return { status: 204, text: '' };
    const asked = readForm(form);
    if ('status' in asked) return asked;
    const { mode, callback, secret } = asked;
    const refusal = options.refuse(callback);
    if (refusal !== undefined) return bad(`hub.callback: ${refusal}`);
    const topic = pathOf(site, asked.topic);
    if (topic === undefined || (mode === 'subscribe' && !(await isKnown(topic)))) {
      return { status: 404, text: await unknownTopic(site, asked.topic, topic, canonicalOf) };
    }
    const identity = { protocol: 'websub', topic, callback: callback.url, host: callback.host } as const;
    const full = await fullness(options, identity, mode === 'unsubscribe');
    if (full !== undefined) return { status: 503, text: full };
    const leaseSeconds = granted(options, asked.leaseSeconds);
    await keep({ ...identity, mode, secret, leaseSeconds, reason: '' });
    return { status: 202, text: `the callback will be asked whether it wants to ${mode}` };
  };
}

/** Says why one more subscription cannot be had; a renewal and an unsubscription (`isNoMore`) always can. */
export async function fullness(
  { store, maxSubscriptions, maxPerHost }: Pick<SubscribingOptions, 'store' | 'maxSubscriptions' | 'maxPerHost'>,
  asked: AskedSubscription,
  isNoMore = false,
): Promise<string | undefined> {
  const load = await store.readLoad(asked);
  if (load.verificationsOfHost > maxPerHost) {
    return `too many requests wait for ${asked.host} to confirm them; try again in some minutes`;
  }
  if (load.isRenewal || isNoMore) return undefined;
  if (load.subscriptions >= maxSubscriptions) return `this hub has ${maxSubscriptions} subscriptions and takes no more`;
  return load.subscriptionsOfHost >= maxPerHost
    ? `${asked.host} has ${maxPerHost} subscriptions here and cannot have more`
    : undefined;
}

function readForm(form: URLSearchParams): Asked | HubAnswer {
  const twice = SINGLE.find((name) => form.getAll(name).length > 1);
  if (twice !== undefined) return bad(`${twice} is given more than once`);
  const said = (name: string): string | undefined => form.get(name) || undefined;
  const mode = said('hub.mode');
  if (mode !== 'subscribe' && mode !== 'unsubscribe') {
    return bad(`hub.mode is ${mode === undefined ? 'missing' : quoted(mode)}; write subscribe or unsubscribe`);
  }
  const callbackText = said('hub.callback');
  if (callbackText === undefined) return bad('hub.callback is missing; write the address that is to be called');
  const callback = readCallback(callbackText);
  if ('problem' in callback) return bad(`hub.callback: ${callback.problem}`);
  const topic = said('hub.topic');
  if (topic === undefined) return bad('hub.topic is missing; write the self address of a feed');
  const secret = said('hub.secret');
  const bytes = Buffer.byteLength(secret ?? '');
  if (bytes > MAX_SECRET_BYTES)
    return bad(`hub.secret is ${bytes} bytes long, at most ${MAX_SECRET_BYTES} are possible`);
  const lease = said('hub.lease_seconds');
  if (lease !== undefined && !/^\d{1,15}$/.test(lease)) {
    return bad(`hub.lease_seconds is ${quoted(lease)}; write a number of seconds`);
  }
  return { mode, callback, topic, secret, leaseSeconds: lease === undefined ? undefined : Number(lease) };
}

const granted = ({ leaseSeconds: { byDefault, least, most } }: SubscribingOptions, asked: number | undefined): number =>
  Math.max(least, Math.min(most, asked ?? byDefault));

/** The path of a topic, if it is the very self of a feed that could be here. */
export function pathOf(site: Site, topic: string): string | undefined {
  const path = topic.startsWith(site.baseUrl) ? topic.slice(site.baseUrl.length) : '';
  const key = readFeedPath(path);
  return key !== undefined && feedAddress(site, key) === topic ? path : undefined;
}

async function unknownTopic(
  site: Site,
  topic: string,
  path: string | undefined,
  canonicalOf: (topic: string) => Promise<string | undefined>,
): Promise<string> {
  const canonical = path === undefined ? await canonicalOf(topic) : undefined;
  if (canonical !== undefined) {
    return `hub.topic: ${quoted(topic)} is another address of a feed; subscribe to its self, ${canonical}`;
  }
  if (path === undefined && !topic.startsWith(site.baseUrl)) {
    return `hub.topic: ${quoted(topic)} is not here; this hub serves the feeds of ${site.baseUrl}`;
  }
  return `hub.topic: ${quoted(topic)} is no feed of this site; write the self address of one, without parameters`;
}
