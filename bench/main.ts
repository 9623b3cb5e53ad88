import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchArchive } from './archive.ts';
import { benchCold } from './cold.ts';
import { benchFresh } from './fresh.ts';
import { benchHttp } from './http.ts';
import { benchIngest } from './ingest.ts';
import { machineLine } from './machine.ts';
import { benchPush } from './push.ts';
import { asMarkdown, asText, type Table } from './table.ts';
import { tidyAtExit } from './tidy.ts';

interface Wishes {
  /** Tiny sizes: shows that the bench works, its figures mean little. */
  readonly quick: boolean;
  readonly markdown: boolean;
  readonly ownClient: boolean;
  /** Draws the growth curve anew. */
  readonly save: boolean;
  readonly print: (text: string) => void;
  readonly show: (table: Table) => void;
}

/** Shown by README.md beside it. */
const PICTURE = new URL('./growth.svg', import.meta.url);

/** Every part by its name, in the order in which they run. */
const PARTS: Readonly<Record<string, (wishes: Wishes) => Promise<void>>> = {
  http: async ({ quick, ownClient, show }) =>
    show(await benchHttp({ rounds: quick ? 2 : 7, seconds: quick ? 1 : 2, ownClient })),
  ingest: async ({ quick, show }) => {
    for (const table of await benchIngest(quick ? { files: 400, rounds: 2 } : { files: 10_000, rounds: 3 }))
      show(table);
  },
  fresh: async ({ quick, show }) =>
    show(await benchFresh(quick ? { folders: [50, 200], changes: 3 } : { folders: [1_000, 10_000], changes: 10 })),
  push: async ({ quick, show }) => {
    for (const table of await benchPush(quick ? { subscribers: 300, rounds: 2 } : { subscribers: 5_000, rounds: 5 }))
      show(table);
  },
  cold: async ({ quick, show }) =>
    show(await benchCold(quick ? { files: 600, rounds: 3 } : { files: 2_000, rounds: 9 })),
  archive: async ({ quick, save, show }) => {
    const size = quick
      ? { folders: [200, 1_000], hugoFiles: 100, changes: 3, seconds: 1, randomRequests: 20_000 }
      : { folders: [1_000, 10_000, 100_000], hugoFiles: 10_000, changes: 10, seconds: 10, randomRequests: 1_000_000 };
    const { tables, growth } = await benchArchive(size);
    for (const table of tables) show(table);
    if (!save) return;
    // The library that draws is loaded only for this.
    const { growthPicture } = await import('./growth.ts');
    writeFileSync(PICTURE, growthPicture(growth));
  },
  time: async ({ print, markdown }) => {
    // Loaded only when asked for: it brings the tables of the tests and another program's grammar with it.
    const { benchTime } = await import('./time.ts');
    print(markdown ? '### time: timestamps read right\n\n```' : 'time: timestamps read right\n');
    benchTime(print);
    print(markdown ? '```\n' : '');
  },
  pages: async ({ print, markdown }) => {
    // It brings the corpus of the tests with it.
    const { benchPages } = await import('./pages.ts');
    print(markdown ? '### pages: page text read right\n\n```' : 'pages: page text read right\n');
    benchPages(print);
    print(markdown ? '```\n' : '');
  },
};

/** Asked for by name only: it measures what is read, not how fast the machine is. */
const ONLY_BY_NAME: ReadonlySet<string> = new Set(['time', 'pages']);

const USAGE = `npm run bench [-- [part …] [--quick] [--markdown] [--own-client] [--save]]; parts: ${Object.keys(PARTS).join(', ')}`;

function readWishes(): Wishes & { readonly parts: readonly string[] } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      'own-client': { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined) throw new TypeError(`"${unknown}" is no part of the bench`);
  const print = (text: string): void => void process.stdout.write(`${text}\n`);
  return {
    quick: values.quick,
    markdown: values.markdown,
    ownClient: values['own-client'],
    save: values.save,
    print,
    show: (table) => print(values.markdown ? asMarkdown(table) : asText(table)),
    parts: positionals.length > 0 ? positionals : Object.keys(PARTS).filter((name) => !ONLY_BY_NAME.has(name)),
  };
}

async function main(): Promise<void> {
  tidyAtExit();
  let wishes: ReturnType<typeof readWishes>;
  try {
    wishes = readWishes();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`bench: ${error.message}; ${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  wishes.print(`${machineLine()}${wishes.quick ? '\nQuick sizes: the figures mean little.' : ''}\n`);
  for (const name of wishes.parts) {
    process.stderr.write(`bench: measuring ${name} …\n`);
    const begun = performance.now();
    await PARTS[name]?.(wishes);
    process.stderr.write(`bench: ${name} took ${Math.round((performance.now() - begun) / 1000)} s\n`);
  }
}

await main();
