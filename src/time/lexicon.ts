import { type Entry, entryOf, type Facts, fold, type Unit } from './entry.ts';
import { type LocaleWord, localeWords } from './locale-words.ts';
import { extraMonths, hijriMonths, persianMonths, romanMonths } from './month-words.ts';
import { placeZones } from './place-zones.ts';
import { agoWords, amounts, countedSpans, fillers, namedDays, nowWords, spans } from './relative-words.ts';
import { isUnspaced } from './scripts.ts';
import {
  clockLeads,
  clockMarks,
  counted,
  counting,
  links,
  numbered,
  ordinals,
  otherLabels,
  publishedLabels,
  updatedLabels,
} from './stamp-words.ts';
import { unitWords } from './unit-words.ts';
import { zoneNames } from './zone-names.ts';

/** A phrase of several words, without the first one. */
export type Phrase = { readonly rest: readonly string[]; readonly entry: Entry };

/** All words and phrases. Single words are found by themselves, phrases by their first word, the longest first. */
export type Lexicon = {
  readonly words: ReadonlyMap<string, Entry>;
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** For scripts that put no spaces between words: the longest word that begins with a character. */
  readonly longestUnspaced: ReadonlyMap<string, number>;
};

type DraftEntry = { -readonly [Fact in keyof Facts]: Facts[Fact] };
type Draft = { words: Map<string, DraftEntry>; phrases: Map<string, Map<string, DraftEntry>> };

/** Languages that put the day first in numbers: their words settle `03/04/2021`. English does not: it has both orders. */
const dayFirstLanguages = new Set(
  'de de-AT fr es es-MX pt it nl da nb is fi ru uk be bg sr sr-Latn hr sl mk cs sk pl ro et lv el tr az ar ar-LB ar-DZ ar-MA he hi mr bn id ms vi th ca gl eu sq hy ka kk'.split(
    ' ',
  ),
);

/** Short words for morning and afternoon (Uzbek, Hungarian, Vietnamese) that are everyday words or weekdays elsewhere. */
const alsoOtherWords = new Set(['to', 'tk', 'de', 'du', 'sa', 'ch']);

let latin: readonly LocaleWord[] | undefined;
let latinOnly: Lexicon | undefined;
let whole: Lexicon | undefined;

/** A letter that no language in Latin letters writes: Greek and all that follow it. */
const otherLetter = /[\u0370-\u1dff\u1f00-\u1fff\u2c00-\ud7ff\uf900-\ufaff\ufb13-\ufefe]/;

/**
 * The words that can stand in a cleaned line. Made when first needed: the languages in Latin letters at the first line,
 * the others at the first line that has another letter.
 */
export function lexicon(line: string): Lexicon {
  if (whole !== undefined) return whole;
  latin ??= localeWords('latin');
  if (otherLetter.test(line)) {
    whole = build([...latin, ...localeWords('other')]);
    return whole;
  }
  latinOnly ??= build(latin);
  return latinOnly;
}

/** Most words of the tables: nothing is to be folded or divided. */
const plainWord = /^[a-z]+$/;

