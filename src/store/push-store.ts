import type { Instant } from '../model/instant.ts';
import type {
  AskedSubscription,
  Delivery,
  Ping,
  PushEvent,
  PushLoad,
  PushProtocol,
  SettledDelivery,
  StaleTopic,
  Subscription,
  Verification,
} from '../model/push.ts';

/** A subscription that the settings name; `cursor` is what a new one begins with. */
export type Standing = Pick<Subscription, 'topic' | 'callback' | 'host' | 'secret'> &
  Partial<Pick<Subscription, 'cursor'>>;

export interface PushCounts {
  /** In force, by protocol. */
  readonly subscriptions: Readonly<Partial<Record<PushProtocol, number>>>;
  /** Deliveries that wait or are under way. */
  readonly pending: number;
  /** Of these, how many have failed before. */
  readonly failing: number;
  readonly verifications: number;
}

/** A subscription as people see it. */
export interface SubscriptionState extends Subscription {
  /** A delivery waits or is under way. */
  readonly isPending: boolean;
  readonly failures: number;
  /** When the delivery is tried next. */
  readonly dueAt: Instant | undefined;
}

/**
 * Subscriptions and everything that is to be sent to them. That a feed may have changed is written by the very
 * transactions that change articles; all else here follows from it, step by step, each step done or not done.
 */
export interface PushStore {
  /** Deliveries and verifications that were under way when the program ended are to be done again. Once, at the start. */
  releaseClaims(): Promise<void>;
  /** When a delivery, a verification or the end of a lease is next due; undefined when nothing waits. */
  nextDue(): Promise<Instant | undefined>;

  /** How much there is already, for who asks for more. */
  readLoad(asked: AskedSubscription): Promise<PushLoad>;
  /** Keeps a request until it is verified; one for the same topic and callback that still waits is replaced. */
  keepVerification(asked: Omit<Verification, 'number'>, dueAt: Instant): Promise<void>;
  /** Takes up to `limit` verifications that are due; never two of one callback and topic at a time. */
  claimVerifications(now: Instant, limit: number): Promise<readonly Verification[]>;
  /** Gives one back, to be done later. */
  postponeVerification(number: number, dueAt: Instant): Promise<void>;
  /**
   * Does what was verified. `etag` is that of the state which the subscriber can have seen; a new subscription hears of
   * every later one. `cursor` is what the protocol begins with.
   */
  confirm(
    verification: Verification,
    now: Instant,
    state?: { readonly etag: string; readonly cursor?: string },
  ): Promise<void>;
  /** Forgets a request that was not verified, or a denial that was told. */
  dismiss(verification: Verification, event: Omit<PushEvent, 'protocol' | 'topic' | 'callback'>): Promise<void>;

  /** Makes the subscriptions of a protocol which the settings name (callback and topic) be there, and no others. */
  keepStanding(protocol: PushProtocol, wanted: readonly Standing[], now: Instant): Promise<void>;
  /** Ends one subscription; answers whether it was there. */
  endSubscription(number: number, now: Instant, reason: string): Promise<boolean>;
  /** Ends the subscriptions whose lease is over. Answers how many. */
  dropExpired(now: Instant): Promise<number>;

  /** Feeds with subscribers that may have changed; a few at a time. */
  readStaleTopics(limit: number): Promise<readonly StaleTopic[]>;
  /**
   * Queues one delivery for each subscriber of a topic that does not have this state yet; a delivery that waits is
   * replaced. With `etag` undefined there is no such feed, and nothing is queued. Answers how many were queued.
   */
  queueDeliveries(topic: StaleTopic, etag: string | undefined, now: Instant): Promise<number>;
  /** Takes up to `limit` deliveries that are due, the longest waiting first, none for these hosts. */
  claimDeliveries(now: Instant, limit: number, busyHosts: readonly string[]): Promise<readonly Delivery[]>;
  /**
   * Writes down what came of deliveries. One whose feed changed meanwhile stays, and is due at once; answers whether there
   * is such a one.
   */
  settleDeliveries(settled: readonly SettledDelivery[]): Promise<boolean>;

  /** What another hub has not been told of yet; at most `limit`. */
  readPings(subscription: number, limit: number): Promise<readonly Ping[]>;
  /** … which it now has been. What has changed again meanwhile stays. */
  dropPings(subscription: number, pings: readonly Ping[]): Promise<void>;

  /** Subscriptions in force, the newest first, after a number. */
  readSubscriptions(limit: number, before?: number): Promise<readonly SubscriptionState[]>;
  /** The newest events, the newest first. */
  readEvents(limit: number, what?: readonly PushEvent['what'][]): Promise<readonly PushEvent[]>;
  countPush(): Promise<PushCounts>;
}
