import { describe, expect, test } from 'vitest';
import { Pieces } from '../../src/feeds/pieces.ts';
import { Publisher } from '../../src/feeds/publisher.ts';
import { type FeedKey, FORMATS, feedPath } from '../../src/model/feed-key.ts';
import type { Site } from '../../src/model/site.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { at, made, NOW, readAll, removed, selectionIn } from '../store/made-articles.ts';

const SITE: Site = {
  title: 'The Quay',
  description: '',
  baseUrl: 'https://quay.example.org/',
  idAuthority: 'quay.example.org,2026',
  maxAgeSeconds: 300,
};

const rss = (selection: string): FeedKey => ({ selection: selectionIn(selection), format: 'rss' });
const pathOf = (selection: string): string => feedPath(rss(selection));

interface Desk {
  readonly store: Store;
  readonly publisher: Publisher;
  /** Writes articles as told, all of them at noon unless told. */
  write(...articles: Parameters<typeof made>[]): Promise<unknown>;
  feed(selection: string): Promise<Snapshot>;
}

function openDesk({
  maxBytes = 1_000_000,
  readOutline,
}: {
  maxBytes?: number;
  readOutline?: Store['readOutline'];
} = {}): Desk {
  const store = openStore(':memory:');
  const publisher = new Publisher({
    site: SITE,
    store: readOutline === undefined ? store : { ...store, readOutline },
    items: 2,
    documentBytes: 500_000,
    maxBytes,
    pieces: new Pieces(SITE, maxBytes),
  });
  store.onChange((change) => publisher.forget(change));
  return {
    store,
    publisher,
    write: (...articles) => store.applyChanges(readAll(...articles.map((one) => made(...one))), NOW),
    feed: async (selection) => {
      const snapshot = await publisher.snapshot(rss(selection));
      if (snapshot === undefined) throw new Error(`${selection} is unknown`);
      return snapshot;
    },
  };
}

const textOf = ({ body }: Snapshot): string => new TextDecoder().decode(body);

describe('making', () => {
  test('a feed is made once for all who ask at the same time, and kept', async () => {
    const { publisher, write, feed } = openDesk();
    await write(['ferry', { tags: ['tides'] }]);
    expect(publisher.ready(pathOf('tides'))).toBeUndefined();
    const all = await Promise.all(Array.from({ length: 20 }, () => feed('tides')));
    expect(publisher.renders).toBe(1);
    expect(new Set(all).size).toBe(1);
    expect(await feed('tides')).toBe(all[0]);
    expect(publisher.ready(pathOf('tides'))).toBe(all[0]);
    expect(publisher.renders).toBe(1);
  });

  test('each format is a feed of its own', async () => {
    const { publisher, write } = openDesk();
    await write(['ferry', { tags: ['tides'] }]);
    const tags = await Promise.all(
      FORMATS.map(async (format) => (await publisher.snapshot({ ...rss('tides'), format }))?.etag),
    );
    expect(new Set(tags).size).toBe(3);
    expect(publisher.renders).toBe(3);
  });

  test('a failure is told to all who wait, and not kept', async () => {
    const store = openStore(':memory:');
    await store.applyChanges(readAll(made('ferry', { tags: ['tides'] })), NOW);
    let isBroken = true;
    const { publisher, feed } = openDesk({
      readOutline: (...asked) =>
        isBroken ? Promise.reject(new Error('the disk is gone')) : store.readOutline(...asked),
    });
    const [first, second] = [feed('tides'), feed('tides')];
    await expect(first).rejects.toThrow('the disk is gone');
    await expect(second).rejects.toThrow('the disk is gone');
    expect(publisher.watched).toBe(0);
    isBroken = false;
    expect(textOf(await feed('tides'))).toContain('About ferry');
  });

  test('what names no known term leaves no trace', async () => {
    const { publisher, write } = openDesk();
    await write(['ferry', { tags: ['tides'] }]);
    for (let count = 0; count < 1_000; count += 1) {
      expect(await publisher.snapshot(rss(`unknown-${count}+-nothing-${count}`))).toBeUndefined();
    }
    expect([publisher.bytes, publisher.watched, publisher.renders]).toEqual([0, 0, 0]);
  });
});

