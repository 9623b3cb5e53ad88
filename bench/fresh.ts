import { writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { mostUsedTag, writeCorpus } from './corpus.ts';
import { type Random, randomFrom } from './random.ts';
import { summarise } from './statistics.ts';
import { figure, type Table } from './table.ts';
import { type RunningTagwire, startTagwire } from './tagwire.ts';
import { temporaryFolder } from './tidy.ts';
import { paragraph } from './words.ts';

interface FreshSize {
  /** How many files the folder holds, one row each. */
  readonly folders: readonly number[];
  readonly changes: number;
}

const POLL_MS = 1;
const GIVE_UP_MS = 60_000;
/** Between two changes, so that they meet the program at any point of its own rounds. */
const LEAST_REST_MS = 300;
const MORE_REST_MS = 1_200;
/** After every generated article, before today. */
const FIRST_DATE = Date.UTC(2026, 0, 1);
const DAY_MS = 86_400_000;

/** From writing a new article to its tag's feed showing it over HTTP, in folders of several sizes. */
export async function benchFresh({ folders, changes }: FreshSize): Promise<Table> {
  const rows: string[][] = [];
  let first: number | undefined;
  for (const files of folders) {
    const tookMs = await measureFolder(files, changes);
    const { median, least, most } = summarise(tookMs);
    first ??= median;
    rows.push([
      `${files.toLocaleString('en')} files`,
      figure(median),
      figure(least),
      figure(most),
      figure(median / first),
    ]);
  }
  return {
    title: "fresh: from writing a new article's file to its tag's feed showing it",
    columns: ['folder', 'median ms', 'least ms', 'worst ms', '× the smallest folder'],
    rows,
    notes: [
      `${changes} new files, one after another; the feed is asked for over HTTP every ${POLL_MS} ms with If-None-Match.`,
      'The file system events, the gathering of several events into one look, reading, storing and rendering are all in it.',
    ],
  };
}

async function measureFolder(files: number, changes: number): Promise<readonly number[]> {
  using content = temporaryFolder();
  using data = temporaryFolder();
  writeCorpus(content.path, files);
  await using tagwire = await startTagwire(content.path, data.path);
  return await measureFresh(content.path, tagwire, changes);
}

/** Milliseconds from writing each of some new articles into a served folder to its tag's feed showing it. */
export async function measureFresh(
  folder: string,
  tagwire: RunningTagwire,
  changes: number,
): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const random = randomFrom(changes);
  const tookMs: number[] = [];
  try {
    for (let change = 0; change < changes; change += 1) {
      await pause(LEAST_REST_MS + random.below(MORE_REST_MS));
      const measuring = measureChange(folder, tagwire, agent, random, change);
      tookMs.push(await Promise.race([measuring, tagwire.failed]));
    }
  } finally {
    agent.destroy();
  }
  return tookMs;
}

async function measureChange(
  folder: string,
  { baseUrl }: RunningTagwire,
  agent: Agent,
  random: Random,
  change: number,
): Promise<number> {
  const url = `${baseUrl}tags/${mostUsedTag().toLowerCase().replaceAll(' ', '-')}.rss`;
  const before = await ask(agent, url, undefined);
  if (before.status !== 200) throw new Error(`${url} answers ${before.status}`);
  const title = `New article number ${change}`;
  const date = new Date(FIRST_DATE + change * DAY_MS).toISOString();
  const matter = `---\ntitle: ${title}\ndate: ${date}\ntags: [${mostUsedTag()}]\n---\n`;
  const written = performance.now();
  writeFileSync(join(folder, `new-article-${change}.md`), `${matter}\n${paragraph(random)}\n`);
  while (performance.now() - written < GIVE_UP_MS) {
    const answer = await ask(agent, url, before.etag);
    if (answer.status === 200 && answer.text.includes(title)) return performance.now() - written;
    if (answer.status !== 304 && answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
    await pause(POLL_MS);
  }
  throw new Error(`${url} did not show a new article within ${GIVE_UP_MS / 1000} seconds`);
}

interface Asked {
  readonly status: number;
  readonly etag: string | undefined;
  readonly text: string;
}

/** Asks on the one connection of the agent. */
function ask(agent: Agent, url: string, etag: string | undefined): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const fields = etag === undefined ? {} : { 'If-None-Match': etag };
    get(url, { agent, headers: fields }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          etag: response.headers.etag,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    }).on('error', reject);
  });
}
