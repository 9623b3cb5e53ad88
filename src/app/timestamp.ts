import { isoText } from '../time/instant.ts';
import { readTimestamp, type StampAnswer, type Timestamp, type TimestampOptions } from '../time/timestamp.ts';

/** How the answers of `tagwire timestamp` are written: one plain line each, for people, or for programs. */
export type AnswerOptions = TimestampOptions & { readonly explain?: boolean; readonly json?: boolean };

/**
 * Answers every line, in order, through `write` (without line ends): `2021-04-20T02:27:00Z`, `2021-04-20`, or `ERROR: why`.
 * With `json` one JSON object a line, with `explain` several lines for people. Returns the number of refused lines.
 */
export async function answerTimestamps(
  lines: AsyncIterable<string> | Iterable<string>,
  options: AnswerOptions,
  write: (line: string) => void,
): Promise<number> {
  let refused = 0;
  for await (const line of lines) {
    const answer = readTimestamp(line, options);
    if (answer.kind === 'error') refused += 1;
    write(print(answer, options));
  }
  return refused;
}

function print(answer: Timestamp, options: AnswerOptions): string {
  if (options.json === true) return JSON.stringify(jsonOf(answer));
  return options.explain === true ? explained(answer) : plain(answer);
}

const shown = (answer: StampAnswer): string => (answer.kind === 'date' ? answer.date : isoText(answer.instant));
const plain = (answer: Timestamp): string => (answer.kind === 'error' ? `ERROR: ${answer.reason}` : shown(answer));

function jsonOf(answer: Timestamp): object {
  const { explanation } = answer;
  if (answer.kind === 'error') return { error: answer.reason, explanation };
  const updated = answer.updated === undefined ? {} : { updated: shown(answer.updated) };
  return { [answer.kind]: shown(answer), ...updated, explanation };
}

function explained(answer: Timestamp): string {
  const { text, rule, tokens, zone, certainty, warnings } = answer.explanation;
  const rows: [string, string][] = [
    ['text', text],
    ['rule', rule],
  ];
  rows.push(['tokens', tokens.map((token) => `${token.kind} "${token.text}"`).join(', ')]);
  if (zone !== undefined) rows.push(['zone', `${zone.name} (${zone.from})`]);
  if (answer.kind !== 'error' && answer.updated !== undefined) rows.push(['updated', shown(answer.updated)]);
  rows.push(['certainty', certainty], ...warnings.map((warning): [string, string] => ['warning', warning]));
  return [plain(answer), ...rows.map(([name, value]) => `  ${name.padEnd(9)} ${value}`)].join('\n');
}
