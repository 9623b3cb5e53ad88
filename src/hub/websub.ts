import { feedAddress, hubAddress } from '../feeds/addresses.ts';
import { readFeedPath } from '../model/feed-key.ts';
import type { Subscription, Verification } from '../model/push.ts';
import type { Site } from '../model/site.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type Callback, withParameters } from './callback.ts';
import type { Message } from './message.ts';
import type { Outgoing } from './outgoing.ts';
import type { Protocol, Verdict } from './protocol.ts';
import { type SignatureAlgorithm, signatureOf } from './signature.ts';

export interface WebSubOptions {
  readonly site: Site;
  /** The finished feed of a canonical path: the very bytes that GET answers. */
  readonly snapshotAt: (topic: string) => Promise<Snapshot | undefined>;
  readonly outgoing: Pick<Outgoing, 'send'>;
  readonly algorithm: SignatureAlgorithm;
  /** A text that nobody can guess. */
  readonly challenge: () => string;
  /** Says why a request cannot be granted after all. */
  readonly denial: (verification: Verification) => Promise<string | undefined>;
}

/** The protocol of WebSub (W3C Recommendation of 23 January 2018), on the hub's side. */
export function webSub(options: WebSubOptions): Protocol {
  const { site, snapshotAt, algorithm } = options;
  // The same for all subscribers of one state.
  const known = new WeakMap<Snapshot, Message['headers']>();
  const fieldsOf = (snapshot: Snapshot): Message['headers'] => {
    const link = (): string => `<${hubAddress(site)}>; rel="hub", <${feedAddress(site, snapshot.key)}>; rel="self"`;
    const fields = known.get(snapshot) ?? { 'content-type': snapshot.contentType, link: link() };
    known.set(snapshot, fields);
    return fields;
  };
  return {
    isTrusted: false,
    parcel: async (subscription) => {
      const snapshot = await snapshotAt(subscription.topic);
      if (snapshot === undefined) return undefined;
      const { etag, body } = snapshot;
      const isNew = etag !== subscription.sentEtag;
      return { etag, message: isNew ? distribution(fieldsOf(snapshot), body, subscription, algorithm) : undefined };
    },
    verify: (verification, callback) => verify(options, verification, callback),
  };
}

/** Content distribution (§7): the feed as GET answers it, plain, with its type and links; signed for who gave a secret. */
function distribution(
  fields: Message['headers'],
  body: Uint8Array,
  { secret }: Subscription,
  algorithm: SignatureAlgorithm,
): Message {
  if (secret === undefined) return { method: 'POST', headers: fields, body };
  return { method: 'POST', headers: { ...fields, 'x-hub-signature': signatureOf(algorithm, secret, body) }, body };
}

/** Verification of intent (§5.3): any 2xx with exactly the challenge; all else, redirects too, is a no. */
async function verify(options: WebSubOptions, asked: Verification, callback: Callback): Promise<Verdict> {
  const { site, snapshotAt, outgoing, challenge, denial } = options;
  const { mode, topic, leaseSeconds } = asked;
  // Taken before the callback is asked: of whatever changes afterwards it will hear.
  const snapshot = await snapshotAt(topic);
  const key = readFeedPath(topic);
  if (key === undefined) return { kind: 'not meant', reason: 'there is no such feed' };
  const self = feedAddress(site, key);
  if (mode === 'subscribe') {
    const reason = snapshot === undefined ? 'there is no such feed any more' : await denial(asked);
    if (reason !== undefined) {
      await ask(outgoing, callback, { 'hub.mode': 'denied', 'hub.topic': self, 'hub.reason': reason });
      return { kind: 'denied', reason };
    }
  }
  const expected = challenge();
  const reply = await ask(outgoing, callback, {
    'hub.mode': mode,
    'hub.topic': self,
    'hub.challenge': expected,
    ...(mode === 'subscribe' ? { 'hub.lease_seconds': String(leaseSeconds) } : {}),
  });
  if (reply.kind === 'unanswered') return { kind: 'not meant', reason: reply.reason };
  const { status, body, isWhole } = reply;
  if (status < 200 || status > 299) {
    return { kind: 'not meant', status, reason: 'the callback did not confirm the request' };
  }
  if (!isWhole || body !== expected) return { kind: 'not meant', status, reason: 'the callback echoed something else' };
  return { kind: 'meant', etag: snapshot?.etag ?? '' };
}

const ask = (outgoing: Pick<Outgoing, 'send'>, callback: Callback, parameters: Readonly<Record<string, string>>) =>
  outgoing.send(withParameters(callback, new URLSearchParams(parameters)), { method: 'GET', headers: {} });
