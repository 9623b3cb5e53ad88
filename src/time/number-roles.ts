import type { Lexeme } from './lex.ts';
import { lexicon } from './lexicon.ts';
import type { LineReading } from './line-reading.ts';
import type { ClockPiece, DatePiece, Piece } from './pieces.ts';

/** A number that is written with digits, by the place of its lexeme, and the values that it can have in its role. */
export type Role = {
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly least: number;
  readonly most: number;
};

type Limits = readonly [least: number, most: number];

/** More digits are an epoch, or something else that is no part of a date. */
const maxDigits = 9;

/**
 * The numbers of a line: those of its dates and clocks with the values that a day, a month, a year, an hour can have, all
 * others with their own alone. Undefined when one is very long, part of a word, or what it cannot be.
 */
export function numberRoles(line: string, { lexemes, pieces }: LineReading): Role[] | undefined {
  const roles: Role[] = [];
  for (const [at, { kind, start, end, value }] of lexemes.entries()) {
    // A number in Han characters is part of the shape.
    if (kind !== 'number' || !/\d/.test(line.charAt(start))) continue;
    if (end - start > maxDigits) return undefined;
    roles.push({ at, start, end, least: value, most: value });
  }
  // The Vietnamese `thứ 2`, Monday, is one word.
  if (roles.reduce((sum, role) => sum + digitsOf(role), 0) !== line.replace(/\D/g, '').length) return undefined;
  for (const piece of pieces) {
    if (piece.kind === 'clock' && piece.problem !== undefined) return undefined;
    const own = rolesIn(roles, piece);
    const limits = piece.kind === 'date' ? dateLimits(piece, own) : clockLimits(piece, own, lexemes);
    for (const [nth, role] of own.entries()) {
      const limit = limits[nth];
      if (limit === undefined || mayEndPhrase(line, lexemes, role)) continue;
      const [least, most] = limit;
      if (role.least < least || role.most > most) return undefined;
      roles[roles.indexOf(role)] = { ...role, least, most: Math.min(most, 10 ** digitsOf(role) - 1) };
    }
  }
  return roles;
}

const digitsOf = ({ start, end }: Role): number => end - start;

/** The numbers of a piece. */
export const rolesIn = (roles: readonly Role[], { from, to }: Piece): Role[] =>
  roles.filter(({ at }) => at >= from && at < to);

/** Some words make one with a number, though not with this one. */
function mayEndPhrase(line: string, lexemes: readonly Lexeme[], role: Role): boolean {
  const phrases = lexicon(line).phrases.get(lexemes[role.at - 1]?.text ?? '') ?? [];
  return phrases.some(({ rest }) => rest.some((word) => word.length === digitsOf(role) && /^\d/.test(word)));
}

function dateLimits(piece: DatePiece, roles: readonly Role[]): (Limits | undefined)[] {
  const letters = lettersOf(piece, roles);
  return roles.map((role, nth) => {
    if (digitsOf(role) === 4) return [1900, 2099];
    if (digitsOf(role) === 3) return undefined;
    return [1, letters?.charAt(nth) === 'm' ? 12 : 31];
  });
}

/**
 * What the numbers of a date are, as in `dmy`, without a month that is a name. Undefined where the values of the numbers
 * decide that, and in other calendars.
 */
export function lettersOf({ readings, divider }: DatePiece, roles: readonly Role[]): string | undefined {
  const [reading, other] = readings;
  if (reading === undefined || other !== undefined) return undefined;
  if (reading.isShortYear || reading.calendar !== 'gregorian') return undefined;
  const letters = divider === 'name' ? reading.order.replace('m', '') : reading.order;
  const isSure = divider === 'name' || letters.startsWith('y');
  return isSure && letters.length === roles.length ? letters : undefined;
}

function clockLimits(piece: Piece, roles: readonly Role[], lexemes: readonly Lexeme[]): (Limits | undefined)[] {
  const [hour] = roles;
  if (piece.kind !== 'clock' || hour === undefined || digitsOf(hour) > 2) return [];
  return roles.map((role, nth) => {
    if (nth === 0) return meridiemIn(piece, lexemes) === undefined ? [0, 23] : [1, 12];
    return [0, digitsOf(role) <= 2 ? 59 : 10 ** digitsOf(role) - 1];
  });
}

/** Am or pm that stands in the clock itself. */
export const meridiemIn = ({ from, to }: ClockPiece, lexemes: readonly Lexeme[]): 'am' | 'pm' | 'night' | undefined =>
  lexemes.slice(from, to).find(({ entry }) => entry?.meridiem !== undefined)?.entry?.meridiem;
