import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import type { OpenStore } from '../contract.ts';
import { changedAtOf, feedOf, made, NOW, readAll, removed, selectionIn, termNamed } from '../made-articles.ts';

const labelsOf = async (store: Store): Promise<string[]> => (await store.readTerms('tag')).map(({ label }) => label);

/** Terms: how they are spelled, and how many articles they have. */
export function describeLabels(open: OpenStore): void {
  describe('a term', () => {
    test('is listed by kind and slug, with its count', async () => {
      const store = open();
      const terms = [termNamed('tag', 'Ropes'), termNamed('tag', 'Anchors'), termNamed('section', 'News')];
      await store.applyChanges(readAll(made('one', { terms }), made('two', { tags: ['Ropes'] })), NOW);
      expect(await store.readTerms('tag')).toEqual([
        { ...termNamed('tag', 'Anchors'), count: 1 },
        { ...termNamed('tag', 'Ropes'), count: 2 },
      ]);
      expect(await store.readTerms('section')).toEqual([{ ...termNamed('section', 'News'), count: 1 }]);
      expect(await store.readTerms('author')).toEqual([]);
    });

    test.each([
      ['C!', 'C'],
      ['A/B', 'A B'],
      ['R&D', 'R and D'],
    ])('tells that %s cannot be told apart from %s', async (rare, usual) => {
      const store = open();
      const articles = [
        made('one', { tags: [usual] }),
        made('two', { tags: [usual] }),
        made('three', { tags: [rare] }),
      ];
      await store.applyChanges(readAll(...articles), NOW);
      expect(await store.readSharedSlugs()).toEqual([{ term: termNamed('tag', usual), label: rare, path: 'three.md' }]);
    });

    test.each([
      ['case', 'SYRIA', 'Syria'],
      ['width', 'Ｃ', 'C'],
    ])('takes labels that differ in %s alone for one', async (_name, one, other) => {
      const store = open();
      await store.applyChanges(readAll(made('one', { tags: [one] }), made('two', { tags: [other] })), NOW);
      expect(await store.readSharedSlugs()).toEqual([]);
      expect(await store.readTerms('tag')).toHaveLength(1);
    });

    test('has the count of its articles in its feed, however few are shown', async () => {
      const store = open();
      await store.applyChanges(readAll(made('one', { tags: ['a'] }), made('two', { tags: ['a', 'b'] })), NOW);
      const countOf = async (text: string) => (await store.readFeed(selectionIn(text), 1))?.count;
      expect(await Promise.all(['a', 'b', '*', 'a+b'].map(countOf))).toEqual([2, 1, 2, undefined]);
    });

    test('goes by its most frequent label, in every article', async () => {
      const store = open();
      const spelled = ['syria', 'SYRIA', 'Syria', 'Syria'].map((tag, place) =>
        made(`n${place}`, { tags: [tag], on: `2026-04-0${place + 1}T08:00:00Z` }),
      );
      await store.applyChanges(readAll(...spelled), NOW);
      expect(await store.readTerms('tag')).toEqual([{ ...termNamed('tag', 'Syria'), count: 4 }]);
      const { articles, labels } = await feedOf(store, 'syria');
      expect(articles.map(({ terms }) => terms)).toEqual(Array(4).fill([termNamed('tag', 'Syria')]));
      expect(labels.get('tag:syria')).toBe('Syria');
    });

    test.each([
      ['in the order of time', ['early', 'late']],
      ['against the order of time', ['late', 'early']],
    ])(
      'goes by the label of its earliest article when labels are equally frequent, written %s',
      async (_name, order) => {
        const store = open();
        const articles = {
          early: made('early', { tags: ['SYRIA'], on: '2026-04-01T08:00:00Z' }),
          late: made('late', { tags: ['Syria'], on: '2026-04-02T08:00:00Z' }),
        };
        for (const name of order) {
          await store.applyChanges(readAll(name === 'early' ? articles.early : articles.late), NOW);
        }
        expect(await labelsOf(store)).toEqual(['SYRIA']);
      },
    );

    test('keeps its label when its last article goes, and takes that of the next', async () => {
      const store = open();
      await store.applyChanges(readAll(made('one', { tags: ['Syria'] })), NOW);
      await store.applyChanges([removed('one.md')], NOW);
      expect(await labelsOf(store)).toEqual(['Syria']);
      await store.applyChanges(readAll(made('two', { tags: ['SYRIA'] })), NOW);
      expect(await labelsOf(store)).toEqual(['SYRIA']);
    });

    test('with another label changes every feed that shows it, and no other', async () => {
      const store = open();
      await store.applyChanges(
        readAll(
          made('one', { tags: ['SYRIA', 'Beside'], on: '2026-04-01T08:00:00Z' }),
          made('two', { tags: ['Elsewhere'] }),
        ),
        NOW,
      );
      const settled = await changedAtOf(store, 'elsewhere');
      await store.applyChanges(readAll(made('three', { tags: ['Syria'], on: '2026-04-03T08:00:00Z' })), NOW);
      expect(await labelsOf(store)).toEqual(['Beside', 'Elsewhere', 'SYRIA']);
      const { change } = await store.applyChanges(readAll(made('four', { tags: ['Syria', 'Far'] })), NOW);
      expect(change?.terms).toEqual(['tag:beside', 'tag:far', 'tag:syria']);
      expect(await labelsOf(store)).toEqual(['Beside', 'Elsewhere', 'Far', 'Syria']);
      expect((await feedOf(store, 'beside')).articles[0]?.terms.map(({ label }) => label)).toEqual(['Syria', 'Beside']);
      expect(await changedAtOf(store, 'elsewhere')).toBe(settled);
    });

    test('with another label after a removal changes every feed that shows it', async () => {
      const store = open();
      const tags = [['Syria'], ['SYRIA', 'Beside'], ['Syria']];
      const days = ['2026-04-03T08:00:00Z', '2026-04-02T08:00:00Z', '2026-04-01T08:00:00Z'];
      const articles = tags.map((some, place) => made(`n${place}`, { tags: some, on: days[place] ?? '' }));
      await store.applyChanges(readAll(...articles), NOW);
      expect((await store.applyChanges([removed('n0.md')], NOW)).change?.terms).toEqual(['tag:syria']);
      const { change } = await store.applyChanges([removed('n2.md')], NOW);
      expect(change?.terms).toEqual(['tag:beside', 'tag:syria']);
      expect((await feedOf(store, 'beside')).articles[0]?.terms[0]?.label).toBe('SYRIA');
    });

    test('that one article spells otherwise changes nothing while its label stays', async () => {
      const store = open();
      const spelled = ['Syria', 'Syria', 'Syria'].map((tag, place) => made(`n${place}`, { tags: [tag, 'Beside'] }));
      await store.applyChanges(readAll(...spelled), NOW);
      const before = await feedOf(store, '*');
      const once = await store.applyChanges(readAll(made('n0', { tags: ['SYRIA', 'Beside'] })), NOW);
      expect(once.change).toBeUndefined();
      expect(await feedOf(store, '*')).toEqual(before);
      const twice = await store.applyChanges(readAll(made('n1', { tags: ['SYRIA', 'Beside'] })), NOW);
      expect(twice.change?.terms).toEqual(['tag:beside', 'tag:syria']);
      expect(await labelsOf(store)).toEqual(['Beside', 'SYRIA']);
    });

    test('in another place of its article is a change', async () => {
      const store = open();
      await store.applyChanges(readAll(made('one', { tags: ['A', 'B'] })), NOW);
      const { change } = await store.applyChanges(readAll(made('one', { tags: ['B', 'A'] })), NOW);
      expect(change?.terms).toEqual(['tag:a', 'tag:b']);
      expect((await feedOf(store, 'a')).articles[0]?.terms.map(({ label }) => label)).toEqual(['B', 'A']);
    });
  });
}
