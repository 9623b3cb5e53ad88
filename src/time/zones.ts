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

/** Offsets of days on which they do not change, by zone and day: asking the platform costs a microsecond each time. */
const steady = new Map<string, Map<number, number>>();
const maxSteadyDays = 20_000;

/** What the clocks of a zone show more than UTC, in minutes, at that instant. NaN for an unknown zone. */
export function offsetMinutesAt(zone: string, instant: number): number {
  if (zone === 'UTC') return 0;
  const day = Math.floor(instant / dayMs);
  const days = steady.get(zone) ?? new Map<number, number>();
  const remembered = days.get(day);
  if (remembered !== undefined) return remembered;
  const offset = tzOffset(zone, new Date(instant));
  const isSteady = [day * dayMs, (day + 1) * dayMs].every((edge) => tzOffset(zone, new Date(edge)) === offset);
  if (!isSteady) return offset;
  if (days.size >= maxSteadyDays || steady.size >= maxKnown) steady.clear();
  steady.set(zone, days.set(day, offset));
  return offset;
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
