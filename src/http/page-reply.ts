import { etagOf } from '../feeds/encodings.ts';
import type { Site } from '../model/site.ts';
import type { Exchange } from './exchange.ts';
import type { Fields } from './prepared-fields.ts';
import type { Reply } from './reply.ts';

export interface PageReplies {
  readonly site: Site;
  readonly reply: Reply;
}

/** A page or a small document that was made for this request. */
export interface Page {
  readonly text: string;
  readonly contentType: string;
  readonly headers: Fields;
}

/** Pages change with every article and are looked at by people: a minute is all that a cache may keep them. */
const MAX_AGE_SECONDS = 60;

/** Answers with a page. It has no Last-Modified: it shows more than one selection. */
export function replyPage(
  exchange: Exchange,
  { text, contentType, headers }: Page,
  { site, reply }: PageReplies,
): Response | Promise<Response> {
  const body = new TextEncoder().encode(text);
  return reply(exchange, { body, etag: etagOf(body) }, () => ({
    'content-type': contentType,
    'cache-control': `public, max-age=${Math.min(site.maxAgeSeconds, MAX_AGE_SECONDS)}`,
    'x-content-type-options': 'nosniff',
    ...headers,
  }));
}
