import { feedAddress, pageAddress } from '../feeds/addresses.ts';
import type { Site } from '../model/site.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Exchange } from './exchange.ts';
import type { Fields, Reply } from './reply.ts';

export interface FeedReplies {
  readonly site: Site;
  readonly reply: Reply;
}

const fieldsOf = (site: Site, { key, contentType }: Snapshot): Fields => ({
  'content-type': contentType,
  'cache-control': `public, max-age=${site.maxAgeSeconds}`,
  link: `<${feedAddress(site, key)}>; rel="self", <${pageAddress(site, key.selection)}>; rel="alternate"; type="text/html"`,
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Last-Modified, Link, Content-Location',
  'x-content-type-options': 'nosniff',
});

/**
 * Answers with a feed. `contentLocation` is the canonical address, for the addresses of other programs that show the
 * same feed.
 */
export function replyFeed(
  exchange: Exchange,
  snapshot: Snapshot,
  { site, reply }: FeedReplies,
  contentLocation?: string,
): Response | Promise<Response> {
  const more = contentLocation === undefined ? undefined : { 'content-location': contentLocation };
  return reply(exchange, snapshot, () => fieldsOf(site, snapshot), more);
}
