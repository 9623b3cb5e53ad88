import { describe, expect, test } from 'vitest';
import { readParameters } from '../../src/feeds/parameters.ts';
import { Variants } from '../../src/feeds/variants.ts';
import type { Article } from '../../src/model/article.ts';
import type { Instant } from '../../src/model/instant.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { SITE } from '../http/served-site.ts';
import { at, made, NOW, read, readAll, removed, selectionIn } from '../store/made-articles.ts';

interface Bench {
  readonly store: Store;
  readonly variants: Variants;
  /** How many articles each look into the store asked for. */
  readonly windows: number[];
  clock: Instant;
  onRead: () => void;
  ask(query: string, selection?: string): Promise<Snapshot | undefined>;
  /** The titles that a feed shows, without their first word. */
  shown(query: string, selection?: string): Promise<readonly string[]>;
}

async function benchWith(articles: readonly Article[], maxBytes = 1_000_000): Promise<Bench> {
  const store = openStore(':memory:');
  const windows: number[] = [];
  const variants = new Variants({
    site: SITE,
    store: {
      readFeed: (selection, limit) => {
        windows.push(limit);
        bench.onRead();
        return store.readFeed(selection, limit);
      },
    },
    items: 3,
    maxBytes,
    now: () => bench.clock,
  });
  store.onChange(() => variants.forget());
  await store.applyChanges(readAll(...articles), NOW);
  const bench: Bench = {
    store,
    variants,
    windows,
    clock: at('2026-05-01T13:00:00Z'),
    onRead: () => undefined,
    ask: (query, selection = '*') =>
      variants.snapshot({ selection: selectionIn(selection), format: 'json' }, readParameters(query)),
    shown: async (query, selection) => {
      const body = Buffer.from((await bench.ask(query, selection))?.body ?? []).toString();
      return [...body.matchAll(/"title": "About ([^"]*)"/g)].map(([, name]) => name ?? '');
    },
  };
  return bench;
}

/** `count` articles, one each minute until noon, the newest first. */
const row = (count: number): readonly Article[] =>
  Array.from({ length: count }, (_, index) =>
    made(`n${index}`, { tags: ['All'], on: new Date(at('2026-05-01T12:00:00Z') - index * 60_000).toISOString() }),
  );

describe('what feeds with parameters show', () => {
  test.each([
    ['limit makes a feed shorter', '?limit=2', ['n0', 'n1']],
    ['limit makes a feed longer', '?limit=5', ['n0', 'n1', 'n2', 'n3', 'n4']],
    ['without limit it is as long as a plain one', '?brief=100', ['n0', 'n1', 'n2']],
    ['a filter goes on until the feed is full', '?filter_title=[789]$', ['n7', 'n8', 'n9']],
    ['a filter that nothing fits', '?filter=nowhere', []],
    ['the last hour ends with its last second', '?hours=1', ['n0']],
    ['seconds are like hours', '?filter_time=3660', ['n0', 'n1']],
    ['the shorter of two times holds', '?filter_time=3660&hours=1', ['n0']],
    ['time and filter hold together', '?hours=2&filter_title=[12]$', ['n1', 'n2', 'n11']],
    ['time and limit hold together', '?hours=2&limit=1', ['n0']],
  ])('%s', async (_name, query, names) => {
    const bench = await benchWith(row(12));
    expect(await bench.shown(query)).toEqual(names);
    expect(await bench.shown(query, 'all')).toEqual(names);
  });

  test('an unknown selection is unknown with parameters, too; a known one is empty', async () => {
    const bench = await benchWith(row(2));
    expect(await bench.ask('?limit=2', 'nobody')).toBeUndefined();
    expect(await bench.shown('?hours=1', 'all,nobody')).toEqual(['n0']);
  });

  test('the address of the feed is its canonical one, and its id tells of the parameters', async () => {
    const bench = await benchWith(row(2));
    const snapshot = await bench.variants.snapshot(
      { selection: selectionIn('all'), format: 'atom' },
      readParameters('?filter=a%7Cb&limit=2'),
    );
    const text = Buffer.from(snapshot?.body ?? []).toString();
    expect(text).toContain('<id>tag:quay.example.org,2026:feed/all?limit=2&#x26;filter=a%7Cb</id>');
    expect(text).toContain(
      'rel="self" type="application/atom+xml" href="https://quay.example.org/tags/all.atom?limit=2&amp;filter=a%7Cb"',
    );
    expect(text).toContain('href="https://quay.example.org/tags/all.rss?limit=2&amp;filter=a%7Cb"');
  });
});

