import { parse as parseWithChrono } from 'chrono-node';
import type { Instant } from '../src/model/instant.ts';
import { toInstant } from '../src/time/instant.ts';
import { readTimestamp, type TimestampOptions } from '../src/time/timestamp.ts';
import { offsetMinutesAt } from '../src/time/zones.ts';
import { answerOf, readStampRows, type StampRow } from '../test/time/stamp-table.ts';

type Count = { rows: number; right: number; refused: number; wrong: number; accepted: number };

const secondsToMeasure = 2;

/**
 * Prints, for each class of the table of stamps, how many are right, refused and silently wrong, ours beside chrono-node
 * on the same rows; then the lines a second of both.
 */
export function benchTime(print: (line: string) => void): void {
  const rows = readStampRows();
  const classes = Map.groupBy(rows, (row) => row.className.replace('second look: ', '').replace('third look: ', ''));
  print(
    line('class', 'rows', ['right', 'refused', 'wrong', 'none taken'], ['right', 'refused', 'wrong', 'none taken']),
  );
  for (const [name, members] of classes) print(counted(name, members));
  for (const isHeldBack of [false, true]) {
    print(
      counted(
        isHeldBack ? 'all held back' : 'all open',
        rows.filter((row) => row.isHeldBack === isHeldBack),
      ),
    );
  }
  print(counted('all', rows));
  print(
    'The first four columns are ours, the others chrono-node. "none taken" counts lines without a stamp that were read as one.',
  );
  const plain = rows.filter((row) => row.options.now === undefined);
  const ours = linesASecond(plain, ({ text, options }) => readTimestamp(text, options));
  const chrono = linesASecond(plain, ({ text }) => parseWithChrono(text));
  print(`lines a second, one core, all rows: ours ${ours}, chrono-node ${chrono}, ratio ${(ours / chrono).toFixed(1)}`);
  const news = plain.filter(
    (row) => row.file === 'english.tsv' || row.file === 'sites.tsv' || row.file === 'standards.tsv',
  );
  print(
    `lines a second, one core, English and standards: ours ${linesASecond(news, ({ text, options }) => readTimestamp(text, options))}`,
  );
}

function counted(name: string, rows: readonly StampRow[]): string {
  return line(name, String(rows.length), cells(rows, answerOf), cells(rows, chronoAnswer));
}

const line = (name: string, rows: string, ours: readonly string[], other: readonly string[]): string =>
  `${name.padEnd(36)} ${rows.padStart(5)}  ${ours.map((cell) => cell.padStart(10)).join('')}  |${other.map((cell) => cell.padStart(10)).join('')}`;

function cells(rows: readonly StampRow[], answer: (row: StampRow) => string): string[] {
  const count: Count = { rows: 0, right: 0, refused: 0, wrong: 0, accepted: 0 };
  for (const row of rows) {
    const got = answer(row);
    if (got === row.expected) count.right += 1;
    else if (got === 'ERROR') count.refused += 1;
    else if (row.expected === 'ERROR') count.accepted += 1;
    else count.wrong += 1;
  }
  return [
    `${((100 * count.right) / rows.length).toFixed(1)} %`,
    String(count.refused),
    String(count.wrong),
    String(count.accepted),
  ];
}

/** chrono-node's first result in the form of the table: a date without a certain hour is a bare date. */
function chronoAnswer({ text, options, expected }: StampRow): string {
  const now = options.now ?? toInstant(Date.UTC(2026, 0, 1));
  const [first, second] = parseWithChrono(text, { instant: new Date(now ?? 0), timezone: 0 });
  if (first === undefined || !isWhole(first.start, options)) return 'ERROR';
  const answer = chronoText(first.start, options);
  if (!expected.includes(' ') || second === undefined) return answer;
  return `${answer} ${chronoText(second.start, options)}`;
}

type ChronoComponents = ReturnType<typeof parseWithChrono>[number]['start'];

/** Without a given now a stamp must hold its own day, month and year. */
const isWhole = (found: ChronoComponents, options: TimestampOptions): boolean =>
  options.now !== undefined || (found.isCertain('day') && found.isCertain('month') && found.isCertain('year'));

function chronoText(found: ChronoComponents, options: TimestampOptions): string {
  const [year, month, day] = [found.get('year'), found.get('month'), found.get('day')];
  if (!found.isCertain('hour')) return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const instant = toInstant(found.date().getTime());
  const local = instant === undefined || found.isCertain('timezoneOffset') ? instant : inZone(instant, options.zone);
  return local === undefined ? 'ERROR' : new Date(local).toISOString().replace('.000Z', 'Z');
}

const inZone = (instant: Instant, zone = 'UTC'): Instant | undefined =>
  toInstant(instant - offsetMinutesAt(zone, instant) * 60_000);

function linesASecond(rows: readonly StampRow[], read: (row: StampRow) => unknown): number {
  for (const row of rows) read(row);
  const started = performance.now();
  let lines = 0;
  while (performance.now() - started < secondsToMeasure * 1000) {
    for (const row of rows) read(row);
    lines += rows.length;
  }
  return Math.round((1000 * lines) / (performance.now() - started));
}
