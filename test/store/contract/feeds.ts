import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import type { OpenStore } from '../contract.ts';
import { feedOf, made, NOW, namesIn, readAll, removed, termNamed } from '../made-articles.ts';

/** One article for each set of the tags a, b, c; `n` has none of them. The newest has the longest name. */
const everySet = ['n', 'a', 'b', 'c', 'ab', 'ac', 'bc', 'abc'].map((name, place) =>
  made(name, { tags: name === 'n' ? [] : [...name], on: `2026-04-0${place + 1}T08:00:00Z` }),
);

/** Feeds: which articles, in which order, how many. */
export function describeFeeds(open: OpenStore): void {
  describe('a feed', () => {
    test('of an empty store is empty for everything and unknown for a tag', async () => {
      const store = open();
      expect(await feedOf(store, '*')).toEqual({ articles: [], labels: new Map(), count: 0, changedAt: 0 });
      expect(await store.countArticles()).toBe(0);
      expect(await store.readTerms('tag')).toEqual([]);
      expect(await namesIn(store, 'a')).toBeUndefined();
    });

    test('has the newest article first', async () => {
      const store = open();
      await store.applyChanges(readAll(...everySet), NOW);
      expect(await namesIn(store, '*')).toEqual(['abc', 'bc', 'ac', 'ab', 'c', 'b', 'a', 'n']);
      expect(await namesIn(store, 'b')).toEqual(['abc', 'bc', 'ab', 'b']);
    });

    test('has articles of one instant in an order that the order of writing does not change', async () => {
      const random = seededRandom(11);
      const articles = Array.from({ length: 12 }, (_, place) => made(`same-${place}`, { tags: ['a'] }));
      const orders: (string[] | undefined)[] = [];
      for (let round = 0; round < 4; round += 1) {
        const store = open();
        const [first, ...others] = random.shuffle(readAll(...articles));
        await store.applyChanges(first === undefined ? [] : [first], NOW);
        await store.applyChanges(others, NOW);
        orders.push(await namesIn(store, 'a'), await namesIn(store, '*'), await namesIn(store, 'a,b'));
      }
      expect(new Set(orders.map((names) => names?.join())).size).toBe(1);
      expect(orders[0]).toHaveLength(12);
    });

    test.each([
      [0, 0],
      [1, 1],
      [3, 3],
      [4, 4],
      [5, 4],
      [100, 4],
    ])('of four articles shows with a limit of %i the newest %i', async (limit, count) => {
      const store = open();
      await store.applyChanges(readAll(...everySet), NOW);
      expect(await namesIn(store, 'b', limit)).toEqual(['abc', 'bc', 'ab', 'b'].slice(0, count));
      expect(await namesIn(store, 'a,b', limit)).toEqual(['abc', 'bc', 'ac', 'ab', 'b', 'a'].slice(0, limit));
    });

    test('may be longer than a statement has room for values', async () => {
      const store = open();
      const names = Array.from({ length: 1_100 }, (_, place) => `n${String(1_100 - place).padStart(4, '0')}`);
      const minute = (name: string) => new Date(Date.UTC(2026, 0, 1) + Number(name.slice(1)) * 60_000).toISOString();
      await store.applyChanges(readAll(...names.map((name) => made(name, { on: minute(name), tags: ['a'] }))), NOW);
      expect(await namesIn(store, '*', 2_000)).toEqual(names);
      expect((await feedOf(store, 'a', 2_000)).articles.every(({ terms }) => terms.length === 1)).toBe(true);
    });

    const bears = (name: string, tag: string): boolean => name.includes(tag);
    test.each<[string, string, (name: string) => boolean]>([
      ['everything', '*', () => true],
      ['one tag', 'a', (name) => bears(name, 'a')],
      ['two tags at once', 'a+b', (name) => bears(name, 'a') && bears(name, 'b')],
      ['three tags at once', 'a+b+c', (name) => name === 'abc'],
      ['either of two tags', 'a,b', (name) => bears(name, 'a') || bears(name, 'b')],
      ['any of three tags', 'a,b,c', (name) => name !== 'n'],
      ['one tag without another', 'a+-b', (name) => bears(name, 'a') && !bears(name, 'b')],
      ['one tag without two others', 'a+-b+-c', (name) => name === 'a'],
      ['all without a tag', '-a', (name) => !bears(name, 'a')],
      ['all without two tags', '-a+-b', (name) => !bears(name, 'a') && !bears(name, 'b')],
      ['all but those that bear both', '-a,-b', (name) => !(bears(name, 'a') && bears(name, 'b'))],
      ['one tag, or all without another', 'a,-b', (name) => bears(name, 'a') || !bears(name, 'b')],
      ['either of two, without a third', '(a,b)+-c', (name) => /[ab]/.test(name) && !bears(name, 'c')],
      ['just one of two', 'a+-b,b+-a', (name) => bears(name, 'a') !== bears(name, 'b')],
      ['an unknown tag in an or counts as empty', 'a,nowhere', (name) => bears(name, 'a')],
      ['an unknown tag in an and leaves nothing', 'a+nowhere', () => false],
      ['an unknown tag that is unwanted changes nothing', 'a+-nowhere', (name) => bears(name, 'a')],
    ])('of the algebra: %s', async (_name, selection, isShown) => {
      const store = open();
      await store.applyChanges(readAll(...everySet), NOW);
      const names = ['abc', 'bc', 'ac', 'ab', 'c', 'b', 'a', 'n'].filter(isShown);
      expect(await namesIn(store, selection)).toEqual(names);
      expect(await namesIn(store, selection, 2)).toEqual(names.slice(0, 2));
    });

    test('keeps kinds of one name apart', async () => {
      const store = open();
      const kinds = (['tag', 'section', 'series', 'author'] as const).map((kind, place) =>
        made(kind, { terms: [termNamed(kind, 'Harbour')], on: `2026-04-0${4 - place}T08:00:00Z` }),
      );
      await store.applyChanges(readAll(...kinds), NOW);
      expect(await namesIn(store, 'section:harbour')).toEqual(['section']);
      expect(await namesIn(store, 'harbour,author:harbour')).toEqual(['tag', 'author']);
      expect(await namesIn(store, '-series:harbour')).toEqual(['tag', 'section', 'author']);
    });

    test.each(['nowhere', 'nowhere+never', 'nowhere,never', '-nowhere', 'section:a'])(
      'of %s is unknown, because no term of it is known',
      async (selection) => {
        const store = open();
        await store.applyChanges(readAll(...everySet), NOW);
        expect(await namesIn(store, selection)).toBeUndefined();
      },
    );

    test('tells the labels of the terms that are known', async () => {
      const store = open();
      await store.applyChanges(readAll(made('one', { tags: ['Syria', 'C++', 'Other'] })), NOW);
      expect((await feedOf(store, 'syria,c-plus-plus+-nowhere')).labels).toEqual(
        new Map([
          ['tag:syria', 'Syria'],
          ['tag:c-plus-plus', 'C++'],
        ]),
      );
      expect((await feedOf(store, '*')).labels).toEqual(new Map());
    });

    test('of a term that lost its last article is empty, not unknown', async () => {
      const store = open();
      await store.applyChanges(readAll(made('one', { tags: ['Syria'] })), NOW);
      await store.applyChanges([removed('one.md')], NOW);
      expect(await namesIn(store, 'syria')).toEqual([]);
      expect((await feedOf(store, 'syria')).labels).toEqual(new Map([['tag:syria', 'Syria']]));
      expect(await store.readTerms('tag')).toEqual([{ ...termNamed('tag', 'Syria'), count: 0 }]);
    });
  });
}
