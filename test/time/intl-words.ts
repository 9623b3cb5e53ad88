import { fold } from '../../src/time/entry.ts';

/**
 * Names of months and weekdays, and the words for morning and afternoon, from the platform's own locale data (CLDR).
 * Each is taken as it stands alone and as it stands in a date, long and short.
 */

/** Languages in Latin letters. The others lend no word to a line without their letters. */
export const latinLocales =
  'en af az bs ca cs cy da de de-AT es es-MX et eu fi fil fr ga gl hr hu id is it lt lv ms nb nl pl pt ro sk sl sq sr-Latn ' +
  'sv sw tk tr uz vi zu';
export const otherLocales =
  'am ar ar-DZ ar-LB ar-MA be bg bn el fa gu he hi hy ja ka kk km kn ko ky lo mk ml mn mr my ne pa ps ru sr ta te th uk ur ' +
  'zh zh-TW';

/** A word and its group: twelve months from 0, seven weekdays from 12 (Sunday), am 19, pm 20. */
type LocaleWord = { readonly word: string; readonly group: number };

type Part = 'month' | 'weekday' | 'dayPeriod';

/** The rows of `src/time/locale-table.ts` as this Node's locale data has them. */
export const localeRows = (locales: string): string =>
  locales
    .split(' ')
    .map((language) => rowOf(language, wordsOf(language)))
    .join('\n');

/** Every word once, folded and without marks that nobody sees. */
function rowOf(language: string, words: readonly LocaleWord[]): string {
  const groups = Array.from({ length: 21 }, () => new Set<string>());
  for (const { group, word } of words) groups[group]?.add(fold(word.replace(/\p{Cf}/gu, '').replace(/\s/g, ' ')));
  return `${language}: ${groups.map((group) => [...group].join('/')).join('|')}`;
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
    for (const format of [month, whole]) found.push(...monthWords(format));
    found.push(...weekdayWords(whole), ...meridiemWords(whole));
  }
  return found;
}

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...options, timeZone: 'UTC' });
}

function monthWords(format: Intl.DateTimeFormat): LocaleWord[] {
  const found: LocaleWord[] = [];
  for (let month = 1; month <= 12; month += 1) {
    const word = partOf(format, Date.UTC(2021, month - 1, 15), 'month');
    if (word !== undefined && !/\d/.test(word)) found.push({ group: month - 1, word });
  }
  return found;
}

function weekdayWords(format: Intl.DateTimeFormat): LocaleWord[] {
  const found: LocaleWord[] = [];
  for (let weekday = 0; weekday < 7; weekday += 1) {
    const word = partOf(format, Date.UTC(2021, 7, 1 + weekday), 'weekday');
    if (word !== undefined) found.push({ group: 12 + weekday, word });
  }
  return found;
}

function meridiemWords(format: Intl.DateTimeFormat): LocaleWord[] {
  return (['am', 'pm'] as const).flatMap((meridiem) => {
    const word = partOf(format, Date.UTC(2021, 0, 1, meridiem === 'am' ? 9 : 15), 'dayPeriod');
    return word === undefined ? [] : [{ group: meridiem === 'am' ? 19 : 20, word }];
  });
}

const partOf = (format: Intl.DateTimeFormat, milliseconds: number, type: Part): string | undefined =>
  format.formatToParts(milliseconds).find((part) => part.type === type)?.value;
