import type { BlockList } from 'node:net';
import { LRUCache } from 'lru-cache';
import type { Instant } from '../model/instant.ts';
import { askerOf, isPublic } from './asker.ts';
import type { Exchange } from './exchange.ts';

const MINUTE_MS = 60_000;
/** A service that subscribes to everything it knows of a site, and renews. */
const USUAL_PER_MINUTE = 300;
const MAX_REMEMBERED = 10_000;

export interface HubLimitOptions {
  /**
   * How many requests a minute one address may send to the hub; 0 is without limit. Undefined: 300 for addresses of the
   * public internet, and no limit for the others, behind one of which everybody may stand.
   */
  readonly perMinute: number | undefined;
  readonly trusted: BlockList | undefined;
  readonly now: () => Instant;
}

/** Counts who sends how much to the hub: each request may make us call somebody else. */
export class HubLimit {
  readonly #options: HubLimitOptions;
  readonly #counts = new LRUCache<string, { requests: number; since: Instant }>({ max: MAX_REMEMBERED });

  constructor(options: HubLimitOptions) {
    this.#options = options;
  }

  /** Counts a request; answers for how many seconds its sender has to wait, if it is one too many. */
  refuse(exchange: Exchange): number | undefined {
    const { perMinute, trusted, now } = this.#options;
    if (perMinute === 0) return undefined;
    const { incoming } = exchange.env;
    const forwardedFor = trusted && incoming?.headers['x-forwarded-for']?.toString();
    const asker = askerOf(incoming?.socket.remoteAddress ?? '', forwardedFor, trusted);
    if (perMinute === undefined && !isPublic(asker)) return undefined;
    const at = now();
    const known = this.#counts.get(asker);
    const isOld = known === undefined || at < known.since || at - known.since >= MINUTE_MS;
    const count = isOld ? { requests: 0, since: at } : known;
    count.requests += 1;
    if (isOld) this.#counts.set(asker, count);
    if (count.requests <= (perMinute ?? USUAL_PER_MINUTE)) return undefined;
    return Math.max(1, Math.ceil((count.since + MINUTE_MS - at) / 1000));
  }
}
