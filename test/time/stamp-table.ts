import { readdirSync, readFileSync } from 'node:fs';
import { isoText, toInstant } from '../../src/time/instant.ts';
import { readTimestamp, type StampAnswer, type TimestampOptions } from '../../src/time/timestamp.ts';

/** One row of the table of stamps: what is read, and the answer that is right. */
export type StampRow = {
  readonly file: string;
  readonly className: string;
  readonly text: string;
  readonly options: TimestampOptions;
  /** An instant, a date, or ERROR; after a space the updated stamp. */
  readonly expected: string;
  /** Kept out of sight while the grammar was built: about a third, by a hash of the text. */
  readonly isHeldBack: boolean;
};

const folder = new URL('stamps/', import.meta.url);

/** Reads every row of `stamps/*.tsv`: `# class: name | zone=…; now=…`, then lines of text, answer and updated answer. */
export function readStampRows(): StampRow[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.tsv'));
  return files.flatMap((file) => rowsOf(file, readFileSync(new URL(file, folder), 'utf8')));
}

function rowsOf(file: string, table: string): StampRow[] {
  const rows: StampRow[] = [];
  let className = '';
  let options: TimestampOptions = {};
  for (const line of table.split('\n')) {
    const heading = /^# class: ([^|]+)(?:\|(.*))?$/.exec(line);
    if (heading !== null) {
      className = heading[1]?.trim() ?? '';
      options = optionsOf(heading[2] ?? '');
    } else if (line !== '') {
      const [written = '', ...answers] = line.split('\t');
      const expected = answers.map(whole).join(' ');
      const text = written
        .replaceAll('\\t', '\t')
        .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
      rows.push({ file, className, text, options, expected, isHeldBack: hash(text) % 3 === 0 });
    }
  }
  return rows;
}

const whole = (cell: string): string => cell.replace(/(T\d\d:\d\d)Z$/, '$1:00Z');

function optionsOf(text: string): TimestampOptions {
  const pairs = new Map(
    text.split(';').map((pair) => [pair.split('=')[0]?.trim() ?? '', pair.split('=')[1]?.trim() ?? '']),
  );
  const [zone, order, now, language] = ['zone', 'order', 'now', 'language'].map((name) => pairs.get(name));
  const instant = now === undefined ? undefined : toInstant(Date.parse(now));
  return {
    ...(zone === undefined ? {} : { zone }),
    ...(order === 'dmy' || order === 'mdy' ? { order } : {}),
    ...(instant === undefined ? {} : { now: instant }),
    ...(language === undefined ? {} : { language }),
  };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value >>> 8;
}

/** The answer of `readTimestamp` in the form of the table. */
export function answerOf({ text, options }: StampRow): string {
  const answer = readTimestamp(text, options);
  if (answer.kind === 'error') return 'ERROR';
  return answer.updated === undefined ? shown(answer) : `${shown(answer)} ${shown(answer.updated)}`;
}

const shown = (answer: StampAnswer): string => (answer.kind === 'date' ? answer.date : isoText(answer.instant));
