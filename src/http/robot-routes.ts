import type { Hono } from 'hono';
import {
  MAX_ADDRESSES,
  renderRobots,
  renderSitemap,
  renderSitemapIndex,
  SITEMAP_CONTENT_TYPE,
} from '../feeds/sitemap.ts';
import { RequestError } from '../model/errors.ts';
import { quoted } from '../model/selection-reader.ts';
import type { Store } from '../store/store.ts';
import { type Environment, segmentOf } from './exchange.ts';
import { serveGet, serveGetAt } from './methods.ts';
import { type PageReplies, replyKeptPage, replyPage, replyRepresentation } from './page-reply.ts';
import { redirectUnlessAt } from './redirect.ts';

export interface RobotRoutes extends PageReplies {
  readonly store: Pick<Store, 'readMonths' | 'readMonth'>;
}

const XML = { contentType: SITEMAP_CONTENT_TYPE, headers: {} };

/** The name of a sitemap: a month, and which part of it, where that is not the first. */
const SITEMAP_NAME = /^(?<month>\d{4}-(?:0[1-9]|1[0-2]))(?:-(?<part>[2-9]|[1-9]\d{1,3}))?\.xml$/;

/** What robots look for: where they may go, and what there is. */
export function serveRobots(app: Hono<Environment>, routes: RobotRoutes): void {
  const { site, store } = routes;
  serveGetAt(app, site, '/robots.txt', (exchange) =>
    replyPage(exchange, { text: renderRobots(site), contentType: 'text/plain; charset=utf-8', headers: {} }, routes),
  );
  serveGetAt(app, site, '/sitemap.xml', (exchange) =>
    replyKeptPage(
      exchange,
      '/sitemap.xml',
      XML,
      async () => renderSitemapIndex(site, await store.readMonths()),
      routes,
    ),
  );
  serveGet(app, site, '/sitemaps/:name', async (exchange) => {
    const name = segmentOf(exchange, 1);
    const { month = '', part = '1' } = SITEMAP_NAME.exec(name)?.groups ?? {};
    const path = `/sitemaps/${name}`;
    const make = async (): Promise<string> => {
      const articles =
        month === '' ? [] : await store.readMonth(month, (Number(part) - 1) * MAX_ADDRESSES, MAX_ADDRESSES);
      if (articles.length > 0) return renderSitemap(site, articles);
      throw new RequestError(404, `there is no sitemap ${quoted(name)}; /sitemap.xml names them all`);
    };
    // What there is not is told first.
    const page = await routes.pages.page(path, make);
    return redirectUnlessAt(exchange, site, path) ?? replyRepresentation(exchange, page, XML, routes);
  });
}
