import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Ingested, ingest } from '../../../src/content/folder/ingest.ts';
import type { Instant } from '../../../src/model/instant.ts';
import { ALL } from '../../../src/model/selection.ts';
import type { Slug } from '../../../src/model/slug.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { toInstant } from '../../../src/time/instant.ts';
import { seededRandom } from '../../model/seeded-random.ts';
import { SETTINGS } from '../article-settings.ts';
import { asOrdinaryUser } from '../ordinary-user.ts';
import { temporaryFolder, writeTo } from '../temporary-folder.ts';

function instantOf(text: string): Instant {
  const instant = toInstant(Date.parse(text));
  if (instant === undefined) throw new RangeError(text);
  return instant;
}

const NOW = instantOf('2026-01-01T00:00:00Z');

interface Fields {
  readonly id?: string;
  readonly tags?: string;
  readonly date?: string;
  readonly draft?: boolean;
}

const article = (title: string, { id, tags = 'tides', date = '2021-01-20', draft }: Fields = {}): string =>
  `---\ntitle: ${title}\ndate: ${date}\ntags: [${tags}]\n${id === undefined ? '' : `id: ${id}\n`}${draft === true ? 'draft: true\n' : ''}---\nText.\n`;

interface House {
  readonly folder: string;
  readonly store: Store;
  readonly run: () => Promise<Ingested>;
}

function houseOf(files: Readonly<Record<string, string | Uint8Array>> = {}): House {
  const folder = temporaryFolder(files);
  const store = openStore(':memory:');
  onTestFinished(() => store.close());
  return { folder, store, run: () => ingest({ folder, store, settings: SETTINGS, now: () => NOW }) };
}

/** What is published, as `path: title`, in the order of the paths. */
async function published(store: Store): Promise<readonly string[]> {
  const feed = await store.readFeed(ALL, 1_000);
  return (feed?.articles ?? []).map(({ source, title }) => `${source}: ${title}`).sort();
}

/** Problems as `path:line severity`. */
const told = ({ problems }: Ingested): readonly string[] =>
  problems.map(({ path, line, severity }) => `${path}:${line ?? '-'} ${severity}`);

