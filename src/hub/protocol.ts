import type { Subscription, Verification } from '../model/push.ts';
import type { Callback } from './callback.ts';
import type { Message } from './message.ts';

/** What one subscriber is to be sent now. */
export interface Parcel {
  /** Undefined: it has this state already, and nothing is sent. */
  readonly message: Message | undefined;
  /** Of the state that the subscriber has afterwards. */
  readonly etag: string;
  /** What the protocol remembers until the next time. */
  readonly cursor?: string;
  /** This is only the beginning: the next parcel is to follow at once. */
  readonly hasMore?: boolean;
  /** Runs when the message has arrived, before that is written down. */
  readonly onArrival?: () => Promise<void>;
}

/** What came of asking a callback whether it wants what was asked for in its name. */
export type Verdict =
  | { readonly kind: 'meant'; readonly etag: string; readonly cursor?: string }
  | { readonly kind: 'not meant'; readonly status?: number; readonly reason: string }
  /** We do not want; the callback was told. */
  | { readonly kind: 'denied'; readonly reason: string };

/** One way to tell subscribers. */
export interface Protocol {
  /** The operator named the callbacks in the settings: they may lead anywhere. */
  readonly isTrusted: boolean;
  /** Makes what a subscriber is sent, at the moment of sending; undefined when there is no such feed any more. */
  parcel(subscription: Subscription): Promise<Parcel | undefined>;
  /** Asks a callback. A protocol whose subscribers stand in the settings has none. */
  verify?(verification: Verification, callback: Callback): Promise<Verdict>;
}
