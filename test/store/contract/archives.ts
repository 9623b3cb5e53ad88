import { describe, expect, test } from 'vitest';
import { type ArchiveName, toArchiveName } from '../../../src/model/archive-name.ts';
import type { Article } from '../../../src/model/article.ts';
import type { DocumentLimits, Store, StoredDocument } from '../../../src/store/store.ts';
import { seededRandom } from '../../model/seeded-random.ts';
import type { OpenStore } from '../contract.ts';
import { at, made, NOW, namesIn, readAll, removed, selectionIn } from '../made-articles.ts';

const LIMITS: DocumentLimits = { items: 30, bytes: 500_000 };
const DAY_MS = 24 * 60 * 60 * 1000;

/** An article of a day counted back from the first of April 2026. */
const ofDay = (name: string, day: number, tags: readonly string[]): Article =>
  made(name, { tags, on: new Date(at('2026-04-01T08:00:00Z') - day * DAY_MS).toISOString() });

/** So many articles of one tag, the newest first. */
const row = (count: number, prefix = 'n'): readonly Article[] =>
  Array.from({ length: count }, (_, day) => ofDay(`${prefix}${day}`, day, ['A', day % 2 === 0 ? 'Even' : 'Odd']));

const first = toArchiveName('first');

interface Walked {
  readonly name: ArchiveName | undefined;
  readonly document: StoredDocument;
}

async function archive(store: Store, selection: string, name: ArchiveName, limits = LIMITS): Promise<StoredDocument> {
  const document = await store.readArchive(selectionIn(selection), name, limits);
  if (document === undefined || 'movedTo' in document) throw new Error(`there is no archive ${name} of ${selection}`);
  return document;
}

/** The feed and its archives, the newest first. */
async function walk(store: Store, selection: string, limits = LIMITS): Promise<readonly Walked[]> {
  const head = await store.readHead(selectionIn(selection), limits);
  if (head === undefined) throw new Error(`${selection} is unknown`);
  const walked: Walked[] = [{ name: undefined, document: head }];
  for (let name = head.older; name !== undefined; ) {
    const document = await archive(store, selection, name, limits);
    walked.push({ name, document });
    name = document.older;
  }
  return walked;
}

const nameOf = ({ id }: Article): string => id.replace('tag:example.org,2026:', '');
const namesOf = (walked: readonly Walked[]): readonly string[] =>
  walked.flatMap(({ document }) => document.articles.map(nameOf));

/** What is in each archive, by its name. */
const contentsOf = (walked: readonly Walked[]): ReadonlyMap<string, string> =>
  new Map(
    walked
      .filter(({ name }) => name !== undefined)
      .map(({ name, document: { articles, older, newer } }) => [
        `${name}`,
        JSON.stringify([articles.map(({ id, title }) => [id, title]), older, newer]),
      ]),
  );

/** How many archives of the second walk the first one did not have like that. */
const changedBetween = (before: readonly Walked[], after: readonly Walked[]): number => {
  const known = contentsOf(before);
  return [...contentsOf(after)].filter(([name, content]) => known.get(name) !== content).length;
};

