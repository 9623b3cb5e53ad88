import type { Hono } from 'hono';
import type { Site } from '../model/site.ts';
import { type Environment, type Exchange, fieldOf } from './exchange.ts';
import { replyProblem } from './problem.ts';
import { redirectUnlessAt } from './redirect.ts';

export type Handler = (exchange: Exchange) => Response | Promise<Response>;

/** What every address allows. */
export const ALLOW = 'GET, HEAD, OPTIONS';

/** Answers a method that is neither GET nor HEAD on an address that only these two read (RFC 9110 §9.3.7, §15.5.6). */
function replyOtherMethod(exchange: Exchange, site: Site): Response {
  if (exchange.req.method !== 'OPTIONS') {
    const detail = `${exchange.req.method} is not possible here; use GET`;
    return replyProblem(fieldOf(exchange, 'accept'), site, { status: 405, detail, headers: { allow: ALLOW } });
  }
  return new Response(null, {
    status: 204,
    headers: {
      allow: ALLOW,
      'access-control-allow-origin': '*',
      'access-control-allow-methods': ALLOW,
      'access-control-allow-headers': 'A-IM, If-Modified-Since, If-None-Match, Last-Event-ID',
      'access-control-max-age': '86400',
    },
  });
}

/** Serves an address, in every spelling, to GET and HEAD, and says so to every other method. */
export function serveGet(app: Hono<Environment>, site: Site, path: string, handler: Handler): void {
  app.all(path, (exchange) => {
    const { method } = exchange.req;
    return method === 'GET' || method === 'HEAD' ? handler(exchange) : replyOtherMethod(exchange, site);
  });
}

/** The same for an address of one spelling: the others lead to it. */
export function serveGetAt(app: Hono<Environment>, site: Site, path: string, handler: Handler): void {
  serveGet(app, site, path, (exchange) => redirectUnlessAt(exchange, site, path) ?? handler(exchange));
}
