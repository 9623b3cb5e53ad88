import type { ZoneMeaning } from './zone-names.ts';

/** A length of time that pages count in. */
export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
export type Calendar = 'gregorian' | 'buddhist' | 'persian' | 'hijri';

/** An era of years: its first year is `base + 1`. */
export type Era = { readonly base: number; readonly lastYear?: number };

/** What the tables of words say of one word, or a phrase of several. */
export type Facts = {
  /** Months 1 to 12; two when languages disagree (`listopada` is October in Zagreb and November in Warsaw). */
  readonly months?: readonly number[];
  /** The calendar of the months, when it is not the Gregorian one. */
  readonly calendar?: Calendar;
  /** A month only between numbers: `IV`. */
  readonly isRoman?: true;
  /** Days of the week, 0 for Sunday; several when languages disagree. */
  readonly weekdays?: readonly number[];
  /** `night` is the evening, and the morning from 12 to 4. */
  readonly meridiem?: 'am' | 'pm' | 'night';
  /** Noon and midnight, as words of their own. */
  readonly noon?: 'noon' | 'midnight';
  readonly zone?: readonly ZoneMeaning[];
  /** What the stamp after it is. */
  readonly label?: 'published' | 'updated' | 'other';
  /** May stand between the parts of a stamp: `of`, `at`, `de`, `um`. */
  readonly link?: true;
  /** Stands after a day: `20th`. */
  readonly ordinal?: true;
  /** Stands after a clock: `02.27 Uhr`. */
  readonly clockMark?: true;
  /** Stands before a clock: `klo 2.27`, `ore 9`. */
  readonly clockLead?: true;
  /** Says what the number before it is: `4月`, `14h`. */
  readonly unit?: Unit;
  /** Says what the number after it is: `tháng 4`. */
  readonly unitBefore?: Unit;
  readonly era?: Era;
  /** A calendar named after or before a year: `2564 BE`, `1442 هـ`. */
  readonly yearOf?: Calendar;
  /** A day counted from now: -1 for yesterday. */
  readonly dayFromNow?: number;
  readonly now?: true;
  /** A number as a word: `an` hour ago. */
  readonly amount?: number;
  /** A length of time with its amount when that is in the word: the dual `ساعتين`. */
  readonly span?: Unit;
  readonly spanAmount?: number;
  /** The length when what makes it past stands before it: Bulgarian `преди 3 години` are years, Ukrainian `3 години тому` hours. */
  readonly spanAfterAgo?: Unit;
  readonly ago?: true;
  /** Says nothing: `about`. */
  readonly filler?: true;
  /** Counts something else: the number before it is no part of a stamp (`3 min read`, `12 comments`). */
  readonly counted?: true;
  /** The number after it is a name, not a date: `version 10.4.21`. */
  readonly numbered?: true;
  /** The number after it is its own, also before a month's name: `Issue 14 April 2021`. */
  readonly counts?: true;
  /** The word belongs to a language that writes 03/04 for 3 April. */
  readonly dayFirst?: true;
};

/** Everything that a word can mean in a stamp; several readings stand side by side. A fact that it lacks is undefined. */
export type Entry = { readonly [Fact in keyof Facts]-?: Facts[Fact] | undefined };

const nothing: Entry = {
  months: undefined,
  calendar: undefined,
  isRoman: undefined,
  weekdays: undefined,
  meridiem: undefined,
  noon: undefined,
  zone: undefined,
  label: undefined,
  link: undefined,
  ordinal: undefined,
  clockMark: undefined,
  clockLead: undefined,
  unit: undefined,
  unitBefore: undefined,
  era: undefined,
  yearOf: undefined,
  dayFromNow: undefined,
  now: undefined,
  amount: undefined,
  span: undefined,
  spanAmount: undefined,
  spanAfterAgo: undefined,
  ago: undefined,
  filler: undefined,
  counted: undefined,
  counts: undefined,
  numbered: undefined,
  dayFirst: undefined,
};

/**
 * An entry with a place for every fact. So all entries have one shape, and a fact of any word is read in one step; with
 * only the facts that each has, there were hundreds of shapes, and a line took half as long again.
 */
export const entryOf = (facts: Facts): Entry => ({ ...nothing, ...facts });

/** Letters and marks of which `fold` makes others. */
const otherSpelling = /[أإآٱىیکۀةہھςάέήίόύώϊϋΐΰё]|[\u064b-\u065f]|\u0640|\u0670|\u0307/;

/** Folds a word so that case, dots and spelling habits make no difference: `É` and `é`, Arabic alef and yeh forms. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (!/[^ -\u024f]/.test(lower)) return lower;
  const composed = lower.normalize('NFC');
  if (!otherSpelling.test(composed)) return composed;
  return composed
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/[ۀةہھ]/g, 'ه')
    .replace(/[\u064b-\u065f]|\u0640|\u0670|\u0307/g, '')
    .replace(/ς/g, 'σ')
    .replace(/[άέήίόύώϊϋΐΰ]/g, (letter) => letter.normalize('NFD').charAt(0))
    .replace(/ё/g, 'е');
}
