import { UTCDate } from '@date-fns/utc';
import { addMonths } from 'date-fns/addMonths';
import type { Instant } from '../model/instant.ts';
import type { StampAnswer, TimestampOptions } from './answer.ts';
import type { Stamp, ZonedClock } from './assemble.ts';
import { clean } from './clean.ts';
import { habitOf, isDayFirst, isFarYear, isYearFirst, narrow, onWeekday, withYearFirst } from './date-order.ts';
import { type Day, dayOfMs, dayText, isRealDay, midnightMs, weekdayOf } from './day.ts';
import type { Unit } from './entry.ts';
import type { Explanation, ZoneOrigin } from './explanation.ts';
import { toInstant } from './instant.ts';
import type { Lexeme } from './lex.ts';
import type { ClockPiece, DatePiece, DateReading, Piece, RelativePiece, ZonePiece } from './pieces.ts';
import { hasLooseOffset, unknownZone } from './unknown-zone.ts';
import { instantsOf, localMsOf, offsetMinutesAt } from './zones.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** What is the same for all stamps of a line. */
export type Line = {
  readonly text: string;
  readonly tokens: Explanation['tokens'];
  readonly options: TimestampOptions;
  readonly lexemes: readonly Lexeme[];
  readonly pieces: readonly Piece[];
};

export type Answer =
  | StampAnswer
  | { readonly kind: 'error'; readonly reason: string; readonly explanation: Explanation };
type Refused = { readonly refused: string };

/** Error reasons quote at most this much of a line. */
const maxQuoted = 80;

const quote = (text: string): string => `"${text.length > maxQuoted ? `${text.slice(0, maxQuoted - 1)}…` : text}"`;

/** An error answer. */
export function refusal(text: string, tokens: Explanation['tokens'], reason: string): Answer & { kind: 'error' } {
  return {
    kind: 'error',
    reason: `${quote(clean(text).trim())} ${reason}`,
    explanation: { text, tokens, rule: 'refused', certainty: 'refused', warnings: [] },
  };
}

/** Turns one stamp into an instant or a date, or says why it is none. */
export function resolve(line: Line, stamp: Stamp): Answer {
  const warnings: string[] = [];
  const answer =
    stamp.date.kind === 'relative'
      ? resolveRelative(line, stamp, stamp.date, warnings)
      : resolveDate(line, stamp, stamp.date, warnings);
  return 'refused' in answer ? refusal(line.text, line.tokens, answer.refused) : answer;
}

function resolveDate(line: Line, stamp: Stamp, date: DatePiece, warnings: string[]): StampAnswer | Refused {
  const reading = pick(line, stamp, date);
  if ('refused' in reading) return reading;
  if (stamp.weekdays !== undefined && !stamp.weekdays.includes(weekdayOf(reading))) {
    warnings.push(`${dayText(reading)} is not the day of the week that is written`);
  }
  if (reading.isShortYear) warnings.push(`the century of ${reading.year} is not written`);
  return onDay(line, stamp, reading, reading.rule, warnings);
}

/** The answer on a known day: the day alone, or the instant of its clock. */
function onDay(line: Line, stamp: Stamp, day: Day, rule: string, warnings: string[]): StampAnswer | Refused {
  const { text, tokens, options } = line;
  const base = { text, tokens, rule, warnings };
  if (stamp.clocks.length === 0)
    return { kind: 'date', date: dayText(day), explanation: { ...base, certainty: 'exact' } };
  const broken = stamp.clocks.find(({ clock }) => clock.problem !== undefined);
  if (broken !== undefined) return { refused: `is no time: ${broken.clock.problem}; correct the clock` };
  const zoned = stamp.clocks.find(({ zones }) => zones.length > 0);
  const chosen = stamp.clocks.length > 1 && zoned !== undefined ? zoned : stamp.clocks[0];
  if (chosen === undefined) return { refused: 'holds no clock' };
  const found = at(line, stamp, day, chosen, warnings);
  if ('refused' in found) return found;
  const clash = stamp.clocks.find(
    (other) => other !== chosen && !isSameTime(line, stamp, day, other, chosen, found.instant),
  );
  if (clash !== undefined) return { refused: 'shows two clocks that disagree; leave one of them' };
  const { instant, zone } = found;
  if (options.now !== undefined && instant > options.now) warnings.push('lies in the future');
  return {
    kind: 'instant',
    instant,
    explanation: { ...base, zone, certainty: zone.from === 'default' ? 'assumed' : 'exact' },
  };
}

type Timed = { readonly instant: Instant; readonly zone: NonNullable<Explanation['zone']> };

