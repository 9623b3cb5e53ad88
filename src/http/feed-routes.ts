import type { Hono } from 'hono';
import type { Publisher } from '../feeds/publisher.ts';
import { RequestError } from '../model/errors.ts';
import { type FeedKey, FORMATS, feedPath } from '../model/feed-key.ts';
import { ALL } from '../model/selection.ts';
import { quoted } from '../model/selection-reader.ts';
import { type Environment, type Exchange, fieldOf } from './exchange.ts';
import { type FeedReplies, replyFeed } from './feed-reply.ts';
import type { FullFetches } from './full-fetches.ts';
import { serveGet } from './methods.ts';
import { replyProblem } from './problem.ts';
import { redirectForNow, redirectUnlessAt } from './redirect.ts';
import { parametersIn, replyVariant, type VariantReplies } from './variant-reply.ts';

export interface FeedRoutes extends FeedReplies, VariantReplies {
  readonly fullFetches: FullFetches;
  readonly publisher: Publisher;
}

/** Answers with a plain feed that is in memory, when the request was sent to its very address; else undefined, at once. */
export function serveReadyFeed(exchange: Exchange, routes: FeedRoutes): Response | Promise<Response> | undefined {
  if (exchange.env.address.query !== '') return undefined;
  // Feeds are kept by their canonical paths, so that a hit needs neither reading nor comparing.
  const path = exchange.env.address.path.slice(1);
  const ready = routes.publisher.ready(path);
  return ready && (refusal(exchange, ready.key, routes) ?? replyFeed(exchange, ready, routes));
}

/** Answers at our own address of a feed, the only one that it has; any other spelling is redirected there. */
export function serveOwnFeed(exchange: Exchange, key: FeedKey, routes: FeedRoutes): Response | Promise<Response> {
  return redirectUnlessAt(exchange, routes.site, `/${feedPath(key)}`) ?? serveFeed(exchange, key, routes);
}

/** Answers with a feed at the address of another program, and says which is its own (RFC 9110 §8.7). */
export function serveAlias(exchange: Exchange, key: FeedKey, routes: FeedRoutes): Response | Promise<Response> {
  return serveFeed(exchange, key, routes, new URL(feedPath(key), routes.site.baseUrl).pathname);
}

/**
 * The answer to who fetches this feed whole too often, with whatever parameters; undefined for all others, and for an
 * archive, which is there to be read whole.
 */
function refusal(exchange: Exchange, key: FeedKey, { fullFetches, site }: FeedRoutes): Response | undefined {
  const problem = key.archive === undefined ? fullFetches.refuse(exchange, feedPath(key)) : undefined;
  return problem && replyProblem(fieldOf(exchange, 'accept'), site, problem);
}

function serveFeed(
  exchange: Exchange,
  key: FeedKey,
  routes: FeedRoutes,
  contentLocation?: string,
): Response | Promise<Response> {
  // An archive shows what it shows: parameters are for who reads the newest.
  const parameters = key.archive === undefined ? parametersIn(exchange) : undefined;
  const path = feedPath(key);
  const refused = refusal(exchange, key, routes);
  if (refused !== undefined) return refused;
  if (parameters !== undefined) return replyVariant(exchange, key, parameters, routes);
  const ready = routes.publisher.ready(path);
  if (ready !== undefined) return replyFeed(exchange, ready, routes, contentLocation);
  return routes.publisher.snapshot(key).then(async (snapshot) => {
    if (snapshot !== undefined) return replyFeed(exchange, snapshot, routes, contentLocation);
    const moved = key.archive === undefined ? undefined : await routes.publisher.moved(key);
    if (moved !== undefined) return redirectForNow(routes.site, `/${feedPath(moved)}`);
    throw new RequestError(404, `there is no article and no tag for ${quoted(`/${path}`)}; see the list of tags`);
  });
}

/** The feeds of everything. */
export function serveFeeds(app: Hono<Environment>, routes: FeedRoutes): void {
  for (const format of FORMATS) {
    const key = { selection: ALL, format };
    serveGet(
      app,
      routes.site,
      `/${feedPath(key)}`,
      (exchange) => serveReadyFeed(exchange, routes) ?? serveOwnFeed(exchange, key, routes),
    );
  }
}
