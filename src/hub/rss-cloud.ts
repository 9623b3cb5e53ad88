import { feedAddress } from '../feeds/addresses.ts';
import { readFeedPath } from '../model/feed-key.ts';
import type { Site } from '../model/site.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Message } from './message.ts';
import type { Protocol } from './protocol.ts';

/** What says to a subscriber of rssCloud that a feed has changed: its address, and nothing else. */
export const cloudNotice = (address: string): Message => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: Buffer.from(new URLSearchParams({ url: address }).toString()),
});

/** The protocol of rssCloud (RSS 2.0, `cloud`), http-post alone: the subscriber is told, and fetches the feed. */
export const rssCloud = (site: Site, snapshotAt: (topic: string) => Promise<Snapshot | undefined>): Protocol => ({
  isTrusted: false,
  parcel: async ({ topic, sentEtag }) => {
    const key = readFeedPath(topic);
    const snapshot = key && (await snapshotAt(topic));
    if (snapshot === undefined) return undefined;
    const isNew = snapshot.etag !== sentEtag;
    return { etag: snapshot.etag, message: isNew ? cloudNotice(feedAddress(site, snapshot.key)) : undefined };
  },
});
