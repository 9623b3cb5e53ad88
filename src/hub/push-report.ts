import type { PushEvent } from '../model/push.ts';
import type { PushCounts, PushStore, SubscriptionState } from '../store/push-store.ts';

/** How push is doing, for people. No secret is in it. */
export interface PushReport extends PushCounts {
  /** The newest ones. */
  readonly newest: readonly Omit<SubscriptionState, 'secret' | 'cursor' | 'sentEtag'>[];
  /** What did not arrive, the latest first. */
  readonly failed: readonly PushEvent[];
}

const FAILURES: readonly PushEvent['what'][] = ['failed', 'given up', 'ended', 'not verified', 'denied'];

/** Reads how push is doing, with so many subscriptions and failures at the most. */
export async function readPushReport(
  store: Pick<PushStore, 'countPush' | 'readSubscriptions' | 'readEvents'>,
  limit: number,
): Promise<PushReport> {
  const [counts, subscriptions, failed] = await Promise.all([
    store.countPush(),
    store.readSubscriptions(limit),
    store.readEvents(limit, FAILURES),
  ]);
  const newest = subscriptions.map(({ secret: _secret, cursor: _cursor, sentEtag: _etag, ...shown }) => shown);
  return { ...counts, newest, failed };
}

/** Where something is sent, without its query and the last part of its path: these are often as good as a password. */
export function shownCallback(callback: string): string {
  const url = URL.parse(callback);
  return url === null ? '…' : `${url.origin}/…`;
}
