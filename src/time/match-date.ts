import { isRealDay } from './day.ts';
import type { Lexeme } from './lex.ts';
import { matchClock } from './match-clock.ts';
import type { DatePiece, DateReading, PartPiece } from './pieces.ts';

type Atom =
  | { readonly kind: 'number'; readonly value: number; readonly digits: number }
  | { readonly kind: 'month'; readonly month: number };
type Role = 'd' | 'm' | 'y';

const gapMarks = new Set([',', '.', '-', '/', "'", '·']);

/** Reads the date that begins at lexeme `from`, or the part of one. */
export function matchDate(lexemes: readonly Lexeme[], from: number): DatePiece | PartPiece | undefined {
  const atoms: Atom[] = [];
  const gaps: string[] = [];
  let to = from;
  let next = from;
  while (atoms.length < 3) {
    const atom = atomAt(lexemes, next);
    if (atom === undefined) break;
    atoms.push(atom);
    to = lexemes[next + 1]?.entry?.ordinal === true && lexemes[next + 1]?.spaced === false ? next + 2 : next + 1;
    next = skipGap(lexemes, to);
    gaps.push(gapText(lexemes, to, next));
  }
  const readings = readingsOf(atoms, gaps);
  if (readings.length > 0) return { kind: 'date', from, to, readings };
  return partOf(atoms, from, to);
}

function atomAt(lexemes: readonly Lexeme[], index: number): Atom | undefined {
  const lexeme = lexemes[index];
  if (lexeme?.entry?.month !== undefined) return { kind: 'month', month: lexeme.entry.month };
  if (lexeme?.kind !== 'number' || lexeme.text.length > 4) return undefined;
  const clock = matchClock(lexemes, index);
  if (clock !== undefined && !clock.isWeak) return undefined;
  return { kind: 'number', value: lexeme.value, digits: lexeme.text.length };
}

function skipGap(lexemes: readonly Lexeme[], start: number): number {
  let index = start;
  let marks = 0;
  for (;;) {
    const lexeme = lexemes[index];
    if (lexeme?.kind === 'mark' && gapMarks.has(lexeme.text) && marks < 2) marks += 1;
    else if (lexeme?.entry?.link !== true) return index;
    index += 1;
  }
}

const gapText = (lexemes: readonly Lexeme[], start: number, end: number): string =>
  lexemes
    .slice(start, end)
    .map((lexeme) => lexeme.text)
    .join('');

function readingsOf(atoms: readonly Atom[], gaps: readonly string[]): DateReading[] {
  const shape = atoms.map((atom) => (atom.kind === 'month' ? 'M' : 'N')).join('');
  if (shape === 'NMN') return named(atoms, isYear(atoms[0]) ? 'ymd' : 'dmy');
  if (shape === 'MNN') return named(atoms, 'mdy');
  if (shape === 'NNM' && isYear(atoms[0])) return named(atoms, 'ydm');
  const [gap, other] = gaps;
  if (shape !== 'NNN' || gap === undefined || gap !== other || !/^[./-]?$/.test(gap)) return [];
  return numeric(atoms, gap);
}

const isYear = (atom: Atom | undefined): boolean => atom?.kind === 'number' && atom.digits === 4;

function named(atoms: readonly Atom[], order: string): DateReading[] {
  const reading = assign(atoms, order, `${order} with a month's name`);
  return reading === undefined ? [] : [reading];
}

/** Dotted numbers are day first; with slashes and dashes both orders stay, and so does a short year in front of dashes. */
function numeric(atoms: readonly Atom[], gap: string): DateReading[] {
  if (isYear(atoms[0])) return orders(atoms, ['ymd']);
  const isShort = !isYear(atoms[2]);
  if (gap === '' && isShort) return [];
  const first = gap === '.' ? ['dmy'] : isShort && gap === '-' ? ['dmy', 'mdy', 'ymd'] : ['dmy', 'mdy'];
  const readings = orders(atoms, first);
  if (readings.some(isRealDay)) return readings.filter(isRealDay);
  const rest = orders(atoms, isShort ? ['mdy', 'ymd'] : ['mdy']).filter(isRealDay);
  return rest.length > 0 ? rest : readings;
}

const orders = (atoms: readonly Atom[], names: readonly string[]): DateReading[] =>
  names.map((name) => assign(atoms, name, name)).filter((reading) => reading !== undefined);

function assign(atoms: readonly Atom[], order: string, rule: string): DateReading | undefined {
  const parts: Record<Role, number> = { d: 0, m: 0, y: 0 };
  for (const [index, atom] of atoms.entries()) {
    const role = order[index];
    if (role !== 'd' && role !== 'm' && role !== 'y') return undefined;
    if (atom.kind === 'month') {
      parts[role] = atom.month;
      continue;
    }
    const isWhole = role === 'y' ? atom.digits === 4 || atom.digits === 2 : atom.digits <= 2;
    if (!isWhole) return undefined;
    parts[role] = role === 'y' && atom.digits === 2 ? century(atom.value) : atom.value;
  }
  if (parts.y < 1583 || parts.y > 2399) return undefined;
  return { year: parts.y, month: parts.m, day: parts.d, rule };
}

/** 70 to 99 are 19xx. */
const century = (year: number): number => (year >= 70 ? 1900 + year : 2000 + year);

function partOf(atoms: readonly Atom[], from: number, to: number): PartPiece | undefined {
  const month = atoms.some((atom) => atom.kind === 'month');
  const year = atoms.some(isYear);
  if (!month && !year) return undefined;
  const has = new Set<'day' | 'month' | 'year'>();
  if (month) has.add('month');
  if (year) has.add('year');
  if (atoms.some((atom) => atom.kind === 'number' && atom.digits <= 2)) has.add('day');
  return { kind: 'part', from, to, has };
}
