import type { IncomingMessage, ServerResponse } from 'node:http';
import { CODINGS, type EncodedBodies } from '../feeds/encodings.ts';
import type { Publisher } from '../feeds/publisher.ts';
import type { Instant } from '../model/instant.ts';
import type { Site } from '../model/site.ts';
import { codingChooser } from './accept-encoding.ts';
import { type Asked, readAsked } from './asked.ts';
import type { FullFetches } from './full-fetches.ts';
import { type Fields, isYoung, type PreparedFields } from './prepared-fields.ts';

export interface HotFeedsOptions {
  readonly site: Pick<Site, 'baseUrl'>;
  readonly publisher: Pick<Publisher, 'ready'>;
  readonly encoded: Pick<EncodedBodies, 'readyAt'>;
  /** What the usual way has said of a feed; nothing else is ever said here. */
  readonly prepared: Pick<PreparedFields, 'known'>;
  readonly fullFetches: Pick<FullFetches, 'refuseWhole'>;
  readonly now: () => Instant;
}

/** An answer that is ready. */
export interface Hot {
  readonly status: 200 | 304;
  /** One record for as long as the same is said. */
  readonly fields: Fields;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
}

/** Looks up the answer to GET of an address as it was sent, by a peer; undefined when the usual way has to answer. */
export type HotFeeds = (url: string, asked: Asked, peer: string | undefined) => Hot | undefined;

/** Answers what it has ready on Node's own request and answer, says so, and touches nothing else. */
export type Front = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/** Longer addresses are refused elsewhere. */
const MAX_LENGTH = 4_000;

/**
 * Finds in memory the answers to the requests that make up nearly all of a feed server's work: GET of a feed whose bytes
 * and fields are ready, whole or with the very ETag that it has.
 *
 * It keeps nothing of its own: the bytes are the publisher's, so a change is seen at once, and the fields are those that
 * the usual way has answered with. Whatever is out of the ordinary goes that way: other methods, other conditions, other
 * spellings, deltas, bodies, odd hosts, and who fetches too much.
 */
export function createHotFeeds(options: HotFeedsOptions): HotFeeds {
  const { publisher, encoded, prepared, fullFetches, now } = options;
  const basePath = new URL(options.site.baseUrl).pathname;
  const chooseCoding = codingChooser(CODINGS);

  return (url, asked, peer) => {
    // Feeds are kept by their canonical paths: any other spelling, a query, an absolute address finds none.
    if (url.length > MAX_LENGTH || !url.startsWith('/')) return undefined;
    const path = url.slice(url.startsWith(basePath) ? basePath.length : 1);
    const snapshot = publisher.ready(path);
    if (snapshot === undefined || isYoung(snapshot.changedAt, now())) return undefined;
    const coding = chooseCoding(asked.acceptEncoding);
    const known = prepared.known(snapshot, coding);
    if (known === undefined) return undefined;
    if (asked.ifNoneMatch !== undefined) {
      // A copy of gzip that was joined is as good as one that was compressed as a whole.
      const named =
        asked.ifNoneMatch === known.etag ? known : coding === 'gzip' ? prepared.known(snapshot, 'joined') : known;
      return asked.ifNoneMatch === named?.etag ? { status: 304, fields: named.kept, body: undefined } : undefined;
    }
    const body = coding === undefined ? snapshot.body : encoded.readyAt(known.etag);
    if (asked.hasOtherCondition || body === undefined || known.whole === undefined) return undefined;
    // Who is refused here is refused there, in words.
    const isCounted = snapshot.key.archive === undefined;
    if (isCounted && fullFetches.refuseWhole(peer, asked.forwardedFor, path) !== undefined) return undefined;
    return { status: 200, fields: known.whole, body };
  };
}

/**
 * Answers with hot feeds in front of the router, on connections that Node's own server has: a request through the router
 * takes half as much again.
 */
export function createFront(find: HotFeeds, countAnswer: (status: number) => void): Front {
  return ({ method, url = '', rawHeaders, socket }, outgoing) => {
    const asked = method === 'GET' ? readAsked(rawHeaders) : undefined;
    const hot = asked && find(url, asked, socket.remoteAddress);
    if (hot === undefined) return false;
    outgoing.writeHead(hot.status, hot.fields).end(hot.body);
    countAnswer(hot.status);
    return true;
  };
}
