import { isRealDay, weekdayOf } from './day.ts';
import type { Explanation } from './explanation.ts';
import type { Lexeme } from './lex.ts';
import type { DateReading, Piece } from './pieces.ts';

/** What a page's language says about numbers. */
export type Habit = {
  /** The order in which its country writes `03/04/2021`; undefined when no country is named. */
  readonly order: 'dmy' | 'mdy' | undefined;
  /** It writes the year first, so that `19.03.02` need not begin with its day. */
  readonly isYearFirst: boolean;
  /** Its clocks have 24 hours: one with am or pm was not made for this country. */
  readonly has24Hours: boolean;
};

const silent: Habit = { order: undefined, isYearFirst: false, has24Hours: false };
const remembered = new Map<string, Habit>();
const maxRemembered = 200;

/**
 * How a page's language writes dates, from CLDR. A language without its country settles no order: programs made in
 * America fill the pages of every language.
 */
export function habitOf(language: string | undefined): Habit {
  if (language === undefined) return silent;
  const known = remembered.get(language);
  if (known !== undefined) return known;
  if (remembered.size >= maxRemembered) remembered.clear();
  const habit = habitFrom(language);
  remembered.set(language, habit);
  return habit;
}

function habitFrom(language: string): Habit {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(language.replaceAll('_', '-'));
  } catch {
    return silent;
  }
  // With its script the locale data is not found: `en-Latn-GB` would be American.
  const name = locale.minimize().baseName;
  const format = new Intl.DateTimeFormat(`${name}-u-ca-gregory`, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: 'UTC',
  });
  const order = format
    .formatToParts(0)
    .map(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? type.charAt(0) : ''))
    .join('');
  const hours = new Intl.DateTimeFormat(name, { hour: 'numeric' }).resolvedOptions().hourCycle;
  return {
    order: locale.region !== undefined && (order === 'dmy' || order === 'mdy') ? order : undefined,
    isYearFirst: order === 'ymd',
    has24Hours: locale.language !== 'en' && hours === 'h23',
  };
}

/** Zones whose abbreviation is a word of a language that always writes the day first: Indonesian, German, Russian. */
const dayFirstZones = new Set(['WIB', 'WITA', 'WIT', 'MEZ', 'MESZ', 'МСК']);

/** True when a word of the line, or the name of its zone, belongs to a language that always writes the day first. */
export const isDayFirst = (lexemes: readonly Lexeme[], pieces: readonly Piece[]): boolean =>
  lexemes.some((lexeme) => lexeme.entry?.dayFirst === true) ||
  pieces.some((piece) => piece.kind === 'zone' && dayFirstZones.has(piece.name.toUpperCase()));

/** Han, kana or Hangul: Chinese, Japanese and Korean write the year first, also with two digits. */
const yearFirstLetter = /[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** True when a word of the line belongs to a language that always writes the year first. */
export const isYearFirst = (lexemes: readonly Lexeme[]): boolean =>
  lexemes.some(({ kind, text }) => kind === 'word' && yearFirstLetter.test(text));

/** Short years that no article has: `31.04.20` can be of the Japanese era Heisei. */
export const isFarYear = ({ year }: DateReading): boolean => year >= 2030 && year < 2070;

/** The reading `2019-03-02` of `19.03.02`, whose last number was taken for the year. Undefined when it is no day. */
export function withYearFirst(readings: readonly DateReading[]): DateReading | undefined {
  const [one] = readings;
  if (one === undefined) return undefined;
  const [first, month] = one.order === 'dmy' ? [one.day, one.month] : [one.month, one.day];
  const year = first >= 70 ? 1900 + first : 2000 + first;
  const day = { year, month, day: one.year % 100 };
  if (one.order.endsWith('d') || !isRealDay(day)) return undefined;
  return { ...one, ...day, order: 'ymd', rule: 'year first, as the language writes it' };
}

/** Days of the week in some language, and names of people: `By Sam 03/04/2021` tells no Saturday. */
const namesToo = new Set([
  'Ann',
  'Anna',
  'Dom',
  'Lin',
  'Luan',
  'Marti',
  'Min',
  'Ned',
  'Sam',
  'Tor',
  'Ana',
  'Kam',
  'Sol',
]);

/**
 * The readings that fall on the day of the week that is written. A word that is also a name of a person tells nothing,
 * unless a dot or a comma stands behind it; two letters (`Do`, `Sa`) belong to languages that put the day first.
 */
export function onWeekday(
  readings: readonly DateReading[],
  weekdays: readonly number[] | undefined,
  tokens: Explanation['tokens'],
): readonly DateReading[] {
  if (weekdays === undefined) return readings;
  const index = tokens.findIndex(({ kind }) => kind === 'weekday');
  const word = tokens[index]?.text ?? '';
  if (namesToo.has(word) && !/^[.,]/.test(tokens[index + 1]?.text ?? '')) return readings;
  const kept = narrow(readings, (one) => weekdays.includes(weekdayOf(one)));
  return word.length === 2 && kept.every(({ order }) => order === 'mdy') ? readings : kept;
}

/** Keeps the readings that pass, or all when none does. */
export function narrow(
  readings: readonly DateReading[],
  keep: (reading: DateReading) => boolean,
): readonly DateReading[] {
  const kept = readings.filter(keep);
  return kept.length > 0 ? kept : readings;
}
