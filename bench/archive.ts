import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { askOnce } from './answer.ts';
import { startChild } from './child.ts';
import { mostUsedTag, slugOf, tagsFor, writeCorpus } from './corpus.ts';
import { measureFresh } from './fresh.ts';
import type { Grown } from './growth.ts';
import { hugoMs } from './hugo.ts';
import { chooseClient, type Loaded } from './load.ts';
import { processorMsOf } from './processor-time.ts';
import { figure, type Table } from './table.ts';
import { freePort, type RunningTagwire, startTagwire } from './tagwire.ts';
import { temporaryFolder } from './tidy.ts';
import { wrkScript } from './zipf-script.ts';

interface ArchiveSize {
  /** Files of each folder; the last is the largest. */
  readonly folders: readonly number[];
  /** Of the folder that Hugo builds. */
  readonly hugoFiles: number;
  readonly changes: number;
  readonly seconds: number;
  /** How many random requests are sent before the memory is told for the last time. */
  readonly randomRequests: number;
}

/** How much longer Hugo took for ten times as many files, from 10,000 to 100,000: measured once, with 103 seconds. */
const HUGO_GROWTH = 16;
const BARE_START = new URL('./bare-start.ts', import.meta.url);
const CONNECTIONS = 32;
const STORM_PER_SECOND = 100;
const HOT_FIELDS = { 'Accept-Encoding': 'gzip' };
const MEGABYTE = 1024;

interface Archive {
  readonly tables: readonly Table[];
  /** For the picture. */
  readonly growth: readonly Grown[];
}

interface Indexed {
  readonly files: number;
  readonly indexMs: number;
  readonly peakMegabytes: number;
  readonly pauseMs: number;
  readonly freshMs: number;
  readonly restartMs: number;
  readonly bareStartMs: number;
}

/** One folder after the other, each indexed, changed, served and started again; and the largest asked for all its tags. */
export async function benchArchive(size: ArchiveSize): Promise<Archive> {
  const hugo = await hugoMs(size.hugoFiles);
  const indexed: Indexed[] = [];
  let load: Table | undefined;
  for (const files of size.folders) {
    using content = temporaryFolder();
    using data = temporaryFolder();
    writeCorpus(content.path, files);
    indexed.push(await measureFolder(content.path, data.path, files, size));
    if (files === size.folders.at(-1)) load = await measureLoad(content.path, data.path, files, size);
  }
  return {
    tables: [growthTable(indexed, hugo, size), ...(load === undefined ? [] : [load])],
    growth: [
      ...indexed.flatMap(({ files, indexMs, restartMs: again, freshMs }) => [
        { what: 'first index', files, seconds: indexMs / 1000 },
        { what: 'restart', files, seconds: again / 1000 },
        { what: 'new article', files, seconds: freshMs / 1000 },
      ]),
      ...(hugo === undefined ? [] : [{ what: 'Hugo, RSS', files: size.hugoFiles, seconds: hugo / 1000 }]),
    ],
  };
}

