import type { Site } from '../model/site.ts';
import type { Exchange } from './exchange.ts';

/**
 * Sends the asker to the one address that something has, the query kept (308: the method stays). `canonical` begins with
 * a slash and stands below the base address; it is made by us, never copied from a request, so it cannot lead elsewhere.
 */
export const redirectTo = ({ env }: Exchange, site: Site, canonical: string): Response =>
  redirect(308, canonical, env.address.query, site);

/** The same, but undefined when the request was sent to that very address. */
export function redirectUnlessAt(exchange: Exchange, site: Site, canonical: string): Response | undefined {
  return exchange.env.address.path === canonical ? undefined : redirectTo(exchange, site, canonical);
}

/** Sends the asker to where something stands for now (307), without the query; `path` as above. */
export const redirectForNow = (site: Site, path: string): Response => redirect(307, path, '', site);

const redirect = (status: 307 | 308, path: string, query: string, site: Site): Response =>
  new Response(null, {
    status,
    headers: {
      location: `${new URL(path.slice(1), site.baseUrl).pathname}${query}`,
      'content-length': '0',
      'cache-control': `public, max-age=${site.maxAgeSeconds}`,
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'Location',
    },
  });