describe('the folder becomes what is published', () => {
  test('everything is read at first, and nothing the second time', async () => {
    const { run, store } = houseOf({ 'a.md': article('A'), 'x/b.md': article('B'), 'c.png': 'no article' });
    expect(await run()).toEqual({ files: 2, read: 2, removed: 0, problems: [] });
    expect(await published(store)).toEqual(['a.md: A', 'x/b.md: B']);
    expect(await run()).toEqual({ files: 2, read: 0, removed: 0, problems: [] });
  });

  test('of some paths only these are looked at: new, changed, moved, gone, and what is no article', async () => {
    const { run, store, folder } = houseOf({ 'a.md': article('A'), 'b.md': article('B'), 'x/c.md': article('C') });
    await run();
    const look = (...paths: readonly string[]) => ingest({ folder, store, settings: SETTINGS, now: () => NOW, paths });
    writeTo(folder, 'a.md', article('A, again'));
    writeTo(folder, 'b.md', article('B, again'));
    writeTo(folder, 'x/d.md', article('D'));
    expect(await look('a.md', 'x/d.md', 'never.md')).toEqual({ files: 2, read: 2, removed: 0, problems: [] });
    expect(await published(store)).toEqual(['a.md: A, again', 'b.md: B', 'x/c.md: C', 'x/d.md: D']);
    renameSync(join(folder, 'x/c.md'), join(folder, 'e.md'));
    rmSync(join(folder, 'a.md'));
    expect(await look('a.md', 'x/c.md', 'e.md')).toEqual({ files: 1, read: 1, removed: 2, problems: [] });
    expect(await published(store)).toEqual(['b.md: B', 'e.md: C', 'x/d.md: D']);
    expect(await look()).toEqual({ files: 0, read: 0, removed: 0, problems: [] });
    expect(await run()).toMatchObject({ read: 1, removed: 0 });
    expect(await published(store)).toEqual(['b.md: B, again', 'e.md: C', 'x/d.md: D']);
  });

  test('an empty folder is no fault', async () => {
    expect(await houseOf().run()).toEqual({ files: 0, read: 0, removed: 0, problems: [] });
  });

  test('a folder that is gone is thrown, and what was published stays', async () => {
    const { run, store, folder } = houseOf({ 'a.md': article('A') });
    await run();
    rmSync(folder, { recursive: true });
    await expect(run()).rejects.toThrow('ENOENT');
    expect(await published(store)).toEqual(['a.md: A']);
  });

  test('a new file, a changed file and a removed one', async () => {
    const { run, store, folder } = houseOf({ 'a.md': article('A'), 'b.md': article('B') });
    await run();
    writeTo(folder, 'a.md', article('A, mended'));
    writeTo(folder, 'c.md', article('C'));
    rmSync(join(folder, 'b.md'));
    expect(await run()).toMatchObject({ files: 2, read: 2, removed: 1, problems: [] });
    expect(await published(store)).toEqual(['a.md: A, mended', 'c.md: C']);
  });

  test('a file that was only touched changes nothing', async () => {
    const { run, store, folder } = houseOf({ 'a.md': article('A') });
    await run();
    let changes = 0;
    store.onChange(() => {
      changes += 1;
    });
    utimesSync(join(folder, 'a.md'), 1, 1);
    expect(await run()).toMatchObject({ read: 1 });
    expect(await run()).toMatchObject({ read: 0 });
    expect(changes).toBe(0);
  });

  test('a file that becomes a draft is withdrawn, and comes back', async () => {
    const { run, store, folder } = houseOf({ 'a.md': article('A') });
    await run();
    writeTo(folder, 'a.md', article('A', { draft: true }));
    await run();
    expect(await published(store)).toEqual([]);
    writeTo(folder, 'a.md', article('A'));
    await run();
    expect(await published(store)).toEqual(['a.md: A']);
  });

  test('an article of the future waits for its time', async () => {
    const { run, store } = houseOf({ 'a.md': article('A', { date: '2026-01-02' }), 'b.md': article('B') });
    await run();
    expect(await published(store)).toEqual(['b.md: B']);
    const due = (await store.nextDue()) ?? NOW;
    expect(new Date(due).toISOString()).toBe('2026-01-02T11:00:00.000Z');
    await store.publishDue(due);
    expect(await published(store)).toEqual(['a.md: A', 'b.md: B']);
  });
});

