import { isDeepStrictEqual } from 'node:util';
import type { Stamp } from './assemble.ts';
import { findPieces } from './find-pieces.ts';
import { type KeptReading, type KeptStamp, readByKept } from './kept-reading.ts';
import { lex } from './lex.ts';
import { type LineReading, readingOf } from './line-reading.ts';
import { makeOf } from './make-piece.ts';
import { numberRoles, type Role, rolesIn } from './number-roles.ts';
import type { Piece } from './pieces.ts';
import { variantsOf } from './variants.ts';

/**
 * Learns from one line how all lines of its shape are read: a date stands where its date stood, with other numbers.
 *
 * The grammar compares numbers with limits and with each other. So what holds for the least and the greatest numbers, in
 * turns too, and for some between, holds for all. Undefined when it reads one of those lines otherwise.
 */
export function learnReading(line: string, reading: LineReading): KeptReading | undefined {
  const roles = numberRoles(line, reading);
  if (roles === undefined) return undefined;
  const kept = keptOf(line, reading, roles);
  if (kept === undefined) return undefined;
  return probes.every((choose) => isRight(probeLine(line, roles, choose), kept)) ? kept : undefined;
}

function keptOf(line: string, reading: LineReading, roles: readonly Role[]): KeptReading | undefined {
  const { lexemes, pieces, tokens } = reading;
  const makes = pieces.flatMap((piece, at) => {
    if ((piece.kind !== 'date' && piece.kind !== 'clock') || rolesIn(roles, piece).length === 0) return [];
    return [makeOf(piece, at, roles, lexemes)];
  });
  const [first, second] = [reading.first, reading.second].map((stamp) => keptStamp(stamp, pieces));
  if (first === 'made' || second === 'made') return undefined;
  return {
    numbers: roles.flatMap(({ start, end, least, most }) => [start, end, least, most]),
    lexemes,
    numbersAt: roles.map(({ at }) => at),
    pieces,
    makes,
    needsLexemes: makes.some(({ by }) => by === 'grammar'),
    tokenKinds: tokens.map(({ kind }) => kind),
    tokenSpans: spansOf(line, tokens),
    first,
    second,
  };
}

/** `made` for a stamp whose date is none of the pieces, but was put together of two. */
function keptStamp(stamp: Stamp | undefined, pieces: readonly Piece[]): KeptStamp | 'made' | undefined {
  if (stamp === undefined) return undefined;
  const dateAt = pieces.indexOf(stamp.date);
  const { clocks } = stamp;
  const clocksAt = clocks.map(({ clock }) => pieces.indexOf(clock));
  return dateAt < 0 || clocksAt.includes(-1) ? 'made' : { stamp, dateAt, clocks, clocksAt };
}

/** Where each token starts and ends in the line. */
function spansOf(line: string, tokens: LineReading['tokens']): number[] {
  let end = 0;
  return tokens.flatMap(({ text }) => {
    const start = line.indexOf(text, end);
    end = start + text.length;
    return [start, end];
  });
}

type Choose = (role: Role, nth: number) => number;

/** The values that are tried. Twelve is noon, and the last month. */
const probes: readonly Choose[] = [
  ({ least }) => least,
  ({ most }) => most,
  ({ least, most }, nth) => (nth % 2 === 0 ? least : most),
  ({ least, most }, nth) => (nth % 2 === 0 ? most : least),
  ({ least, most }) => Math.max(least, Math.min(12, most)),
  ({ least, most }) => Math.floor((least + most) / 2),
];

function probeLine(line: string, roles: readonly Role[], choose: Choose): string {
  let text = '';
  let before = 0;
  for (const [nth, role] of roles.entries()) {
    const digits = String(choose(role, nth)).padStart(role.end - role.start, '0');
    text += line.slice(before, role.start) + digits;
    before = role.end;
  }
  return text + line.slice(before);
}

/** The grammar cuts the line in one way, and reads it as what is kept does, with a `now` and without. */
function isRight(line: string, kept: KeptReading): boolean {
  const [lexemes, other] = variantsOf(lex(line));
  const pieces = lexemes === undefined || other !== undefined ? undefined : findPieces(line, lexemes);
  if (lexemes === undefined || pieces === undefined) return false;
  const alike = { ...readByKept(line, kept), lexemes };
  const asked = pieces.some(({ kind }) => kind === 'relative') ? [true, false] : [false];
  return asked.every((hasNow) => isDeepStrictEqual(alike, readingOf(line, lexemes, pieces, hasNow)));
}
