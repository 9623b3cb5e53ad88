/**
 * Names of months and weekdays, and the words for morning and afternoon, from the platform's own locale data (CLDR).
 * Each is taken as it stands alone and as it stands in a date, long and short.
 */

const locales =
  'en af am ar ar-DZ ar-LB ar-MA az be bg bn bs ca cs cy da de de-AT el es es-MX et eu fa fi fil fr ga gl gu he hi hr hu hy ' +
  'id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl pa pl ps pt ro ru sk sl sq sr sr-Latn sv sw ta te th ' +
  'tk tr uk ur uz vi zh zh-TW zu';

export type LocaleWord = { readonly word: string; readonly language: string } & (
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'meridiem'; readonly meridiem: 'am' | 'pm' }
);

const dateStyles: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric', year: 'numeric' },
  { month: 'short', day: 'numeric', year: 'numeric' },
];

/** All words of all languages; about a tenth of a second of work, so asked for once. */
export function localeWords(): LocaleWord[] {
  return locales
    .split(' ')
    .flatMap((language) => [...monthWords(language), ...weekdayWords(language), ...meridiemWords(language)]);
}

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...options, timeZone: 'UTC' });
}

function monthWords(language: string): LocaleWord[] {
  const found: LocaleWord[] = [];
  for (const style of dateStyles) {
    const format = formatter(language, style);
    for (let month = 1; month <= 12; month += 1) {
      const word = partOf(format, Date.UTC(2021, month - 1, 15), 'month');
      if (word !== undefined && !/\d/.test(word)) found.push({ kind: 'month', month, word, language });
    }
  }
  return found;
}

function weekdayWords(language: string): LocaleWord[] {
  const found: LocaleWord[] = [];
  for (const style of ['long', 'short'] as const) {
    const format = formatter(language, { weekday: style });
    for (let weekday = 0; weekday < 7; weekday += 1) {
      const word = partOf(format, Date.UTC(2021, 7, 1 + weekday), 'weekday');
      if (word !== undefined) found.push({ kind: 'weekday', weekday, word, language });
    }
  }
  return found;
}

function meridiemWords(language: string): LocaleWord[] {
  const format = formatter(language, { hour: 'numeric', hour12: true });
  return (['am', 'pm'] as const).flatMap((meridiem) => {
    const word = partOf(format, Date.UTC(2021, 0, 1, meridiem === 'am' ? 9 : 15), 'dayPeriod');
    return word === undefined ? [] : [{ kind: 'meridiem' as const, meridiem, word, language }];
  });
}

const partOf = (
  format: Intl.DateTimeFormat,
  milliseconds: number,
  type: Intl.DateTimeFormatPartTypes,
): string | undefined => format.formatToParts(milliseconds).find((part) => part.type === type)?.value;
