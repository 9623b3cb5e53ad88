import { describe, expect, test } from 'vitest';
import type { OpenStore } from '../contract.ts';
import { feedOf, made, NOW, namesIn, read, readAll, removed } from '../made-articles.ts';

const one = made('one', { tags: ['A'] });
const two = made('two', { tags: ['B'] });
const other = made('other', { tags: ['C'] });

/** The id of an article belongs to one file at a time. */
export function describeIds(open: OpenStore): void {
  describe('an id', () => {
    const taken = (path: string, holder: string) => ({
      severity: 'error',
      path,
      message: `the id "${one.id}" is taken by ${holder}; give each article an id of its own`,
    });

    test('that two files claim stays with the first; the second is reported', async () => {
      const store = open();
      const applied = await store.applyChanges(
        [read('first.md', one), read('second.md', { ...one, title: 'Other' }), read('third.md', two)],
        NOW,
      );
      expect(applied.problems).toEqual([taken('second.md', 'first.md')]);
      expect(await store.readProblems()).toEqual([taken('second.md', 'first.md')]);
      expect((await feedOf(store, 'a')).articles).toStrictEqual([{ ...one, source: 'first.md' }]);
      expect(await store.countArticles()).toBe(2);
    });

    test('that a later file claims stays where it is, whatever the path', async () => {
      const store = open();
      await store.applyChanges([read('m.md', one)], NOW);
      const applied = await store.applyChanges([read('a.md', one)], NOW);
      expect(applied).toEqual({ change: undefined, problems: [taken('a.md', 'm.md')], freed: [] });
    });

    test('that one file claims twice stays with its first article', async () => {
      const store = open();
      const applied = await store.applyChanges([read('both.md', one, { ...one, title: 'Other' })], NOW);
      expect(applied.problems).toEqual([taken('both.md', 'an earlier article of this file')]);
      expect((await feedOf(store, 'a')).articles.map(({ title }) => title)).toEqual([one.title]);
    });

    test.each([
      ['is removed', removed('first.md')],
      ['holds another article now', read('first.md', two)],
      ['is a draft now', read('first.md')],
    ])('is free again when its file %s: the file that waits for it is to be read again', async (_name, change) => {
      const store = open();
      await store.applyChanges([read('first.md', one), read('second.md', one), read('third.md', other)], NOW);
      const applied = await store.applyChanges([change], NOW);
      expect(applied.freed).toEqual(['second.md']);
      expect((await store.readFiles(['second.md'])).get('second.md')).toEqual({
        path: 'second.md',
        signature: '',
        hash: '',
      });
      expect((await store.readFiles(['third.md'])).get('third.md')?.signature).not.toBe('');
      const again = await store.applyChanges([read('second.md', one)], NOW);
      expect(again.problems).toEqual([]);
      expect((await feedOf(store, 'a')).articles[0]?.source).toBe('second.md');
      expect(await store.readProblems()).toEqual([]);
    });

    test('frees every file that waits for it, by path', async () => {
      const store = open();
      await store.applyChanges([read('m.md', one), read('z.md', one), read('b.md', one)], NOW);
      expect((await store.applyChanges([removed('m.md')], NOW)).freed).toEqual(['b.md', 'z.md']);
    });

    test.each(['first.md', 'second.md'])('of two that a file waits for frees it, that of %s', async (gone) => {
      const store = open();
      await store.applyChanges([read('first.md', one), read('second.md', two), read('third.md', one, two)], NOW);
      expect((await store.applyChanges([removed(gone)], NOW)).freed).toEqual(['third.md']);
    });

    test('frees nobody who gave up waiting', async () => {
      const store = open();
      await store.applyChanges([read('first.md', one), read('second.md', one)], NOW);
      await store.applyChanges([read('second.md', two)], NOW);
      expect((await store.applyChanges([removed('first.md')], NOW)).freed).toEqual([]);
    });

    test.each([
      ['the old one first', [removed('old.md'), read('new.md', one)]],
      ['the new one first', [read('new.md', one), removed('old.md')]],
    ])('moves from file to file in one batch, %s', async (_name, changes) => {
      const store = open();
      await store.applyChanges([read('old.md', one), read('other.md', two)], NOW);
      expect(await store.applyChanges(changes, NOW)).toEqual({ change: undefined, problems: [], freed: [] });
      expect((await feedOf(store, 'a')).articles).toStrictEqual([{ ...one, source: 'new.md' }]);
      expect([...(await store.readPaths())].sort()).toEqual(['new.md', 'other.md']);
    });

    test('that moves and is edited in one batch is news', async () => {
      const store = open();
      await store.applyChanges([read('old.md', one)], NOW);
      const changes = [removed('old.md'), read('new.md', { ...one, title: 'Other' })];
      expect((await store.applyChanges(changes, NOW)).change?.terms).toEqual(['tag:a']);
      expect((await feedOf(store, 'a')).articles[0]?.title).toBe('Other');
    });

    test.each([
      ['the giving file first', [read('from.md', two), read('to.md', one)]],
      ['the taking file first', [read('to.md', one), read('from.md', two)]],
    ])('moves between files that stay, %s', async (_name, changes) => {
      const store = open();
      await store.applyChanges([read('from.md', one, two), read('to.md')], NOW);
      expect(await store.applyChanges(changes, NOW)).toEqual({ change: undefined, problems: [], freed: [] });
      expect((await feedOf(store, 'a')).articles[0]?.source).toBe('to.md');
    });

    test('and another change places', async () => {
      const store = open();
      await store.applyChanges([read('x.md', one), read('y.md', two)], NOW);
      const applied = await store.applyChanges([read('x.md', two), read('y.md', one)], NOW);
      expect(applied).toEqual({ change: undefined, problems: [], freed: [] });
      expect(await namesIn(store, '*')).toHaveLength(2);
      expect((await feedOf(store, 'a')).articles[0]?.source).toBe('y.md');
      expect((await feedOf(store, 'b')).articles[0]?.source).toBe('x.md');
    });

    test('that moved is still taken for those who wait for it', async () => {
      const store = open();
      await store.applyChanges([read('old.md', one), read('waiting.md', one)], NOW);
      const applied = await store.applyChanges([removed('old.md'), read('new.md', one)], NOW);
      expect(applied.freed).toEqual([]);
      expect((await store.applyChanges([removed('new.md')], NOW)).freed).toEqual(['waiting.md']);
    });

    test('that comes back after its removal is shown again', async () => {
      const store = open();
      await store.applyChanges(readAll(one, two), NOW);
      await store.applyChanges([removed('one.md')], NOW);
      expect((await store.applyChanges(readAll(one), NOW)).change?.terms).toEqual(['tag:a']);
      expect(await namesIn(store, 'a')).toEqual(['one']);
    });
  });
}
