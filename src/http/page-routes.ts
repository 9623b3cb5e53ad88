import type { Hono } from 'hono';
import { RequestError } from '../model/errors.ts';
import { pagePath, TERM_FOLDERS } from '../model/feed-key.ts';
import { ALL, type Selection } from '../model/selection.ts';
import { quoted } from '../model/selection-reader.ts';
import { toSlug } from '../model/slug.ts';
import { TERM_KINDS, type TermKind } from '../model/term.ts';
import type { Tombstone } from '../model/tombstone.ts';
import type { Store } from '../store/store.ts';
import { isoText } from '../time/instant.ts';
import { type Environment, type Exchange, segmentOf } from './exchange.ts';
import { formatInQuery, HABIT_FOLDERS } from './feed-habits.ts';
import { type FeedRoutes, serveAlias, serveOwnFeed, serveReadyFeed } from './feed-routes.ts';
import { serveGet, serveGetAt } from './methods.ts';
import { type PageReplies, replyKeptPage, replyPage } from './page-reply.ts';
import { articlePage } from './pages/article-page.ts';
import { homePage } from './pages/home-page.ts';
import { PAGE_HEADERS } from './pages/page-headers.ts';
import { selectionPage } from './pages/selection-page.ts';
import { termsPage } from './pages/terms-page.ts';
import { redirectTo, redirectUnlessAt } from './redirect.ts';
import { feedFileIn, selectionIn, streamFileIn } from './selection-address.ts';
import { type StreamRoutes, serveStream } from './stream-routes.ts';

export interface PageRoutes extends FeedRoutes, StreamRoutes {
  readonly pages: PageReplies['pages'];
  readonly store: StreamRoutes['store'] & Pick<Store, 'readFeed' | 'readArticle' | 'readTombstone' | 'readTerms'>;
  /** How many articles a page lists. */
  readonly items: number;
}

const HTML = { contentType: 'text/html; charset=utf-8', headers: PAGE_HEADERS };

/** The pages for people, each under one address, and the feeds that stand beside them. */
export function servePages(app: Hono<Environment>, routes: PageRoutes): void {
  serveHome(app, routes);
  for (const kind of TERM_KINDS) serveTerms(app, kind, routes);
  serveHabitPages(app, routes);
  serveArticles(app, routes);
}

/** The pages of terms at the addresses that other programs have for them: redirected, or a feed with `?feed=atom`. */
function serveHabitPages(app: Hono<Environment>, routes: PageRoutes): void {
  for (const [folder, kind] of Object.entries(HABIT_FOLDERS)) {
    if (folder === TERM_FOLDERS[kind]) continue;
    serveGet(app, routes.site, `/${folder}/:name`, (exchange) => {
      const selection = selectionIn(kind, segmentOf(exchange, 1));
      const format = formatInQuery(exchange);
      if (format !== undefined) return serveAlias(exchange, { selection, format }, routes);
      return redirectTo(exchange, routes.site, `/${pagePath(selection)}`);
    });
  }
}

function serveHome(app: Hono<Environment>, routes: PageRoutes): void {
  const { site, store, items } = routes;
  const home = async (): Promise<string> => {
    const stored = await store.readFeed(ALL, items);
    const [tags, sections] = await Promise.all([store.readTerms('tag'), store.readTerms('section')]);
    return homePage({ site, articles: stored?.articles ?? [], tags, sections });
  };
  serveGet(app, site, '/', (exchange) => {
    const format = formatInQuery(exchange);
    if (format !== undefined) return serveAlias(exchange, { selection: ALL, format }, routes);
    return redirectUnlessAt(exchange, site, '/') ?? replyKeptPage(exchange, '/', HTML, home, routes);
  });
}

function serveTerms(app: Hono<Environment>, kind: TermKind, routes: PageRoutes): void {
  const { site, store, items } = routes;
  const folder = `/${TERM_FOLDERS[kind]}`;
  const terms = async (): Promise<string> => termsPage({ site, kind, terms: await store.readTerms(kind) });
  serveGetAt(app, site, folder, (exchange) => replyKeptPage(exchange, folder, HTML, terms, routes));

  // One route for the feeds and the page of a term: a second one that fits makes Hono's answer asynchronous.
  serveGet(app, site, `${folder}/:name`, (exchange) => {
    const ready = serveReadyFeed(exchange, routes);
    if (ready !== undefined) return ready;
    const name = segmentOf(exchange, 1);
    const streamed = streamFileIn(name);
    if (streamed !== undefined) return serveStream(exchange, selectionIn(kind, streamed), routes);
    const file = feedFileIn(name);
    if (file === undefined) return serveSelection(exchange, selectionIn(kind, name));
    return serveOwnFeed(exchange, { selection: selectionIn(kind, file.text), format: file.format }, routes);
  });

  const serveSelection = (exchange: Exchange, selection: Selection): Response | Promise<Response> => {
    const format = formatInQuery(exchange);
    if (format !== undefined) return serveAlias(exchange, { selection, format }, routes);
    const canonical = `/${pagePath(selection)}`;
    return redirectUnlessAt(exchange, site, canonical) ?? show(exchange, selection, canonical);
  };
  const show = async (exchange: Exchange, selection: Selection, canonical: string): Promise<Response> => {
    const contents = await store.readFeed(selection, items);
    if (contents !== undefined)
      return reply(exchange, selectionPage({ site, selection, contents, count: contents.count }), routes);
    throw new RequestError(404, `there is no article for ${quoted(canonical)}; see the list of tags`);
  };
}

function serveArticles(app: Hono<Environment>, routes: PageRoutes): void {
  const { site, store } = routes;
  serveGet(app, site, '/articles/:name', async (exchange) => {
    // Paths with malformed escapes were turned away at the door.
    const name = decodeURIComponent(segmentOf(exchange, 1));
    const slug = toSlug(name);
    const article = slug === undefined ? undefined : await store.readArticle(slug);
    if (article === undefined) throw absence(name, slug && (await store.readTombstone(slug)));
    const canonical = `/articles/${encodeURIComponent(article.slug)}`;
    return redirectUnlessAt(exchange, site, canonical) ?? reply(exchange, articlePage({ site, article }), routes);
  });
}

/** An article that was removed is gone (RFC 9110 §15.5.11), for as long as its feeds say so; else it never was. */
const absence = (name: string, tombstone: Tombstone | undefined): RequestError =>
  tombstone === undefined
    ? new RequestError(404, `there is no article ${quoted(name)}`)
    : new RequestError(410, `the article ${quoted(name)} was removed on ${isoText(tombstone.removedAt).slice(0, 10)}`);

const reply = (exchange: Exchange, text: string, routes: PageRoutes): Response | Promise<Response> =>
  replyPage(exchange, { text, ...HTML }, routes);