describe('a bad file stops nothing', () => {
  const BAD = {
    'bad.md': '---\ntitle: a: b\n---\n',
    'binary.txt': new Uint8Array([0, 1]),
    'empty.md': '',
    'undated.md': '# T\n',
  };

  test('the good ones beside it are published', async () => {
    const { run, store } = houseOf({ ...BAD, 'a.md': article('A'), 'z.md': article('Z') });
    const answer = await run();
    expect(told(answer)).toEqual(['bad.md:2 error', 'binary.txt:1 error', 'empty.md:1 error', 'undated.md:1 error']);
    expect(answer).toMatchObject({ files: 6, read: 6 });
    expect(await published(store)).toEqual(['a.md: A', 'z.md: Z']);
    expect((await store.readProblems()).map(({ path }) => path)).toEqual(Object.keys(BAD));
  });

  test('the last good version stays until there is a better one', async () => {
    const { run, store, folder } = houseOf({ 'a.md': article('A'), 'b.md': article('B') });
    await run();
    for (const contents of Object.values(BAD)) {
      writeTo(folder, 'a.md', contents);
      await run();
      expect(await published(store)).toEqual(['a.md: A', 'b.md: B']);
    }
    writeTo(folder, 'a.md', article('A, mended'));
    expect(told(await run())).toEqual([]);
    expect(await published(store)).toEqual(['a.md: A, mended', 'b.md: B']);
    expect(await store.readProblems()).toEqual([]);
  });

  test('a file that went bad and back again is as it was', async () => {
    const { run, store, folder } = houseOf({ 'a.md': article('A') });
    await run();
    writeTo(folder, 'a.md', '');
    await run();
    writeTo(folder, 'a.md', article('A'));
    expect(told(await run())).toEqual([]);
    expect(await store.readProblems()).toEqual([]);
    expect(await published(store)).toEqual(['a.md: A']);
  });

  test('a bad file that is removed takes its last good version along', async () => {
    const { run, store, folder } = houseOf({ 'a.md': article('A') });
    await run();
    writeTo(folder, 'a.md', '');
    await run();
    rmSync(join(folder, 'a.md'));
    await run();
    expect(await published(store)).toEqual([]);
  });

  test('what stands in a folder that can no longer be read stays published', async () => {
    const { run, store, folder } = houseOf({ 'a.md': article('A'), 'x/b.md': article('B'), 'x/y/c.md': article('C') });
    await run();
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'x'), 0);
    // The folder is looked through before the first pause.
    const answer = await asOrdinaryUser(run);
    chmodSync(join(folder, 'x'), 0o755);
    expect(answer).toMatchObject({ removed: 0, problems: [{ path: 'x/', severity: 'error' }] });
    expect(await published(store)).toEqual(['a.md: A', 'x/b.md: B', 'x/y/c.md: C']);
  });

  test('a file that became a link to elsewhere stays as it was', async () => {
    const { run, store, folder } = houseOf({ 'a.md': article('A') });
    await run();
    rmSync(join(folder, 'a.md'));
    symlinkSync('/etc/hostname', join(folder, 'a.md'));
    expect(told(await run())).toEqual(['a.md:- error']);
    expect(await published(store)).toEqual(['a.md: A']);
  });

  test('a folder that is removed takes its articles along', async () => {
    const { run, store, folder } = houseOf({ 'a.md': article('A'), 'x/b.md': article('B'), 'xy/c.md': article('C') });
    await run();
    rmSync(join(folder, 'x'), { recursive: true });
    expect(await run()).toMatchObject({ removed: 1 });
    expect(await published(store)).toEqual(['a.md: A', 'xy/c.md: C']);
  });
});

