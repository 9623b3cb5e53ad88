import type { BlockList } from 'node:net';
import { LRUCache } from 'lru-cache';
import type { Instant } from '../model/instant.ts';
import { quoted } from '../model/selection-reader.ts';
import { askerOf, isPublic } from './asker.ts';
import { type Exchange, fieldOf } from './exchange.ts';
import type { Problem } from './problem.ts';

const HOUR_MS = 3_600_000;
/**
 * Ten readers behind one address that never ask whether a feed changed, each as often as the default FEED_MAX_AGE lets
 * it: every five minutes.
 */
const USUAL_PER_HOUR = 120;
/** Pairs of an address and a feed that are remembered, the latest; some 200 bytes each. */
const MAX_REMEMBERED = 20_000;
const MAX_PEERS = 1_000;

export interface FullFetchesOptions {
  /**
   * How often one address may fetch one feed whole within an hour; 0 is without limit. Undefined: 120 for addresses of
   * the public internet, and no limit for the others. Behind one of these may stand a proxy that nobody named in
   * TRUSTED_PROXIES, and behind that every reader.
   */
  readonly perHour: number | undefined;
  readonly trusted: BlockList | undefined;
  readonly now: () => Instant;
}

interface Count {
  fetches: number;
  since: Instant;
}

/**
 * Counts who fetches which feed whole, and tells those who overdo it how to do better. A request that asks whether a
 * copy is still good costs next to nothing; it is neither counted nor limited, and neither is HEAD.
 */
export class FullFetches {
  readonly #options: FullFetchesOptions;
  readonly #counts = new LRUCache<string, Count>({ max: MAX_REMEMBERED });
  /** Whether a peer that speaks for nobody else is without limit; most ask again and again. */
  readonly #unlimited = new LRUCache<string, boolean>({ max: MAX_PEERS });

  constructor(options: FullFetchesOptions) {
    this.#options = options;
  }

  /** Addresses and feeds that are remembered. */
  get size(): number {
    return this.#counts.size;
  }

  /** Counts a request for the feed of a canonical path; answers what to refuse it with, if it is one too many. */
  refuse(exchange: Exchange, path: string): Problem | undefined {
    if (!isWhole(exchange)) return undefined;
    const { remoteAddress } = exchange.env.incoming?.socket ?? {};
    return this.refuseWhole(remoteAddress, fieldOf(exchange, 'x-forwarded-for'), path);
  }

  /** The same for a request that is known to be for a whole feed. */
  refuseWhole(peer = '', forwarded: string | undefined, path: string): Problem | undefined {
    const { perHour, trusted, now } = this.#options;
    if (perHour === 0) return undefined;
    const forwardedFor = trusted && forwarded;
    if (forwardedFor === undefined && this.#isUnlimited(peer)) return undefined;
    const asker = askerOf(peer, forwardedFor, trusted);
    const at = now();
    const limit = perHour ?? USUAL_PER_HOUR;
    const count = this.#counted(`${asker} ${path}`, at);
    if (count.fetches <= limit || (perHour === undefined && !isPublic(asker))) return undefined;
    const seconds = Math.max(1, Math.ceil((count.since + HOUR_MS - at) / 1000));
    return {
      status: 429,
      detail: `your address has fetched ${quoted(`/${path}`)} whole ${limit} times within an hour; come again in ${seconds} seconds, or send If-None-Match with the ETag of your copy: such requests are never limited`,
      headers: { 'retry-after': String(seconds), 'access-control-expose-headers': 'Retry-After' },
    };
  }

  #isUnlimited(peer: string): boolean {
    if (this.#options.perHour !== undefined) return false;
    const known = this.#unlimited.get(peer);
    if (known !== undefined) return known;
    const isUnlimited = !isPublic(askerOf(peer, undefined, undefined));
    this.#unlimited.set(peer, isUnlimited);
    return isUnlimited;
  }

  #counted(key: string, at: Instant): Count {
    const known = this.#counts.get(key);
    if (known === undefined || at - known.since >= HOUR_MS) {
      const count = { fetches: 1, since: at };
      this.#counts.set(key, count);
      return count;
    }
    known.fetches += 1;
    return known;
  }
}

const isWhole = (exchange: Exchange): boolean =>
  exchange.req.method === 'GET' &&
  fieldOf(exchange, 'if-none-match') === undefined &&
  fieldOf(exchange, 'if-modified-since') === undefined;
