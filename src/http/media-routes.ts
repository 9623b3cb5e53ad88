import type { Hono } from 'hono';
import type { OpenMedia } from '../content/media/open-media.ts';
import { RequestError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import { quoted } from '../model/selection-reader.ts';
import type { Site } from '../model/site.ts';
import { httpDate, readHttpDate } from '../time/instant.ts';
import { readRange } from './byte-range.ts';
import { isFresh, isUnmet } from './conditional.ts';
import { type Environment, type Exchange, fieldOf } from './exchange.ts';
import { serveGet } from './methods.ts';
import { replyProblem } from './problem.ts';
import { redirectUnlessAt } from './redirect.ts';

export interface MediaRoutes {
  readonly site: Site;
  /** Opens the picture or recording of this path, when a published article shows it. */
  readonly openMedia: (path: string) => Promise<OpenMedia | undefined>;
  readonly now: () => Instant;
}

const MAX_AGE_SECONDS = 3600;

/** Whatever a file holds, no browser takes it for a page of ours, and nothing in it runs. */
const SAFETY = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Content-Range, Content-Length, ETag',
  'cross-origin-resource-policy': 'cross-origin',
};
/** The reader of PDF that is built into browsers does not open what is in a sandbox. */
const UNBOXED: ReadonlySet<string> = new Set(['application/pdf']);

/** Pictures and recordings of the folder, whole or in parts (RFC 9110 §14), as far as published articles show them. */
export function serveMedia(app: Hono<Environment>, { site, openMedia, now }: MediaRoutes): void {
  serveGet(app, site, '/media/:path{.+}', async (exchange) => {
    const parts = exchange.env.address.path.split('/').slice(2).map(decodeURIComponent);
    const path = parts.join('/');
    const media = parts.some((part) => part.includes('/')) ? undefined : await openMedia(path);
    if (media === undefined) throw new RequestError(404, `no article shows a file ${quoted(path)}`);
    const canonical = `/media/${parts.map(encodeURIComponent).join('/')}`;
    return redirectUnlessAt(exchange, site, canonical) ?? replyMedia(exchange, media, site, now());
  });
}

function replyMedia(exchange: Exchange, media: OpenMedia, site: Site, now: Instant): Response {
  const etag = `"${media.signature}"`;
  const changedAt = media.modifiedAt;
  const current = { etag, ...(changedAt === undefined ? {} : { changedAt }) };
  const state = {
    etag,
    ...(changedAt === undefined ? {} : { 'last-modified': httpDate(changedAt) }),
    'cache-control': `public, max-age=${MAX_AGE_SECONDS}`,
    'accept-ranges': 'bytes',
    ...SAFETY,
    ...(UNBOXED.has(media.mimeType) ? { 'content-security-policy': "object-src 'none'" } : {}),
  };
  const asked = {
    ifNoneMatch: fieldOf(exchange, 'if-none-match'),
    ifModifiedSince: fieldOf(exchange, 'if-modified-since'),
    ifMatch: fieldOf(exchange, 'if-match'),
    ifUnmodifiedSince: fieldOf(exchange, 'if-unmodified-since'),
  };
  const accept = fieldOf(exchange, 'accept');
  if (isUnmet(asked, current, now)) {
    return replyProblem(accept, site, { status: 412, detail: 'the file is another one by now', headers: state });
  }
  if (isFresh(asked, current, now)) return new Response(null, { status: 304, headers: state });

  const isWanted = exchange.req.method === 'GET' && isSame(fieldOf(exchange, 'if-range'), current, now);
  const range = isWanted ? readRange(fieldOf(exchange, 'range'), media.bytes) : undefined;
  if (range === 'beyond') {
    const headers = { ...state, 'content-range': `bytes */${media.bytes}` };
    return replyProblem(accept, site, { status: 416, detail: `the file has ${media.bytes} bytes`, headers });
  }
  const { first, last } = range ?? { first: 0, last: media.bytes - 1 };
  const headers = {
    ...state,
    'content-type': media.mimeType,
    'content-length': `${last - first + 1}`,
    ...(range === undefined ? {} : { 'content-range': `bytes ${first}-${last}/${media.bytes}` }),
  };
  const isEmpty = exchange.req.method === 'HEAD' || media.bytes === 0;
  return new Response(isEmpty ? null : media.read(first, last), { status: range === undefined ? 200 : 206, headers });
}

/** RFC 9110 §13.1.5: a part is sent only of the state that the asker has a part of. */
function isSame(ifRange: string | undefined, current: { etag: string; changedAt?: Instant }, now: Instant): boolean {
  if (ifRange === undefined || ifRange === current.etag) return true;
  return current.changedAt !== undefined && readHttpDate(ifRange, now) === current.changedAt;
}
