import { isDuration } from './durations.ts';
import type { Lexeme } from './lex.ts';
import { matchClock } from './match-clock.ts';
import { matchDate } from './match-date.ts';
import { hasAgo, matchRelative } from './match-relative.ts';
import { matchSpecial } from './match-special.ts';
import { isRegion, matchZone, type ZonePlace } from './match-zone.ts';
import { matchNumericRange } from './numeric-range.ts';
import type { DatePiece, PartPiece, Piece } from './pieces.ts';
import type { Variant } from './variants.ts';

/**
 * Cuts a line into pieces, left to right, the longest first; every lexeme is looked at a bounded number of times.
 * Undefined when half of a cut number found no use.
 */
export function findPieces(line: string, lexemes: Variant): Piece[] | undefined {
  const pieces: Piece[] = [];
  const mayCount = hasAgo(lexemes);
  let index = 0;
  while (index < lexemes.length) {
    const found = piecesAt(line, lexemes, index, pieces, mayCount);
    const last = pieces.length;
    if (!('kind' in found)) pieces.push(...found);
    else if (found.kind === 'noise' && isLeftOver(lexemes, found.from, pieces)) return undefined;
    else pieces.push(found);
    for (let at = last; at < pieces.length; at += 1) index = Math.max(index, pieces[at]?.to ?? 0);
  }
  return joinRanges(pieces, lexemes);
}

/** Half of a cut number without a use, or the sign of `GMT +31 January` without its offset. */
function isLeftOver(lexemes: Variant, index: number, before: readonly Piece[]): boolean {
  if (lexemes[index]?.isCut === true) return lexemes[index + 1]?.entry?.counted !== true;
  const isSign =
    lexemes[index]?.text === '+' && lexemes[index + 1]?.kind === 'number' && lexemes[index + 1]?.spaced === false;
  return isSign && before.at(-1)?.kind === 'zone' && before.at(-1)?.to === index;
}

function piecesAt(
  line: string,
  lexemes: Variant,
  index: number,
  before: readonly Piece[],
  mayCount: boolean,
): Piece | readonly Piece[] {
  const lexeme = lexemes[index];
  if (lexeme === undefined || (lexeme.kind !== 'number' && lexeme.entry === undefined && !mayBeZone(lexeme)))
    return { kind: 'noise', from: index, to: index + 1 };
  const relative = matchRelative(lexemes, index, mayCount);
  if (relative?.form === 'ago') return relative;
  const range = lexeme.kind === 'number' ? matchNumericRange(lexemes, index) : undefined;
  if (range !== undefined) return range;
  const clock = matchClock(lexemes, index);
  if (clock !== undefined && isDuration(lexemes, index, clock.to)) return { kind: 'noise', from: index, to: clock.to };
  if (clock !== undefined && !clock.isWeak && lexeme.kind !== 'mark') return clock;
  if (lexeme.kind !== 'number') {
    const zone = mayBeZone(lexeme) ? matchZone(lexemes, index, placeOf(line, lexemes, index, before)) : undefined;
    if (zone !== undefined) return zone;
  } else {
    const special = matchSpecial(lexemes, index);
    if (special !== undefined) return special;
  }
  if (clock?.isDotted === true && clock.problem === undefined && isRightAfterDate(before, lexemes)) return clock;
  const date = lexeme.kind === 'mark' ? undefined : matchDate(lexemes, index);
  if (date?.kind === 'date') return date;
  const late = date === undefined ? undefined : lateYear(line, lexemes, date);
  if (late !== undefined) return late;
  if (clock !== undefined) return clock;
  if (relative !== undefined) return relative;
  return wordPiece(lexeme, index) ?? date ?? chainNoise(lexemes, index);
}

/** `2021-04-20 at 02.27.00`: behind a date dotted numbers are a clock. */
function isRightAfterDate(before: readonly Piece[], lexemes: Variant): boolean {
  const last = before.findLast(({ kind, from }) => {
    const lexeme = lexemes[from];
    return (
      kind !== 'noise' || (lexeme?.entry?.link !== true && !(lexeme?.kind === 'mark' && ',-|(/'.includes(lexeme.text)))
    );
  });
  return last?.kind === 'date';
}

function wordPiece(lexeme: Lexeme, index: number): Piece | undefined {
  const span = { from: index, to: index + 1 };
  const { entry } = lexeme;
  if (entry?.label !== undefined)
    return { kind: 'label', ...span, label: entry.label, dayFirst: entry.dayFirst === true };
  if (entry?.weekdays !== undefined && entry.counted !== true)
    return { kind: 'weekday', ...span, weekdays: entry.weekdays };
  return undefined;
}