function at(line: Line, stamp: Stamp, day: Day, { clock, zones }: ZonedClock, warnings: string[]): Timed | Refused {
  const local = midnightMs(day) + clockMs(clock);
  const [piece, ...others] = zones.length > 0 ? zones : stamp.zone === undefined ? [] : [stamp.zone];
  if (piece?.problem !== undefined) return { refused: `has no zone: ${piece.problem}; write it as UTC+3 or as a name` };
  if (piece !== undefined && hasLooseOffset(line.lexemes, piece, line.pieces))
    return { refused: `has an offset without its sign behind ${piece.name}; write it as UTC+3` };
  const unknown = piece === undefined ? unknownZone(line, clock.to) : undefined;
  if (unknown !== undefined) return { refused: `names a zone, ${unknown}, that is not known; write it as UTC+3` };
  const zone = zoneOf(piece, line.options, warnings);
  const [instant, later] =
    typeof zone.at === 'number' ? [toInstant(local - zone.at * minuteMs)] : instantsOf(local, zone.at);
  if (instant === undefined)
    return { refused: `does not exist in ${zone.name}: its clocks skipped that time; write the offset beside it` };
  if (later !== undefined) warnings.push(`the clocks of ${zone.name} showed this twice; the first is taken`);
  const offsetMinutes = (local - instant) / minuteMs;
  const odd = others.find((other) => !agrees(other, instant, offsetMinutes));
  if (odd !== undefined)
    return { refused: `names two zones that disagree, ${zone.name} and ${odd.name}; leave one of them` };
  if (stamp.isZoneShared) warnings.push(`the zone ${zone.name} is written beside another stamp of the line`);
  seasonClash(zone, instant, warnings);
  const { name, from, source } = zone;
  return { instant, zone: { name, offsetMinutes, from, ...(source === undefined ? {} : { source }) } };
}

/** A second zone must say the same: a name behind an offset, or RFC 9557's brackets, where `Z` may stand with any zone. */
function agrees(zone: ZonePiece, instant: Instant, offsetMinutes: number): boolean {
  if (offsetMinutes === 0 && zone.name.includes('/')) return true;
  return zone.meanings.some(
    ({ at: meant }) => (typeof meant === 'number' ? meant : offsetMinutesAt(meant, instant)) === offsetMinutes,
  );
}

/** Two clocks of one stamp are the same time (`2:27 AM EDT (0627 GMT)`), or one repeats the other, or ends a range. */
function isSameTime(
  line: Line,
  stamp: Stamp,
  day: Day,
  other: ZonedClock,
  chosen: ZonedClock,
  instant: Instant,
): boolean {
  if (other.clock.hour === chosen.clock.hour && other.clock.minute === chosen.clock.minute) return true;
  const isRange =
    other.clock.from > chosen.clock.to && other.clock.from - chosen.clock.to <= 2 && other.zones.length === 0;
  if (isRange || other.zones.length === 0) return isRange || chosen.zones.length > 0;
  const found = at(line, stamp, day, other, []);
  return !('refused' in found) && Math.abs(found.instant - instant) % dayMs === 0;
}

function pick(line: Line, stamp: Stamp, date: DatePiece): DateReading | Refused {
  const { options } = line;
  const [impossible] = date.readings;
  let readings: readonly DateReading[] = date.readings.filter(isRealDay);
  if (readings.length === 0)
    return {
      refused: `names a day that does not exist (${impossible === undefined ? 'none' : writtenDay(impossible)}); correct it`,
    };
  const [only] = readings;
  const habit = habitOf(options.language);
  if (date.divider !== 'name' && only?.isShortYear === true && only.order !== 'ymd' && options.order === undefined) {
    const first = withYearFirst(readings);
    const isWritten = isYearFirst(line.lexemes);
    if (first !== undefined && isWritten && !isFarYear(first)) return first;
    if (first !== undefined && (isWritten || habit.isYearFirst))
      return { refused: 'can begin with its day or with its year; set DATE_ORDER, or write the year with four digits' };
  }
  if (readings.length === 1 && only !== undefined) return only;
  const settled = settledOrder(line.pieces, date.divider);
  const isForeign = habit.has24Hours && hasMeridiem(line.lexemes, stamp);
  const told = isForeign ? undefined : habit.order;
  const orders = [options.order, told, settled, isDayFirst(line.lexemes, line.pieces) ? 'dmy' : undefined];
  readings = onWeekday(readings, stamp.weekdays, line.tokens);
  for (const order of orders)
    if (readings.length > 1 && order !== undefined) readings = narrow(readings, (one) => one.order === order);
  const language = options.language?.slice(0, 2).toLowerCase();
  if (readings.length > 1) readings = narrow(readings, ({ namedIn }) => namedIn?.slice(0, 2) === language);
  if (readings.length > 1) readings = narrow(readings, ({ namedIn }) => namedIn?.endsWith('?') === false);
  const [first] = readings;
  if (first !== undefined && readings.every((one) => dayText(one) === dayText(first))) return first;
  return {
    refused: `can be ${readings.map(dayText).join(' or ')}; set DATE_ORDER to dmy or mdy, or write the month's name`,
  };
}

