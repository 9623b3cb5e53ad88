import type { Stamp, ZonedClock } from './assemble.ts';
import type { Lexeme } from './lex.ts';
import type { LineReading } from './line-reading.ts';
import { numberIn } from './line-shape.ts';
import type { ClockPiece, DatePiece, Piece } from './pieces.ts';

/** A number of a shape: where it stands, and the values with which its lines are read alike. */
export type KeptNumber = {
  readonly start: number;
  readonly end: number;
  readonly least: number;
  readonly most: number;
};

/** Makes the date or the clock of a line from its numbers, or from its lexemes where more has to be looked at. */
export type Make =
  | { readonly by: 'values'; readonly make: (values: readonly number[]) => DatePiece | ClockPiece }
  | { readonly by: 'lexemes'; readonly make: (lexemes: readonly Lexeme[]) => DatePiece | ClockPiece | undefined };

/** A stamp of a shape, with the places of its date and its clocks among the pieces. */
export type KeptStamp = {
  readonly stamp: Stamp;
  readonly dateAt: number;
  readonly clocks: readonly { readonly at: number; readonly zoned: ZonedClock }[];
};

/** How the lines of one shape are read. */
export type KeptReading = {
  readonly numbers: readonly KeptNumber[];
  /** The lexemes of the first line, and where its numbers stand among them. */
  readonly lexemes: readonly Lexeme[];
  readonly numbersAt: readonly number[];
  /** The pieces of the first line, and what of them is made anew. */
  readonly pieces: readonly Piece[];
  readonly makes: readonly (Make & { readonly at: number })[];
  readonly needsLexemes: boolean;
  readonly tokens: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
  readonly first: KeptStamp | undefined;
  readonly second: KeptStamp | undefined;
};

/** Reads a line as others of its shape were read; undefined when a number has a value that would be read otherwise. */
export function readByKept(line: string, kept: KeptReading): LineReading | undefined {
  const values: number[] = [];
  for (const { start, end, least, most } of kept.numbers) {
    const value = numberIn(line, start, end);
    if (value < least || value > most) return undefined;
    values.push(value);
  }
  const lexemes = kept.needsLexemes ? lexemesOf(line, kept, values) : kept.lexemes;
  const pieces = kept.pieces.slice();
  for (const one of kept.makes) {
    const piece = one.by === 'values' ? one.make(values) : one.make(lexemes);
    if (piece === undefined) return undefined;
    pieces[one.at] = piece;
  }
  const tokens = kept.tokens.map(({ kind, start, end }) => ({ kind, text: line.slice(start, end) }));
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
  const clocks: ZonedClock[] = [];
  for (const { at, zoned } of kept.clocks) {
    const clock = pieces[at];
    if (clock?.kind === 'clock') clocks.push({ ...zoned, clock });
  }
  return { label, date, clocks, zone, isZoneShared, weekdays };
}
