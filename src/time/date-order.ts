import type { Lexeme } from './lex.ts';
import type { DateReading } from './pieces.ts';

/** Languages whose countries do not agree on the order of numbers, when no country is named. */
const undecided = new Set(['en']);

const remembered = new Map<string, string | undefined>();
const maxRemembered = 200;

/**
 * The order in which a page's language writes `03/04/2021`: `dmy`, `mdy` or undefined. From CLDR, by the language and
 * its country. English alone says nothing, and so does a language that writes the year first.
 */
export function orderOf(language: string | undefined): string | undefined {
  if (language === undefined) return undefined;
  if (!remembered.has(language) && remembered.size < maxRemembered) remembered.set(language, orderFrom(language));
  return remembered.get(language);
}

function orderFrom(language: string): string | undefined {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(language.replaceAll('_', '-'));
  } catch {
    return undefined;
  }
  if (undecided.has(locale.language) && locale.region === undefined) return undefined;
  const format = new Intl.DateTimeFormat(`${locale.baseName}-u-ca-gregory`, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: 'UTC',
  });
  const order = format
    .formatToParts(0)
    .map(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? type.charAt(0) : ''))
    .join('');
  return order === 'dmy' || order === 'mdy' ? order : undefined;
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
