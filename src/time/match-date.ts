import { gregorianOf } from './calendars.ts';
import { type Atom, type Atoms, collectAtoms } from './date-atoms.ts';
import { isRealDay } from './day.ts';
import type { Calendar } from './entry.ts';
import type { Lexeme } from './lex.ts';
import { matchClock } from './match-clock.ts';
import { isAllNumbers, isChain } from './number-chain.ts';
import { isOfOtherWords } from './other-numbers.ts';
import type { DatePiece, DateReading, PartPiece } from './pieces.ts';

type Month = Extract<Atom, { kind: 'month' }>;
type Numeral = Extract<Atom, { kind: 'number' }>;

/** Orders of a date whose month is a name, by the shape of its parts. */
const namedOrders: readonly (readonly [shape: string, order: string, isYearFirst: boolean])[] = [
  ['NMN', 'ymd', true],
  ['NMN', 'dmy', false],
  ['MNN', 'mdy', false],
  ['NNM', 'ydm', true],
];

/** Shapes by the place of the month's name; a date has one at most. */
const shapes = ['MNN', 'NMN', 'NNM'];

/** Years of the Gregorian calendar that a page can mean. */
const years = { first: 1583, last: 2399 };

/** Reads the date that begins at lexeme `from`, or the part of one. */
export function matchDate(lexemes: readonly Lexeme[], from: number): DatePiece | PartPiece | undefined {
  const first = lexemes[from];
  if (first === undefined || (first.kind !== 'number' && !beginsDate(first))) return undefined;
  const compact = compactDate(lexemes, from);
  if (compact !== undefined) return compact;
  const found = collectAtoms(lexemes, from);
  const { atoms } = found;
  if (atoms.length === 0 || isBeforeDate(lexemes, found) || isOfOtherWords(lexemes, from, found)) return undefined;
  const readings = isChain(lexemes, from, found) ? [] : readingsOf(found, lexemes);
  if (readings.length > 0) {
    const divider = isAllNumbers(atoms) ? (found.gaps[0] ?? '') : 'name';
    return { kind: 'date', from, to: found.to, readings, divider, isBare: false };
  }
  return partOf(found, from);
}

/**
 * Its first part stands only before a date: `Issue 4, August 22, 2018` has no year 22, and `Jan Mars 22.08.2018` no March.
 */
function isBeforeDate(lexemes: readonly Lexeme[], { atoms, gaps, to }: Atoms): boolean {
  const [first, second, third] = atoms;
  // `The 1975 on 4 October 2023`: a name ends with a number like a year.
  if (isYear(first) && atoms.some(({ kind }) => kind === 'month') && third !== undefined)
    return !isYear(third) && isYearAt(lexemes, to);
  if (third?.kind !== 'number' || third.digits > 2 || third.isApostrophe === true) return false;
  if (first?.kind === 'month') return gaps[1] !== '' && isNumberBehind(lexemes, to, gaps[1]);
  if (first?.kind !== 'number' || second?.kind !== 'month') return false;
  return isYearAt(lexemes, to);
}

/** A year stands at `to`, behind a comma or none, and no clock. */
function isYearAt(lexemes: readonly Lexeme[], to: number): boolean {
  const at = lexemes[to]?.text === ',' ? to + 1 : to;
  const year = lexemes[at];
  const isYearNext = year?.kind === 'number' && year.text.length === 4 && /^(?:19|20)/.test(year.text);
  return isYearNext && lexemes[at + 1]?.text !== ':' && (at > to || matchClock(lexemes, at) === undefined);
}

/** A mark and a year hang on the number that ends at `to`. */
const isNumberBehind = (lexemes: readonly Lexeme[], to: number, mark: string | undefined): boolean =>
  lexemes[to]?.text === mark && !lexemes[to]?.spaced && lexemes[to + 1]?.text.length === 4 && !lexemes[to + 1]?.spaced;

