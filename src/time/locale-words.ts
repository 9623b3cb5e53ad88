/**
 * Names of months and weekdays, and the words for morning and afternoon, from the platform's own locale data (CLDR).
 * Each is taken as it stands alone and as it stands in a date, long and short.
 */

/** Languages in Latin letters. The others lend no word to a line without their letters. */
const latinLocales =
  'en af az bs ca cs cy da de de-AT es es-MX et eu fi fil fr ga gl hr hu id is it lt lv ms nb nl pl pt ro sk sl sq sr-Latn ' +
  'sv sw tk tr uz vi zu';
const otherLocales =
  'am ar ar-DZ ar-LB ar-MA be bg bn el fa gu he hi hy ja ka kk km kn ko ky lo mk ml mn mr my ne pa ps ru sr ta te th uk ur ' +
  'zh zh-TW';

export type LocaleWord = { readonly word: string; readonly language: string } & (
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'meridiem'; readonly meridiem: 'am' | 'pm' }
);

type Part = 'month' | 'weekday' | 'dayPeriod';

/** All words of the languages in Latin letters, or of the others; dozens of milliseconds of work, so asked for once. */
export function localeWords(letters: 'latin' | 'other'): LocaleWord[] {
  return (letters === 'latin' ? latinLocales : otherLocales).split(' ').flatMap(wordsOf);
}

/** Making a formatter is what costs: one tells month, weekday and part of the day at once, another the month alone. */
function wordsOf(language: string): LocaleWord[] {
  const found: LocaleWord[] = [];
  for (const style of ['long', 'short'] as const) {
    const month = formatter(language, { month: style });
    const whole = formatter(language, {
      weekday: style,
      month: style,
      day: 'numeric',
      year: 'numeric',
      hour: 'numeric',
      hour12: true,
    });
    for (const format of [month, whole]) found.push(...monthWords(language, format));
    found.push(...weekdayWords(language, whole), ...meridiemWords(language, whole));
  }
  return found;
}

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...options, timeZone: 'UTC' });
}

function monthWords(language: string, format: Intl.DateTimeFormat): LocaleWord[] {
  const found: LocaleWord[] = [];
  for (let month = 1; month <= 12; month += 1) {
    const word = partOf(format, Date.UTC(2021, month - 1, 15), 'month');
    if (word !== undefined && !/\d/.test(word)) found.push({ kind: 'month', month, word, language });
  }
  return found;
}

function weekdayWords(language: string, format: Intl.DateTimeFormat): LocaleWord[] {
  const found: LocaleWord[] = [];
  for (let weekday = 0; weekday < 7; weekday += 1) {
    const word = partOf(format, Date.UTC(2021, 7, 1 + weekday), 'weekday');
    if (word !== undefined) found.push({ kind: 'weekday', weekday, word, language });
  }
  return found;
}

function meridiemWords(language: string, format: Intl.DateTimeFormat): LocaleWord[] {
  return (['am', 'pm'] as const).flatMap((meridiem) => {
    const word = partOf(format, Date.UTC(2021, 0, 1, meridiem === 'am' ? 9 : 15), 'dayPeriod');
    return word === undefined ? [] : [{ kind: 'meridiem' as const, meridiem, word, language }];
  });
}

const partOf = (format: Intl.DateTimeFormat, milliseconds: number, type: Part): string | undefined =>
  format.formatToParts(milliseconds).find((part) => part.type === type)?.value;
