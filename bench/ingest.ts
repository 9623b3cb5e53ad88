import { join } from 'node:path';
import { z } from 'zod';
import { startSpeakingChild } from './child.ts';
import { writeCorpus } from './corpus.ts';
import { ratios, summarise } from './statistics.ts';
import { figure, type Table, withSpread } from './table.ts';
import { NODE_FLAGS } from './tagwire.ts';
import { temporaryFolder } from './tidy.ts';

interface IngestSize {
  readonly files: number;
  readonly rounds: number;
}

const RUN = new URL('./ingest-run.ts', import.meta.url);
const MEGABYTE = 1_000_000;

const MEASURED = z.record(z.string(), z.number());
type Measured = z.output<typeof MEASURED>;

/** The runs of one round, in their order; the two that write share a database. */
interface Runs {
  readonly stat: Measured[];
  readonly read: Measured[];
  readonly cold: Measured[];
  readonly warm: Measured[];
  readonly steps: Measured[];
}

/**
 * One task in a fresh process, with the options that the program is started with: nothing is compiled yet, as at a real
 * start. The start of Node is not counted.
 */
async function run(task: string, folder: string, database = ''): Promise<Measured> {
  await using child = startSpeakingChild(RUN, [task, folder, database], NODE_FLAGS);
  return MEASURED.parse(await child.answer());
}

/** Indexing a folder for the first time, and again with nothing changed, against what no program can leave out. */
export async function benchIngest({ files, rounds }: IngestSize): Promise<readonly Table[]> {
  using content = temporaryFolder();
  const bytes = writeCorpus(content.path, files);
  const runs: Runs = { stat: [], read: [], cold: [], warm: [], steps: [] };
  for (let round = 0; round < rounds; round += 1) {
    using data = temporaryFolder();
    const database = join(data.path, 'bench.sqlite');
    runs.stat.push(await run('stat', content.path));
    runs.read.push(await run('read', content.path));
    runs.cold.push(await run('ingest', content.path, database));
    runs.warm.push(await run('ingest', content.path, database));
    runs.steps.push(await run('steps', content.path));
  }
  mustHaveRead(runs.cold, files);
  mustHaveRead(runs.warm, 0);
  const what = `${figure(files)} files, ${figure(bytes / MEGABYTE)} MB`;
  return [totals(runs, what, rounds), shares(runs)];
}

function mustHaveRead(runs: readonly Measured[], files: number): void {
  for (const { read, errors } of runs) {
    if (read !== files || errors !== 0)
      throw new Error(`${read} files were read, ${errors} of them badly; not ${files}`);
  }
}

const of = (runs: readonly Measured[], name: string): readonly number[] => runs.map((one) => one[name] ?? Number.NaN);
const median = (runs: readonly Measured[], name: string): number => summarise(of(runs, name)).median;

function totals(runs: Runs, what: string, rounds: number): Table {
  const row = (name: string, measured: readonly Measured[]): string[] => [
    name,
    withSpread(summarise(of(measured, 'totalMs'))),
    withSpread(ratios(of(measured, 'totalMs'), of(runs.read, 'totalMs'))),
    withSpread(ratios(of(measured, 'totalMs'), of(runs.stat, 'totalMs'))),
    figure(median(measured, 'peakMegabytes')),
  ];
  return {
    title: `ingest: ${what}`,
    columns: ['work', 'ms', '× reading', '× stat-ing', 'peak MB'],
    rows: [
      row('list and stat every file', runs.stat),
      row('list and read every file', runs.read),
      row('cold index', runs.cold),
      row('warm start, nothing changed', runs.warm),
    ],
    notes: [
      `Medians of ${rounds} rounds by turns, each run in a process of its own, in brackets the least and the most. The files lie in the page cache.`,
      `The longest batch of the cold index, during which nothing else is done, took ${figure(median(runs.cold, 'longestBatchMs'))} ms.`,
    ],
  };
}

/** The steps of a cold index by their part of it; `store` is measured within it, the others one by one beside it. */
function shares({ cold, steps }: Runs): Table {
  const total = median(cold, 'totalMs');
  const parts: readonly (readonly [string, number])[] = [
    ['read and hash the file', median(steps, 'readMs')],
    ['decode and parse its form', median(steps, 'parseMs')],
    ['sanitise the HTML', median(steps, 'sanitiseMs')],
    ['times, terms, addresses', median(steps, 'articleMs')],
    ['store', median(cold, 'storeMs')],
  ];
  const rest = total - parts.reduce((sum, [, ms]) => sum + ms, 0);
  const libraries = median(steps, 'parseMs') + median(steps, 'sanitiseMs');
  return {
    title: 'ingest: what a cold index is spent on',
    columns: ['step', 'ms', 'share of the cold index'],
    rows: [...parts, ['the rest (listing, batches)', rest] as const].map(([name, ms]) => [
      name,
      figure(ms),
      `${((100 * ms) / total).toFixed(0)} %`,
    ]),
    notes: [
      `The cold index takes ${figure(total / libraries)} times as long as parsing and sanitising alone.`,
      'The steps are measured in a process of their own, so the rest may come out a little below nothing.',
    ],
  };
}
