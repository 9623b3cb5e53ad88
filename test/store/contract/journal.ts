import { describe, expect, test } from 'vitest';
import type { FileChange } from '../../../src/model/changes.ts';
import { JOURNAL_START, type JournalPlace, toJournalPlace } from '../../../src/model/journal.ts';
import type { Store } from '../../../src/store/store.ts';
import type { OpenStore } from '../contract.ts';
import { at, made, NOW, read, readAll, removed, slugNamed } from '../made-articles.ts';

const one = made('one', { tags: ['A', 'B'] });
const two = made('two', { tags: ['B', 'C'] });
const future = made('late', { tags: ['A'], on: '2026-05-02T12:00:00Z' });
type Wanted = Parameters<Store['readJournal']>[2];
const all: Wanted = () => true;

/** The entries after a place in words: `one: a b > a`, with a star for the one that brings the article. */
async function stepsAfter(store: Store, place: JournalPlace, isWanted = all): Promise<string[] | undefined> {
  const words = (terms: ReadonlySet<string> | undefined): string =>
    terms === undefined ? '-' : [...terms].map((key) => key.replace('tag:', '')).join(' ');
  const part = await store.readJournal(place, 100, isWanted);
  return part?.entries.map(
    ({ id, before, after, article }) =>
      `${id.replace('tag:example.org,2026:', '')}: ${words(before)} > ${words(after)}${article === undefined ? '' : ` *${article.title}`}`,
  );
}

async function storeOf(open: OpenStore): Promise<Store> {
  const store = open();
  await store.applyChanges(readAll(one, two), NOW);
  return store;
}

/** The journal of what readers see. */
export function describeJournal(open: OpenStore): void {
  describe('the journal', () => {
    test.each<[string, readonly FileChange[], readonly string[]]>([
      ['a new article', readAll(made('new', { tags: ['D'] })), ['new: - > d *About new']],
      ['a new article without terms', readAll(made('new')), ['new: - >  *About new']],
      ['an edited article', readAll({ ...one, title: 'Other' }), ['one: a b > a b *Other']],
      ['a tag for another', readAll(made('one', { tags: ['A', 'C'] })), ['one: a b > a c *About one']],
      ['a removed article', [removed('one.md')], ['one: a b > -']],
      [
        'a shown article that is dated into the future',
        readAll({ ...future, id: one.id, source: one.source }),
        ['one: a b > -'],
      ],
      ['a new address', readAll({ ...one, slug: slugNamed('other') }), ['one: a b > a b *About one']],
      ['the same article again', readAll(one), []],
      ['an article that moved to another file', [removed('one.md'), read('sub/one.md', one)], []],
      ['a hidden article', readAll(future), []],
    ])('tells of %s', async (_name, changes, steps) => {
      const store = await storeOf(open);
      const place = await store.journalEnd();
      await store.applyChanges(changes, NOW);
      expect(await stepsAfter(store, place)).toEqual(steps);
    });

    test('tells of a hidden article when its time has come', async () => {
      const store = await storeOf(open);
      await store.applyChanges(readAll(future), NOW);
      const place = await store.journalEnd();
      await store.publishDue(at('2026-05-03T00:00:00Z'));
      expect(await stepsAfter(store, place)).toEqual(['late: - > a *About late']);
    });

    test('brings an article that changed twice once, with its last entry', async () => {
      const store = await storeOf(open);
      const place = await store.journalEnd();
      await store.applyChanges(readAll(made('one', { tags: ['C'] })), NOW);
      await store.applyChanges(readAll(made('one', { tags: ['D'], title: 'Twice' })), NOW);
      expect(await stepsAfter(store, place)).toEqual(['one: a b > c', 'one: c > d *Twice']);
    });

    test('leaves out what is not wanted, and reads on behind it', async () => {
      const store = await storeOf(open);
      const isOfC: Wanted = (_before, after) => after?.has('tag:c') === true;
      const part = await store.readJournal(JOURNAL_START, 1, isOfC);
      expect(part?.entries).toEqual([]);
      expect(await stepsAfter(store, part?.end ?? JOURNAL_START, isOfC)).toEqual(['two: - > b c *About two']);
    });

    test('ends where it was read to', async () => {
      const store = await storeOf(open);
      const part = await store.readJournal(JOURNAL_START, 100, all);
      expect(part?.end).toBe(await store.journalEnd());
      expect(part?.entries.at(-1)?.place).toBe(part?.end);
      expect(await stepsAfter(store, await store.journalEnd())).toEqual([]);
    });

    test.each(['1.AAAAAAAA', '3.AAAAAAAA', '900.abcdefgh'])('knows no place that never was: %s', async (name) => {
      const store = await storeOf(open);
      const place = toJournalPlace(name);
      expect(place && (await store.readJournal(place, 100, all))).toBeUndefined();
    });

    test('of a store built anew continues a place when it went the same way', async () => {
      const [first, second, third] = [await storeOf(open), await storeOf(open), open()];
      await third.applyChanges(readAll({ ...one, title: 'Edited meanwhile' }, two), NOW);
      const place = await first.journalEnd();
      expect(await stepsAfter(second, place)).toEqual([]);
      expect(await stepsAfter(third, place)).toBeUndefined();
    });

    test('lets go of old entries, but never of the last one', async () => {
      const store = await storeOf(open);
      const place = await store.journalEnd();
      for (let round = 0; round < 41; round += 1) {
        const articles = Array.from({ length: 500 }, (_, index) => made(`n${index}`, { title: `Round ${round}` }));
        await store.applyChanges([read('many.md', ...articles)], NOW);
      }
      expect(await stepsAfter(store, place)).toBeUndefined();
      expect(await stepsAfter(store, JOURNAL_START)).toBeUndefined();
      expect(await stepsAfter(store, await store.journalEnd())).toEqual([]);
    });
  });
}
