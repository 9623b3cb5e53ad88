import type { Hono } from 'hono';
import type { Format } from '../model/feed-key.ts';
import { ALL } from '../model/selection.ts';
import type { TermKind } from '../model/term.ts';
import { type Environment, type Exchange, segmentOf } from './exchange.ts';
import { type FeedRoutes, serveAlias } from './feed-routes.ts';
import { serveGet } from './methods.ts';
import { selectionIn } from './selection-address.ts';

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
export const HABIT_FOLDERS: Readonly<Record<string, TermKind>> = {
  tag: 'tag',
  tags: 'tag',
  category: 'section',
  categories: 'section',
  sections: 'section',
  series: 'series',
  author: 'author',
  authors: 'author',
};

/** What `?format=` and WordPress's `?feed=` may ask for on the address of a page. */
const QUERY_FORMATS: Readonly<Record<string, Format>> = { rss: 'rss', rss2: 'rss', atom: 'atom', json: 'json' };

/**
 * The addresses of WordPress, Ghost, Hugo, Jekyll and others: 200 with the bytes of our own address, since some readers
 * follow no redirect.
 */
export function serveHabits(app: Hono<Environment>, routes: FeedRoutes): void {
  const { site } = routes;
  for (const [path, format] of Object.entries(SITE_HABITS)) {
    serveGet(app, site, path, (exchange) => serveAlias(exchange, { selection: ALL, format }, routes));
  }
  for (const [folder, kind] of Object.entries(HABIT_FOLDERS)) {
    for (const [ending, format] of Object.entries(TERM_HABITS)) {
      serveGet(app, site, `/${folder}/:name/${ending}`, (exchange) =>
        serveAlias(exchange, { selection: selectionIn(kind, segmentOf(exchange, 1)), format }, routes),
      );
    }
  }
  serveGet(app, site, '/feed/by_tag/:file{.+\\.xml}', (exchange) => {
    const name = segmentOf(exchange, 2).slice(0, -'.xml'.length);
    return serveAlias(exchange, { selection: selectionIn('tag', name), format: 'atom' }, routes);
  });
}

/** The format that the query of a page's address asks for; undefined for a page. */
export function formatInQuery({ env }: Exchange): Format | undefined {
  const { query } = env.address;
  if (query === '') return undefined;
  const parameters = new URLSearchParams(query);
  const wanted = (parameters.get('format') ?? parameters.get('feed'))?.toLowerCase();
  return wanted !== undefined && Object.hasOwn(QUERY_FORMATS, wanted) ? QUERY_FORMATS[wanted] : undefined;
}
