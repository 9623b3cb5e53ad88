import type { Stamp } from './assemble.ts';
import { dayText, isRealDay, midnightMs, weekdayOf } from './day.ts';
import type { Explanation, ZoneOrigin } from './explanation.ts';
import { toInstant } from './instant.ts';
import type { ClockPiece, DateReading } from './pieces.ts';
import type { StampAnswer, TimestampOptions } from './timestamp.ts';
import { instantsOf } from './zones.ts';

const minuteMs = 60_000;

export type Answer =
  | StampAnswer
  | { readonly kind: 'error'; readonly reason: string; readonly explanation: Explanation };

/** An error answer. */
export function refusal(text: string, tokens: Explanation['tokens'], reason: string): Answer & { kind: 'error' } {
  return { kind: 'error', reason, explanation: { text, tokens, rule: 'refused', certainty: 'refused', warnings: [] } };
}

/** Turns one stamp into an instant or a date. */
export function resolve(text: string, stamp: Stamp, tokens: Explanation['tokens'], options: TimestampOptions): Answer {
  const warnings: string[] = [];
  const refuse = (why: string) => refusal(text, tokens, `"${text.slice(0, 80)}" ${why}`);
  const reading = pick(stamp, options);
  if (typeof reading === 'string') return refuse(reading);
  const date = dayText(reading);
  if (stamp.weekday !== undefined && stamp.weekday !== weekdayOf(reading))
    warnings.push(`${date} is another day of the week`);
  const { clock } = stamp;
  const base = { text, tokens, rule: reading.rule, warnings };
  if (clock === undefined) return { kind: 'date', date, explanation: { ...base, certainty: 'exact' } };
  if (clock.problem !== undefined) return refuse(`is no time: ${clock.problem}; correct it`);
  const local = midnightMs(reading) + clockMs(clock);
  const zone = zoneOf(stamp, options, warnings);
  const found = typeof zone.at === 'number' ? [toInstant(local - zone.at * minuteMs)] : instantsOf(local, zone.at);
  const [instant, later] = found;
  if (instant === undefined)
    return refuse(`does not exist in ${zone.name}: the clocks skipped that hour; write the offset beside it`);
  if (later !== undefined) warnings.push(`the clocks of ${zone.name} showed this twice; the first is taken`);
  const offsetMinutes = (local - instant) / minuteMs;
  const certainty = zone.from === 'default' ? 'assumed' : 'exact';
  return {
    kind: 'instant',
    instant,
    explanation: { ...base, zone: { name: zone.name, offsetMinutes, from: zone.from }, certainty },
  };
}

function pick(stamp: Stamp, { order }: TimestampOptions): DateReading | string {
  let readings = stamp.date.readings.filter(isRealDay);
  const [impossible] = stamp.date.readings;
  if (readings.length === 0)
    return `names a day that no calendar has${impossible ? ` (${dayText(impossible)})` : ''}; correct it`;
  if (readings.length > 1) readings = narrow(readings, (one) => one.rule === order);
  if (readings.length > 1) readings = narrow(readings, (one) => stamp.weekday === weekdayOf(one));
  const [first] = readings;
  const same = first !== undefined && readings.every((one) => dayText(one) === dayText(first));
  if (same) return first;
  return `can be ${readings.map(dayText).join(' or ')}; set DATE_ORDER to dmy or mdy, or write the month's name`;
}

function narrow(readings: DateReading[], keep: (reading: DateReading) => boolean): DateReading[] {
  const kept = readings.filter(keep);
  return kept.length > 0 ? kept : readings;
}

const clockMs = ({ hour, minute, second, millisecond }: ClockPiece): number =>
  ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;

type Zone = { readonly name: string; readonly at: number | string; readonly from: ZoneOrigin };

function zoneOf(stamp: Stamp, { zone }: TimestampOptions, warnings: string[]): Zone {
  const usual = stamp.zone?.meanings[0];
  if (stamp.zone === undefined || usual === undefined) {
    return { name: zone ?? 'UTC', at: zone ?? 'UTC', from: zone === undefined ? 'default' : 'configured' };
  }
  const { meanings, name } = stamp.zone;
  const meaning = meanings.find((one) => zone !== undefined && one.home.includes(zone)) ?? usual;
  if (meanings.length > 1)
    warnings.push(
      `${name} is the name of ${meanings.length} zones; the one of ${meaning.home[0] ?? 'most use'} is taken`,
    );
  return { name, at: meaning.at, from: 'text' };
}
