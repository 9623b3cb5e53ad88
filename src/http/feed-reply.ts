import { feedAddress, pageAddress } from '../feeds/addresses.ts';
import { CODINGS, type Coding, codedEtag, type EncodedBodies } from '../feeds/encodings.ts';
import type { Instant } from '../model/instant.ts';
import type { Site } from '../model/site.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { httpDate } from '../time/instant.ts';
import { chooseCoding } from './accept-encoding.ts';
import { isFresh } from './conditional.ts';
import { type Exchange, fieldOf } from './exchange.ts';

type Headers = Record<string, string>;

/** What a 200 and a 304 of a feed say alike (RFC 9110 §15.4.5 asks for less; readers store what they see). */
function headersOf(site: Site, snapshot: Snapshot, etag: string, now: Instant): Headers {
  const { key, contentType, changedAt } = snapshot;
  return {
    'content-type': contentType,
    etag,
    // Two changes within one second get two seconds; the second one is told only when it is over (RFC 9110 §8.8.2.1).
    'last-modified': httpDate(changedAt > now ? now : changedAt),
    'cache-control': `public, max-age=${site.maxAgeSeconds}`,
    vary: 'Accept-Encoding',
    link: `<${feedAddress(site, key)}>; rel="self", <${pageAddress(site, key.selection)}>; rel="alternate"; type="text/html"`,
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'ETag, Last-Modified, Link, Content-Location',
    'x-content-type-options': 'nosniff',
  };
}

export interface FeedReplies {
  readonly site: Site;
  readonly encoded: EncodedBodies;
  readonly now: () => Instant;
}

/**
 * Answers with a feed, or with 304 when the asker's copy is still good: one path for both, so they cannot disagree.
 * `contentLocation` is the canonical address, for the addresses of other programs that show the same feed.
 * Answers without a pause when the bytes are in memory.
 */
export function replyFeed(
  exchange: Exchange,
  snapshot: Snapshot,
  { site, encoded, now }: FeedReplies,
  contentLocation?: string,
): Response | Promise<Response> {
  const coding = chooseCoding(fieldOf(exchange, 'accept-encoding'), CODINGS);
  const etag = coding === undefined ? snapshot.etag : codedEtag(snapshot.etag, coding);
  const at = now();
  const headers = headersOf(site, snapshot, etag, at);
  if (contentLocation !== undefined) headers['content-location'] = contentLocation;
  const asked = {
    ifNoneMatch: fieldOf(exchange, 'if-none-match'),
    ifModifiedSince: fieldOf(exchange, 'if-modified-since'),
  };
  if (isFresh(asked, { etag, changedAt: snapshot.changedAt }, at)) return new Response(null, { status: 304, headers });
  if (coding === undefined) return withBody(snapshot.body, headers);
  const ready = encoded.ready(snapshot, coding);
  if (ready !== undefined) return withBody(ready, headers, coding);
  return encoded.encode(snapshot, coding).then((body) => withBody(body, headers, coding));
}

function withBody(body: Uint8Array<ArrayBuffer>, headers: Headers, coding?: Coding): Response {
  if (coding !== undefined) headers['content-encoding'] = coding;
  // With the length given, node-server hands the record to Node as it is.
  headers['content-length'] = String(body.byteLength);
  return new Response(body, { status: 200, headers });
}