async function measureFolder(folder: string, data: string, files: number, { changes }: ArchiveSize): Promise<Indexed> {
  const begun = performance.now();
  const first = await startTagwire(folder, data);
  const indexMs = performance.now() - begun;
  const peakMegabytes = memoryOf(first.pid, 'VmHWM');
  try {
    const pauseMs = await longestPauseMs(first);
    const freshMs = median(await measureFresh(folder, first, changes));
    await first[Symbol.asyncDispose]();
    const restarts: number[] = [];
    const bares: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      restarts.push(await restartMs(folder, data));
      bares.push(await bareStartMs());
    }
    return { files, indexMs, peakMegabytes, pauseMs, freshMs, restartMs: median(restarts), bareStartMs: median(bares) };
  } finally {
    await first[Symbol.asyncDispose]();
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** In MB, as Linux tells it; NaN elsewhere. */
function memoryOf(pid: number, field: 'VmHWM' | 'VmRSS'): number {
  if (process.platform !== 'linux') return Number.NaN;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / MEGABYTE;
}

const hotFeed = ({ baseUrl }: RunningTagwire): string => `${baseUrl}tags/${slugOf(mostUsedTag())}.rss`;

/** From the start of the program to its first right feed. */
async function restartMs(folder: string, data: string): Promise<number> {
  const begun = performance.now();
  await using again = await startTagwire(folder, data);
  const { status } = await askOnce(hotFeed(again));
  if (status !== 200) throw new Error(`the first feed after a start answers ${status}`);
  return performance.now() - begun;
}

async function bareStartMs(): Promise<number> {
  const port = await freePort();
  const begun = performance.now();
  await using bare = startChild(BARE_START.pathname, [String(port)], {});
  for (;;) {
    const isThere = await Promise.race([
      askOnce(`http://127.0.0.1:${port}/`).then(
        () => true,
        () => false,
      ),
      bare.failed,
    ]);
    if (isThere) return performance.now() - begun;
    await pause(5);
  }
}

function growthTable(indexed: readonly Indexed[], hugo: number | undefined, { hugoFiles }: ArchiveSize): Table {
  const [first] = indexed;
  const last = indexed.at(-1);
  const before = indexed.at(-2);
  const scaled =
    hugo === undefined || last === undefined
      ? Number.NaN
      : hugo * (last.files === hugoFiles * 10 ? HUGO_GROWTH : last.files / hugoFiles);
  return {
    title: 'archive: a folder indexed, changed and started again',
    columns: [
      'folder',
      'index s',
      'ms per 1,000',
      'peak MB',
      'longest pause ms',
      'fresh ms',
      'fresh × the first',
      'restart ms',
      '× bare start',
    ],
    rows: indexed.map(({ files, indexMs, peakMegabytes, pauseMs, freshMs, restartMs: again, bareStartMs: bare }) => [
      `${files.toLocaleString('en')} files`,
      figure(indexMs / 1000),
      figure((indexMs * 1000) / files),
      figure(peakMegabytes),
      figure(pauseMs),
      figure(freshMs),
      figure(freshMs / (first?.freshMs ?? Number.NaN)),
      figure(again),
      figure(again / bare),
    ]),
    notes: [
      `From ${before?.files.toLocaleString('en') ?? '–'} to ${last?.files.toLocaleString('en') ?? '–'} files the index takes ${figure((last?.indexMs ?? Number.NaN) / (before?.indexMs ?? Number.NaN))} times as long.`,
      hugo === undefined
        ? 'Hugo is not installed here and is left out.'
        : `Hugo, RSS of tags alone: ${figure(hugo / 1000)} s for ${hugoFiles.toLocaleString('en')} files; scaled to the largest folder (× ${HUGO_GROWTH} for ten times as many) it takes ${figure(scaled / (last?.indexMs ?? Number.NaN))} times as long as Tagwire with three formats.`,
      'index: from the start of the program to the first answer that it is ready. fresh: median from writing a file to its feed showing it. restart: from the start of the program to its first right feed, against a bare Node program that imports the same packages.',
      'longest pause: the longest delay of the event loop from the start to the end of the index, that is how long a request may have to wait.',
      'Medians of three starts, by turns.',
    ],
  };
}

/** `perf_hooks` counts from one round of its timer to the next, so that this stands in each delay that it tells. */
const MONITOR_MS = 10;

/** The longest delay of the program's event loop since it was last asked for, or since the start. */
async function longestPauseMs({ baseUrl }: RunningTagwire): Promise<number> {
  const { body } = await askOnce(`${baseUrl}metrics`);
  const seconds = /^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(Buffer.from(body).toString())?.[1];
  return Math.max(0, Number(seconds ?? Number.NaN) * 1000 - MONITOR_MS);
}

async function measureLoad(
  folder: string,
  data: string,
  files: number,
  { seconds, randomRequests }: ArchiveSize,
): Promise<Table | undefined> {
  const client = await chooseClient(false);
  if (!client.name.startsWith('wrk')) return undefined;
  await using tagwire = await startTagwire(folder, data);
  using scripts = temporaryFolder();
  const url = hotFeed(tagwire);
  for (let turn = 0; turn < 5; turn += 1) {
    await askOnce(url, HOT_FIELDS);
    await pause(500);
  }
  const run = async (name: string, script?: string): Promise<Asked> => {
    await longestPauseMs(tagwire);
    const before = processorMsOf(tagwire.pid) ?? Number.NaN;
    const loaded = await client.run({
      url,
      fields: HOT_FIELDS,
      connections: CONNECTIONS,
      seconds,
      ...(script === undefined ? {} : { script }),
    });
    const used = (processorMsOf(tagwire.pid) ?? Number.NaN) - before;
    const row = [
      name,
      figure(loaded.perSecond),
      figure((used * 1000) / loaded.requests),
      figure(loaded.slowMs),
      figure(await longestPauseMs(tagwire)),
      figure(memoryOf(tagwire.pid, 'VmRSS')),
    ];
    return { row, ...loaded };
  };
  const idle = await run('the hot feed');
  const stop = storm(folder);
  const stormy = await run(`the hot feed, ${STORM_PER_SECOND} new articles a second`).finally(stop);
  const tags = await usedTags(tagwire, files);
  const zipf = join(scripts.path, 'zipf.lua');
  writeFileSync(zipf, wrkScript(tags, ['rss']));
  const random = await run('a random tag, Zipf, RSS', zipf);
  const all = join(scripts.path, 'all.lua');
  writeFileSync(all, wrkScript(tags, ['rss', 'atom', 'json']));
  const three = await run('a random tag, Zipf, three formats', all);
  const rows = [idle, stormy, random, three];
  let sent = random.requests + three.requests;
  for (const share of [0.5, 1]) {
    let last: Asked | undefined;
    while (sent < randomRequests * share) {
      last = await run('', all);
      sent += last.requests;
    }
    if (last !== undefined)
      rows.push({ ...last, row: [`after ${sent.toLocaleString('en')} random requests`, ...last.row.slice(1)] });
  }
  return {
    title: `load: ${files.toLocaleString('en')} articles, ${tags.length.toLocaleString('en')} tags, gzip`,
    columns: ['asked for', 'req/s', 'µs/req', 'p99 ms', 'longest pause ms', 'MB after it'],
    rows: rows.map(({ row }) => row),
    notes: [
      `A random tag is answered ${figure(random.perSecond / idle.perSecond)} times as often as the hot feed.`,
      `While articles arrive, p99 of the hot feed is ${figure(stormy.slowMs / idle.slowMs)} times that of quiet times.`,
      `${CONNECTIONS} connections, ${seconds} s each; client: ${client.name}. Memory: resident, Linux only.`,
    ],
  };
}

const TAGS = z.object({ tags: z.array(z.object({ slug: z.string() })) });

/** The tags, the most used first, but for those at the end that chance gave to no article. */
async function usedTags({ baseUrl }: RunningTagwire, files: number): Promise<readonly string[]> {
  const { body } = await askOnce(`${baseUrl}tags.json`);
  const used = new Set(TAGS.parse(JSON.parse(Buffer.from(body).toString())).tags.map(({ slug }) => slug));
  return tagsFor(files).filter((tag) => used.has(slugOf(tag)));
}

interface Asked extends Loaded {
  readonly row: readonly string[];
}

/** Writes new articles at an even pace until it is stopped. */
function storm(folder: string): () => void {
  let place = 0;
  const timer = setInterval(() => {
    place += 1;
    const text = `---\ntitle: Storm ${place}\ndate: 2026-02-01T00:00:00Z\ntags: [Storm, Storm ${place % 50}]\n---\n\nText of storm ${place}.\n`;
    writeFileSync(join(folder, `storm-${place}.md`), text);
  }, 1000 / STORM_PER_SECOND);
  return () => clearInterval(timer);
}
