import type { Instant } from '../model/instant.ts';
import { toInstant } from '../time/instant.ts';

/** The machine's clock: the only place that reads it. Everything else is handed the time. */
export function now(): Instant {
  const instant = toInstant(Date.now());
  if (instant === undefined) throw new Error('The clock of this machine stands outside of all dates');
  return instant;
}
