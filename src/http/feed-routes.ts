import type { Hono } from 'hono';
import type { Publisher } from '../feeds/publisher.ts';
import { RequestError } from '../model/errors.ts';
import { FORMATS, type Format, feedPath } from '../model/feed-key.ts';
import { ALL, parseSelection, type Selection } from '../model/selection.ts';
import type { TermKind } from '../model/term.ts';
import { type Environment, type Exchange, queryOf, segmentOf } from './exchange.ts';
import { type FeedReplies, replyFeed } from './feed-reply.ts';
import { serveGet } from './methods.ts';
import { redirectTo } from './redirect.ts';

export interface FeedRoutes extends FeedReplies {
  readonly publisher: Publisher;
}

const isFormat = (word: string | undefined): word is Format => FORMATS.some((format) => format === word);

/** Reads the part of an address that names a selection, still percent-encoded. Throws RequestError 400. */
export function selectionIn(kind: TermKind, text: string): Selection {
  const parsed = parseSelection(kind === 'tag' ? text : `${kind}:${text}`);
  if ('problem' in parsed) throw new RequestError(400, `${parsed.problem}; see the list of tags`);
  return parsed.selection;
}

/** Answers with the feed of a key, whatever address it was asked at. */
export function serveFeed(
  exchange: Exchange,
  selection: Selection,
  format: Format,
  routes: FeedRoutes,
  isAlias: boolean,
): Response | Promise<Response> {
  const key = { selection, format };
  const path = feedPath(key);
  const location = isAlias ? new URL(path, routes.site.baseUrl).pathname : undefined;
  const ready = routes.publisher.ready(key);
  if (ready !== undefined) return replyFeed(exchange, ready, routes, location);
  return routes.publisher.snapshot(key).then((snapshot) => {
    if (snapshot === undefined)
      throw new RequestError(404, `there is no article and no tag for "/${path}"; see the list of tags`);
    return replyFeed(exchange, snapshot, routes, location);
  });
}

/** Divides the last part of an own address, `syria.rss`, into selection and format; undefined when it names no format. */
export function feedFileIn(name: string): { readonly text: string; readonly format: Format } | undefined {
  const dot = name.lastIndexOf('.');
  const format = name.slice(dot + 1).toLowerCase();
  return dot > 0 && isFormat(format) ? { text: name.slice(0, dot), format } : undefined;
}

/** Answers at our own address of a feed, the only one that it has; any other spelling is redirected there. */
export function serveOwnFeed(
  exchange: Exchange,
  selection: Selection,
  format: Format,
  routes: FeedRoutes,
): Response | Promise<Response> {
  const canonical = `/${feedPath({ selection, format })}`;
  if (exchange.req.path !== canonical) return redirectTo(routes.site, canonical, queryOf(exchange));
  return serveFeed(exchange, selection, format, routes, false);
}

/** Where other programs have their feeds: of everything, … */
const SITE_HABITS: Readonly<Record<string, Format>> = {
  '/feed': 'rss',
  '/feed/rss': 'rss',
  '/feed/rss2': 'rss',
  '/feed/atom': 'atom',
  '/feed/json': 'json',
  '/rss': 'rss',
  '/index.xml': 'rss',
  '/feed.xml': 'atom',
  '/rss.xml': 'rss',
  '/atom.xml': 'atom',
};

/** … and of one term, after the folder and the name. */
const TERM_HABITS: Readonly<Record<string, Format>> = {
  feed: 'rss',
  'feed/rss': 'rss',
  'feed/rss2': 'rss',
  'feed/atom': 'atom',
  'feed/json': 'json',
  rss: 'rss',
  'index.xml': 'rss',
  'feed.xml': 'rss',
  'rss.xml': 'rss',
  'atom.xml': 'atom',
  'feed.json': 'json',
};

/** The folders in which other programs keep their terms, and ours. */
const HABIT_FOLDERS: Readonly<Record<string, TermKind>> = {
  tag: 'tag',
  tags: 'tag',
  category: 'section',
  categories: 'section',
  sections: 'section',
  series: 'series',
  author: 'author',
  authors: 'author',
};

/** The addresses of WordPress, Ghost, Hugo, Jekyll and others: 200 with the same bytes, since some readers follow no redirect. */
function serveHabits(app: Hono<Environment>, routes: FeedRoutes): void {
  const serve = (path: string, handler: (exchange: Exchange) => Response | Promise<Response>): void => {
    serveGet(app, routes.site, path, handler);
    serveGet(app, routes.site, `${path}/`, handler);
  };
  for (const [path, format] of Object.entries(SITE_HABITS)) {
    serve(path, (exchange) => serveFeed(exchange, ALL, format, routes, true));
  }
  for (const [folder, kind] of Object.entries(HABIT_FOLDERS)) {
    for (const [ending, format] of Object.entries(TERM_HABITS)) {
      serve(`/${folder}/:name/${ending}`, (exchange) =>
        serveFeed(exchange, selectionIn(kind, segmentOf(exchange.req.path, 1)), format, routes, true),
      );
    }
  }
  serve('/feed/by_tag/:file{.+\\.xml}', (exchange) => {
    const name = segmentOf(exchange.req.path, 2).slice(0, -'.xml'.length);
    return serveFeed(exchange, selectionIn('tag', name), 'atom', routes, true);
  });
}

/** What `?format=` and WordPress's `?feed=` may ask for on the address of a page. */
const QUERY_FORMATS: Readonly<Record<string, Format>> = { rss: 'rss', rss2: 'rss', atom: 'atom', json: 'json' };

/** The format that the query of a page's address asks for; undefined for a page. */
export function formatInQuery(exchange: Exchange): Format | undefined {
  const query = queryOf(exchange);
  if (query === '') return undefined;
  const parameters = new URLSearchParams(query);
  const wanted = (parameters.get('format') ?? parameters.get('feed'))?.toLowerCase();
  return wanted !== undefined && Object.hasOwn(QUERY_FORMATS, wanted) ? QUERY_FORMATS[wanted] : undefined;
}

/** The feeds of everything, and every feed at the addresses that other programs have for it. */
export function serveFeeds(app: Hono<Environment>, routes: FeedRoutes): void {
  for (const format of FORMATS) {
    serveGet(app, routes.site, `/feed.${format}`, (exchange) => serveOwnFeed(exchange, ALL, format, routes));
  }
  serveHabits(app, routes);
}
