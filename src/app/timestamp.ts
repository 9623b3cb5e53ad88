import { isoText } from '../time/instant.ts';
import { readTimestamp, type StampAnswer, type Timestamp, type TimestampOptions } from '../time/timestamp.ts';
import { zoneInWords } from '../time/zone-in-words.ts';

/** How the answers of `tagwire timestamp` are written: one plain line each, for people, or for programs. */
export type AnswerOptions = TimestampOptions & { readonly explain?: boolean; readonly json?: boolean };

/**
 * Lines whose answers are kept: of the stamps of a site or a log, many are the same. All are forgotten when these are
 * too many, and now and then, as a line keeps the whole batch in memory that it was cut from. Where all lines differ,
 * keeping the latest used ones would cost a fifth of the time.
 */
const MAX_REMEMBERED = 10_000;
const MAX_REMEMBERED_LENGTH = 200;
const MAX_REMEMBERED_BATCHES = 256;

/**
 * Answers every line, in order, through `write` (without line ends): `2021-04-20T02:27:00Z`, `2021-04-20`, or `ERROR: why`.
 * With `json` one JSON object a line, with `explain` several lines for people. Returns the number of refused lines.
 */
export async function answerTimestamps(
  batches: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
  options: AnswerOptions,
  write: (line: string) => void,
): Promise<number> {
  const remembered = new Map<string, Printed>();
  let refused = 0;
  let count = 0;
  for await (const lines of batches) {
    count += 1;
    if (count % MAX_REMEMBERED_BATCHES === 0) remembered.clear();
    for (const line of lines) {
      let printed = remembered.get(line);
      if (printed === undefined) {
        const answer = readTimestamp(line, options);
        printed = { text: print(answer, options), isRefused: answer.kind === 'error' };
        if (remembered.size >= MAX_REMEMBERED) remembered.clear();
        if (line.length <= MAX_REMEMBERED_LENGTH) remembered.set(line, printed);
      }
      if (printed.isRefused) refused += 1;
      write(printed.text);
    }
  }
  return refused;
}

interface Printed {
  readonly text: string;
  readonly isRefused: boolean;
}

function print(answer: Timestamp, { json, explain }: AnswerOptions): string {
  if (json === true) return JSON.stringify(jsonOf(answer));
  return explain === true ? explained(answer) : plain(answer);
}

const shown = (answer: StampAnswer): string => (answer.kind === 'date' ? answer.date : isoText(answer.instant));
const plain = (answer: Timestamp): string => (answer.kind === 'error' ? `ERROR: ${answer.reason}` : shown(answer));

function jsonOf(answer: Timestamp): object {
  const { explanation } = answer;
  if (answer.kind === 'error') return { error: answer.reason, explanation };
  const updated = answer.updated === undefined ? {} : { updated: shown(answer.updated) };
  return { [answer.kind]: shown(answer), ...updated, explanation };
}

const labelWidth = 10;

function explained(answer: Timestamp): string {
  const { text, rule, tokens, zone, certainty, warnings } = answer.explanation;
  const rows: (readonly [label: string, value: string])[] = [['text', text]];
  const updated = answer.kind === 'error' ? undefined : answer.updated;
  if (updated !== undefined) rows.push(['updated', shown(updated)]);
  rows.push(['parts', tokens.map((token) => `${token.kind} “${token.text}”`).join(', ')], ['rule', rule]);
  if (zone !== undefined) rows.push(['zone', zoneInWords(zone)]);
  rows.push(['certainty', certainty]);
  for (const warning of warnings) rows.push(['warning', warning]);
  return [plain(answer), ...rows.map(([label, value]) => `  ${label.padEnd(labelWidth)}${value}`)].join('\n');
}
