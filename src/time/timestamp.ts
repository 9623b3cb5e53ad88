import type { Timestamp, TimestampOptions } from './answer.ts';
import { clean, maxLength } from './clean.ts';
import { readEpoch } from './epoch.ts';
import { findPieces } from './find-pieces.ts';
import { lex } from './lex.ts';
import { type LineReading, missing, readingOf } from './line-reading.ts';
import { type Line, refusal, resolve } from './resolve.ts';
import { keepReading, readAlike } from './shapes.ts';
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
  return read(text, options, true);
}

/** The same answer by the grammar alone, without what other lines taught. For tests: it takes twice the time. */
export const readAfresh = (text: string, options: TimestampOptions = {}): Timestamp => read(text, options, false);

function read(text: string, options: TimestampOptions, isKept: boolean): Timestamp {
  const line = clean(text);
  const original = text.length > maxLength ? text.slice(0, maxLength) : text;
  const epoch = readEpoch(line);
  if (epoch !== undefined) return epoch;
  if (line.includes('%') && /\d%(?:20|2b|3a)/i.test(line))
    return refusal(original, [], 'is percent-encoded; write its marks themselves');
  const alike = isKept ? readAlike(line) : undefined;
  if (alike !== undefined) return answerOf(original, line, alike, options);
  const variants = variantsOf(lex(line));
  let answer: Timestamp | undefined;
  let refused: Timestamp | undefined;
  let mostDates = 0;
  let isDoubtful = false;
  for (const lexemes of variants) {
    const pieces = findPieces(line, lexemes);
    if (pieces === undefined) continue;
    const reading = readingOf(line, lexemes, pieces, options.now !== undefined);
    if (isKept && variants.length === 1) keepReading(line, reading);
    const found = answerOf(original, line, reading, options);
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

function answerOf(text: string, line: string, reading: LineReading, options: TimestampOptions): Timestamp {
  const { lexemes, pieces, tokens, first, second } = reading;
  if (first === undefined) return refusal(text, tokens, missing(pieces, line));
  const context: Line = { text, tokens, options, lexemes, pieces };
  const answer = resolve(context, first);
  if (answer.kind === 'error' || second === undefined) return answer;
  const updated = resolve(context, second);
  return updated.kind === 'error' ? answer : { ...answer, updated };
}
