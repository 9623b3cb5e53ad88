import { CODINGS, type EncodedBodies } from '../feeds/encodings.ts';
import type { Publisher } from '../feeds/publisher.ts';
import type { Instant } from '../model/instant.ts';
import type { Site } from '../model/site.ts';
import { codingChooser } from './accept-encoding.ts';
import type { FullFetches } from './full-fetches.ts';
import { isYoung, type PreparedFields } from './prepared-fields.ts';
import type { Front } from './server.ts';

export interface HotFeedsOptions {
  readonly site: Pick<Site, 'baseUrl'>;
  readonly publisher: Pick<Publisher, 'ready'>;
  readonly encoded: Pick<EncodedBodies, 'readyAt'>;
  /** What the usual way has said of a feed; nothing else is ever said here. */
  readonly prepared: Pick<PreparedFields, 'known'>;
  readonly fullFetches: Pick<FullFetches, 'refuseWhole'>;
  readonly now: () => Instant;
  readonly countAnswer: (status: number) => void;
}

/** Longer addresses are refused elsewhere. */
const MAX_LENGTH = 4_000;

/**
 * Answers in front of the router the requests that make up nearly all of a feed server's work: GET of a feed whose
 * bytes and fields are in memory, whole or with the very ETag that it has. That leaves Node's parser and its writing to
 * the socket; a request through the router takes half as much again.
 *
 * It keeps nothing of its own: the bytes are the publisher's, so a change is seen at once, and the fields are those that
 * the usual way has answered with. Whatever is out of the ordinary goes that way: other methods, other conditions, other
 * spellings, deltas, bodies, odd hosts, and who fetches too much.
 */
export function createHotFeeds(options: HotFeedsOptions): Front {
  const { publisher, encoded, prepared, fullFetches, now, countAnswer } = options;
  const basePath = new URL(options.site.baseUrl).pathname;
  const chooseCoding = codingChooser(CODINGS);

  return (incoming, outgoing) => {
    const { method, url = '' } = incoming;
    if (method !== 'GET' || url.length > MAX_LENGTH) return false;
    // Feeds are kept by their canonical paths: any other spelling, a query, an absolute address finds none.
    if (!url.startsWith('/')) return false;
    const path = url.slice(url.startsWith(basePath) ? basePath.length : 1);
    const snapshot = publisher.ready(path);
    if (snapshot === undefined || isYoung(snapshot.changedAt, now())) return false;
    const asked = readAsked(incoming.rawHeaders);
    if (asked === undefined) return false;
    const coding = chooseCoding(asked.acceptEncoding);
    const known = prepared.known(snapshot, coding);
    if (known === undefined) return false;
    if (asked.ifNoneMatch !== undefined) {
      // A copy of gzip that was joined is as good as one that was compressed as a whole.
      const named =
        asked.ifNoneMatch === known.etag ? known : coding === 'gzip' ? prepared.known(snapshot, 'joined') : known;
      if (asked.ifNoneMatch !== named?.etag) return false;
      outgoing.writeHead(304, named.kept).end();
      countAnswer(304);
      return true;
    }
    const body = coding === undefined ? snapshot.body : encoded.readyAt(known.etag);
    if (asked.hasOtherCondition || body === undefined || known.whole === undefined) return false;
    // Who is refused here is refused there, in words.
    if (snapshot.key.archive === undefined && fullFetches.refuseWhole(incoming, path) !== undefined) return false;
    outgoing.writeHead(200, known.whole).end(body);
    countAnswer(200);
    return true;
  };
}

interface Asked {
  acceptEncoding: string | undefined;
  ifNoneMatch: string | undefined;
  /** If-Modified-Since, which counts only without If-None-Match (RFC 9110 §13.2.2). */
  hasOtherCondition: boolean;
}

/** The hosts that node-server takes as they are; it reads others as part of an address. */
const PLAIN_HOST = /^[a-z0-9._-]+(?::(?:[1-5]\d{3,4}|[6-9]\d{3}))?$/;

/** Fields that bring other answers than the usual ones, or a body to be read. */
const UNUSUAL: ReadonlySet<string> = new Set([
  'a-im',
  'content-length',
  'expect',

  'if-match',
  'if-range',
  'if-unmodified-since',
  'range',
  'transfer-encoding',
  'upgrade',
]);
/** The lengths of all names that matter: most others are passed over by theirs. */
const LENGTHS: ReadonlySet<number> = new Set(
  ['host', 'accept-encoding', 'if-none-match', 'if-modified-since', ...UNUSUAL].map((name) => name.length),
);

/** Reads the fields that answers depend on; undefined when one of them is out of the ordinary. */
function readAsked(rawHeaders: readonly string[]): Asked | undefined {
  const asked: Asked = { acceptEncoding: undefined, ifNoneMatch: undefined, hasOtherCondition: false };
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const written = rawHeaders[at] ?? '';
    if (!LENGTHS.has(written.length)) continue;
    const name = written.toLowerCase();
    const value = rawHeaders[at + 1] ?? '';
    if (name === 'host') {
      hosts += 1;
      if (!PLAIN_HOST.test(value)) return undefined;
    } else if (name === 'accept-encoding') {
      if (asked.acceptEncoding !== undefined) return undefined;
      asked.acceptEncoding = value;
    } else if (name === 'if-none-match') {
      if (asked.ifNoneMatch !== undefined) return undefined;
      asked.ifNoneMatch = value;
    } else if (name === 'if-modified-since') asked.hasOtherCondition = true;
    else if (UNUSUAL.has(name)) return undefined;
  }
  return hosts === 1 ? asked : undefined;
}
