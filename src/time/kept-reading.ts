import type { Stamp, ZonedClock } from './assemble.ts';
import type { Lexeme } from './lex.ts';
import type { LineReading } from './line-reading.ts';
import { numberIn } from './line-shape.ts';
import { type Make, pieceOf } from './make-piece.ts';
import type { Piece } from './pieces.ts';

/** A stamp of a shape, with the places of its date and its clocks among the pieces. */
export type KeptStamp = {
  readonly stamp: Stamp;
  readonly dateAt: number;
  readonly clocks: readonly ZonedClock[];
  readonly clocksAt: readonly number[];
};

/**
 * How the lines of one shape are read. Numbers stand in plain lists, one behind the other: with many shapes the memory
 * that a line touches takes more time than all else.
 */
export type KeptReading = {
  /** Four for each number: its start and end, and the least and greatest value with which lines are read alike. */
  readonly numbers: readonly number[];
  /** The lexemes of the first line, and where its numbers stand among them. */
  readonly lexemes: readonly Lexeme[];
  readonly numbersAt: readonly number[];
  /** The pieces of the first line, and what of them is made anew. */
  readonly pieces: readonly Piece[];
  readonly makes: readonly Make[];
  readonly needsLexemes: boolean;
  readonly tokenKinds: readonly string[];
  /** Two for each token: its start and end. */
  readonly tokenSpans: readonly number[];
  readonly first: KeptStamp | undefined;
  readonly second: KeptStamp | undefined;
};

/** Reads a line as others of its shape were read; undefined when a number has a value that would be read otherwise. */
export function readByKept(line: string, kept: KeptReading): LineReading | undefined {
  const { numbers, tokenKinds, tokenSpans } = kept;
  const values: number[] = [];
  for (let index = 0; index < numbers.length; index += 4) {
    const value = numberIn(line, numbers[index] ?? 0, numbers[index + 1] ?? 0);
    if (value < (numbers[index + 2] ?? 0) || value > (numbers[index + 3] ?? 0)) return undefined;
    values.push(value);
  }
  const lexemes = kept.needsLexemes ? lexemesOf(line, kept, values) : kept.lexemes;
  const pieces = kept.pieces.slice();
  for (const make of kept.makes) {
    const piece = pieceOf(make, values, lexemes);
    if (piece === undefined) return undefined;
    pieces[make.at] = piece;
  }
  const tokens = tokenKinds.map((kind, nth) => ({
    kind,
    text: line.slice(tokenSpans[2 * nth], tokenSpans[2 * nth + 1]),
  }));
  return { lexemes, pieces, tokens, first: stampOf(kept.first, pieces), second: stampOf(kept.second, pieces) };
}

/** The lexemes of the first line with the numbers of this one. */
function lexemesOf(line: string, { lexemes, numbersAt }: KeptReading, values: readonly number[]): Lexeme[] {
  const own = lexemes.slice();
  for (const [nth, at] of numbersAt.entries()) {
    const known = lexemes[at];
    const value = values[nth];
    if (known === undefined || value === undefined) continue;
    const { start, end, spaced } = known;
    const text = line.slice(start, end);
    own[at] = { kind: 'number', text, start, end, spaced, value, isUpper: false, isCut: false, entry: undefined };
  }
  return own;
}

function stampOf(kept: KeptStamp | undefined, pieces: readonly Piece[]): Stamp | undefined {
  if (kept === undefined) return undefined;
  const { label, zone, isZoneShared, weekdays } = kept.stamp;
  const date = pieces[kept.dateAt];
  if (date?.kind !== 'date' && date?.kind !== 'relative') return undefined;
  const clocks = kept.clocks.map((zoned, nth) => {
    const clock = pieces[kept.clocksAt[nth] ?? -1];
    return clock?.kind === 'clock' ? { ...zoned, clock } : zoned;
  });
  return { label, date, clocks, zone, isZoneShared, weekdays };
}