/** `08:43:31 am`: letters that no country with 24 hours writes. */
const hasMeridiem = (lexemes: readonly Lexeme[], stamp: Stamp): boolean =>
  stamp.clocks.some(({ clock }) =>
    lexemes.slice(clock.from, clock.to).some(({ text }) => text === 'am' || text === 'pm'),
  );

/** The order that another date of the line leaves, when its numbers have the same divider. */
function settledOrder(pieces: readonly Piece[], divider: string): string | undefined {
  for (const piece of pieces) {
    if (piece.kind !== 'date' || piece.divider !== divider) continue;
    const [only, other] = piece.readings.filter(isRealDay);
    if (only !== undefined && other === undefined) return only.order;
  }
  return undefined;
}

const writtenDay = (day: Day): string => (day.month === 0 ? `day ${day.day} of the year ${day.year}` : dayText(day));

function resolveRelative(line: Line, stamp: Stamp, relative: RelativePiece, warnings: string[]): StampAnswer | Refused {
  const { now, zone = 'UTC' } = line.options;
  if (now === undefined) return { refused: 'counts from a time that is not given; say what now is, or write the date' };
  const rule = 'counted from now';
  if (relative.form === 'day')
    return onDay(line, stamp, dayOfMs(localMsOf(now, zone) + relative.days * dayMs), rule, warnings);
  const lengths = relative.form === 'ago' ? relative.lengths : [];
  const isExact = lengths.every(({ unit }) => unit === 'second' || unit === 'minute' || unit === 'hour');
  let ms: number = isExact ? now : localMsOf(now, zone);
  for (const { unit, amount } of lengths) ms = back(ms, unit, amount);
  if (!isExact) return onDay(line, stamp, dayOfMs(ms), rule, warnings);
  const instant = toInstant(Math.round(ms));
  if (instant === undefined) return { refused: 'lies before all dates' };
  const from = line.options.zone === undefined ? ('default' as const) : ('configured' as const);
  const { text, tokens } = line;
  return {
    kind: 'instant',
    instant,
    explanation: { text, tokens, rule, zone: { name: zone, from }, certainty: 'assumed', warnings },
  };
}

const unitMs: Readonly<Partial<Record<Unit, number>>> = {
  second: 1000,
  minute: minuteMs,
  hour: 60 * minuteMs,
  day: dayMs,
  week: 7 * dayMs,
};

function back(ms: number, unit: Unit, amount: number): number {
  const length = unitMs[unit];
  if (length !== undefined) return ms - amount * length;
  return addMonths(new UTCDate(ms), -Math.round(amount * (unit === 'year' ? 12 : 1))).getTime();
}

const clockMs = ({ hour, minute, second, millisecond }: ClockPiece): number =>
  ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;

type Zone = {
  readonly name: string;
  readonly at: number | string;
  readonly from: ZoneOrigin;
  readonly source?: string;
  readonly home?: string;
};

function zoneOf(piece: ZonePiece | undefined, { zone }: TimestampOptions, warnings: string[]): Zone {
  const usual = piece?.meanings[0];
  if (piece === undefined || usual === undefined) {
    return { name: zone ?? 'UTC', at: zone ?? 'UTC', from: zone === undefined ? 'default' : 'configured' };
  }
  const { meanings, name } = piece;
  const meaning = meanings.find((one) => zone !== undefined && one.home.includes(zone)) ?? usual;
  const home = meaning.home[0];
  if (meanings.length > 1)
    warnings.push(`${name} names ${meanings.length} zones; the one of ${home ?? 'most use'} is taken`);
  const base = { name, at: meaning.at, from: 'text' as const, source: meaning.source };
  return home === undefined || home === '' ? base : { ...base, home };
}

/** `EST` in July, `BST` in January, and `GMT` while London is an hour ahead: read as written, and said. */
function seasonClash({ name, at: meant, home }: Zone, instant: Instant, warnings: string[]): void {
  const place = name === 'GMT' ? 'Europe/London' : home;
  if (place === undefined || typeof meant !== 'number') return;
  const shown = offsetMinutesAt(place, instant);
  if (shown !== meant) warnings.push(`the clocks of ${place} did not show ${name} on that day; it is read as written`);
}
