import { assemble, type Stamp } from './assemble.ts';
import { maxLength } from './clean.ts';
import type { ExplainedToken } from './explanation.ts';
import type { Lexeme } from './lex.ts';
import type { Piece } from './pieces.ts';

/** What a line says, before it is known whether its days and times exist. */
export type LineReading = {
  readonly lexemes: readonly Lexeme[];
  readonly pieces: readonly Piece[];
  readonly tokens: readonly ExplainedToken[];
  /** The stamp that answers, and the one that says when the article was changed. */
  readonly first: Stamp | undefined;
  readonly second: Stamp | undefined;
};

/** Chooses the stamps that answer. Without a `now` what counts from it yields to a written date. */
export function readingOf(
  line: string,
  lexemes: readonly Lexeme[],
  pieces: readonly Piece[],
  hasNow: boolean,
): LineReading {
  const tokens = tokensOf(line, lexemes, pieces);
  const stamps = assemble(pieces, lexemes).filter((stamp) => isWanted(stamp, pieces, lexemes));
  const absolute = stamps.filter((stamp) => stamp.date.kind === 'date');
  const dated = absolute.length > 0 && !hasNow ? absolute : stamps;
  const own = dated.filter((stamp) => stamp.label !== 'other');
  const usable = own.length > 0 ? own : dated;
  const first =
    usable.find((stamp) => stamp.label !== 'updated' && stamp.date.kind === 'date') ??
    usable.find((stamp) => stamp.label !== 'updated') ??
    usable[0];
  const second = usable.find((stamp) => stamp !== first && stamp.label === 'updated');
  return { lexemes, pieces, tokens, first, second };
}

/** Digits alone are a date only where no other words stand; `today` alone likewise. */
function isWanted({ date, clocks }: Stamp, pieces: readonly Piece[], lexemes: readonly Lexeme[]): boolean {
  const isTimed = clocks.some(({ clock }) => lexemes[clock.from - 1]?.text === 't' && clock.from - 1 === date.to);
  const isLoose = date.kind === 'date' ? date.isBare && !isTimed : date.form !== 'ago' && clocks.length === 0;
  if (!isLoose) return true;
  return pieces.every((piece) => {
    const lexeme = lexemes[piece.from];
    const isKnown = lexeme?.kind === 'mark' || (lexeme?.entry !== undefined && lexeme.entry.numbered !== true);
    return piece.kind !== 'noise' || (isKnown && lexeme?.text !== '_');
  });
}

/** What a line without a stamp lacks, for the reason of its refusal. */
export function missing(pieces: readonly Piece[], line: string): string {
  const cut = line.length === maxLength ? ` (only its first ${maxLength} characters are looked at)` : '';
  const part = pieces.find((piece) => piece.kind === 'part');
  if (part !== undefined) {
    const lacks = (['day', 'month', 'year'] as const).filter((name) => !part.has.has(name));
    const what =
      lacks.length > 0 ? `has no ${lacks.join(' and no ')}` : 'has no order of day, month and year that can be';
    return `${what}${cut}; write a whole date such as 20 April 2021`;
  }
  if (pieces.some((piece) => piece.kind === 'clock'))
    return `is a clock without a date${cut}; write the date beside it`;
  return `holds no date${cut}; write one such as 2021-04-20T02:27:00Z`;
}

/** The parts of the line, noise that stands together as one. */
function tokensOf(line: string, lexemes: readonly Lexeme[], pieces: readonly Piece[]): ExplainedToken[] {
  const tokens: ExplainedToken[] = [];
  let index = 0;
  while (index < pieces.length) {
    const piece = pieces[index];
    let last = index;
    while (piece?.kind === 'noise' && pieces[last + 1]?.kind === 'noise') last += 1;
    const from = lexemes[piece?.from ?? 0]?.start;
    tokens.push({ kind: piece?.kind ?? 'noise', text: line.slice(from, lexemes[(pieces[last]?.to ?? 0) - 1]?.end) });
    index = last + 1;
  }
  return tokens;
}
