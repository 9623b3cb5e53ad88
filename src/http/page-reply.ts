import { createHash } from 'node:crypto';
import type { Instant } from '../model/instant.ts';
import type { Site } from '../model/site.ts';
import { isFresh } from './conditional.ts';
import { type Exchange, fieldOf } from './exchange.ts';

export interface Page {
  readonly text: string;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers with a page or a small document made for this request, or with 304 when the asker has the same bytes. */
export function replyPage(exchange: Exchange, site: Site, now: Instant, page: Page): Response {
  const body = Buffer.from(page.text);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = {
    'content-type': page.contentType,
    etag,
    'cache-control': `public, max-age=${Math.min(site.maxAgeSeconds, 60)}`,
    'x-content-type-options': 'nosniff',
    ...page.headers,
  };
  if (isFresh({ ifNoneMatch: fieldOf(exchange, 'if-none-match') }, { etag }, now)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(body, { status: 200, headers: { ...headers, 'content-length': String(body.byteLength) } });
}
