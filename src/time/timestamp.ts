import type { Timestamp, TimestampOptions } from './answer.ts';
import { assemble, type Stamp } from './assemble.ts';
import { clean, maxLength } from './clean.ts';
import { readEpoch } from './epoch.ts';
import type { ExplainedToken } from './explanation.ts';
import { findPieces } from './find-pieces.ts';
import { type Lexeme, lex } from './lex.ts';
import type { Piece } from './pieces.ts';
import { type Line, refusal, resolve } from './resolve.ts';
import { variantsOf } from './variants.ts';
import { isZone } from './zones.ts';

export type { StampAnswer, Timestamp, TimestampOptions } from './answer.ts';

/**
 * Reads the timestamp of one line of a page, or says why it cannot be read. Never guesses: of several readings that
 * remain the answer is an error. Never throws but for an unknown `zone`; takes linear time, and looks at 600 characters.
 * The machine's own clock and zone play no part.
 */
export function readTimestamp(text: string, options: TimestampOptions = {}): Timestamp {
  if (options.zone !== undefined && !isZone(options.zone)) {
    throw new RangeError(`"${options.zone}" is no time zone; write a name such as Europe/Paris`);
  }
  const line = clean(text);
  const original = text.length > maxLength ? text.slice(0, maxLength) : text;
  const epoch = readEpoch(line);
  if (epoch !== undefined) return epoch;
  if (line.includes('%') && /\d%(?:20|2b|3a)/i.test(line))
    return refusal(original, [], 'is percent-encoded; write its marks themselves');
  let answer: Timestamp | undefined;
  let refused: Timestamp | undefined;
  let mostDates = 0;
  let isDoubtful = false;
  for (const lexemes of variantsOf(lex(line))) {
    const pieces = findPieces(line, lexemes);
    if (pieces === undefined) continue;
    const found = answerOf(original, line, lexemes, pieces, options);
    if (found.kind === 'error') {
      refused ??= found;
      continue;
    }
    // A way of cutting that leaves a date of the line unread is none.
    const dates = pieces.filter(({ kind }) => kind === 'date').length;
    if (answer === undefined || dates > mostDates) {
      answer = found;
      isDoubtful = false;
    } else if (dates === mostDates && !isSame(answer, found)) isDoubtful = true;
    mostDates = Math.max(mostDates, dates);
  }
  if (isDoubtful) return refusal(original, [], 'can be read in two ways; put spaces between its parts');
  return answer ?? refused ?? refusal(original, [], 'holds no date; write one such as 2021-04-20T02:27:00Z');
}

function isSame(one: Timestamp, other: Timestamp): boolean {
  if (one.kind === 'date') return other.kind === 'date' && one.date === other.date;
  return one.kind === 'instant' && other.kind === 'instant' && one.instant === other.instant;
}

function answerOf(
  text: string,
  line: string,
  lexemes: readonly Lexeme[],
  pieces: readonly Piece[],
  options: TimestampOptions,
): Timestamp {
  const tokens = tokensOf(line, lexemes, pieces);
  const stamps = assemble(pieces, lexemes).filter((stamp) => isWanted(stamp, pieces, lexemes));
  const absolute = stamps.filter((stamp) => stamp.date.kind === 'date');
  const dated = absolute.length > 0 && options.now === undefined ? absolute : stamps;
  const own = dated.filter((stamp) => stamp.label !== 'other');
  const usable = own.length > 0 ? own : dated;
  const first =
    usable.find((stamp) => stamp.label !== 'updated' && stamp.date.kind === 'date') ??
    usable.find((stamp) => stamp.label !== 'updated') ??
    usable[0];
  if (first === undefined) return refusal(text, tokens, missing(pieces, line));
  const context: Line = { text, tokens, options, lexemes, pieces };
  const answer = resolve(context, first);
  const second = usable.find((stamp) => stamp !== first && stamp.label === 'updated');
  if (answer.kind === 'error' || second === undefined) return answer;
  const updated = resolve(context, second);
  return updated.kind === 'error' ? answer : { ...answer, updated };
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

function missing(pieces: readonly Piece[], line: string): string {
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
