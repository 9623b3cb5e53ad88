import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import type { Store } from '../../../src/store/store.ts';
import { seededRandom } from '../../model/seeded-random.ts';
import type { OpenStore } from '../contract.ts';
import { feedOf, made, NOW, read, readAll, removed, slugNamed } from '../made-articles.ts';

const rivalsFor = (wanted: string): readonly Article[] =>
  ['first', 'second', 'third'].map((name) => made(name, { slug: slugNamed(wanted), tags: [name] }));

async function slugsIn(store: Store): Promise<Record<string, string>> {
  const { articles } = await feedOf(store, '*');
  return Object.fromEntries(articles.map(({ source, slug }): [string, string] => [source, slug]).sort());
}

/** Each article has an address of its own. */
export function describeSlugs(open: OpenStore): void {
  describe('an address', () => {
    test('that several articles want is that of the first by path; the others have a suffix', async () => {
      const store = open();
      await store.applyChanges(readAll(...rivalsFor('tides')), NOW);
      const slugs = await slugsIn(store);
      expect(slugs).toEqual({
        'first.md': 'tides',
        'second.md': expect.stringMatching(/^tides-[0-9a-f]{6}$/),
        'third.md': expect.stringMatching(/^tides-[0-9a-f]{6}$/),
      });
      expect(new Set(Object.values(slugs)).size).toBe(3);
      for (const { slug, source } of (await feedOf(store, '*')).articles) {
        expect((await store.readArticle(slug))?.source).toBe(source);
      }
    });

    test('is the same whatever the order of writing', async () => {
      const random = seededRandom(5);
      const answers = new Set<string>();
      for (let round = 0; round < 6; round += 1) {
        const store = open();
        for (const change of random.shuffle(readAll(...rivalsFor('tides')))) await store.applyChanges([change], NOW);
        answers.add(JSON.stringify(await slugsIn(store)));
      }
      expect(answers.size).toBe(1);
    });

    test('goes to the next when the first goes, which is news in the next one’s feeds', async () => {
      const store = open();
      await store.applyChanges(readAll(...rivalsFor('tides')), NOW);
      const before = await slugsIn(store);
      const { change } = await store.applyChanges([removed('first.md')], NOW);
      expect(change?.terms).toEqual(['tag:first', 'tag:second']);
      expect(await slugsIn(store)).toEqual({ 'second.md': 'tides', 'third.md': before['third.md'] });
      await store.applyChanges(readAll(...rivalsFor('tides').slice(0, 1)), NOW);
      expect(await slugsIn(store)).toEqual(before);
    });

    test('goes to the next when the first wants another', async () => {
      const store = open();
      await store.applyChanges(readAll(...rivalsFor('tides')), NOW);
      const { change } = await store.applyChanges(readAll(made('first', { slug: slugNamed('ebb') })), NOW);
      expect(change?.terms).toEqual(['tag:first', 'tag:second']);
      expect(await slugsIn(store)).toMatchObject({ 'first.md': 'ebb', 'second.md': 'tides' });
    });

    test('follows the paths when an article moves', async () => {
      const store = open();
      const [first, second] = rivalsFor('tides');
      if (first === undefined || second === undefined) throw new Error('two rivals are needed');
      await store.applyChanges(readAll(first, second), NOW);
      const { change } = await store.applyChanges([removed('first.md'), read('zenith.md', first)], NOW);
      expect(change?.terms).toEqual(['tag:first', 'tag:second']);
      expect(await slugsIn(store)).toEqual({
        'second.md': 'tides',
        'zenith.md': expect.stringMatching(/^tides-[0-9a-f]{6}$/),
      });
    });

    test('stays through an edit', async () => {
      const store = open();
      await store.applyChanges(readAll(...rivalsFor('tides')), NOW);
      const before = await slugsIn(store);
      await store.applyChanges(readAll(...rivalsFor('tides').map((article) => ({ ...article, title: 'Other' }))), NOW);
      expect(await slugsIn(store)).toEqual(before);
    });

    test('as long as one may be has its rivals too', async () => {
      const store = open();
      const longest = 'x'.repeat(120);
      await store.applyChanges(readAll(...rivalsFor(longest)), NOW);
      expect(await slugsIn(store)).toEqual({
        'first.md': longest,
        'second.md': expect.stringMatching(/^x{113}-[0-9a-f]{6}$/),
        'third.md': expect.stringMatching(/^x{113}-[0-9a-f]{6}$/),
      });
    });

    test('of an article of the future is kept for it', async () => {
      const store = open();
      const [first, second] = rivalsFor('tides');
      if (first === undefined || second === undefined) throw new Error('two rivals are needed');
      const future = made('first', { slug: first.slug, on: '2026-06-01T00:00:00Z' });
      await store.applyChanges(readAll(second, future), NOW);
      const before = await slugsIn(store);
      expect(before).toEqual({ 'second.md': expect.stringMatching(/^tides-[0-9a-f]{6}$/) });
      await store.publishDue(future.publishedAt);
      expect(await slugsIn(store)).toEqual({ 'first.md': 'tides', ...before });
    });
  });
}
