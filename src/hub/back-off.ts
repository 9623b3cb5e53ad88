import type { Instant } from '../model/instant.ts';
import { toInstant } from '../time/instant.ts';

/** So long a delivery is tried, from its first failure on. */
const TRIED_FOR_MS = 24 * 60 * 60 * 1000;
/** No pause is longer, so that a subscriber who is well again need not wait for long. */
const LONGEST_PAUSE_MS = 60 * 60 * 1000;
/** Each pause is this much longer than the one before, … */
const GROWTH = 2;
/** … and by chance up to this share longer still, so that those who failed together do not come back together. */
const JITTER = 0.2;

/**
 * When a delivery that failed is tried again; undefined when a day of trying is over. `failures` counts this one;
 * `random` is from 0 to below 1.
 */
export function nextTry(
  failures: number,
  failingSince: Instant,
  now: Instant,
  retryFirstMs: number,
  random: number,
): Instant | undefined {
  const pauseMs = Math.min(LONGEST_PAUSE_MS, retryFirstMs * GROWTH ** (failures - 1)) * (1 + JITTER * random);
  const at = now + Math.round(pauseMs);
  return at > failingSince + TRIED_FOR_MS ? undefined : toInstant(at);
}