/** A number that is nothing takes the numbers with it that hang on it by dots, slashes or dashes. */
function chainNoise(lexemes: Variant, index: number): Piece {
  let to = index + 1;
  const first = lexemes[index];
  while (first?.kind === 'number' && !first.isCut) {
    const mark = lexemes[to];
    const next = lexemes[to + 1];
    const isJoined =
      mark?.kind === 'mark' && !mark.spaced && './-_'.includes(mark.text) && next?.kind === 'number' && !next.spaced;
    if (!isJoined || lexemes[to + 2]?.text === ':' || next.isCut) break;
    to += 2;
  }
  return { kind: 'noise', from: index, to };
}

const brackets = new Set(['(', '[', ',', '/', '-']);

const mayBeZone = ({ kind, text, entry }: Lexeme): boolean =>
  kind === 'mark' ? text === '+' || text === '-' : entry?.zone !== undefined || isRegion(text);

/** What the pieces before say about a zone that would begin here. */
function placeOf(line: string, lexemes: Variant, index: number, before: readonly Piece[]): ZonePlace {
  let at = before.length - 1;
  let marks = 0;
  while (before[at]?.kind === 'noise' && brackets.has(lexemes[before[at]?.from ?? 0]?.text ?? '') && marks < 2) {
    at -= 1;
    marks += 1;
  }
  const last = before[at];
  const clock = last?.kind === 'clock' ? last : undefined;
  const date = before.findLast((piece): piece is DatePiece => piece.kind === 'date');
  const ended = lexemes[(clock?.to ?? 0) - 1]?.entry?.meridiem ?? lexemes[(clock?.to ?? 0) - 2]?.entry?.meridiem;
  // `2021-04-20+02:00` is a day with its offset (XML Schema).
  const isDayOffset =
    last?.kind === 'date' &&
    last.divider === '-' &&
    last.to === index &&
    /^\+\d\d:\d\d/.test(line.slice(lexemes[index]?.start));
  return {
    line,
    isAfterClock: clock !== undefined || last?.kind === 'zone' || isDayOffset,
    isAfterMeridiem: clock !== undefined && ended !== undefined,
    isAfterStamp:
      last?.kind === 'date' ||
      last?.kind === 'zone' ||
      (last?.kind === 'noise' && lexemes[index - 1]?.kind === 'number' && date !== undefined),
    isIso:
      lexemes[(clock?.from ?? 0) - 1]?.text === 't' || (date?.readings[0]?.order === 'ymd' && date.divider !== 'name'),
    clockMinutes: clock === undefined ? undefined : clock.hour * 60 + clock.minute,
  };
}

/** `Apr 20 02:27:00 UTC 2021`: the year stands after the clock and its zone. */
function lateYear(line: string, lexemes: Variant, part: PartPiece): Piece[] | undefined {
  if (part.has.has('year') || !part.has.has('day')) return undefined;
  const start = lexemes[part.to]?.text === ',' || lexemes[part.to]?.entry?.link === true ? part.to + 1 : part.to;
  const clock = matchClock(lexemes, start);
  if (clock === undefined) return undefined;
  const place = {
    line,
    isAfterClock: true,
    isAfterMeridiem: true,
    isAfterStamp: false,
    isIso: true,
    clockMinutes: undefined,
  };
  const zone = matchZone(lexemes, clock.to, place);
  const end = zone?.to ?? clock.to;
  const at = lexemes[end]?.text === ',' ? end + 1 : end;
  const year = lexemes[at];
  if (year?.kind !== 'number' || year.text.length !== 4) return undefined;
  const date = matchDate([...lexemes.slice(part.from, part.to), { ...year, spaced: true }], 0);
  if (date?.kind !== 'date') return undefined;
  const whole: Piece = { ...date, from: part.from, to: part.to };
  const last: Piece = { kind: 'noise', from: at, to: at + 1 };
  const lateZone = zone ?? matchZone(lexemes, at + 1, place);
  return lateZone === undefined
    ? [whole, clock, last]
    : zone === undefined
      ? [whole, clock, lateZone]
      : [whole, clock, zone, last];
}

/** `20 April - 3 May 2021`: the first date takes the year of the last, or the one before where a year ends between. */
function joinRanges(pieces: Piece[], lexemes: Variant): Piece[] {
  if (!pieces.some(({ kind }) => kind === 'part')) return pieces;
  return pieces.map((piece, index) => {
    const last = pieces[index + 2];
    const mark = lexemes[pieces[index + 1]?.from ?? -1];
    if (piece.kind !== 'part' || piece.day === undefined || piece.month === undefined || last?.kind !== 'date')
      return piece;
    const isRange = ['-', '/', 'to', 'bis', 'au', 'al', '~'].includes(mark?.text ?? '');
    const [end] = last.readings;
    if (!isRange || end === undefined || last.divider !== 'name' || piece.has.has('year')) return piece;
    const isSameYear = piece.month < end.month || (piece.month === end.month && piece.day <= end.day);
    const reading = {
      ...end,
      month: piece.month,
      day: piece.day,
      year: isSameYear ? end.year : end.year - 1,
      rule: 'first day of a range',
    };
    return { ...last, from: piece.from, to: piece.to, readings: [reading] };
  });
}
