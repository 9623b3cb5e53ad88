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
import { type Environment, type Exchange, segmentOf } from './exchange.ts';
import { serveGet, serveGetAt } from './methods.ts';
import { type PageReplies, replyPage } from './page-reply.ts';
import { redirectUnlessAt } from './redirect.ts';

export interface RobotRoutes extends PageReplies {
  readonly store: Pick<Store, 'readMonths' | 'readMonth'>;
}

/** The name of a sitemap: a month, and which part of it, where that is not the first. */
const SITEMAP_NAME = /^(?<month>\d{4}-(?:0[1-9]|1[0-2]))(?:-(?<part>[2-9]|[1-9]\d{1,3}))?\.xml$/;

/** What robots look for: where they may go, and what there is. */
export function serveRobots(app: Hono<Environment>, routes: RobotRoutes): void {
  const { site, store } = routes;
  const replyXml = (exchange: Exchange, text: string): Response | Promise<Response> =>
    replyPage(exchange, { text, contentType: SITEMAP_CONTENT_TYPE, headers: {} }, routes);

  serveGetAt(app, site, '/robots.txt', (exchange) =>
    replyPage(exchange, { text: renderRobots(site), contentType: 'text/plain; charset=utf-8', headers: {} }, routes),
  );
  serveGetAt(app, site, '/sitemap.xml', async (exchange) =>
    replyXml(exchange, renderSitemapIndex(site, await store.readMonths())),
  );
  serveGet(app, site, '/sitemaps/:name', async (exchange) => {
    const name = segmentOf(exchange, 1);
    const { month = '', part = '1' } = SITEMAP_NAME.exec(name)?.groups ?? {};
    const articles =
      month === '' ? [] : await store.readMonth(month, (Number(part) - 1) * MAX_ADDRESSES, MAX_ADDRESSES);
    if (articles.length === 0) {
      throw new RequestError(404, `there is no sitemap ${quoted(name)}; /sitemap.xml names them all`);
    }
    return redirectUnlessAt(exchange, site, `/sitemaps/${name}`) ?? replyXml(exchange, renderSitemap(site, articles));
  });
}