describe('what feeds with parameters cost', () => {
  test('without a filter no more is read than is shown', async () => {
    const bench = await benchWith(row(12));
    await bench.shown('?limit=5');
    expect(bench.windows).toEqual([6]);
  });

  test('a filter looks at a hundred articles first, and at five hundred at the most', async () => {
    const bench = await benchWith(row(520));
    await bench.shown('?filter_title=n1');
    expect(bench.windows).toEqual([100]);
    expect(await bench.shown('?filter_title=n49[89]')).toEqual(['n498', 'n499']);
    expect(bench.windows).toEqual([100, 100, 500]);
    expect(await bench.shown('?filter_title=n50')).toEqual(['n50']);
  });

  test('all of a small folder is looked at once', async () => {
    const bench = await benchWith(row(12));
    await bench.shown('?filter=nowhere');
    expect(bench.windows).toEqual([100]);
  });

  test('dear patterns shorten the window', async () => {
    const long = (name: string, on: string): Article => made(name, { on, html: `<p>${'ab '.repeat(1_700)}</p>` });
    const bench = await benchWith([
      ...Array.from({ length: 40 }, (_, index) => long(`l${index}`, `2026-05-01T11:00:${10 + index}Z`)),
      made('last', { on: '2026-04-01T08:00:00Z' }),
    ]);
    expect(await bench.shown('?filter_title=last$')).toEqual(['last']);
    expect(await bench.shown('?filter_description=last|[a-z].{180}%23')).toEqual([]);
  });

  test('others get their turn while a filter works', async () => {
    const bench = await benchWith(row(90).map((article) => ({ ...article, html: `<p>${'ab '.repeat(1_700)}</p>` })));
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    await bench.ask('?filter_description=[xyz].{10}%23');
    isDone = true;
    expect(turns).toBeGreaterThan(10);
  });

  test('the same feed is made once for all who ask at the same time', async () => {
    const bench = await benchWith(row(12));
    const snapshots = await Promise.all(Array.from({ length: 200 }, () => bench.ask('?limit=5')));
    expect(new Set(snapshots).size).toBe(1);
    expect(bench.windows).toEqual([6]);
  });

  test('who asks for too many at once is told to wait, and those before get theirs', async () => {
    const bench = await benchWith(row(12));
    const answers = await Promise.allSettled(Array.from({ length: 80 }, (_, index) => bench.ask(`?filter=x${index}`)));
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBe(30);
    expect(refused[0]).toMatchObject({ reason: { status: 503 } });
    expect(await bench.shown('?limit=1')).toEqual(['n0']);
  });

  test('memory is bounded, whatever is thought up', async () => {
    const bench = await benchWith(row(12), 50_000);
    for (let index = 0; index < 300; index += 1) await bench.ask(`?limit=5&filter=n%7C${'x'.repeat(100)}${index}`);
    expect(bench.variants.bytes).toBeGreaterThan(20_000);
    expect(bench.variants.bytes).toBeLessThanOrEqual(50_000);
  });

  test('a feed that cannot be made does not stop the next one', async () => {
    const bench = await benchWith(row(2));
    const { store, variants } = bench;
    const broken = new Variants({
      site: SITE,
      store: {
        readFeed: (selection, limit) =>
          limit === 10 ? Promise.reject(new Error('broken')) : store.readFeed(selection, limit),
      },
      items: 3,
      maxBytes: 1_000,
      now: () => bench.clock,
    });
    const key = { selection: selectionIn('*'), format: 'rss' } as const;
    await expect(broken.snapshot(key, readParameters('?limit=9'))).rejects.toThrow('broken');
    expect((await broken.snapshot(key, readParameters('?limit=2')))?.etag).toBe(
      (await variants.snapshot(key, readParameters('?limit=2')))?.etag,
    );
  });
});

describe('how long feeds with parameters are kept', () => {
  test('a minute at the most, in our memory and by their own word', async () => {
    const bench = await benchWith(row(12));
    expect(bench.variants.site.maxAgeSeconds).toBe(60);
    await bench.ask('?limit=5');
    bench.clock = at('2026-05-01T13:00:59Z');
    await bench.ask('?limit=5');
    expect(bench.windows).toEqual([6]);
    bench.clock = at('2026-05-01T13:01:00Z');
    await bench.ask('?limit=5');
    expect(bench.windows).toEqual([6, 6]);
  });

  test('until any change', async () => {
    const bench = await benchWith(row(12));
    await bench.ask('?limit=2');
    await bench.store.applyChanges([read('new.md', made('new', { on: '2026-05-01T12:30:00Z' }))], bench.clock);
    expect(await bench.shown('?limit=2')).toEqual(['new', 'n0']);
  });

  test('a change while the feed is made: it is not kept', async () => {
    const bench = await benchWith(row(12));
    bench.onRead = () => bench.variants.forget();
    await bench.ask('?limit=2');
    expect(bench.variants.bytes).toBe(0);
  });
});

describe('when feeds with parameters changed', () => {
  const changedAt = async (bench: Bench, query: string): Promise<string> =>
    new Date((await bench.ask(query))?.changedAt ?? 0).toISOString();

  test('when the selection did', async () => {
    const bench = await benchWith(row(12));
    expect(await changedAt(bench, '?limit=2')).toBe('2026-05-01T12:00:00.000Z');
  });

  test('also when an article grew too old, in the second after its last one', async () => {
    const bench = await benchWith(row(3));
    bench.clock = at('2026-05-01T12:59:30Z');
    expect(await bench.shown('?hours=1')).toEqual(['n0']);
    expect(await changedAt(bench, '?hours=1')).toBe('2026-05-01T12:59:01.000Z');
    bench.clock = at('2026-05-01T13:00:31Z');
    expect(await bench.shown('?hours=1')).toEqual([]);
    expect(await changedAt(bench, '?hours=1')).toBe('2026-05-01T13:00:01.000Z');
  });

  test('not when the change was of what it does not show', async () => {
    const bench = await benchWith(row(12));
    const before = await bench.ask('?limit=2');
    bench.clock = at('2026-05-01T14:00:00Z');
    await bench.store.applyChanges([removed('n9.md')], bench.clock);
    expect(await bench.ask('?limit=2')).toMatchObject({ etag: before?.etag, changedAt: before?.changedAt });
  });

  test('two states never share a second', async () => {
    const bench = await benchWith(row(12));
    const times: (Instant | undefined)[] = [];
    for (const name of ['a', 'b', 'c']) {
      await bench.store.applyChanges([read(`${name}.md`, made(name, { on: '2026-05-01T12:30:00Z' }))], bench.clock);
      times.push((await bench.ask('?limit=5'))?.changedAt);
    }
    expect(new Set(times).size).toBe(3);
  });
});
