import type { Instant } from './instant.ts';

/** How a subscriber is spoken to: WebSub, rssCloud, a webhook of the operator's, or the ping of another hub. */
export const PUSH_PROTOCOLS = ['websub', 'rsscloud', 'webhook', 'ping'] as const;
export type PushProtocol = (typeof PUSH_PROTOCOLS)[number];

/** Who is told when a feed changes. Protocol, topic and callback are its identity. */
export interface Subscription {
  readonly number: number;
  readonly protocol: PushProtocol;
  /** The canonical path of the feed (`feedPath`): `tags/tides.atom`. */
  readonly topic: string;
  /** Where to send, as it was asked for, byte for byte. */
  readonly callback: string;
  /** The host of the callback, without its port: the unit of fairness and of caps. */
  readonly host: string;
  /** What deliveries are signed with. */
  readonly secret: string | undefined;
  /** Undefined: for as long as the settings name it. */
  readonly leaseUntil: Instant | undefined;
  readonly subscribedAt: Instant;
  /** The ETag of the state that it has, as far as is known: the same is not sent again. */
  readonly sentEtag: string | undefined;
  /** What a protocol remembers of its last delivery, in its own words. */
  readonly cursor: string | undefined;
}

/** One delivery that has been taken up. There is at most one for a subscription; what is sent is made when it is sent. */
export interface Delivery {
  readonly subscription: Subscription;
  /** Grows whenever the feed changes while the delivery waits or is under way. */
  readonly version: number;
  /** How often it has failed. */
  readonly failures: number;
  /** When it first failed. */
  readonly failingSince: Instant | undefined;
}

/** What came of a delivery. */
export type DeliveryEnd =
  /** The subscriber has this state; or it had it before (`status` undefined), and nothing was sent. */
  | {
      readonly kind: 'done';
      readonly status?: number;
      readonly etag: string;
      readonly cursor?: string;
      /** Something else is to follow at once. */
      readonly hasMore?: boolean;
    }
  /** It is tried again at `dueAt`. */
  | { readonly kind: 'failed'; readonly status?: number; readonly reason: string; readonly dueAt: Instant }
  /** It is tried no more; the subscription stays and hears of the next change. */
  | { readonly kind: 'given up'; readonly status?: number; readonly reason: string }
  /** The subscriber is gone, and so is the subscription. */
  | { readonly kind: 'ended'; readonly status?: number; readonly reason: string };

export interface SettledDelivery {
  readonly delivery: Delivery;
  readonly end: DeliveryEnd;
  readonly at: Instant;
  readonly tookMs: number;
}

/** A request that waits until its callback has said that it is meant; or the news that it was denied. */
export interface Verification {
  readonly number: number;
  readonly protocol: PushProtocol;
  readonly mode: 'subscribe' | 'unsubscribe' | 'denied';
  readonly topic: string;
  readonly callback: string;
  readonly host: string;
  readonly secret: string | undefined;
  readonly leaseSeconds: number;
  /** Why it was denied; empty otherwise. */
  readonly reason: string;
}

/** What happened between us and a subscriber, for people to read. */
export interface PushEvent {
  readonly at: Instant;
  readonly protocol: PushProtocol;
  readonly topic: string;
  readonly callback: string;
  readonly what:
    | 'subscribed'
    | 'renewed'
    | 'unsubscribed'
    | 'not verified'
    | 'denied'
    | 'expired'
    | 'delivered'
    | 'failed'
    | 'given up'
    | 'ended';
  /** HTTP status of the answer, if there was one. */
  readonly status: number | undefined;
  readonly detail: string;
  readonly tookMs: number | undefined;
}

/** What tells one subscription from all others, and where it leads. */
export type AskedSubscription = Pick<Subscription, 'protocol' | 'topic' | 'callback' | 'host'>;

/** How much there is, in all and on one host. */
export interface PushLoad {
  /** This very subscription is there already. */
  readonly isRenewal: boolean;
  readonly subscriptions: number;
  readonly subscriptionsOfHost: number;
  readonly verificationsOfHost: number;
}

/** A feed that somebody subscribes to and that may have changed since subscribers were last told. */
export interface StaleTopic {
  readonly number: number;
  /** `feedPath`. */
  readonly topic: string;
  readonly revision: number;
  /** Of the state that subscribers were last told of. */
  readonly etag: string | undefined;
}

/** A change that another hub is to be told of. */
export interface Ping {
  /** `termKey` of a term whose feeds changed, or `*` for the feed of everything. */
  readonly key: string;
  readonly version: number;
}
