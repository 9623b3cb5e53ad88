import type { Hono } from 'hono';
import { feedAddress, pageAddress } from '../feeds/addresses.ts';
import { OPML_CONTENT_TYPE, renderOpml } from '../feeds/opml.ts';
import { selectionOf } from '../model/selection.ts';
import type { Site } from '../model/site.ts';
import type { Store, TermCount } from '../store/store.ts';
import type { Environment } from './exchange.ts';
import { serveGetAt } from './methods.ts';
import { type PageReplies, replyKeptPage } from './page-reply.ts';

export interface ListRoutes extends PageReplies {
  readonly store: Pick<Store, 'readTerms'>;
}

/** The lists of all tags and their feeds, for programs: scripts of any site may read them, too. */
export function serveLists(app: Hono<Environment>, routes: ListRoutes): void {
  const { site, store } = routes;
  const headers = { 'access-control-allow-origin': '*' };
  const serveList = (path: string, contentType: string, make: () => Promise<string>): void =>
    serveGetAt(app, site, path, (exchange) => replyKeptPage(exchange, path, { contentType, headers }, make, routes));

  serveList('/tags.json', 'application/json', async () => {
    // A tag that lost its last article keeps its (empty) feed, but nobody new need hear of it.
    const known = (await store.readTerms('tag')).filter(({ count }) => count > 0);
    const tags = known.map((tag) => describe(site, tag));
    return `${JSON.stringify({ tags })}\n`;
  });
  serveList('/feeds.opml', OPML_CONTENT_TYPE, async () => renderOpml(site, await store.readTerms('tag')));
}

function describe(site: Site, { kind, slug, label, count }: TermCount) {
  const selection = selectionOf({ kind, slug });
  return {
    slug,
    label,
    count,
    html: pageAddress(site, selection),
    rss: feedAddress(site, { selection, format: 'rss' }),
    atom: feedAddress(site, { selection, format: 'atom' }),
    json: feedAddress(site, { selection, format: 'json' }),
  };
}
