import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import type { FileChange } from '../../../src/model/changes.ts';
import { TERM_KINDS, termKey } from '../../../src/model/term.ts';
import type { Store } from '../../../src/store/store.ts';
import { seededRandom } from '../../model/seeded-random.ts';
import type { OpenStore } from '../contract.ts';
import { at, feedOf, made, NOW, readAll, removed, slugNamed, termNamed } from '../made-articles.ts';

const COUNT = 60;

/** Articles with few days, few addresses and many spellings, so that nearly everything is a tie. */
function tiedArticles(): readonly Article[] {
  const random = seededRandom(60);
  const words = ['tides', 'ropes', 'locks', 'quays', 'gulls', 'nets'];
  const spellings = [(word: string) => word, (word: string) => word.toUpperCase(), (word: string) => ` #${word}`];
  return Array.from({ length: COUNT }, (_, place) => {
    const terms = TERM_KINDS.flatMap((kind) =>
      random
        .shuffle(words)
        .slice(0, random.below(kind === 'tag' ? 4 : 2))
        .map((word) => termNamed(kind, random.pick(spellings)(word))),
    );
    return made(`n${place}`, {
      terms,
      slug: slugNamed(`page-${random.below(20)}`),
      on: `2026-04-0${1 + random.below(5)}T08:00:00Z`,
    });
  });
}

const ALGEBRA = [
  '*',
  'tides+ropes',
  'tides,section:ropes',
  '-tides',
  '(tides,ropes)+-locks',
  'nets,-gulls',
  'author:quays',
];

/** Everything that the store shows, but for the times of the writes. */
async function everythingIn(store: Store) {
  const terms = (await Promise.all(TERM_KINDS.map((kind) => store.readTerms(kind)))).flat();
  const feeds = [...ALGEBRA, ...terms.map(termKey)].map(async (selection) => {
    const { articles, labels } = await feedOf(store, selection);
    return { selection, articles, labels };
  });
  return { terms, feeds: await Promise.all(feeds), count: await store.countArticles() };
}

/** Same articles, same feeds, whatever happened on the way. */
export function describeSameness(open: OpenStore): void {
  describe('the same articles give the same feeds', () => {
    const articles = tiedArticles();
    const random = seededRandom(2_026);

    test.each<[string, () => readonly (readonly FileChange[])[]]>([
      ['one by one', () => readAll(...articles).map((change) => [change])],
      ['in another order', () => [random.shuffle(readAll(...articles))]],
      ['one by one in another order', () => random.shuffle(readAll(...articles)).map((change) => [change])],
      [
        'with some of them removed and written again',
        () => {
          const some = random.shuffle(articles).slice(0, 20);
          const removals = some.map(({ source }) => [removed(source)]);
          return [random.shuffle(readAll(...articles)), ...removals, random.shuffle(readAll(...some))];
        },
      ],
      [
        'after edits that were taken back',
        () => {
          const edited = articles.map((article, place) => ({
            ...article,
            title: 'Other',
            slug: slugNamed(`page-${place % 7}`),
            terms: article.terms.slice(1).map(({ kind, label }) => termNamed(kind, label.toLowerCase())),
          }));
          return [readAll(...edited), ...random.shuffle(readAll(...articles)).map((change) => [change])];
        },
      ],
      [
        'after some of them were dated otherwise, and some hidden',
        () => {
          const dated = articles.map((article, place) => {
            const publishedAt = at(`2026-0${2 + (place % 5)}-01T00:00:00Z`);
            return { ...article, publishedAt, updatedAt: publishedAt };
          });
          return [readAll(...dated), random.shuffle(readAll(...articles))];
        },
      ],
    ])('%s', async (_name, batches) => {
      const straight = open();
      await straight.applyChanges(readAll(...articles), NOW);
      const expected = await everythingIn(straight);
      expect(expected.count).toBe(COUNT);
      expect(expected.terms.length).toBeGreaterThan(20);

      const store = open();
      for (const batch of batches()) await store.applyChanges(batch, NOW);
      expect(await everythingIn(store)).toEqual(expected);
    });
  });
}
