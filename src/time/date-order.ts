import type { Lexeme } from './lex.ts';
import type { DateReading } from './pieces.ts';

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

/** True when a word of the line belongs to a language that always writes the day first. */
export const isDayFirst = (lexemes: readonly Lexeme[]): boolean =>
  lexemes.some((lexeme) => lexeme.entry?.dayFirst === true);

/** Keeps the readings that pass, or all when none does. */
export function narrow(
  readings: readonly DateReading[],
  keep: (reading: DateReading) => boolean,
): readonly DateReading[] {
  const kept = readings.filter(keep);
  return kept.length > 0 ? kept : readings;
}
