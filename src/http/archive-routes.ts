import type { Hono } from 'hono';
import { toArchiveName } from '../model/archive-name.ts';
import { RequestError } from '../model/errors.ts';
import { TERM_FOLDERS } from '../model/feed-key.ts';
import { ALL, type Selection } from '../model/selection.ts';
import { quoted } from '../model/selection-reader.ts';
import { TERM_KINDS } from '../model/term.ts';
import { type Environment, type Exchange, segmentOf } from './exchange.ts';
import { type FeedRoutes, serveOwnFeed, serveReadyFeed } from './feed-routes.ts';
import { serveGet } from './methods.ts';
import { feedFileIn, selectionIn } from './selection-address.ts';

/** The archives of every feed (RFC 5005), below the page of its selection: `/tags/syria/archive/first.rss`. */
export function serveArchives(app: Hono<Environment>, routes: FeedRoutes): void {
  const serve = (path: string, selectionOf: (exchange: Exchange) => Selection): void =>
    serveGet(app, routes.site, `${path}/archive/:file`, (exchange) => {
      const ready = serveReadyFeed(exchange, routes);
      return ready ?? serveArchive(exchange, selectionOf(exchange), routes);
    });
  serve('', () => ALL);
  for (const kind of TERM_KINDS) {
    serve(`/${TERM_FOLDERS[kind]}/:name`, (exchange) => selectionIn(kind, segmentOf(exchange, 1)));
  }
}

function serveArchive(exchange: Exchange, selection: Selection, routes: FeedRoutes): Response | Promise<Response> {
  const name = exchange.req.path.slice(exchange.req.path.lastIndexOf('/') + 1);
  const file = feedFileIn(name);
  const archive = file && toArchiveName(file.text);
  if (file === undefined || archive === undefined) {
    throw new RequestError(404, `there is no archive ${quoted(name)}; the oldest one is "first.atom"`);
  }
  return serveOwnFeed(exchange, { selection, format: file.format, archive }, routes);
}
