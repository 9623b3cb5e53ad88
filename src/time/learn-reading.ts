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
  for (const isQuick of [true, false]) {
    const kept = keptOf(line, reading, roles, isQuick);
    if (kept !== undefined && probes.every((choose) => isRight(probeLine(line, roles, choose), kept))) return kept;
  }
  return undefined;
}

function keptOf(line: string, reading: LineReading, roles: readonly Role[], isQuick: boolean): KeptReading | undefined {
  const { lexemes, pieces, tokens } = reading;
  const makes = pieces.flatMap((piece, at) => {
    if ((piece.kind !== 'date' && piece.kind !== 'clock') || rolesIn(roles, piece).length === 0) return [];
    return [{ at, ...makeOf(piece, roles, lexemes, isQuick) }];
  });
  const [first, second] = [reading.first, reading.second].map((stamp) => keptStamp(stamp, pieces));
  if (first === 'made' || second === 'made') return undefined;
  return {
    numbers: roles.map(({ start, end, least, most }) => ({ start, end, least, most })),
    lexemes,
    numbersAt: roles.map(({ at }) => at),
    pieces,
    makes,
    needsLexemes: makes.some(({ by }) => by === 'lexemes'),
    tokens: spansOf(line, tokens),
    first,
    second,
  };
}

/** `made` for a stamp whose date is none of the pieces, but was put together of two. */
function keptStamp(stamp: Stamp | undefined, pieces: readonly Piece[]): KeptStamp | 'made' | undefined {
  if (stamp === undefined) return undefined;
  const dateAt = pieces.indexOf(stamp.date);
  const clocks = stamp.clocks.map((zoned) => ({ at: pieces.indexOf(zoned.clock), zoned }));
  return dateAt < 0 || clocks.some(({ at }) => at < 0) ? 'made' : { stamp, dateAt, clocks };
}

/** Where the tokens stand in the line: one behind the other. */
function spansOf(line: string, tokens: LineReading['tokens']): KeptReading['tokens'] {
  let end = 0;
  return tokens.map(({ kind, text }) => {
    const start = line.indexOf(text, end);
    end = start + text.length;
    return { kind, start, end };
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
  return [true, false].every((hasNow) => isDeepStrictEqual(alike, readingOf(line, lexemes, pieces, hasNow)));
}
