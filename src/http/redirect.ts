import type { Site } from '../model/site.ts';
import type { Exchange } from './exchange.ts';

/**
 * Sends the asker to the one address that something has, the query kept (308: the method stays). `canonical` begins with
 * a slash and stands below the base address; it is made by us, never copied from a request, so it cannot lead elsewhere.
 */
export function redirectTo({ env }: Exchange, site: Site, canonical: string): Response {
  return new Response(null, {
    status: 308,
    headers: {
      location: `${new URL(canonical.slice(1), site.baseUrl).pathname}${env.address.query}`,
      'content-length': '0',
      'cache-control': `public, max-age=${site.maxAgeSeconds}`,
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'Location',
    },
  });
}

/** The same, but undefined when the request was sent to that very address. */
export function redirectUnlessAt(exchange: Exchange, site: Site, canonical: string): Response | undefined {
  return exchange.env.address.path === canonical ? undefined : redirectTo(exchange, site, canonical);
}
