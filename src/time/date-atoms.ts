import type { Calendar, Entry, Era } from './entry.ts';
import type { Lexeme } from './lex.ts';
import { matchClock } from './match-clock.ts';

/** A part of a date: a month's name, or a number that may know what it is. */
export type Atom =
  | {
      readonly kind: 'month';
      readonly months: readonly number[];
      readonly calendar: Calendar;
      readonly isRoman: boolean;
      /** Its name is also that of a person or a town: a month only behind its day. */
      readonly isOnlyBehindDay: boolean;
    }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly digits: number;
      readonly role: 'd' | 'm' | 'y' | undefined;
      readonly era: Era | undefined;
      readonly isApostrophe: boolean;
    };

/** The atoms of a date, the text between them, and where they end. */
export type Atoms = {
  readonly atoms: readonly Atom[];
  readonly gaps: readonly string[];
  readonly to: number;
  /** Where each atom ends. */
  readonly ends: readonly number[];
  readonly calendar: Calendar | undefined;
  /** Some part is written in Thai letters. */
  readonly isThai: boolean;
  /** The first day of a range, when the atoms hold the last one: `20-22 April 2021`. */
  readonly firstDay: number | undefined;
};

type Lexemes = readonly Lexeme[];
type Found = { readonly atom: Atom; readonly to: number };

const gapMarks = new Set([',', '.', '-', '/', "'", '"', '»', '_']);
const rangeMarks = new Set([
  '-',
  '/',
  '&',
  'to',
  'and',
  'bis',
  'und',
  'au',
  'al',
  'до',
  'et',
  'e',
  'y',
  'i',
  'и',
  'en',
  'til',
  'till',
  '~',
]);
const maxGap = 6;

/** Collects up to three atoms that can make a date together, from lexeme `from`. */
export function collectAtoms(lexemes: Lexemes, from: number): Atoms {
  const atoms: Atom[] = [];
  const gaps: string[] = [];
  const ends: number[] = [];
  let calendar: Calendar | undefined;
  const range = rangeAt(lexemes, from);
  let next = range?.to ?? from;
  let to = from;
  while (atoms.length < 3) {
    if (atoms.length === 1 && atoms[0]?.kind === 'number' && isIsoDate(lexemes, next)) break;
    const found = atomAt(lexemes, next, atoms);
    if (found === undefined) break;
    atoms.push(found.atom);
    to = found.to;
    const named = calendarAt(lexemes, to);
    calendar = named?.calendar ?? calendar;
    to = named?.to ?? to;
    to = skipRangeEnd(lexemes, to, atoms);
    ends.push(to);
    next = skipGap(lexemes, to);
    gaps.push(gapText(lexemes, to, next));
  }
  const isThai = hasThai(lexemes, from, to);
  return { atoms, gaps, ends, to, calendar, isThai, firstDay: range?.firstDay };
}

/** `14 2021-04-20`: a whole date that begins with its year leaves the number before it alone. */
const isIsoDate = (lexemes: Lexemes, index: number): boolean =>
  lexemes[index]?.text.length === 4 &&
  lexemes[index]?.spaced === true &&
  [1, 3].every((at) => lexemes[index + at]?.text === '-' && lexemes[index + at + 1]?.text.length === 2);

function atomAt(lexemes: Lexemes, index: number, before: readonly Atom[]): Found | undefined {
  const lexeme = lexemes[index];
  if (lexeme === undefined) return undefined;
  if (lexeme.kind === 'number') return numberAt(lexemes, index, lexeme, before.length);
  const { entry } = lexeme;
  // `12 x 14`: small Roman numbers need their dots.
  if (entry?.isRoman === true && !lexeme.isUpper && lexemes[index - 1]?.kind !== 'mark') return undefined;
  if (entry?.months !== undefined && !before.some((atom) => atom.kind === 'month'))
    return monthAt(lexemes, index, entry);
  if (entry?.era !== undefined) return eraYearAt(lexemes, index, entry.era);
  if (entry?.unitBefore !== undefined) return namedNumberAt(lexemes, index, entry.unitBefore);
  return undefined;
}

function hasThai(lexemes: Lexemes, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const code = lexemes[index]?.text.charCodeAt(0) ?? 0;
    if (code >= 0x0e00 && code <= 0x0e7f) return true;
  }
  return false;
}

/** Slavic months in the genitive that name people and towns elsewhere: `Augusta 20, 2021` is a place and two numbers. */
const genitiveNames = new Set(['augusta', 'marta', 'maja', 'julija', 'julije']);

