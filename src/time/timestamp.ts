import type { Instant } from '../model/instant.ts';
import { assemble, type Stamp } from './assemble.ts';
import { clean } from './clean.ts';
import type { Explanation } from './explanation.ts';
import { findPieces } from './find-pieces.ts';
import { type Lexeme, lex } from './lex.ts';
import type { Piece } from './pieces.ts';
import { type Answer, refusal, resolve } from './resolve.ts';
import { variantsOf } from './variants.ts';
import { isZone } from './zones.ts';

export type TimestampOptions = {
  /** The IANA zone of stamps that name none; UTC when left out. An unknown name is a RangeError. */
  readonly zone?: string;
  /** Settles `03/04/2021`. */
  readonly order?: 'dmy' | 'mdy';
  /** What relative stamps count from. */
  readonly now?: Instant;
  /** The page's language, BCP 47, with its country where that is known: `en-US`. */
  readonly language?: string;
};

/** One stamp of a line. */
export type StampAnswer =
  | { readonly kind: 'instant'; readonly instant: Instant; readonly explanation: Explanation }
  | { readonly kind: 'date'; readonly date: string; readonly explanation: Explanation };

/**
 * The answer to a line: an instant, a bare date such as `2021-04-20`, or why there is none.
 * `updated` is the second stamp of a line that says when the article was changed.
 */
export type Timestamp =
  | (StampAnswer & { readonly updated?: StampAnswer })
  | { readonly kind: 'error'; readonly reason: string; readonly explanation: Explanation };

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
  const lexemes = lex(line);
  const answers = new Map<string, Timestamp>();
  const refusals: Timestamp[] = [];
  for (const variant of variantsOf(lexemes)) {
    const pieces = findPieces(variant);
    if (pieces === undefined) continue;
    const tokens = pieces.map((piece) => tokenOf(line, variant.lexemes, piece));
    const answer = answerOf(line, assemble(pieces), pieces, tokens, options);
    if (answer.kind === 'error') refusals.push(answer);
    else answers.set(answer.kind === 'date' ? answer.date : String(answer.instant), answer);
  }
  const [answer, second] = answers.values();
  if (answer !== undefined && second !== undefined) {
    return refusal(
      line,
      answer.explanation.tokens,
      `"${quote(line)}" can be read in two ways; put a space between its parts`,
    );
  }
  return answer ?? refusals[0] ?? refusal(line, [], `"${quote(line)}" holds no date; write 2021-04-20T02:27:00Z`);
}

function answerOf(
  line: string,
  stamps: readonly Stamp[],
  pieces: readonly Piece[],
  tokens: Explanation['tokens'],
  options: TimestampOptions,
): Timestamp {
  const first = stamps.find((stamp) => stamp.label !== 'updated') ?? stamps[0];
  if (first === undefined) return refusal(line, tokens, `"${quote(line)}" ${missing(pieces)}`);
  const answer: Answer = resolve(line, first, tokens, options);
  const second = stamps.find((stamp) => stamp !== first && stamp.label === 'updated');
  if (answer.kind === 'error' || second === undefined) return answer;
  const updated = resolve(line, second, tokens, options);
  return updated.kind === 'error' ? answer : { ...answer, updated };
}

function missing(pieces: readonly Piece[]): string {
  const part = pieces.find((piece) => piece.kind === 'part');
  if (part !== undefined) {
    const lacks = (['day', 'month', 'year'] as const).filter((name) => !part.has.has(name));
    return `has no ${lacks.join(' and no ') || 'order of day, month and year that makes sense'}; write a whole date such as 20 April 2021`;
  }
  if (pieces.some((piece) => piece.kind === 'clock')) return 'is a clock without a date; write 20 April 2021 beside it';
  return 'holds no date; write 2021-04-20T02:27:00Z';
}

const quote = (line: string): string => (line.length > 80 ? `${line.slice(0, 79)}…` : line);

function tokenOf(line: string, lexemes: readonly Lexeme[], piece: Piece): Explanation['tokens'][number] {
  return { kind: piece.kind, text: line.slice(lexemes[piece.from]?.start, lexemes[piece.to - 1]?.end) };
}
