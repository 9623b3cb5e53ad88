import { etagOf } from '../feeds/encodings.ts';
import type { Site } from '../model/site.ts';
import type { Exchange } from './exchange.ts';
import type { PageMemory } from './page-memory.ts';
import type { Fields, Representation } from './prepared-fields.ts';
import type { Reply } from './reply.ts';

export interface PageReplies {
  readonly site: Site;
  /** Pages that show the whole site. */
  readonly pages: Pick<PageMemory, 'page'>;
  readonly reply: Reply;
}

/** What is said of a page. */
export interface PageWords {
  readonly contentType: string;
  readonly headers: Fields;
}

/** A page or a small document that was made for this request. */
export interface Page extends PageWords {
  readonly text: string;
}

/** Pages change with every article and are looked at by people: a minute is all that a cache may keep them. */
const MAX_AGE_SECONDS = 60;

/** Answers with a page. It has no Last-Modified: it shows more than one selection. */
export function replyPage(
  exchange: Exchange,
  { text, ...words }: Page,
  routes: Pick<PageReplies, 'site' | 'reply'>,
): Response | Promise<Response> {
  const body = new TextEncoder().encode(text);
  return replyRepresentation(exchange, { body, etag: etagOf(body) }, words, routes);
}

/** The same for a page that shows the whole site: made by `make` when no page of this name is in memory. */
export async function replyKeptPage(
  exchange: Exchange,
  name: string,
  words: PageWords,
  make: () => Promise<string>,
  routes: PageReplies,
): Promise<Response> {
  return replyRepresentation(exchange, await routes.pages.page(name, make), words, routes);
}

/** The same for a finished page. */
export function replyRepresentation(
  exchange: Exchange,
  page: Representation,
  { contentType, headers }: PageWords,
  { site, reply }: Pick<PageReplies, 'site' | 'reply'>,
): Response | Promise<Response> {
  return reply(exchange, page, () => ({
    'content-type': contentType,
    'cache-control': `public, max-age=${Math.min(site.maxAgeSeconds, MAX_AGE_SECONDS)}`,
    'x-content-type-options': 'nosniff',
    ...headers,
  }));
}