describe('forgetting', () => {
  const ALL = [
    '*',
    'tides',
    'ferries',
    'fog',
    '-fog',
    'tides+ferries',
    'tides,fog',
    'tides+-fog',
    'fog,-ferries',
    'tides,new',
  ];
  test.each([
    [
      'an article of one tag',
      'tides',
      ['*', 'tides', '-fog', 'tides+ferries', 'tides,fog', 'tides+-fog', 'fog,-ferries', 'tides,new'],
    ],
    ['an article of another', 'fog', ['*', 'fog', '-fog', 'tides,fog', 'tides+-fog', 'fog,-ferries']],
    ['a tag that nobody bore', 'new', ['*', '-fog', 'fog,-ferries', 'tides,new']],
    ['an article that nobody asked for', 'dredging', ['*', '-fog', 'fog,-ferries']],
  ])('%s lets exactly the feeds go that may show it', async (_name, tag, gone) => {
    const { publisher, write, feed } = openDesk();
    await write(['a', { tags: ['tides', 'ferries'] }], ['b', { tags: ['fog'] }]);
    for (const selection of ALL) await feed(selection);
    await write(['c', { tags: [tag] }]);
    expect(ALL.filter((selection) => publisher.ready(pathOf(selection)) === undefined)).toEqual(gone);
    for (const selection of gone) await feed(selection);
    expect(publisher.renders).toBe(ALL.length + gone.length);
    expect(publisher.watched).toBe(ALL.length);
  });

  test('a feed of algebra hears of the first article of its unknown term', async () => {
    const { write, feed } = openDesk();
    await write(['a', { tags: ['tides'] }]);
    expect(textOf(await feed('tides,new'))).not.toContain('About n');
    await write(['n', { tags: ['new'] }]);
    expect(textOf(await feed('tides,new'))).toContain('About n');
  });

  test('a change that nobody asked about costs nothing', async () => {
    const { publisher, write } = openDesk();
    await write(['a', { tags: ['tides'] }]);
    await write(['b', { tags: ['tides'] }]);
    expect([publisher.renders, publisher.watched]).toEqual([0, 0]);
  });
});

describe('a change while a feed is being made', () => {
  /** A desk whose reads wait, after they have read, until they are let go. */
  function openSlowDesk() {
    const store = openStore(':memory:');
    const waiting: (() => void)[] = [];
    let reads = 0;
    const desk = openDesk({
      readOutline: async (...asked) => {
        const stored = await store.readOutline(...asked);
        reads += 1;
        await new Promise<void>((resolve) => waiting.push(resolve));
        return stored;
      },
    });
    store.onChange((change) => desk.publisher.forget(change));
    return {
      ...desk,
      write: (...articles: Parameters<Desk['write']>) =>
        store.applyChanges(readAll(...articles.map((one) => made(...one))), NOW),
      /** Waits for one read and lets it go. */
      letGo: async () => {
        while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
        waiting.shift()?.();
      },
      reads: () => reads,
    };
  }

  test('is in what all who wait are given, and in what is kept', async () => {
    const { publisher, write, feed, letGo, reads } = openSlowDesk();
    await write(['a', { tags: ['tides'] }]);
    const before = feed('tides');
    while (reads() === 0) await new Promise((resolve) => setImmediate(resolve));
    await write(['b', { tags: ['tides'] }]);
    const after = feed('tides');
    await letGo();
    await letGo();
    expect(textOf(await after)).toContain('About b');
    expect(await before).toBe(await after);
    expect(publisher.ready(pathOf('tides'))).toBe(await after);
    expect([publisher.renders, reads()]).toEqual([1, 2]);
  });

  test('that makes its selection known is seen, too', async () => {
    const { write, feed, letGo, reads } = openSlowDesk();
    const asked = feed('tides');
    while (reads() === 0) await new Promise((resolve) => setImmediate(resolve));
    await write(['a', { tags: ['tides'] }]);
    await letGo();
    await letGo();
    expect(textOf(await asked)).toContain('About a');
  });

  test('of something else does not make it again', async () => {
    const { publisher, write, feed, letGo, reads } = openSlowDesk();
    await write(['a', { tags: ['tides'] }]);
    const asked = feed('tides');
    while (reads() === 0) await new Promise((resolve) => setImmediate(resolve));
    await write(['b', { tags: ['fog'] }]);
    await letGo();
    const given = await asked;
    expect(publisher.ready(pathOf('tides'))).toBe(given);
    expect(reads()).toBe(1);
  });

  test('again and again: who waits is answered in the end, and nothing old is kept', async () => {
    const { publisher, write, feed, letGo, reads } = openSlowDesk();
    await write(['a', { tags: ['tides'] }]);
    let isAnswered = false;
    const asked = feed('tides').finally(() => {
      isAnswered = true;
    });
    for (let round = 1; !isAnswered && round < 50; round += 1) {
      while (reads() < round && !isAnswered) await new Promise((resolve) => setImmediate(resolve));
      if (isAnswered) break;
      await write([`n${round}`, { tags: ['tides'], on: `2026-04-02T08:00:${String(round).padStart(2, '0')}Z` }]);
      await letGo();
    }
    expect(textOf(await asked)).toContain('About n');
    expect(reads()).toBeLessThan(10);
    expect(publisher.ready(pathOf('tides'))).toBeUndefined();
    expect(publisher.watched).toBe(0);
  });
});

