import { isIP } from 'node:net';
import type { Instant } from '../model/instant.ts';
import { quoted } from '../model/selection-reader.ts';
import type { Site } from '../model/site.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { PushStore } from '../store/push-store.ts';
import { type Callback, readCallback, withParameters } from './callback.ts';
import type { Outgoing } from './outgoing.ts';
import { cloudNotice } from './rss-cloud.ts';
import { fullness, pathOf, type SubscribingOptions } from './subscribing.ts';

/** What the door answers: whether the subscription holds, and what there is to say of it. */
export interface CloudAnswer {
  readonly isDone: boolean;
  readonly text: string;
}

/** Answers the form of a subscriber. `asker` is the address that it came from: who names no domain is called there. */
export type CloudDoor = (form: URLSearchParams, asker: string) => Promise<CloudAnswer>;

export interface CloudDoorOptions extends Pick<SubscribingOptions, 'maxSubscriptions' | 'maxPerHost'> {
  readonly site: Site;
  readonly store: Pick<PushStore, 'readLoad' | 'confirm'>;
  readonly snapshotAt: (topic: string) => Promise<Snapshot | undefined>;
  readonly outgoing: Pick<Outgoing, 'send' | 'refuse'>;
  readonly challenge: () => string;
  readonly now: () => Instant;
  /** How often a minute one host is called; 0 is without limit. */
  readonly perMinute: (host: string) => number;
  /** Is called after a subscription was written down. */
  readonly onSettled: () => void;
}

/** Subscribers come back every 24 hours. */
const LEASE_SECONDS = 25 * 60 * 60;
const MAX_FEEDS = 100;
const MINUTE_MS = 60_000;

const no = (text: string): CloudAnswer => ({ isDone: false, text });

/**
 * Makes the door of rssCloud. A subscriber is called before its subscription counts, with a challenge when it named a
 * domain, which could be another's; only then it is answered.
 */
export function createCloudDoor(options: CloudDoorOptions): CloudDoor {
  const { site, store, snapshotAt, outgoing, now, onSettled } = options;
  const mayCall = createTurns(options);
  return async (form, asker) => {
    const callback = readHandler(form, asker);
    if ('text' in callback) return callback;
    const addresses = addressesIn(form);
    if (addresses.length === 0) return no('url1 is missing; write the address of a feed');
    if (addresses.length > MAX_FEEDS) return no(`at most ${MAX_FEEDS} feeds are possible at a time`);
    const refusal = outgoing.refuse(callback);
    if (refusal !== undefined) return no(refusal);
    const wanted: { readonly topic: string; readonly etag: string }[] = [];
    for (const address of addresses) {
      const topic = pathOf(site, address);
      // Taken before the handler is called: of whatever changes afterwards it will hear.
      const snapshot = topic === undefined ? undefined : await snapshotAt(topic);
      if (topic === undefined || snapshot === undefined) {
        return no(`${quoted(address)} is no feed of ${site.baseUrl}; write the self address of one`);
      }
      const asked = { protocol: 'rsscloud', topic, callback: callback.url, host: callback.host } as const;
      const full = await fullness(options, asked);
      if (full !== undefined) return no(full);
      wanted.push({ topic, etag: snapshot.etag });
    }
    if (!mayCall(callback.host)) return no(`${callback.host} has been called too often; try again in a minute`);
    const fault = await callHandler(options, callback, addresses[0] ?? '', form.has('domain'));
    if (fault !== undefined) return no(`the call to ${callback.url} failed: ${fault}`);
    for (const { topic, etag } of wanted) {
      const identity = { protocol: 'rsscloud', topic, callback: callback.url, host: callback.host } as const;
      const asked = { ...identity, number: 0, mode: 'subscribe', secret: undefined, reason: '' } as const;
      await store.confirm({ ...asked, leaseSeconds: LEASE_SECONDS }, now(), { etag });
    }
    onSettled();
    return { isDone: true, text: 'You will be told of changes for 25 hours. Come back every 24.' };
  };
}

/** Counts calls by host, minute by minute. */
function createTurns({ now, perMinute }: CloudDoorOptions): (host: string) => boolean {
  const calls = new Map<string, number>();
  let since: Instant | undefined;
  return (host) => {
    const at = now();
    if (since === undefined || at < since || at - since >= MINUTE_MS) {
      since = at;
      calls.clear();
    }
    const count = (calls.get(host) ?? 0) + 1;
    calls.set(host, count);
    const limit = perMinute(host);
    return limit === 0 || count <= limit;
  };
}

/** Where notices are to go: the domain that was named, or the address that the request came from. */
function readHandler(form: URLSearchParams, asker: string): Callback | CloudAnswer {
  const protocol = form.get('protocol')?.toLowerCase() || 'http-post';
  if (protocol !== 'http-post' && protocol !== 'https-post') {
    return no(`protocol is ${quoted(protocol)}; this server speaks http-post and https-post`);
  }
  const port = form.get('port') ?? '';
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    return no(`port is ${port === '' ? 'missing' : quoted(port)}; write a number from 1 to 65535`);
  }
  const path = form.get('path') ?? '';
  if (!path.startsWith('/')) return no(`path is ${path === '' ? 'missing' : quoted(path)}; begin it with a slash`);
  const domain =
    form
      .get('domain')
      ?.replace(/^https?:\/\//i, '')
      .replace(/\/+$/, '') || asker;
  if (/[/?#\\@\s]/.test(domain)) return no(`domain is ${quoted(domain)}; write the name of a host alone`);
  const host = isIP(domain) === 6 ? `[${domain}]` : domain;
  const isSecure = protocol === 'https-post' || port === '443';
  const callback = readCallback(`${isSecure ? 'https' : 'http'}://${host}:${port}${path}`);
  return 'problem' in callback ? no(callback.problem) : callback;
}

/** The values of url1, url2, …, each once. */
const addressesIn = (form: URLSearchParams): readonly string[] => [
  ...new Set([...form].filter(([name, value]) => /^url\d*$/i.test(name) && value !== '').map(([, value]) => value)),
];

/** Answers what is wrong with the handler, if something is. */
async function callHandler(
  { outgoing, challenge }: CloudDoorOptions,
  callback: Callback,
  address: string,
  isChallenged: boolean,
): Promise<string | undefined> {
  const expected = challenge();
  const reply = isChallenged
    ? await outgoing.send(withParameters(callback, new URLSearchParams({ url: address, challenge: expected })), {
        method: 'GET',
        headers: {},
      })
    : await outgoing.send(callback, cloudNotice(address));
  if (reply.kind === 'unanswered') return reply.reason;
  if (reply.status < 200 || reply.status > 299) return `it answered ${reply.status}`;
  return isChallenged && reply.body.trim() !== expected ? 'it did not echo the challenge' : undefined;
}