describe('ids', () => {
  const SAME = { id: 'tag:x.example,2026:one' };
  const slugs = async (store: Store): Promise<readonly string[]> =>
    ((await store.readFeed(ALL, 1_000))?.articles ?? []).map(({ id, slug }) => `${id} ${slug}`);

  test('a renamed file with a given id stays one article', async () => {
    const { run, store, folder } = houseOf({ 'a.md': article('A', SAME) });
    await run();
    renameSync(join(folder, 'a.md'), join(folder, 'b.md'));
    expect(await run()).toMatchObject({ files: 1, read: 1, removed: 1, problems: [] });
    expect(await published(store)).toEqual(['b.md: A']);
    expect(await slugs(store)).toEqual(['tag:x.example,2026:one b']);
  });

  test('a renamed file with a given id is never gone, however many others changed', async () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`m${index}.md`, article(`M${index}`)]));
    const { run, store, folder } = houseOf({ ...many, 'a.md': article('A', SAME) });
    await run();
    for (const path of Object.keys(many)) writeTo(folder, path, article(`${path}, mended`));
    renameSync(join(folder, 'a.md'), join(folder, 'z.md'));
    const counts: Promise<number>[] = [];
    const onProgress = (): void => void counts.push(store.countArticles());
    await ingest({ folder, store, settings: SETTINGS, now: () => NOW, onProgress });
    expect(new Set(await Promise.all(counts))).toEqual(new Set([251]));
  });

  test('a renamed file without one is the same article at another address', async () => {
    const { run, store, folder } = houseOf({ 'a.md': article('A') });
    await run();
    mkdirSync(join(folder, 'x'));
    renameSync(join(folder, 'a.md'), join(folder, 'x/a.md'));
    await run();
    expect(await slugs(store)).toEqual(['tag:s.example,2026:a.md x-a']);
  });

  test('of two files with one id the first by path is published and the other is told', async () => {
    const { run, store } = houseOf({ 'b.md': article('B', SAME), 'a.md': article('A', SAME) });
    const answer = await run();
    expect(told(answer)).toEqual(['b.md:- error']);
    expect(answer.problems[0]?.message).toBe(
      'the id "tag:x.example,2026:one" is taken by a.md; give each article an id of its own',
    );
    expect(await published(store)).toEqual(['a.md: A']);
  });

  test('the older of two keeps the id, whatever its name', async () => {
    const { run, store, folder } = houseOf({ 'b.md': article('B', SAME) });
    await run();
    writeTo(folder, 'a.md', article('A', SAME));
    expect(told(await run())).toEqual(['a.md:- error']);
    expect(await published(store)).toEqual(['b.md: B']);
  });

  test.each<[string, (folder: string) => void]>([
    ['the holder is removed', (folder) => rmSync(join(folder, 'a.md'))],
    ['the holder becomes a draft', (folder) => writeTo(folder, 'a.md', article('A', { ...SAME, draft: true }))],
    [
      'the holder takes another id',
      (folder) => writeTo(folder, 'a.md', article('A', { id: 'tag:x.example,2026:two' })),
    ],
  ])('a file that waited for an id is published at once when %s', async (_name, change) => {
    const { run, store, folder } = houseOf({ 'a.md': article('A', SAME), 'b.md': article('B', SAME) });
    await run();
    change(folder);
    await run();
    expect((await published(store)).at(-1)).toBe('b.md: B');
    expect(await store.readProblems()).toEqual([]);
  });
});

describe('the order of events does not matter', () => {
  const FILES = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `${index % 3}/${index}.md`,
      article(`T${index}`, {
        date: `2021-01-${String((index % 4) + 10)}`,
        tags: index % 2 === 0 ? 'Tides, tides, bees' : 'TIDES, lamps',
      }),
    ]),
  );

  async function whole(store: Store): Promise<object> {
    const feed = await store.readFeed(ALL, 1_000);
    return { articles: feed?.articles, terms: await store.readTerms('tag') };
  }

  test('the same files give the same articles, come they at once or one by one', async () => {
    const atOnce = houseOf(FILES);
    await atOnce.run();
    const random = seededRandom(42);
    for (let round = 0; round < 3; round += 1) {
      const house = houseOf({ 'old.md': article('Old') });
      await house.run();
      for (const [path, contents] of random.shuffle(Object.entries(FILES))) {
        writeTo(house.folder, path, contents);
        if (random.below(2) === 0) await house.run();
      }
      rmSync(join(house.folder, 'old.md'));
      await house.run();
      expect(await whole(house.store)).toEqual(await whole(atOnce.store));
    }
  });

  test('an article is found by the address of its path', async () => {
    const { run, store } = houseOf(FILES);
    await run();
    expect((await store.readArticle('0-9' as Slug))?.title).toBe('T9');
  });
});

describe('progress is told', () => {
  test('after each batch of many files', async () => {
    const folder = temporaryFolder(
      Object.fromEntries(Array.from({ length: 450 }, (_, index) => [`${index}.md`, article(`T${index}`)])),
    );
    const store = openStore(':memory:');
    onTestFinished(() => store.close());
    const seen: string[] = [];
    await ingest({
      folder,
      store,
      settings: SETTINGS,
      now: () => NOW,
      onProgress: (done, total) => seen.push(`${done}/${total}`),
    });
    expect(seen).toEqual(['200/450', '400/450', '450/450']);
    expect(await store.countArticles()).toBe(450);
  });

  test('removals alone are no files to read', async () => {
    const { folder, store, run } = houseOf({ 'a.md': article('A') });
    await run();
    rmSync(join(folder, 'a.md'));
    const seen: string[] = [];
    await ingest({
      folder,
      store,
      settings: SETTINGS,
      now: () => NOW,
      onProgress: (done, total) => seen.push(`${done}/${total}`),
    });
    expect(seen).toEqual(['0/0']);
  });
});

