import { describe, expect, test } from 'vitest';
import type { FileChange } from '../../../src/model/changes.ts';
import type { Store } from '../../../src/store/store.ts';
import type { OpenStore } from '../contract.ts';
import { at, changedAtOf, made, NOW, read, readAll, removed, selectionIn, slugNamed } from '../made-articles.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const one = made('one', { tags: ['A', 'B'] });
const two = made('two', { tags: ['B', 'C'] });
const LIMITS = { items: 30, bytes: 500_000 };

/** The names of the removed articles that a feed tells of, newest first; undefined for an unknown selection. */
async function buriedIn(store: Store, selection: string, items = 30): Promise<string[] | undefined> {
  const head = await store.readHead(selectionIn(selection), { ...LIMITS, items });
  return head?.tombstones.map(({ id }) => id.replace('tag:example.org,2026:', ''));
}

async function storeOf(open: OpenStore, ...changes: readonly FileChange[]): Promise<Store> {
  const store = open();
  await store.applyChanges(readAll(one, two), NOW);
  await store.applyChanges(changes, NOW);
  return store;
}

const FUTURE = made('one', { tags: ['A', 'B'], on: '2026-05-02T12:00:00Z' });

/** Removed articles, which are spoken of for a while. */
export function describeTombstones(open: OpenStore): void {
  describe('a tombstone', () => {
    test.each<[string, readonly FileChange[], readonly string[]]>([
      ['a removed file', [removed('one.md')], ['one']],
      ['a file that has no article any more', [read('one.md')], ['one']],
      ['a shown article that is dated into the future', readAll(FUTURE), ['one']],
      ['two removed files', [removed('one.md'), removed('two.md')], ['one', 'two']],
      ['an article that moved to another file', [removed('one.md'), read('sub/one.md', one)], []],
      ['an edited article', readAll({ ...one, title: 'Other' }), []],
      ['a tag that was taken off', readAll(made('one', { tags: ['A'] })), []],
      ['another address', readAll({ ...one, slug: slugNamed('other') }), []],
      ['a removed file that never was', [removed('nowhere.md')], []],
    ])('stands for removed articles only: %s', async (_name, changes, names) => {
      const store = await storeOf(open, ...changes);
      expect((await buriedIn(store, '*'))?.sort()).toEqual(names);
    });

    test('of an article that was never shown is not made', async () => {
      const store = open();
      await store.applyChanges(readAll(FUTURE), NOW);
      await store.applyChanges([removed('one.md')], NOW);
      expect(await buriedIn(store, '*')).toEqual([]);
      expect(await store.nextDue()).toBeUndefined();
    });

    test.each([
      ['*', ['one']],
      ['a', ['one']],
      ['b', ['one']],
      ['c', []],
      ['a+b', ['one']],
      ['a,c', ['one']],
      ['b+-a', []],
      ['-a', []],
      ['-c', ['one']],
      ['a,b', ['one']],
      ['nowhere', undefined],
    ])('stands in the feeds that showed the article: %s', async (selection, names) => {
      const store = await storeOf(open, removed('one.md'));
      expect(await buriedIn(store, selection)).toEqual(names);
    });

    test('tells the second of the removal, the newest first, so many as are asked for', async () => {
      const store = await storeOf(open);
      await store.applyChanges([removed('one.md')], at('2026-05-01T13:00:00.900Z'));
      await store.applyChanges([removed('two.md')], at('2026-05-01T14:00:00Z'));
      const head = await store.readHead(selectionIn('b'), LIMITS);
      expect(head?.tombstones).toEqual([
        { id: two.id, removedAt: at('2026-05-01T14:00:00Z') },
        { id: one.id, removedAt: at('2026-05-01T13:00:00Z') },
      ]);
      expect(await buriedIn(store, 'b', 1)).toEqual(['two']);
    });

    test('stands at the address of the article', async () => {
      const store = await storeOf(open, removed('one.md'));
      expect(await store.readTombstone(one.slug)).toEqual({ id: one.id, removedAt: NOW });
      expect(await store.readTombstone(two.slug)).toBeUndefined();
    });

    test('is taken out when the article returns, and the feeds where it stood are news', async () => {
      const store = await storeOf(open, removed('one.md'));
      const { change } = await store.applyChanges(readAll(made('one', { tags: ['A', 'D'] })), NOW);
      expect(change?.terms).toEqual(['tag:a', 'tag:b', 'tag:d']);
      expect(await buriedIn(store, '*')).toEqual([]);
      expect(await buriedIn(store, 'b')).toEqual([]);
      expect(await store.readTombstone(one.slug)).toBeUndefined();
    });

    test('is taken out when the time of its article comes', async () => {
      const store = await storeOf(open, ...readAll(FUTURE));
      expect(await buriedIn(store, 'a')).toEqual(['one']);
      await store.publishDue(FUTURE.publishedAt);
      expect(await buriedIn(store, 'a')).toEqual([]);
      expect(await buriedIn(store, '*')).toEqual([]);
    });

    test('is dropped after 30 days, which is news in its feeds', async () => {
      const store = await storeOf(open, removed('one.md'));
      const end = at(new Date(NOW + 30 * DAY_MS).toISOString());
      expect(await store.nextDue()).toBe(end);
      expect(await store.dropTombstones(at(new Date(end - 1).toISOString()))).toBeUndefined();
      expect(await buriedIn(store, 'a')).toEqual(['one']);
      expect(await store.dropTombstones(end)).toEqual({ terms: ['tag:a', 'tag:b'], changedAt: end });
      expect(await buriedIn(store, 'a')).toEqual([]);
      expect(await store.readTombstone(one.slug)).toBeUndefined();
      expect(await changedAtOf(store, 'a')).toBe(new Date(end).toISOString());
      expect(await changedAtOf(store, 'c')).toBe(new Date(NOW).toISOString());
      expect(await store.nextDue()).toBeUndefined();
      expect(await store.dropTombstones(end)).toBeUndefined();
    });
  });
}
