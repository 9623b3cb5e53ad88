import { latinTable, otherTable } from './locale-table.ts';

export type LocaleWord = { readonly word: string; readonly language: string } & (
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'meridiem'; readonly meridiem: 'am' | 'pm' }
);

const months = 12;
const weekdays = 7;

/** Names of months and weekdays and the words for morning and afternoon, of the languages in Latin letters or the others. */
export function localeWords(letters: 'latin' | 'other'): LocaleWord[] {
  const found: LocaleWord[] = [];
  for (const row of (letters === 'latin' ? latinTable : otherTable).trim().split('\n')) {
    const [language = '', groups = ''] = row.split(': ');
    for (const [index, group] of groups.split('|').entries()) {
      for (const word of group.split('/')) if (word !== '') found.push(wordOf(language, word, index));
    }
  }
  return found;
}

function wordOf(language: string, word: string, group: number): LocaleWord {
  if (group < months) return { kind: 'month', month: group + 1, word, language };
  if (group < months + weekdays) return { kind: 'weekday', weekday: group - months, word, language };
  return { kind: 'meridiem', meridiem: group === months + weekdays ? 'am' : 'pm', word, language };
}