describe('an update is an edit that can be read', () => {
  const LATER = instantOf('2026-01-02T03:04:05.678Z');
  const TEXT =
    '---\ntitle: Low water\ndate: 2021-01-20T08:00:00Z\ntags: [tides, ropes]\n---\nThe *tide* is\nout.\n\nBoats lie.\n';
  const PUBLISHED = '2021-01-20T08:00:00.000Z';
  const SEEN = '2026-01-02T03:04:05.000Z';

  test.each<[string, string, string]>([
    ['a touch', TEXT, PUBLISHED],
    ['line ends of Windows', TEXT.replaceAll('\n', '\r\n'), PUBLISHED],
    ['a byte order mark', `\ufeff${TEXT}`, PUBLISHED],
    [
      'white space and line breaks',
      TEXT.replace('The', ' The').replace('is\nout', 'is   out').replace('\n\nB', '\n\n\nB'),
      PUBLISHED,
    ],
    [
      'another order of the front matter',
      TEXT.replace('title: Low water\n', '').replace('---\nThe', 'title: "Low water"\n---\nThe'),
      PUBLISHED,
    ],
    ['another order of the tags', TEXT.replace('tides, ropes', 'ropes, tides'), PUBLISHED],
    ['a summary and an author', TEXT.replace('tags', 'author: Ada\nsummary: Boats.\ntags'), PUBLISHED],
    ['a minor edit', TEXT.replace('lie', 'lie still').replace('tags', 'minor: true\ntags'), PUBLISHED],
    ['a word of the title', TEXT.replace('Low', 'High'), SEEN],
    ['a word of the body', TEXT.replace('lie', 'lie still'), SEEN],
    ['a word that becomes important', TEXT.replace('Boats', '*Boats*'), SEEN],
    ['a tag', TEXT.replace('ropes', 'quays'), SEEN],
    ['a link', TEXT.replace('*tide*', '[tide](https://x.example/)'), SEEN],
    [
      'the address of the original',
      TEXT.replace('tags', 'id: tag:s.example,2026:a.md\nurl: https://x.example/a\ntags'),
      SEEN,
    ],
    ['an edit that is not minor', TEXT.replace('lie', 'lie still').replace('tags', 'minor: no\ntags'), SEEN],
    [
      'an edit with a stamp',
      TEXT.replace('lie', 'lie still').replace('tags', 'updated: 2021-02-01T00:00:00Z\ntags'),
      '2021-02-01T00:00:00.000Z',
    ],
    ['a stamp alone', TEXT.replace('tags', 'updated: 2021-02-01T00:00:00Z\ntags'), '2021-02-01T00:00:00.000Z'],
    [
      'an edit with a stamp that says too little',
      TEXT.replace('lie', 'lie still').replace('tags', 'updated: 2020-02-01T00:00:00Z\ntags'),
      SEEN,
    ],
  ])('%s', async (_name, text, expected) => {
    const { run, store, folder } = houseOf({ 'a.md': TEXT });
    await run();
    writeTo(folder, 'a.md', text);
    utimesSync(join(folder, 'a.md'), 1, 1);
    await ingest({ folder, store, settings: SETTINGS, now: () => LATER });
    const feed = await store.readFeed(ALL, 2);
    expect(feed?.articles.map(({ updatedAt }) => new Date(updatedAt).toISOString())).toEqual([expected]);
  });
});
