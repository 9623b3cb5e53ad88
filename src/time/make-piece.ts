import type { Make } from './kept-reading.ts';
import type { Lexeme } from './lex.ts';
import { matchClock } from './match-clock.ts';
import { matchDate } from './match-date.ts';
import { lettersOf, meridiemIn, type Role, rolesIn } from './number-roles.ts';
import type { ClockPiece, DatePiece } from './pieces.ts';

/**
 * How a date or a clock like this one is made of other numbers: each put in its place where that is `isQuick` and sure,
 * else by the grammar.
 */
export function makeOf(
  piece: DatePiece | ClockPiece,
  roles: readonly Role[],
  lexemes: readonly Lexeme[],
  isQuick: boolean,
): Make {
  const quick = !isQuick ? undefined : piece.kind === 'date' ? dateOf(piece, roles) : clockOf(piece, roles, lexemes);
  return quick ?? grammarOf(piece);
}

function grammarOf({ kind, from, to }: DatePiece | ClockPiece): Make {
  const make = (lexemes: readonly Lexeme[]): DatePiece | ClockPiece | undefined => {
    const piece = kind === 'date' ? matchDate(lexemes, from) : matchClock(lexemes, from);
    return piece !== undefined && piece.kind === kind && piece.to === to ? piece : undefined;
  };
  return { by: 'lexemes', make };
}

function dateOf(piece: DatePiece, all: readonly Role[]): Make | undefined {
  const roles = rolesIn(all, piece);
  const letters = lettersOf(piece, roles);
  const [reading] = piece.readings;
  if (letters === undefined || reading === undefined) return undefined;
  const { from, to, divider, isBare } = piece;
  const { month: name, order, rule, calendar, isShortYear } = reading;
  const [yearAt, monthAt, dayAt] = ['y', 'm', 'd'].map((letter) => placeOf(all, roles[letters.indexOf(letter)]));
  const make = (values: readonly number[]): DatePiece => {
    const [year = 0, month = name, day = 0] = [values[yearAt ?? -1], values[monthAt ?? -1], values[dayAt ?? -1]];
    const own = { year, month, day, order, rule, calendar, isShortYear };
    return { kind: 'date', from, to, readings: [own], divider, isBare };
  };
  return { by: 'values', make };
}

const placeOf = (all: readonly Role[], role: Role | undefined): number => (role === undefined ? -1 : all.indexOf(role));

function clockOf(piece: ClockPiece, all: readonly Role[], lexemes: readonly Lexeme[]): Make | undefined {
  const roles = rolesIn(all, piece);
  const meridiem = meridiemIn(piece, lexemes);
  const fraction = roles[3];
  const isPlain = fraction === undefined || fraction.end - fraction.start === 3;
  if (roles.length > 4 || !isPlain || meridiem === 'night') return undefined;
  const { from, to, isWeak, isDotted } = piece;
  const [hourAt, minuteAt, secondAt, millisecondAt] = [0, 1, 2, 3].map((nth) => placeOf(all, roles[nth]));
  const make = (values: readonly number[]): ClockPiece => {
    const written = values[hourAt ?? -1] ?? 0;
    const hour = meridiem === undefined ? written : (written % 12) + (meridiem === 'pm' ? 12 : 0);
    const minute = values[minuteAt ?? -1] ?? 0;
    const second = values[secondAt ?? -1] ?? 0;
    const millisecond = values[millisecondAt ?? -1] ?? 0;
    return { kind: 'clock', from, to, hour, minute, second, millisecond, isWeak, isDotted };
  };
  return { by: 'values', make };
}
