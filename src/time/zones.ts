import { tzOffset } from '@date-fns/tz';
import type { Instant } from '../model/instant.ts';
import { toInstant } from './instant.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Zone names that were asked for, and whether this Node knows them. Bounded: hostile text must not fill it. */
const known = new Map<string, boolean>();
const maxKnown = 2_000;

/** True for a name of the IANA database that this Node knows, such as `Europe/Paris` or `UTC`; an offset is no name. */
export function isZone(name: string): boolean {
  if (name.length > 64 || !/^[A-Za-z]/.test(name)) return false;
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  let answer = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    answer = false;
  }
  if (known.size < maxKnown) known.set(name, answer);
  return answer;
}

/** What the clocks of a zone show more than UTC, in minutes, at that instant. NaN for an unknown zone. */
export function offsetMinutesAt(zone: string, instant: number): number {
  return zone === 'UTC' ? 0 : tzOffset(zone, new Date(instant));
}

/** The instants at which a zone's clocks show a local time: none in a gap, two (the first one first) in a fold. */
export type LocalInstants = readonly Instant[];

/**
 * Finds every instant at which the clocks of `zone` show `localMs` (the local time, counted as if it were UTC).
 *
 * The offsets a day before and a day after are the only ones that can apply, as no zone changes twice in two days.
 * A gap of daylight saving gives an empty list, a repeated hour gives two instants in their order.
 */
export function instantsOf(localMs: number, zone: string): LocalInstants {
  const before = offsetMinutesAt(zone, localMs - dayMs);
  const after = offsetMinutesAt(zone, localMs + dayMs);
  const found: Instant[] = [];
  for (const offset of before === after ? [before] : [before, after]) {
    const instant = toInstant(localMs - offset * minuteMs);
    if (instant !== undefined && offsetMinutesAt(zone, instant) === offset) found.push(instant);
  }
  return found.sort((one, other) => one - other);
}

/** The local time of a zone at an instant, in milliseconds counted as if it were UTC. */
export function localMsOf(instant: Instant, zone: string): number {
  return instant + offsetMinutesAt(zone, instant) * minuteMs;
}
