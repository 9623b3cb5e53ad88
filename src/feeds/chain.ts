import type { Neighbours } from '../model/archive-name.ts';
import type { FeedKey } from '../model/feed-key.ts';
import type { Site } from '../model/site.ts';
import { feedAddress } from './addresses.ts';

/** A link from one document of a feed to another (RFC 5005 §4). */
interface ChainLink {
  readonly rel: 'current' | 'prev-archive' | 'next-archive';
  /** Absolute; of the same format. */
  readonly href: string;
}

/** What a document says of its part in a feed: it holds all of it (RFC 5005 §2), it is an archive (§4), or nothing. */
export function historyOf(
  { archive }: FeedKey,
  neighbours: Neighbours | undefined,
): 'complete' | 'archive' | undefined {
  if (archive !== undefined) return 'archive';
  return neighbours !== undefined && neighbours.older === undefined ? 'complete' : undefined;
}

/** Says whether an archive is closed: the next one has begun, so no new article comes into it. */
export const isClosed = ({ archive }: FeedKey, { newer }: Neighbours): boolean =>
  archive !== undefined && newer !== undefined;

/** Where a reader goes on from a document: from an archive to the feed, to older and to newer articles. */
export function chainLinks(site: Site, key: FeedKey, neighbours: Neighbours | undefined): readonly ChainLink[] {
  const { selection, format, archive } = key;
  const { older, newer } = neighbours ?? {};
  const feed = { selection, format };
  return [
    ...(archive === undefined ? [] : [{ rel: 'current', href: feedAddress(site, feed) } as const]),
    ...(older === undefined
      ? []
      : [{ rel: 'prev-archive', href: feedAddress(site, { ...feed, archive: older }) } as const]),
    ...(newer === undefined
      ? []
      : [{ rel: 'next-archive', href: feedAddress(site, { ...feed, archive: newer }) } as const]),
  ];
}
