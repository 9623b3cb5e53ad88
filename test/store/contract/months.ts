import { describe, expect, test } from 'vitest';
import type { OpenStore } from '../contract.ts';
import { at, made, NOW, readAll, removed, slugNamed } from '../made-articles.ts';

/** What is told of the months of articles. */
export function describeMonths(open: OpenStore): void {
  describe('months', () => {
    test('an empty store has none', async () => {
      const store = open();
      expect(await store.readMonths()).toEqual([]);
      expect(await store.readMonth('2026-04', 0, 10)).toEqual([]);
    });

    test('each month of UTC with articles, the newest first, with its latest change', async () => {
      const store = open();
      const articles = [
        made('a', { on: '2026-04-30T23:59:59.999Z' }),
        made('b', { on: '2026-04-01T00:00:00Z', updatedAt: at('2026-04-30T12:00:00Z') }),
        made('c', { on: '2026-03-31T23:59:59.999Z' }),
        made('d', { on: '2019-12-05T08:00:00Z', updatedAt: at('2026-01-01T00:00:00Z') }),
        made('e', { on: '1969-12-31T23:00:00Z' }),
      ];
      await store.applyChanges(readAll(...articles), NOW);
      expect(await store.readMonths()).toEqual([
        { month: '2026-04', count: 2, updatedAt: at('2026-04-30T23:59:59.999Z') },
        { month: '2026-03', count: 1, updatedAt: at('2026-03-31T23:59:59.999Z') },
        { month: '2019-12', count: 1, updatedAt: at('2026-01-01T00:00:00Z') },
        { month: '1969-12', count: 1, updatedAt: at('1969-12-31T23:00:00Z') },
      ]);
    });

    test('hidden and removed articles, and those that stand elsewhere, are no part of it', async () => {
      const store = open();
      const articles = [
        made('later', { on: '2026-06-01T08:00:00Z' }),
        made('gone', { on: '2026-03-01T08:00:00Z' }),
        made('elsewhere', { on: '2026-02-01T08:00:00Z', url: 'https://elsewhere.example/a' }),
      ];
      await store.applyChanges(readAll(...articles), NOW);
      await store.applyChanges([removed('gone.md')], NOW);
      expect(await store.readMonths()).toEqual([]);
      expect(await store.readMonth('2026-02', 0, 10)).toEqual([]);
    });

    test('a month is read part by part, the oldest first', async () => {
      const store = open();
      const articles = [3, 1, 2].map((day) => made(`day${day}`, { on: `2026-04-0${day}T08:00:00Z` }));
      await store.applyChanges(readAll(...articles), NOW);
      const dated = (day: number) => ({ slug: slugNamed(`day${day}`), updatedAt: at(`2026-04-0${day}T08:00:00Z`) });
      expect(await store.readMonth('2026-04', 0, 2)).toEqual([dated(1), dated(2)]);
      expect(await store.readMonth('2026-04', 2, 2)).toEqual([dated(3)]);
      expect(await store.readMonth('2026-04', 4, 2)).toEqual([]);
      expect(await store.readMonth('2026-05', 0, 2)).toEqual([]);
    });
  });
}
