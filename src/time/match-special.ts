import { UTCDate } from '@date-fns/utc';
import { addDays } from 'date-fns/addDays';
import { getISOWeeksInYear } from 'date-fns/getISOWeeksInYear';
import { setISOWeek } from 'date-fns/setISOWeek';
import { type Day, dayOfMs, daysIn } from './day.ts';
import type { Lexeme } from './lex.ts';
import type { ClockPiece, DatePiece, Piece, ZonePiece } from './pieces.ts';

type Lexemes = readonly Lexeme[];

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Military zones: A to I are +1 to +9, K to M +10 to +12, N to Y -1 to -12, Z is UTC; J is the local time. */
const letters = 'abcdefghiklm';
const lettersBehind = 'nopqrstuvwxy';

/** Reads the standard forms that are no words: week dates, ordinal dates and military date-time groups. */
export function matchSpecial(lexemes: Lexemes, from: number): readonly Piece[] | undefined {
  const first = lexemes[from];
  if (
    first?.kind !== 'number' ||
    first.text.length === 1 ||
    (first.text.length === 2 && lexemes[from + 1]?.kind !== 'number')
  )
    return undefined;
  return (
    colonDate(lexemes, from, first) ??
    weekDate(lexemes, from, first) ??
    ordinalDate(lexemes, from, first) ??
    militaryGroup(lexemes, from, first)
  );
}

/** `2021:04:20 02:27:00`, as cameras write it (Exif). */
function colonDate(lexemes: Lexemes, from: number, year: Lexeme): Piece[] | undefined {
  if (year.text.length !== 4 || lexemes[from + 1]?.text !== ':' || lexemes[from + 3]?.text !== ':') return undefined;
  const [month, day, hour] = [lexemes[from + 2], lexemes[from + 4], lexemes[from + 5]];
  if (month?.text.length !== 2 || day?.text.length !== 2) return undefined;
  if (hour?.spaced !== true || month.spaced || day.spaced || month.isCut) return undefined;
  return [whole(from, from + 5, { year: year.value, month: month.value, day: day.value }, 'Exif date')];
}

/** `2021-W16-2` and `2021W162`, ISO 8601. */
function weekDate(lexemes: Lexemes, from: number, year: Lexeme): Piece[] | undefined {
  const at = lexemes[from + 1]?.text === '-' ? from + 2 : from + 1;
  const week = lexemes[at + 1];
  if (year.text.length !== 4 || lexemes[at]?.text !== 'w' || week?.kind !== 'number' || week.spaced) return undefined;
  const isExtended = lexemes[at + 2]?.text === '-' && lexemes[at + 3]?.text.length === 1;
  const weekday = isExtended ? lexemes[at + 3]?.value : week.text.length === 3 ? week.value % 10 : undefined;
  const number = week.text.length === 3 ? Math.floor(week.value / 10) : week.value;
  if (weekday === undefined) return undefined;
  const to = isExtended ? at + 4 : at + 2;
  return [whole(from, to, dayOfWeek(year.value, number, weekday), 'ISO 8601 week date')];
}

function dayOfWeek(year: number, week: number, weekday: number): Day {
  const january = new UTCDate(year, 0, 4);
  if (week < 1 || week > getISOWeeksInYear(january) || weekday < 1 || weekday > 7) return { year, month: 0, day: 0 };
  const sameWeek = setISOWeek(january, week);
  return dayOfMs(addDays(sameWeek, weekday - (sameWeek.getUTCDay() || 7)).getTime());
}

/** `2021-110` where nothing but a clock follows, and `2021110` alone: ISO 8601. */
function ordinalDate(lexemes: Lexemes, from: number, first: Lexeme): Piece[] | undefined {
  if (from !== 0) return undefined;
  const isBasic = first.text.length === 7 && lexemes.length === 1;
  const day = lexemes[2];
  const next = lexemes[3];
  const isExtended =
    first.text.length === 4 && lexemes[1]?.text === '-' && !lexemes[1].spaced && day?.text.length === 3 && !day.spaced;
  if (!isBasic && !(isExtended && (next === undefined || next.text === 't'))) return undefined;
  const year = isBasic ? Math.floor(first.value / 1000) : first.value;
  const number = isBasic ? first.value % 1000 : (day?.value ?? 0);
  if (year < 1900 || year > 2199) return undefined;
  const isReal = number >= 1 && number <= (daysIn(year, 2) === 29 ? 366 : 365);
  const found = isReal
    ? dayOfMs(addDays(new UTCDate(year, 0, 1), number - 1).getTime())
    : { year, month: 0, day: number };
  return [whole(from, isBasic ? 1 : 3, found, 'ISO 8601 ordinal date')];
}

/** `200227ZAPR21`, `20 0227Z APR 21`: day, clock, zone letter, month, year. */
function militaryGroup(lexemes: Lexemes, from: number, first: Lexeme): Piece[] | undefined {
  const isDivided = first.text.length === 2 && lexemes[from + 1]?.text.length === 4;
  const at = isDivided ? from + 2 : from + 1;
  const word = lexemes[at];
  if (word?.kind !== 'word' || word.spaced || !word.isUpper) return undefined;
  const digits = isDivided ? `${first.text}${lexemes[from + 1]?.text}` : first.text;
  if (!/^\d{6}$/.test(digits)) return undefined;
  const isGlued = word.text.length === 4;
  const month = months.indexOf(isGlued ? word.text.slice(1) : (lexemes[at + 1]?.text ?? '')) + 1;
  const year = lexemes[at + (isGlued ? 1 : 2)];
  const minutes = letterMinutes(word.text.charAt(0));
  if ((!isGlued && word.text.length !== 1) || month === 0 || minutes === undefined) return undefined;
  if (year?.kind !== 'number' || (year.text.length !== 2 && year.text.length !== 4)) return undefined;
  const full = year.text.length === 4 ? year.value : year.value + (year.value >= 70 ? 1900 : 2000);
  const [day = 0, hour = 0, minute = 0] = [0, 2, 4].map((start) => Number(digits.slice(start, start + 2)));
  const to = at + (isGlued ? 2 : 3);
  const clock = {
    kind: 'clock' as const,
    from,
    to: at,
    hour,
    minute,
    second: 0,
    millisecond: 0,
    isWeak: false,
    isDotted: false,
  };
  const isReal = hour < 24 && minute < 60;
  const problem: ClockPiece = isReal ? clock : { ...clock, problem: `${digits.slice(2)} is no time of day` };
  const meaning = { at: minutes, home: [], source: 'military time zones (ACP 121)' };
  const zone: ZonePiece = { kind: 'zone', from: at, to, name: word.text.charAt(0).toUpperCase(), meanings: [meaning] };
  return [problem, zone, whole(from, to, { year: full, month, day }, 'military date-time group')];
}

function letterMinutes(letter: string): number | undefined {
  if (letter === 'z') return 0;
  const ahead = letters.indexOf(letter);
  const behind = lettersBehind.indexOf(letter);
  if (ahead >= 0) return (ahead + 1) * 60;
  return behind >= 0 ? -(behind + 1) * 60 : undefined;
}

function whole(from: number, to: number, day: Day, rule: string): DatePiece {
  const reading = { ...day, order: 'ymd', rule, calendar: 'gregorian' as const, isShortYear: false };
  return { kind: 'date', from, to, readings: [reading], divider: 'special', isBare: false };
}
