import { type ZoneMeaning, zoneNames } from './zone-names.ts';

/** Everything that one word, or a phrase of several, can mean in a stamp. Several readings may stand side by side. */
export type Entry = {
  /** 1 to 12. */
  readonly month?: number;
  /** 0 for Sunday. */
  readonly weekday?: number;
  readonly meridiem?: 'am' | 'pm';
  readonly zone?: readonly ZoneMeaning[];
  /** What the stamp after it is. */
  readonly label?: 'published' | 'updated';
  /** May stand between the parts of a date, or between date and clock. */
  readonly link?: true;
  /** Stands after a day: `20th`. */
  readonly ordinal?: true;
  /** Stands after a clock: `02.27 Uhr`. */
  readonly clockMark?: true;
};

type Facts = { -readonly [Key in keyof Entry]: Entry[Key] };

const table = new Map<string, Facts>();

function add(words: string, facts: Entry): void {
  for (const word of words.split(' ')) {
    const entry = table.get(word);
    if (entry === undefined) table.set(word, { ...facts });
    else Object.assign(entry, facts);
  }
}

const months = [
  'january jan',
  'february feb',
  'march mar',
  'april apr',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september sep sept',
  'october oct',
  'november nov',
  'december dec',
];
const weekdays = [
  'sunday sun',
  'monday mon',
  'tuesday tue tues',
  'wednesday wed',
  'thursday thu thur thurs',
  'friday fri',
  'saturday sat',
];

for (const [index, words] of months.entries()) add(words, { month: index + 1 });
for (const [index, words] of weekdays.entries()) add(words, { weekday: index });
for (const [name, meanings] of zoneNames) add(name, { zone: meanings });
add('am', { meridiem: 'am' });
add('pm', { meridiem: 'pm' });
add('updated update modified edited обновлено aktualisiert', { label: 'updated' });
add('published posted created', { label: 'published' });
add('of the at on t', { link: true });
add('st nd rd th', { ordinal: true });
add('uhr hrs hours h', { clockMark: true });

/** What a lower-case word means; undefined for a word that has no part in stamps. */
export function entryOf(word: string): Entry | undefined {
  return table.get(word);
}