const beginsDate = ({ entry }: Lexeme): boolean =>
  entry?.months !== undefined || entry?.era !== undefined || entry?.unitBefore !== undefined;

/** `20210420`: digits alone, in the order year, month, day. */
function compactDate(lexemes: readonly Lexeme[], from: number): DatePiece | undefined {
  const digits = lexemes[from];
  if (digits?.kind !== 'number' || digits.text.length !== 8 || lexemes[from - 1]?.text === '_') return undefined;
  const [year, month, day] = [digits.text.slice(0, 4), digits.text.slice(4, 6), digits.text.slice(6)].map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 1900 || year > 2199) return undefined;
  const reading = {
    year,
    month,
    day,
    order: 'ymd',
    rule: 'eight digits: year, month, day',
    calendar: 'gregorian' as const,
    isShortYear: false,
  };
  return { kind: 'date', from, to: from + 1, readings: [reading], divider: 'compact', isBare: true };
}

function readingsOf(found: Atoms, lexemes: readonly Lexeme[]): DateReading[] {
  const { atoms, gaps } = found;
  if (atoms.length < 3) return [];
  if (atoms.some((atom) => atom.kind === 'number' && atom.role !== undefined)) return withRoles(found);
  const shape = shapes[atoms.findIndex(({ kind }) => kind === 'month')] ?? 'NNN';
  if (shape !== 'NNN') return named(found, shape, lexemes);
  const [gap, other] = gaps;
  if (gap === undefined || gap !== other || !['.', '/', '-', ''].includes(gap)) return [];
  return numeric(found, gap);
}

/** Numbers with their units, in any order: `2021年4月20日`, `ngày 20 tháng 4 năm 2021`; at most one has none. */
function withRoles(found: Atoms): DateReading[] {
  const left = new Set(['d', 'm', 'y']);
  const order: string[] = [];
  for (const atom of found.atoms) {
    const role = atom.kind === 'month' ? 'm' : (atom.role ?? (atom.digits === 4 ? 'y' : undefined));
    order.push(role ?? '?');
    if (role !== undefined) left.delete(role);
  }
  const [only] = left;
  const filled = order.map((role) => (role === '?' && left.size === 1 && only !== undefined ? only : role)).join('');
  if (order.filter((role) => role === '?').length > 1 || [...filled].sort().join('') !== 'dmy') return [];
  return orders(found, [filled], 'numbers with their units');
}

const isYear = (atom: Atom | undefined): boolean => atom?.kind === 'number' && atom.digits === 4;

function named(found: Atoms, shape: string, lexemes: readonly Lexeme[]): DateReading[] {
  const { atoms } = found;
  const isYearFirst = isYear(atoms[0]) || (atoms[0]?.kind === 'number' && atoms[0].isApostrophe === true);
  const order = namedOrders.find((row) => row[0] === shape && row[2] === isYearFirst)?.[1];
  const month = atoms.find((atom): atom is Month => atom.kind === 'month');
  if (order === undefined || month === undefined || (month.isRoman && shape !== 'NMN')) return [];
  if (shape === 'MNN' && month.isOnlyBehindDay) return [];
  if (month.isRoman && found.gaps[0] === '' && !isYear(atoms[2])) return [];
  const year = atoms[order.indexOf('y')];
  // `May 4 of the 2023 season`: an article makes no year.
  if (order.endsWith('y') && found.gaps[1]?.endsWith('the') === true) return [];
  if (year?.kind === 'number' && year.digits !== 4 && !isPlausibleShortYear(found, year, lexemes)) return [];
  return orders(found, [order], `${order} with a month's name`);
}

