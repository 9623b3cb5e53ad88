import type { Site } from '../model/site.ts';

/**
 * Sends the asker to the one address that something has (308: the method stays). `path` begins with a slash and stands
 * under the base address; it is made by us, never copied from a request, so it cannot lead elsewhere.
 */
export function redirectTo(site: Site, path: string, query: string): Response {
  const location = `${new URL(path.slice(1), site.baseUrl).pathname}${query}`;
  return new Response(null, {
    status: 308,
    headers: {
      location,
      'content-length': '0',
      'cache-control': `public, max-age=${site.maxAgeSeconds}`,
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'Location',
    },
  });
}
