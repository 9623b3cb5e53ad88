import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import type { Change } from '../../../src/model/changes.ts';
import type { Store } from '../../../src/store/store.ts';
import type { OpenStore } from '../contract.ts';
import { at, changedAtOf, made, NOW, namesIn, read, readAll, removed, slugNamed, stateOf } from '../made-articles.ts';

const one = made('one', { tags: ['A', 'B'] });
const two = made('two', { tags: ['B', 'C'] });

async function storeOf(open: OpenStore, ...articles: readonly Article[]): Promise<Store> {
  const store = open();
  await store.applyChanges(readAll(...articles), NOW);
  return store;
}

/** News of writes, and when feeds last changed. */
export function describeChanges(open: OpenStore): void {
  describe('a write', () => {
    test.each<[string, readonly Article[], readonly string[]]>([
      ['a new article', [made('new', { tags: ['D', 'A'] })], ['tag:a', 'tag:d']],
      ['a new article without terms', [made('new')], []],
      ['an edited title', [{ ...one, title: 'Other' }], ['tag:a', 'tag:b']],
      ['an edited text', [{ ...one, html: '<p>Other</p>' }], ['tag:a', 'tag:b']],
      ['another time', [{ ...one, updatedAt: at('2026-04-02T00:00:00Z') }], ['tag:a', 'tag:b']],
      ['another address', [{ ...one, slug: slugNamed('new address') }], ['tag:a', 'tag:b']],
      ['a tag that came', [made('one', { tags: ['A', 'B', 'C'] })], ['tag:a', 'tag:b', 'tag:c']],
      ['a tag that went', [made('one', { tags: ['A'] })], ['tag:a', 'tag:b']],
      ['a tag for another', [made('one', { tags: ['A', 'D'] })], ['tag:a', 'tag:b', 'tag:d']],
      ['no tag any more', [made('one')], ['tag:a', 'tag:b']],
      [
        'two edits',
        [
          { ...one, title: 'Other' },
          { ...two, title: 'Other' },
        ],
        ['tag:a', 'tag:b', 'tag:c'],
      ],
    ])('tells the terms of the article before and after, and no others: %s', async (_name, articles, terms) => {
      const store = await storeOf(open, one, two);
      const { change } = await store.applyChanges(readAll(...articles), NOW);
      expect(change?.terms).toEqual(terms);
    });

    test('that removes an article tells its terms', async () => {
      const store = await storeOf(open, one, two);
      const { change } = await store.applyChanges([removed('one.md')], NOW);
      expect(change?.terms).toEqual(['tag:a', 'tag:b']);
    });

    test.each([
      ['the same article again', readAll(one)],
      ['every article again', readAll(two, one)],
      ['a touched file', [{ kind: 'touched', file: stateOf('one.md', 'second') } as const]],
      ['a file that cannot be read', [{ kind: 'skipped', file: stateOf('one.md'), problems: [] } as const]],
      ['a removal of what was never there', [removed('nowhere.md')]],
      ['a file without articles', [read('draft.md')]],
      ['an article that moved with its id and address', [removed('one.md'), read('sub/one.md', one)]],
      ['no change at all', []],
    ])('changes nothing: %s', async (_name, changes) => {
      const store = await storeOf(open, one, two);
      const heard: Change[] = [];
      store.onChange((change) => heard.push(change));
      const before = await changedAtOf(store, '*');
      const applied = await store.applyChanges(changes, at('2026-05-02T12:00:00Z'));
      expect(applied).toEqual({ change: undefined, problems: [], freed: [] });
      expect(heard).toEqual([]);
      expect(await changedAtOf(store, '*')).toBe(before);
      expect(await changedAtOf(store, 'a')).toBe(before);
    });

    test('is told to every listener, once, after it is done', async () => {
      const store = open();
      const heard: string[] = [];
      store.onChange((change) => heard.push(`first ${change.terms}`));
      store.onChange((change) => heard.push(`second ${change.terms}`));
      const { change } = await store.applyChanges(readAll(one), NOW);
      expect(change).toBeDefined();
      expect(heard).toEqual(['first tag:a,tag:b', 'second tag:a,tag:b']);
    });

    test('moves the feeds of its terms and that of everything to its whole second, and no other feed', async () => {
      const store = await storeOf(open, one, two);
      const { change } = await store.applyChanges([removed('one.md')], at('2026-05-01T13:14:15.678Z'));
      expect(change?.changedAt).toBe(at('2026-05-01T13:14:15Z'));
      for (const selection of ['*', 'a', 'b', 'a,c', '-c', 'a+-c']) {
        expect(await changedAtOf(store, selection)).toBe('2026-05-01T13:14:15.000Z');
      }
      for (const selection of ['c', 'c+-nowhere']) {
        expect(await changedAtOf(store, selection)).toBe('2026-05-01T12:00:00.000Z');
      }
    });

    test('never has an earlier second than a write before, even when the clock goes back', async () => {
      const store = open();
      const seen: string[] = [];
      for (const day of [15, 14, 13, 16]) {
        await store.applyChanges(
          readAll(made(`n${day}`, { tags: ['A'], on: '2026-01-01T00:00:00Z' })),
          at(`2026-04-${day}T10:20:30.400Z`),
        );
        seen.push(await changedAtOf(store, 'a'));
      }
      const first = '2026-04-15T10:20:30.000Z';
      expect(seen).toEqual([first, first, first, '2026-04-16T10:20:30.000Z']);
    });

    test('that fails changes nothing, tells nobody, and leaves the store as good as before', async () => {
      const store = await storeOf(open, one, two);
      const heard: Change[] = [];
      store.onChange((change) => heard.push(change));
      const before = { shown: await namesIn(store, '*'), at: await changedAtOf(store, '*') };
      const broken: Article = {
        ...made('broken', { tags: ['A'] }),
        get language(): string {
          throw new Error('this article cannot be written');
        },
      };
      const changes = [
        removed('one.md'),
        read('two.md', { ...two, title: 'Other' }),
        read('new.md', made('new', { tags: ['D'] })),
        { ...read('broken.md'), articles: [broken] },
      ];
      await expect(store.applyChanges(changes, NOW)).rejects.toThrow('this article cannot be written');
      expect({ shown: await namesIn(store, '*'), at: await changedAtOf(store, '*') }).toEqual(before);
      expect(await namesIn(store, 'd')).toBeUndefined();
      expect([...(await store.readPaths())].sort()).toEqual(['one.md', 'two.md']);
      expect((await store.readArticle(two.slug))?.title).toBe(two.title);
      expect(heard).toEqual([]);
      const { change } = await store.applyChanges(readAll(made('new', { tags: ['D'] })), NOW);
      expect(heard).toEqual([change]);
      expect(await namesIn(store, 'd')).toEqual(['new']);
    });
  });
}