/** `20 April 21 people` is no year: after two digits stands the end, a mark, or a word that belongs to stamps. */
function isPlausibleShortYear({ atoms, gaps, to }: Atoms, year: Numeral, lexemes: readonly Lexeme[]): boolean {
  if (year.digits !== 2) return false;
  const isMonthFirst = atoms[0]?.kind === 'month';
  if (year.isApostrophe === true || (gaps[0] === gaps[1] && gaps[0] !== '')) return true;
  const next = lexemes[to];
  // `APR 4.20 %` is a rate.
  if (isMonthFirst && gaps[1] === '.') return false;
  // `Aug. 22-28` is a week, and `1 Aug to 22 Aug` a month's part.
  if (isMonthFirst && (gaps[1] === '-' || /[a-z]/.test(gaps[1] ?? ''))) return false;
  if (next?.entry?.months !== undefined) return false;
  return (
    next === undefined ||
    next.kind === 'mark' ||
    next.kind === 'number' ||
    (next.entry !== undefined && next.entry.counted !== true)
  );
}

/** Dotted numbers are day first; with slashes and dashes both orders stay, and so does a short year in front of dashes. */
function numeric(found: Atoms, gap: string): DateReading[] {
  const { atoms } = found;
  if (isYear(atoms[0])) return orders(found, ['ymd'], 'year first');
  const isShort = !isYear(atoms[2]);
  if (gap === '' && isShort) return [];
  const first =
    gap === '.' ? ['dmy'] : isShort && gap === '-' && isPairs(atoms) ? ['dmy', 'mdy', 'ymd'] : ['dmy', 'mdy'];
  const why = gap === '.' ? 'dotted numbers, day first' : 'numbers';
  const readings = orders(found, first, why);
  if (readings.some(isRealDay)) return readings.filter(isRealDay);
  const rest = orders(
    found,
    isShort && isPairs(atoms) && isNoDay(atoms[0]) ? ['mdy', 'ymd'] : ['mdy'],
    'numbers in the only possible order',
  ).filter(isRealDay);
  return rest.length > 0 ? rest : readings;
}

/** A short year in front stands only before two digits each: `96.12.31`, not `20.04.2`. */
const isPairs = (atoms: readonly Atom[]): boolean => atoms.every((atom) => atom.kind === 'number' && atom.digits === 2);

/** More than 31: only a year can be meant. `31/04/19` is an impossible day, not 2031. */
const isNoDay = (atom: Atom | undefined): boolean => atom?.kind === 'number' && atom.value > 31;

function orders(found: Atoms, names: readonly string[], rule: string): DateReading[] {
  const [first, ...others] = names;
  const readings = first === undefined ? [] : assign(found, first, rule);
  for (const order of others) readings.push(...assign(found, order, rule));
  return readings;
}

/** Gives each atom its role. Two readings come of a month that two languages name alike. */
function assign(found: Atoms, order: string, rule: string): DateReading[] {
  const { atoms } = found;
  const dayAtom = atoms[order.indexOf('d')];
  const monthAtom = atoms[order.indexOf('m')];
  const yearAtom = atoms[order.indexOf('y')];
  if (dayAtom?.kind !== 'number' || yearAtom?.kind !== 'number' || monthAtom === undefined || dayAtom.digits > 2)
    return [];
  if (monthAtom.kind === 'number' && monthAtom.digits > 2) return [];
  const calendar = calendarOf(found, monthAtom, yearAtom, order);
  const year = calendar === undefined ? undefined : fullYear(yearAtom, calendar, found);
  if (calendar === undefined || year === undefined) return [];
  const isShortYear = yearAtom.digits === 2 && yearAtom.era === undefined;
  const day = found.firstDay ?? dayAtom.value;
  const months = monthAtom.kind === 'month' ? monthAtom.months : [monthAtom.value];
  return months.map((month) => {
    const real = gregorianOf(calendar, { year, month, day }) ?? { year, month: 0, day };
    const namedIn = languageOf(months, month, found.gaps[0]);
    const told = calendar === 'gregorian' ? rule : `${rule}, ${calendar} calendar`;
    return { ...real, order, rule: told, calendar, isShortYear, ...(namedIn === undefined ? {} : { namedIn }) };
  });
}

