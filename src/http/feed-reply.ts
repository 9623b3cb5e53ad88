import { feedAddress, hubAddresses, pageAddress } from '../feeds/addresses.ts';
import { chainLinks, isClosed } from '../feeds/chain.ts';
import type { Site } from '../model/site.ts';
import type { Snapshot, SnapshotHead } from '../model/snapshot.ts';
import type { DeltaReply } from './delta-reply.ts';
import type { Exchange } from './exchange.ts';
import type { Fields } from './prepared-fields.ts';
import type { Reply } from './reply.ts';

export interface FeedReplies {
  readonly site: Site;
  readonly reply: Reply;
  readonly replyDelta: DeltaReply;
}

/** A closed archive changes only when one of its articles does. */
const CLOSED_MAX_AGE_SECONDS = 31_536_000;

/** What is said of a feed, but for its form. */
export const fieldsOf = (site: Site, snapshot: SnapshotHead): Fields => ({
  'content-type': snapshot.contentType,
  'cache-control': `public, max-age=${isClosed(snapshot.key, snapshot.neighbours) ? CLOSED_MAX_AGE_SECONDS : site.maxAgeSeconds}`,
  link: linksOf(site, snapshot),
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Last-Modified, Link, Content-Location, IM, Delta-Base',
  'x-content-type-options': 'nosniff',
  // There is no end of them, and each shows what a plain feed shows.
  ...(snapshot.key.query === undefined ? {} : { 'x-robots-tag': 'noindex' }),
});

/** Web links (RFC 8288): itself, its hubs (WebSub §4), its page, and the way through its archives (RFC 5005), which JSON Feed cannot tell whole. */
const linksOf = (site: Site, { key, neighbours }: SnapshotHead): string =>
  [
    `<${feedAddress(site, key)}>; rel="self"`,
    ...hubAddresses(site, key).map((href) => `<${href}>; rel="hub"`),
    `<${pageAddress(site, key.selection)}>; rel="alternate"; type="text/html"`,
    ...chainLinks(site, key, neighbours).map(({ rel, href }) => `<${href}>; rel="${rel}"`),
  ].join(', ');

/**
 * Answers with a feed. `contentLocation` is the canonical address, for the addresses of other programs that show the
 * same feed.
 */
export function replyFeed(
  exchange: Exchange,
  snapshot: Snapshot,
  { site, reply, replyDelta }: FeedReplies,
  contentLocation?: string,
): Response | Promise<Response> {
  const more = contentLocation === undefined ? undefined : { 'content-location': contentLocation };
  const fields = (): Fields => fieldsOf(site, snapshot);
  const usual = (): Response | Promise<Response> => reply(exchange, snapshot, fields, more);
  const delta = replyDelta(exchange, snapshot, () => ({ ...fields(), ...more }));
  return delta === undefined ? usual() : delta.then((answer) => answer ?? usual());
}