/** A month, also written twice: `أبريل/ نيسان`, `AprApril`. */
function monthAt(lexemes: Lexemes, index: number, entry: Entry): Found {
  let to = index + 1;
  const { months = [] } = entry;
  for (let at = to; at < to + 3; at += 1) {
    const other = lexemes[at];
    const isSame =
      other?.entry?.months?.some((month) => months.includes(month)) === true && other.entry.calendar === entry.calendar;
    if (isSame) to = lexemes[at + 1]?.text === ')' ? at + 2 : at + 1;
    else if (other?.kind !== 'mark' || !['/', '(', '-', '.'].includes(other.text)) break;
  }
  return {
    atom: {
      kind: 'month',
      months,
      calendar: entry.calendar ?? 'gregorian',
      isRoman: entry.isRoman === true,
      isOnlyBehindDay: genitiveNames.has(lexemes[index]?.text ?? ''),
    },
    to,
  };
}

const number = (value: number, digits: number, role: 'd' | 'm' | 'y' | undefined, era?: Era): Atom => ({
  kind: 'number',
  value,
  digits,
  role,
  era,
  isApostrophe: false,
});

const roles = { year: 'y', month: 'm', day: 'd' } as const;

function numberAt(lexemes: Lexemes, index: number, lexeme: Lexeme, before: number): Found | undefined {
  if (lexeme.text.length > 4) return undefined;
  // The `l` of `May l8, 2021` was a digit once.
  if (before === 1 && !lexeme.spaced && /^[a-z]$/.test(lexemes[index - 1]?.text ?? '') && lexemes[index - 1]?.spaced)
    return undefined;
  // `April 20, 2021 GMT`: what can be the year is the year.
  const isYear = before === 2 && lexeme.text.length === 4 && lexeme.value >= 1300;
  const clock = isYear ? undefined : matchClock(lexemes, index);
  if (clock !== undefined && !(clock.isWeak && clock.isDotted)) return undefined;
  const digits = lexeme.text.length;
  const after = ordinalUnit(lexemes, index + 1);
  const unit = lexemes[after]?.entry?.unit;
  if ((unit === 'year' || unit === 'month' || unit === 'day') && !isAgo(lexemes, after + 1)) {
    return { atom: number(lexeme.value, digits, roles[unit]), to: after + 1 };
  }
  const next = lexemes[index + 1];
  if (next?.entry?.counted === true && next.entry.months === undefined && digits < 4 && next.entry.clockMark !== true)
    return undefined;
  const isOrdinal = next?.entry?.ordinal === true && !next.spaced && next.entry.months === undefined;
  const isElided = lexemes[index - 1]?.spaced === false && lexemes[index - 2]?.kind === 'word';
  const isApostrophe = lexemes[index - 1]?.text === "'" && !lexeme.spaced && digits === 2 && !isElided;
  return {
    atom: { kind: 'number', value: lexeme.value, digits, role: undefined, era: undefined, isApostrophe },
    to: isOrdinal ? index + 2 : markedOrdinal(lexemes, index + 1),
  };
}

/** The mark of `1°` and `1º`, or of the Turkish and Finnish `20'si` and `20:nä`. */
function markedOrdinal(lexemes: Lexemes, index: number): number {
  const mark = lexemes[index];
  if (mark?.kind === 'mark' && ['°', 'º', 'ª'].includes(mark.text)) return index + 1;
  const isJoined =
    mark?.kind === 'mark' && ["'", '-', ':', '.'].includes(mark.text) && lexemes[index + 1]?.entry?.ordinal === true;
  const isLetter = mark?.text === '-' && /^[a-z]$/.test(lexemes[index + 1]?.text ?? '');
  return isJoined && !isLetter && !lexemes[index + 1]?.spaced && lexemes[index + 1]?.entry?.months === undefined
    ? index + 2
    : index;
}

/** Steps over the Mongolian `4-р сарын`. */
const ordinalUnit = (lexemes: Lexemes, index: number): number =>
  lexemes[index]?.text === '-' && lexemes[index + 1]?.entry?.unit !== undefined ? index + 1 : index;

/** `3日前` is three days ago. */
const isAgo = (lexemes: Lexemes, index: number): boolean =>
  lexemes[index]?.entry?.ago === true && !lexemes[index]?.spaced;

function eraYearAt(lexemes: Lexemes, index: number, era: Era): Found | undefined {
  const year = lexemes[index + 1];
  const first = year?.text === '元' || year?.text === '元年' ? 1 : undefined;
  const value = first ?? (year?.kind === 'number' ? year.value : undefined);
  if (value === undefined) return undefined;
  const to = lexemes[index + 2]?.entry?.unit === 'year' ? index + 3 : index + 2;
  return { atom: number(value, 4, 'y', era), to };
}