/**
 * `5. listopada` is October in Croatian, and `5 listopada` November in Polish: Croatian and Czech put a dot behind the
 * day, Polish does not. Where two languages share a name, the Croatian month is the earlier one. A question mark says
 * that the dot speaks against the language.
 */
function languageOf(months: readonly number[], month: number, gap: string | undefined): string | undefined {
  if (months.length < 2) return undefined;
  const isDotted = gap?.startsWith('.') === true;
  if (month === Math.min(...months)) return isDotted ? 'hr' : 'hr?';
  if (month === 8) return isDotted ? 'cs' : 'cs?';
  return isDotted ? 'pl?' : 'pl';
}

function calendarOf(found: Atoms, month: Atom, year: Numeral, order: string): Calendar | undefined {
  if (month.kind === 'month' && month.calendar !== 'gregorian') return month.calendar;
  if (found.calendar !== undefined && year.digits === 4) return found.calendar;
  if (year.era !== undefined || year.digits < 4) return 'gregorian';
  if (year.value >= 2400 && year.value <= 2699) return 'buddhist';
  if (year.value >= 1300 && year.value <= 1499 && order === 'ymd' && month.kind === 'number') return 'persian';
  return year.value >= years.first && year.value <= years.last ? 'gregorian' : undefined;
}

/** 70 to 99 are 19xx. A short year beside a Thai month is a Buddhist one of the 2500s. */
function fullYear(year: Numeral, calendar: Calendar, found: Atoms): number | undefined {
  const { value, digits, era } = year;
  if (era !== undefined) return era.lastYear !== undefined && value > era.lastYear ? undefined : era.base + value;
  if (digits === 4) return value;
  // `110年` is a year of Taiwan.
  if (digits === 3 && year.role === 'y' && value >= 100 && value < 200) return 1911 + value;
  if (digits !== 2 || calendar !== 'gregorian') return undefined;
  if (found.isThai) return value >= 40 ? 2500 + value - 543 : undefined;
  return value >= 70 ? 1900 + value : 2000 + value;
}

/** A third part that can be no year belongs to what follows: `20 April - 3 May`. */
function partOf(found: Atoms, from: number): PartPiece | undefined {
  const isLong =
    found.atoms.length === 3 && found.atoms.some((atom) => atom.kind === 'month') && !found.atoms.some(isYear);
  // `No. 14/2023, 4 October 2023`: the number behind the comma begins a date of its own.
  const isParted = found.atoms.length === 3 && isAllNumbers(found.atoms) && found.gaps[1]?.startsWith(',') === true;
  const atoms = isLong || isParted ? found.atoms.slice(0, 2) : found.atoms;
  const to = isLong || isParted ? (found.ends[1] ?? found.to) : found.to;
  const named = atoms.find((atom): atom is Month => atom.kind === 'month' && !atom.isRoman);
  const roles = atoms.map((atom) => (atom.kind === 'number' ? atom.role : undefined));
  const hasMonth = named !== undefined || roles.includes('m');
  const hasYear = atoms.some(
    (atom) =>
      atom.kind === 'number' && (atom.role === 'y' || (isYear(atom) && atom.value >= 1900 && atom.value <= 2199)),
  );
  if (!hasMonth && !hasYear) return undefined;
  const day = atoms.find(
    (atom): atom is Numeral =>
      atom.kind === 'number' && atom.digits <= 2 && (atom.role === undefined || atom.role === 'd'),
  );
  const has = new Set<'day' | 'month' | 'year'>();
  if (hasMonth) has.add('month');
  if (hasYear) has.add('year');
  if (day !== undefined) has.add('day');
  const month = named?.calendar === 'gregorian' && named.months.length === 1 ? named.months[0] : undefined;
  return {
    kind: 'part',
    from,
    to,
    has,
    ...(day === undefined ? {} : { day: day.value }),
    ...(month === undefined ? {} : { month }),
  };
}