describe('validators', () => {
  test('the same bytes keep their tag and their time', async () => {
    const { store, publisher, write, feed } = openDesk();
    await write(
      ['new', { tags: ['tides'], on: '2026-04-03T08:00:00Z' }],
      ['archived', { tags: ['tides'], on: '2026-04-01T08:00:00Z' }],
      ['newer', { tags: ['tides'], on: '2026-04-04T08:00:00Z' }],
    );
    const before = await feed('tides');
    // Below what the feed shows.
    await store.applyChanges(
      readAll(made('ancient', { tags: ['tides'], on: '2026-01-01T08:00:00Z' })),
      at('2026-05-02T12:00:00Z'),
    );
    const after = await feed('tides');
    expect(publisher.renders).toBe(2);
    expect([after.etag, after.changedAt]).toEqual([before.etag, before.changedAt]);
  });

  test('other bytes get another tag and a later time, in the same second, too', async () => {
    const { store, write, feed } = openDesk();
    await write(['a', { tags: ['tides'] }]);
    const seen = [await feed('tides')];
    for (const name of ['b', 'c']) {
      await write([name, { tags: ['tides'] }]);
      seen.push(await feed('tides'));
    }
    await store.applyChanges([removed('c.md')], NOW);
    seen.push(await feed('tides'));
    expect(seen.map(({ changedAt }) => changedAt - NOW)).toEqual([0, 1000, 2000, 3000]);
    expect(seen[3]?.etag, 'the bytes of two states ago').toBe(seen[1]?.etag);
  });
});

describe('memory', () => {
  test('finished feeds never weigh more than they may; the latest stay', async () => {
    const maxBytes = 80_000;
    const { publisher, write, feed } = openDesk({ maxBytes });
    const names = Array.from({ length: 60 }, (_, index) => `tag-${index}`);
    await write(...names.map((name): Parameters<typeof made> => [`about-${name}`, { tags: [name] }]));
    for (const name of names) {
      await feed(name);
      expect(publisher.bytes).toBeLessThanOrEqual(maxBytes);
    }
    const kept = names.filter((name) => publisher.ready(pathOf(name)) !== undefined);
    expect(kept.length).toBeGreaterThan(5);
    expect(kept).toEqual(names.slice(-kept.length));
    expect(publisher.watched).toBeGreaterThanOrEqual(kept.length);
    expect(publisher.watched).toBeLessThan(names.length / 2);
  });

  test('what is known of a feed outlives its bytes, until it changes', async () => {
    const { publisher, write, feed } = openDesk({ maxBytes: 40_000 });
    const names = Array.from({ length: 60 }, (_, index) => `tag-${index}`);
    await write(...names.map((name): Parameters<typeof made> => [`about-${name}`, { tags: [name] }]));
    const [first = ''] = names;
    const { head } = await feed(first);
    for (const name of names.slice(1)) await feed(name);
    expect(publisher.ready(pathOf(first))).toBeUndefined();
    expect(publisher.head(pathOf(first))).toEqual(head);
    expect(publisher.head(pathOf('no-such-tag'))).toBeUndefined();
    expect(publisher.renders).toBe(60);
    const again = await feed(first);
    expect(again.head, 'made anew it is the same').toEqual(head);
    await write(['another', { tags: ['tag-1'] }]);
    expect(publisher.head(pathOf(first)), 'no article of it has changed').toEqual(head);
    await write(['more', { tags: [first] }]);
    expect(publisher.head(pathOf(first))).toBeUndefined();
    expect((await feed(first)).etag).not.toBe(head.etag);
  });

  test('a feed too large to keep is given all the same, and leaves no trace', async () => {
    const { publisher, write, feed } = openDesk({ maxBytes: 100 });
    await write(['a', { tags: ['tides'] }]);
    expect(textOf(await feed('tides'))).toContain('About a');
    expect([publisher.bytes, publisher.watched]).toEqual([0, 0]);
  });
});
