import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../src/content/decode/decode.ts';
import { FarReader } from '../src/content/folder/far-reader.ts';
import { ingest } from '../src/content/folder/ingest.ts';
import { formOf } from '../src/content/forms.ts';
import { sanitise } from '../src/content/sanitise.ts';
import { type ArticleSettings, toArticle } from '../src/content/to-article.ts';
import type { Instant } from '../src/model/instant.ts';
import { openStore } from '../src/store/open.ts';
import type { Store } from '../src/store/store.ts';
import { toInstant } from '../src/time/instant.ts';
import { tell } from './parent.ts';

const BASE_URL = 'http://localhost:3000/';
const SETTINGS: ArticleSettings = { zone: 'UTC', site: { baseUrl: BASE_URL, idAuthority: 'localhost,2026' } };

/** The bench is told milliseconds by name; what is not measured in a run is left out. */
type Measured = Readonly<Record<string, number>>;

function now(): Instant {
  const instant = toInstant(Date.now());
  if (instant === undefined) throw new Error('the clock of this machine stands outside of all dates');
  return instant;
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Lists the folder and asks for the size and times of each file: the least that tells that nothing has changed. */
function statAll(folder: string): Measured {
  const start = performance.now();
  let bytes = 0;
  for (const path of filesIn(folder)) bytes += statSync(path).size;
  return { totalMs: performance.now() - start, bytes };
}

/** Lists the folder and reads each file: the least that knows what stands in them. */
function readAll(folder: string): Measured {
  const start = performance.now();
  let bytes = 0;
  for (const path of filesIn(folder)) bytes += readFileSync(path).length;
  return { totalMs: performance.now() - start, bytes };
}

/** Reads the folder into a database, as the program does: everything on a cold start, what has changed on a warm one. */
async function ingestAll(folder: string, database: string): Promise<Measured> {
  const start = performance.now();
  const opened = openStore(database);
  let storeMs = 0;
  const store: Store = {
    ...opened,
    applyChanges: async (...given) => {
      const begun = performance.now();
      const applied = await opened.applyChanges(...given);
      storeMs += performance.now() - begun;
      return applied;
    },
  };
  const farReader = new FarReader({ folder, database, settings: SETTINGS });
  let longestBatchMs = 0;
  let batchBegun = performance.now();
  const onProgress = (): void => {
    longestBatchMs = Math.max(longestBatchMs, performance.now() - batchBegun);
    batchBegun = performance.now();
  };
  const done = await ingest({ folder, store, settings: SETTINGS, now, onProgress, farReader });
  await farReader.rest();
  opened.close();
  const totalMs = performance.now() - start;
  const errors = done.problems.filter(({ severity }) => severity === 'error').length;
  return { totalMs, storeMs, longestBatchMs, files: done.files, read: done.read, errors };
}

/** Does what a cold start does with each file, one step after the other, a clock around each. */
function steps(folder: string): Measured {
  const spent = { readMs: 0, parseMs: 0, sanitiseMs: 0, articleMs: 0 };
  const timed = <Result>(step: keyof typeof spent, work: () => Result): Result => {
    const begun = performance.now();
    const result = work();
    spent[step] += performance.now() - begun;
    return result;
  };
  for (const path of filesIn(folder)) {
    const bytes = timed('readMs', () => {
      const read = readFileSync(path);
      createHash('sha256').update(read).digest('hex');
      return read;
    });
    const drafts = timed('parseMs', () => {
      const text = decodeText(bytes);
      const findings = [...(formOf(path, text)?.read({ path, text }) ?? [])];
      return findings.flatMap((found) => (found.kind === 'article' ? found.draft : []));
    });
    if (drafts.length === 0) throw new Error(`no reader is for ${path}`);
    for (const draft of drafts) {
      timed('sanitiseMs', () => sanitise(draft.html, BASE_URL));
      timed('articleMs', () => toArticle(draft, path.slice(folder.length + 1), SETTINGS));
    }
  }
  // Making the article sanitises, too; what is left is times, terms and addresses.
  return { ...spent, articleMs: Math.max(0, spent.articleMs - spent.sanitiseMs) };
}

const [task = '', folder = '', database = ''] = process.argv.slice(2);
const TASKS: Readonly<Record<string, () => Measured | Promise<Measured>>> = {
  stat: () => statAll(folder),
  read: () => readAll(folder),
  ingest: () => ingestAll(folder, database),
  steps: () => steps(folder),
};
const measured = await TASKS[task]?.();
if (measured === undefined) throw new Error(`"${task}" is no task; known are ${Object.keys(TASKS).join(', ')}`);
await tell({ ...measured, peakMegabytes: process.resourceUsage().maxRSS / 1024 });
process.disconnect();
