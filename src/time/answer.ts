import type { Instant } from '../model/instant.ts';
import type { Explanation } from './explanation.ts';

export type TimestampOptions = {
  /** The IANA zone of stamps that name none; UTC when left out. An unknown name is a RangeError. */
  readonly zone?: string;
  /** Settles `03/04/2021`. */
  readonly order?: 'dmy' | 'mdy';
  /** What relative stamps count from. */
  readonly now?: Instant;
  /** The page's language, BCP 47, with its country where that is known: `en-US`. */
  readonly language?: string;
};

/** One stamp of a line. */
export type StampAnswer =
  | { readonly kind: 'instant'; readonly instant: Instant; readonly explanation: Explanation }
  | { readonly kind: 'date'; readonly date: string; readonly explanation: Explanation };

/**
 * The answer to a line: an instant, a bare date such as `2021-04-20`, or why there is none.
 * `updated` is the second stamp of a line that says when the article was changed.
 */
export type Timestamp =
  | (StampAnswer & { readonly updated?: StampAnswer })
  | { readonly kind: 'error'; readonly reason: string; readonly explanation: Explanation };