/** Archives of a selection: all that the feed itself does not show. */
export function describeArchives(open: OpenStore): void {
  describe('the archives', () => {
    test.each([0, 1, 29, 30])('are none where the feed shows all %i articles', async (count) => {
      const store = open();
      await store.applyChanges(readAll(...row(count), ofDay('other', 0, ['Other'])), NOW);
      const head = await store.readHead(selectionIn('a,other'), { ...LIMITS, items: 31 });
      expect(head?.articles).toHaveLength(count + 1);
      expect(head?.older).toBeUndefined();
      expect(first && (await store.readArchive(selectionIn('a,other'), first, { ...LIMITS, items: 31 }))).toEqual({
        movedTo: undefined,
      });
    });

    test('of an unknown selection are unknown', async () => {
      const store = open();
      expect(await store.readHead(selectionIn('nowhere'), LIMITS)).toBeUndefined();
      expect(first && (await store.readArchive(selectionIn('nowhere'), first, LIMITS))).toBeUndefined();
    });

    test.each(['*', 'a', 'even', 'a+-odd', 'even,odd', '-odd', 'a+even'])(
      'and the feed hold each article of %s once, in the order of the selection',
      async (selection) => {
        const store = open();
        await store.applyChanges(readAll(...row(300)), NOW);
        const walked = await walk(store, selection);
        expect(walked.length).toBeGreaterThan(4);
        expect(namesOf(walked)).toEqual(await namesIn(store, selection));
        expect(walked.at(-1)?.name).toBe('first');
        expect(walked.map(({ document }) => document.articles.length)[0]).toBe(30);
        expect(Math.max(...walked.map(({ document }) => document.articles.length))).toBeLessThanOrEqual(48);
      },
    );

    test('name the next newer one, but for the newest', async () => {
      const store = open();
      await store.applyChanges(readAll(...row(300)), NOW);
      const walked = await walk(store, 'a');
      expect(walked.slice(1).map(({ document }) => document.newer)).toEqual([
        undefined,
        ...walked.slice(1, -1).map(({ name }) => name),
      ]);
    });

    test('hold articles of one and the same time once, too', async () => {
      const store = open();
      const articles = Array.from({ length: 400 }, (_, place) => ofDay(`s${place}`, place % 2, ['A']));
      await store.applyChanges(readAll(...articles), NOW);
      expect(namesOf(await walk(store, 'a', { ...LIMITS, items: 10 }))).toEqual(await namesIn(store, 'a'));
    });

    test('hold articles from before 1970', async () => {
      const store = open();
      const articles = row(120).map((article) => ({ ...article, publishedAt: at('1969-07-20T20:17:40Z') }));
      await store.applyChanges(readAll(...articles), NOW);
      expect(namesOf(await walk(store, 'a'))).toEqual(await namesIn(store, 'a'));
    });

    test('and the feed keep to a size, with one article at least', async () => {
      const store = open();
      const large = row(40).map((article) => ({ ...article, html: `<p>${'x'.repeat(30_000)}</p>` }));
      const huge = { ...ofDay('huge', 50, ['A']), html: `<p>${'x'.repeat(300_000)}</p>` };
      await store.applyChanges(readAll(...large, huge), NOW);
      const walked = await walk(store, 'a', { items: 30, bytes: 100_000 });
      expect(namesOf(walked)).toEqual(await namesIn(store, 'a'));
      const lengths = walked.map(({ document }) => document.articles.length);
      expect(Math.max(...lengths)).toBe(2);
      expect(lengths[0]).toBe(2);
      expect(walked.at(-1)?.document.articles.map(nameOf)).toEqual(['huge']);
    });

    test('that are no more say where their articles are', async () => {
      const store = open();
      const articles = row(300);
      await store.applyChanges(readAll(...articles), NOW);
      const walked = await walk(store, 'a');
      const gone = walked[3];
      const [before, after] = [walked[4], walked[2]];
      if (gone?.name === undefined || before?.name === undefined || after === undefined) throw new Error('too few');
      // The last article of the document before gives the name.
      const last = before.document.articles[0];
      await store.applyChanges([removed(`${last === undefined ? '' : nameOf(last)}.md`)], NOW);
      expect(await store.readArchive(selectionIn('a'), gone.name, LIMITS)).toEqual({ movedTo: before.name });
      const merged = await walk(store, 'a');
      expect(namesOf(merged)).toEqual(await namesIn(store, 'a'));
    });

    test.each([
      ['before all articles', 'after--zzzzzz-1', 'first'],
      ['after all articles', 'after-zzzzzzzz-1', undefined],
    ])('that never were are found by their place: %s', async (_name, text, movedTo) => {
      const store = open();
      await store.applyChanges(readAll(...row(60)), NOW);
      const name = toArchiveName(text);
      expect(name && (await store.readArchive(selectionIn('a'), name, LIMITS))).toEqual({ movedTo });
    });

    test('change little by a publication, an article dated back, an edit, a removal', async () => {
      const random = seededRandom(5);
      const store = open();
      const articles = [...row(600)];
      await store.applyChanges(readAll(...articles), NOW);
      const changed = { published: 0, datedBack: 0, edited: 0, removed: 0 };
      const rounds = 25;
      let before = await walk(store, 'a');
      const measure = async (kind: keyof typeof changed): Promise<void> => {
        const after = await walk(store, 'a');
        expect(namesOf(after)).toEqual(await namesIn(store, 'a'));
        changed[kind] += changedBetween(before, after);
        before = after;
      };
      for (let round = 0; round < rounds; round += 1) {
        await store.applyChanges(readAll(ofDay(`new${round}`, -1 - round / 50, ['A'])), NOW);
        await measure('published');
        await store.applyChanges(readAll(ofDay(`back${round}`, 40 + random.below(550), ['A'])), NOW);
        await measure('datedBack');
        const edited = articles[40 + random.below(500)];
        if (edited === undefined) throw new Error('no article');
        await store.applyChanges(readAll({ ...edited, title: `Edited ${round}` }), NOW);
        await measure('edited');
        const [gone] = articles.splice(40 + random.below(500), 1);
        await store.applyChanges([removed(gone?.source ?? '')], NOW);
        await measure('removed');
      }
      const average = Object.fromEntries(Object.entries(changed).map(([kind, sum]) => [kind, sum / rounds]));
      expect(average.published).toBeLessThan(1.2);
      expect(average.datedBack).toBeLessThan(2.5);
      expect(average.edited).toBeLessThanOrEqual(1);
      expect(average.removed).toBeLessThan(2.5);
    });
  });
}
