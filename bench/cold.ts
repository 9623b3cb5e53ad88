import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ingest } from '../src/content/folder/ingest.ts';
import { EncodedBodies } from '../src/feeds/encodings.ts';
import { Pieces } from '../src/feeds/pieces.ts';
import { Publisher } from '../src/feeds/publisher.ts';
import { renderFeed } from '../src/feeds/render.ts';
import { FORMATS, type Format } from '../src/model/feed-key.ts';
import type { Instant } from '../src/model/instant.ts';
import { type Selection, selectionOf } from '../src/model/selection.ts';
import type { Site } from '../src/model/site.ts';
import { openStore } from '../src/store/open.ts';
import type { Store } from '../src/store/store.ts';
import { toInstant } from '../src/time/instant.ts';
import { writeCorpus } from './corpus.ts';
import { ratios, summarise } from './statistics.ts';
import { figure, type Table, withSpread } from './table.ts';
import { temporaryFolder } from './tidy.ts';

interface ColdSize {
  readonly files: number;
  readonly rounds: number;
}

const SITE: Site = {
  title: 'Bench',
  description: '',
  language: 'en',
  baseUrl: 'http://localhost:3000/',
  idAuthority: 'localhost,2026',
  maxAgeSeconds: 900,
};
const ITEMS = 30;
const LIMITS = { items: ITEMS, bytes: 500_000 };
const MUCH = 1_000_000_000;

/**
 * A feed that nobody asked for yet, in gzip, of articles that other feeds have shown: the processor time of all threads,
 * against rendering the feed as a whole with the `feed` package and compressing it.
 */
export async function benchCold({ files, rounds }: ColdSize): Promise<Table> {
  using content = temporaryFolder();
  using data = temporaryFolder();
  writeCorpus(content.path, files);
  const store = openStore(join(data.path, 'bench.sqlite'));
  try {
    await ingest({ folder: content.path, store, settings: { zone: 'UTC', site: SITE }, now });
    const terms = (await store.readTerms('tag')).filter(({ count }) => count >= ITEMS);
    const selections = terms.map((term) => selectionOf(term));
    const rows: string[][] = [];
    for (const format of FORMATS) rows.push(await rowOf(store, selections, format, rounds));
    return {
      title: `cold: a feed that nobody asked for yet, in gzip, of ${ITEMS} articles that other feeds have shown`,
      columns: ['format', 'processor time to feed + gzip', 'µs', 'feed + gzip µs', 'KB', 'KB joined', 'KB gzip'],
      rows,
      notes: [
        `${selections.length} tags of ${files.toLocaleString('en')} articles, each with ${ITEMS} or more; medians of ${rounds} rounds by turns.`,
        'Ours: marks read from the database, the feed copied together, its ETag, its gzip joined. Theirs: the same articles, already read, rendered and compressed.',
        'Processor time of all threads, user and system. Lower is better; 0.1 is the goal.',
      ],
    };
  } finally {
    store.close();
  }
}

function now(): Instant {
  const instant = toInstant(Date.now());
  if (instant === undefined) throw new Error('the clock of this machine stands outside of all dates');
  return instant;
}

function microseconds(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

async function rowOf(
  store: Store,
  selections: readonly Selection[],
  format: Format,
  rounds: number,
): Promise<string[]> {
  const pieces = new Pieces(SITE, MUCH);
  const sizes = { plain: 0, joined: 0, whole: 0 };
  const ours = async (): Promise<number> => {
    const publisher = new Publisher({
      site: SITE,
      store,
      pieces,
      items: ITEMS,
      documentBytes: LIMITS.bytes,
      maxBytes: MUCH,
    });
    const bodies = new EncodedBodies(MUCH, { joiner: pieces });
    Object.assign(sizes, { plain: 0, joined: 0 });
    const begun = microseconds();
    for (const selection of selections) {
      const snapshot = await publisher.snapshot({ selection, format });
      if (snapshot === undefined) throw new Error('a tag is unknown');
      const joined = await bodies.encode(snapshot, bodies.formFor(snapshot, 'gzip'));
      sizes.plain += snapshot.body.byteLength;
      sizes.joined += joined.byteLength;
    }
    return (microseconds() - begun) / selections.length;
  };
  const heads = await Promise.all(selections.map((selection) => store.readHead(selection, LIMITS)));
  const theirs = (): number => {
    sizes.whole = 0;
    const begun = microseconds();
    for (const [place, selection] of selections.entries()) {
      const head = heads[place];
      if (head === undefined) throw new Error('a tag is unknown');
      const text = renderFeed(SITE, { selection, format }, { ...head, neighbours: head });
      sizes.whole += gzipSync(text).byteLength;
    }
    return (microseconds() - begun) / selections.length;
  };
  // Pieces are made and deflated, and everything compiled.
  for (let turn = 0; turn < 3; turn += 1) await ours();
  theirs();
  const times: { readonly ours: number; readonly theirs: number }[] = [];
  for (let round = 0; round < rounds; round += 1) times.push({ ours: await ours(), theirs: theirs() });
  const [mine, other] = [times.map((time) => time.ours), times.map((time) => time.theirs)];
  const kilobytes = (sum: number): string => figure(sum / selections.length / 1000);
  return [
    format,
    withSpread(ratios(mine, other)),
    figure(summarise(mine).median),
    figure(summarise(other).median),
    kilobytes(sizes.plain),
    kilobytes(sizes.joined),
    kilobytes(sizes.whole),
  ];
}
