import type { Lexeme } from './lex.ts';
import { matchClock } from './match-clock.ts';
import { matchDate } from './match-date.ts';
import { lettersOf, meridiemIn, type Role, rolesIn } from './number-roles.ts';
import type { ClockPiece, DatePiece } from './pieces.ts';

type Place = { readonly at: number; readonly from: number; readonly to: number };

/** A date in the Gregorian calendar. `year`, `month` and `day` say which of the values each is; -1 for a month's name. */
type MakeDate = Place & {
  readonly by: 'date';
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly namedMonth: number;
  readonly order: string;
  readonly rule: string;
  readonly divider: string;
  readonly isBare: boolean;
};

/** A clock; -1 for a part that is not written. */
type MakeClock = Place & {
  readonly by: 'clock';
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly meridiem: 'am' | 'pm' | undefined;
  readonly isWeak: boolean;
  readonly isDotted: boolean;
};

/** A date or a clock that the grammar has to read again, at the same place. */
type MakeAgain = Place & { readonly by: 'grammar'; readonly kind: 'date' | 'clock' };

/** How piece `at` of a line is made of the values of its numbers. */
export type Make = MakeDate | MakeClock | MakeAgain;

/** Makes a piece; undefined when the grammar reads it otherwise. */
export function pieceOf(
  make: Make,
  values: readonly number[],
  lexemes: readonly Lexeme[],
): DatePiece | ClockPiece | undefined {
  if (make.by === 'date') return dateOf(make, values);
  if (make.by === 'clock') return clockOf(make, values);
  const piece = make.kind === 'date' ? matchDate(lexemes, make.from) : matchClock(lexemes, make.from);
  return piece !== undefined && piece.kind === make.kind && piece.to === make.to ? piece : undefined;
}

function dateOf(make: MakeDate, values: readonly number[]): DatePiece {
  const { from, to, order, rule, divider, isBare } = make;
  const year = values[make.year] ?? 0;
  const month = make.month < 0 ? make.namedMonth : (values[make.month] ?? 0);
  const day = values[make.day] ?? 0;
  const reading = { year, month, day, order, rule, calendar: 'gregorian' as const, isShortYear: false };
  return { kind: 'date', from, to, readings: [reading], divider, isBare };
}

function clockOf(make: MakeClock, values: readonly number[]): ClockPiece {
  const { from, to, meridiem, isWeak, isDotted } = make;
  const at = (nth: number): number => (nth < 0 ? 0 : (values[nth] ?? 0));
  const written = at(make.hour);
  const hour = meridiem === undefined ? written : (written % 12) + (meridiem === 'pm' ? 12 : 0);
  const [minute, second, millisecond] = [at(make.minute), at(make.second), at(make.millisecond)];
  return { kind: 'clock', from, to, hour, minute, second, millisecond, isWeak, isDotted };
}

/** How a date or a clock like this one is made: its values put into their places where that is sure, else by the grammar. */
export function makeOf(
  piece: DatePiece | ClockPiece,
  at: number,
  roles: readonly Role[],
  lexemes: readonly Lexeme[],
): Make {
  const { kind, from, to } = piece;
  const made = piece.kind === 'date' ? makeDate(piece, at, roles) : makeClock(piece, at, roles, lexemes);
  return made ?? { by: 'grammar', at, kind, from, to };
}

function makeDate(piece: DatePiece, at: number, all: readonly Role[]): MakeDate | undefined {
  const roles = rolesIn(all, piece);
  const letters = lettersOf(piece, roles);
  const [reading] = piece.readings;
  if (letters === undefined || reading === undefined) return undefined;
  const placeOf = (letter: string): number => nthOf(all, roles[letters.indexOf(letter)]);
  const { from, to, divider, isBare } = piece;
  const { month: namedMonth, order, rule } = reading;
  const [year, month, day] = [placeOf('y'), placeOf('m'), placeOf('d')];
  return { by: 'date', at, from, to, year, month, day, namedMonth, order, rule, divider, isBare };
}

const nthOf = (all: readonly Role[], role: Role | undefined): number => (role === undefined ? -1 : all.indexOf(role));

function makeClock(
  piece: ClockPiece,
  at: number,
  all: readonly Role[],
  lexemes: readonly Lexeme[],
): MakeClock | undefined {
  const roles = rolesIn(all, piece);
  const meridiem = meridiemIn(piece, lexemes);
  const fraction = roles[3];
  const isPlain = fraction === undefined || fraction.end - fraction.start === 3;
  if (roles.length > 4 || !isPlain || meridiem === 'night') return undefined;
  const { from, to, isWeak, isDotted } = piece;
  const [hour, minute, second] = [nthOf(all, roles[0]), nthOf(all, roles[1]), nthOf(all, roles[2])];
  const millisecond = nthOf(all, fraction);
  return { by: 'clock', at, from, to, hour, minute, second, millisecond, meridiem, isWeak, isDotted };
}