/** The words of a term: `p. m.` and `terça-feira` are two. */
const wordsOf = (term: string): string[] =>
  plainWord.test(term)
    ? [term]
    : fold(term.replace(/[\u2018\u2019\u02bc]/g, "'").replace(/\p{Cf}/gu, ''))
        .split(/[\s._'\u00b7\u0970\u05f3:()-]+/)
        .filter((word) => word !== '');

function entryIn(draft: Draft, term: string): DraftEntry | undefined {
  const [first, ...rest] = wordsOf(term);
  if (first === undefined) return undefined;
  if (rest.length === 0) return settle(draft.words, first);
  return settle(settleMap(draft.phrases, first), rest.join(' '));
}

function settle(map: Map<string, DraftEntry>, key: string): DraftEntry {
  const known = map.get(key) ?? {};
  map.set(key, known);
  return known;
}

function settleMap(map: Draft['phrases'], key: string): Map<string, DraftEntry> {
  const known = map.get(key) ?? new Map<string, DraftEntry>();
  map.set(key, known);
  return known;
}

function add(draft: Draft, terms: string, facts: Facts): void {
  for (const term of terms.split('|')) {
    const entry = entryIn(draft, term);
    if (entry !== undefined) Object.assign(entry, facts);
  }
}

function addMonth(draft: Draft, term: string, month: number): void {
  const entry = entryIn(draft, term);
  if (entry !== undefined && entry.months?.includes(month) !== true) entry.months = [...(entry.months ?? []), month];
}

function addWeekday(draft: Draft, term: string, weekday: number): void {
  const entry = entryIn(draft, term);
  if (entry !== undefined && entry.weekdays?.includes(weekday) !== true)
    entry.weekdays = [...(entry.weekdays ?? []), weekday];
}

function build(found: readonly LocaleWord[]): Lexicon {
  const draft: Draft = { words: new Map(), phrases: new Map() };
  addCalendarWords(draft, found);
  addStampWords(draft);
  addRelativeWords(draft);
  addPlainLatin(draft);
  const phrases = new Map<string, Phrase[]>();
  for (const [first, rests] of draft.phrases) {
    const list = [...rests].map(([rest, entry]) => ({ rest: rest.split(' '), entry: entryOf(entry) }));
    phrases.set(
      first,
      list.sort((one, other) => other.rest.length - one.rest.length),
    );
  }
  const words = new Map<string, Entry>();
  for (const [word, facts] of draft.words) words.set(word, entryOf(facts));
  return { words, phrases, longestUnspaced: longestOf([...words.keys(), ...phrases.keys()]) };
}

function longestOf(words: readonly string[]): Map<string, number> {
  const longest = new Map<string, number>();
  for (const word of words) {
    const first = word.charAt(0);
    if (isUnspaced(word.charCodeAt(0))) longest.set(first, Math.max(longest.get(first) ?? 0, word.length));
  }
  return longest;
}

const isLetter = (word: string): boolean => word.replace(/\P{L}/gu, '').length === 1 && !isUnspaced(word.charCodeAt(0));

function addCalendarWords(draft: Draft, words: readonly LocaleWord[]): void {
  for (const found of words) {
    if (found.kind === 'month') addMonth(draft, found.word, found.month);
    // Hebrew puts `in` in front of the month, as one word.
    if (found.kind === 'month' && found.language === 'he') addMonth(draft, `ב${found.word}`, found.month);
    if (found.kind === 'meridiem' && !alsoOtherWords.has(wordsOf(found.word).join(' ')))
      add(draft, found.word, { meridiem: found.meridiem });
    else if (found.kind === 'weekday' && !isLetter(found.word)) addWeekday(draft, found.word, found.weekday);
  }
  for (const [, groups] of extraMonths) {
    for (const [index, group] of groups.split('|').entries()) {
      for (const term of group.split(' ')) if (term !== '_') addMonth(draft, term, index + 1);
    }
  }
  for (const [index, term] of romanMonths.split('|').entries()) {
    if (draft.words.get(term)?.months !== undefined) continue;
    addMonth(draft, term, index + 1);
    add(draft, term, { isRoman: true });
  }
  addCalendar(draft, persianMonths, 'persian');
  addCalendar(draft, hijriMonths, 'hijri');
}

function addCalendar(draft: Draft, rows: readonly string[], calendar: 'persian' | 'hijri'): void {
  for (const row of rows) {
    for (const [index, group] of row.split('|').entries()) {
      for (const term of group.split(' ')) {
        const entry = entryIn(draft, term);
        if (entry !== undefined && entry.months === undefined) Object.assign(entry, { months: [index + 1], calendar });
      }
    }
  }
}

function addStampWords(draft: Draft): void {
  for (const [language, terms] of publishedLabels) add(draft, terms, { label: 'published', ...order(language) });
  for (const [language, terms] of updatedLabels) add(draft, terms, { label: 'updated', ...order(language) });
  add(draft, otherLabels, { label: 'other' });
  for (const [, terms] of links) add(draft, terms, { link: true });
  add(draft, clockLeads, { clockLead: true, link: true });
  add(draft, clockMarks, { clockMark: true });
  add(draft, ordinals, { ordinal: true });
  add(draft, counted, { counted: true });
  add(draft, numbered, { numbered: true });
  add(draft, counting, { counts: true });
  for (const [facts, terms] of unitWords) add(draft, terms, facts);
  for (const [name, meanings] of zoneNames) add(draft, name, { zone: meanings });
  for (const [name, meanings] of placeZones) add(draft, `${name} time|${name} local time`, { zone: meanings });
}

const order = (language: string): Facts => (dayFirstLanguages.has(language) ? { dayFirst: true } : {});

function addRelativeWords(draft: Draft): void {
  for (const [days, terms] of namedDays) add(draft, terms, { dayFromNow: days });
  add(draft, nowWords, { now: true });
  add(draft, agoWords, { ago: true });
  add(draft, fillers, { filler: true });
  for (const [amount, terms] of amounts) add(draft, terms, { amount });
  for (const [span, terms] of spans) add(draft, terms, { span });
  for (const word of ['години', 'година']) add(draft, word, { span: 'hour', spanAfterAgo: 'year' });
  for (const [span, spanAmount, terms] of countedSpans) add(draft, terms, { span: span satisfies Unit, spanAmount });
}

/** Latin words of four letters and more are also known without their accents, unless that is another word. */
function addPlainLatin(draft: Draft): void {
  for (const [word, entry] of [...draft.words]) {
    if (/^[ -~]*$/.test(word)) continue;
    const bare = word
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[łŁ]/g, 'l')
      .replace(/ø/g, 'o')
      .replace(/đ/g, 'd');
    if (bare !== word && bare.length >= 4 && /^[a-z]+$/.test(bare) && !draft.words.has(bare))
      draft.words.set(bare, entry);
  }
}
