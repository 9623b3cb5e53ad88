import type { Hono } from 'hono';
import { feedAddress, pageAddress } from '../feeds/addresses.ts';
import { OPML_CONTENT_TYPE, renderOpml } from '../feeds/opml.ts';
import { RequestError } from '../model/errors.ts';
import { pagePath, TERM_FOLDERS } from '../model/feed-key.ts';
import { ALL, type Selection, selectionOf } from '../model/selection.ts';
import { toSlug } from '../model/slug.ts';
import { TERM_KINDS } from '../model/term.ts';
import type { Store } from '../store/store.ts';
import { decodeSegment, type Environment, type Exchange, queryOf, segmentOf } from './exchange.ts';
import { type FeedRoutes, feedFileIn, formatInQuery, selectionIn, serveFeed, serveOwnFeed } from './feed-routes.ts';
import { serveGet } from './methods.ts';
import { replyPage } from './page-reply.ts';
import { articlePage } from './pages/article-page.ts';
import { homePage } from './pages/home-page.ts';
import { PAGE_HEADERS } from './pages/page-headers.ts';
import { selectionPage } from './pages/selection-page.ts';
import { termsPage } from './pages/terms-page.ts';
import { redirectTo } from './redirect.ts';

export interface PageRoutes extends FeedRoutes {
  readonly store: Pick<Store, 'readFeed' | 'readArticle' | 'readTerms'>;
  /** How many articles a page lists. */
  readonly items: number;
}

const HTML = 'text/html; charset=utf-8';

/** The pages for people, each under one address, and the two lists of all feeds for programs. */
export function servePages(app: Hono<Environment>, routes: PageRoutes): void {
  const { site, store, now } = routes;
  const reply = (exchange: Exchange, text: string): Response =>
    replyPage(exchange, site, now(), { text, contentType: HTML, headers: PAGE_HEADERS });

  serveGet(app, site, '/', async (exchange) => {
    const format = formatInQuery(exchange);
    if (format !== undefined) return serveFeed(exchange, ALL, format, routes, true);
    const stored = await store.readFeed(ALL, routes.items);
    const [tags, sections] = await Promise.all([store.readTerms('tag'), store.readTerms('section')]);
    return reply(exchange, homePage({ site, articles: stored?.articles ?? [], tags, sections }));
  });

  for (const kind of TERM_KINDS) {
    const folder = `/${TERM_FOLDERS[kind]}`;
    serveGet(app, site, folder, async (exchange) =>
      reply(exchange, termsPage({ site, kind, terms: await store.readTerms(kind) })),
    );
    // One route for the feeds and the page of a term: a second one that fits makes Hono's answer asynchronous.
    serveGet(app, site, `${folder}/:name`, (exchange) => {
      const name = segmentOf(exchange.req.path, 1);
      const file = feedFileIn(name);
      if (file === undefined) return replySelection(exchange, selectionIn(kind, name));
      return serveOwnFeed(exchange, selectionIn(kind, file.text), file.format, routes);
    });
  }

  async function replySelection(exchange: Exchange, selection: Selection): Promise<Response> {
    const format = formatInQuery(exchange);
    if (format !== undefined) return serveFeed(exchange, selection, format, routes, true);
    const canonical = `/${pagePath(selection)}`;
    if (exchange.req.path !== canonical) return redirectTo(site, canonical, queryOf(exchange));
    const contents = await store.readFeed(selection, routes.items);
    if (contents === undefined)
      throw new RequestError(404, `there is no article for "${canonical}"; see the list of tags`);
    return reply(exchange, selectionPage({ site, selection, contents, count: contents.count }));
  }

  serveGet(app, site, '/articles/:name', async (exchange) => {
    const name = decodeSegment(segmentOf(exchange.req.path, 1));
    const slug = toSlug(name);
    const article = slug === undefined ? undefined : await store.readArticle(slug);
    if (slug === undefined || article === undefined) throw new RequestError(404, `there is no article "${name}"`);
    const canonical = `/articles/${encodeURIComponent(slug)}`;
    if (exchange.req.path !== canonical) return redirectTo(site, canonical, queryOf(exchange));
    return reply(exchange, articlePage({ site, article }));
  });

  const crossOrigin = { 'access-control-allow-origin': '*' };
  serveGet(app, site, '/tags.json', async (exchange) => {
    const tags = (await store.readTerms('tag')).map(({ slug, label, count }) => {
      const selection = selectionOf({ kind: 'tag', slug });
      return {
        slug,
        label,
        count,
        html: pageAddress(site, selection),
        rss: feedAddress(site, { selection, format: 'rss' }),
        atom: feedAddress(site, { selection, format: 'atom' }),
        json: feedAddress(site, { selection, format: 'json' }),
      };
    });
    const text = `${JSON.stringify({ tags })}\n`;
    return replyPage(exchange, site, now(), { text, contentType: 'application/json', headers: crossOrigin });
  });

  serveGet(app, site, '/feeds.opml', async (exchange) => {
    const text = renderOpml(site, await store.readTerms('tag'));
    return replyPage(exchange, site, now(), { text, contentType: OPML_CONTENT_TYPE, headers: crossOrigin });
  });
}