/** `tháng 4`, `năm 2021`. */
function namedNumberAt(lexemes: Lexemes, index: number, unit: string): Found | undefined {
  const lexeme = lexemes[index + 1];
  if (lexeme?.kind !== 'number' || lexeme.text.length > 4 || (unit !== 'year' && unit !== 'month' && unit !== 'day'))
    return undefined;
  const isNumeric =
    ['/', '-', '.'].includes(lexemes[index + 2]?.text ?? '') && lexemes[index + 2]?.spaced === false && unit === 'day';
  const role = isNumeric ? undefined : roles[unit];
  return { atom: number(lexeme.value, lexeme.text.length, role), to: index + 2 };
}

function calendarAt(lexemes: Lexemes, index: number): { readonly calendar: Calendar; readonly to: number } | undefined {
  const at = lexemes[index]?.text === '(' ? index + 1 : index;
  const calendar = lexemes[at]?.entry?.yearOf;
  if (calendar === undefined) return undefined;
  return { calendar, to: lexemes[at + 1]?.text === '.' ? at + 2 : at + 1 };
}

/** The first of `20-22 April`: the number before another number and a month. */
function rangeAt(lexemes: Lexemes, from: number): { readonly firstDay: number; readonly to: number } | undefined {
  const first = lexemes[from];
  if (first?.kind !== 'number' || first.text.length > 2) return undefined;
  const afterFirst =
    lexemes[from + 1]?.entry?.ordinal === true || lexemes[from + 1]?.text === '.' ? from + 2 : from + 1;
  const last = lexemes[afterFirst + 1];
  if (!rangeMarks.has(lexemes[afterFirst]?.text ?? '') || last?.kind !== 'number' || last.text.length > 2)
    return undefined;
  const to = afterFirst + 1;
  const month = skipGap(lexemes, lexemes[to + 1]?.entry?.ordinal === true ? to + 2 : to + 1);
  const isRange =
    lexemes[month]?.entry?.months !== undefined && lexemes[month]?.entry?.isRoman !== true && last.value > first.value;
  return isRange ? { firstDay: first.value, to } : undefined;
}

/** The end of `April 20-22, 2021`, which is stepped over. */
function skipRangeEnd(lexemes: Lexemes, index: number, atoms: readonly Atom[]): number {
  const [month, day] = atoms;
  if (atoms.length !== 2 || month?.kind !== 'month' || day?.kind !== 'number' || day.digits > 2) return index;
  const last = lexemes[index + 1];
  if (
    !rangeMarks.has(lexemes[index]?.text ?? '') ||
    last?.kind !== 'number' ||
    last.text.length > 2 ||
    last.value <= day.value
  )
    return index;
  const year = skipGap(lexemes, index + 2);
  // `Mar 03/04/2021` is a day of the week and a date in numbers.
  const isNumbers = year === index + 3 && lexemes[index]?.text === lexemes[index + 2]?.text;
  return lexemes[year]?.text.length === 4 && !isNumbers ? index + 2 : index;
}

/** Steps over what may stand between the parts of a date: at most two marks, links, and the weekday. */
function skipGap(lexemes: Lexemes, start: number): number {
  let index = start;
  let marks = 0;
  while (index < start + maxGap) {
    const lexeme = lexemes[index];
    if (lexeme === undefined) return index;
    const { entry } = lexeme;
    const isWeekday = entry?.weekdays !== undefined && entry.months === undefined;
    const inBrackets = lexeme.text === '(' && isBracketed(lexemes[index + 1]) && lexemes[index + 2]?.text === ')';
    if (lexeme.kind === 'mark' && gapMarks.has(lexeme.text) && marks < 2) marks += 1;
    else if (inBrackets) index += 2;
    else if (entry?.yearOf === undefined && entry?.unitBefore !== undefined && lexemes[index + 1]?.kind === 'number')
      return index;
    else if ((entry?.link !== true || entry.months !== undefined) && !isWeekday && entry?.yearOf === undefined)
      return index;
    index += 1;
  }
  return index;
}

/** What may stand in brackets inside a date: the weekday, or an ending as in the Basque `2021(e)ko`. */
const isBracketed = (lexeme: Lexeme | undefined): boolean =>
  lexeme?.entry?.weekdays !== undefined || (lexeme?.kind === 'word' && !lexeme.spaced && lexeme.text.length === 1);

const gapText = (lexemes: Lexemes, start: number, end: number): string => {
  let text = '';
  for (let index = start; index < end; index += 1) text += lexemes[index]?.text ?? '';
  return text;
};
