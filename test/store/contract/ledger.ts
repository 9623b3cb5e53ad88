import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import type { FileChange } from '../../../src/model/changes.ts';
import type { Trace } from '../../../src/model/ledger.ts';
import type { Store } from '../../../src/store/store.ts';
import type { OpenStore } from '../contract.ts';
import { at, made, removed, selectionIn, stateOf } from '../made-articles.ts';

const MINUTE_MS = 60_000;
const START = at('2026-05-01T12:00:00.250Z');
const later = (minutes: number) => at(new Date(START + minutes * MINUTE_MS).toISOString());

const idOf = (path: string): string => `tag:example.org,2026:${path}`;

interface Written extends Partial<Trace> {
  /** Stands for the bytes of the file. */
  readonly bytes?: string;
  readonly on?: string;
  readonly id?: string;
}

/** A file with one article whose id is made of the path; `text` stands for its title and body. */
function file(path: string, text: string, written: Written = {}): FileChange {
  const { bytes = text, on = '2026-04-01T08:00:00Z', id, ...trace } = written;
  const article: Article = {
    ...made('any', { on, tags: ['A'] }),
    id: id ?? idOf(path),
    title: text,
    source: path,
    trace: { idFrom: id === undefined ? 'path' : 'author', text, whole: text, updatedBy: 'sight', ...trace },
  };
  return { kind: 'read', file: stateOf(path, bytes), form: 'markdown', articles: [article], problems: [] };
}

/** Writes one batch after the other, a minute apart, and answers what is published as `path id`. */
async function published(store: Store, ...batches: readonly (readonly FileChange[])[]): Promise<readonly string[]> {
  for (const [index, batch] of batches.entries()) await store.applyChanges(batch, later(index));
  const feed = await store.readFeed(selectionIn('*'), 100);
  return (feed?.articles ?? []).map(({ source, id }) => `${source} ${id.replace(idOf(''), '')}`).sort();
}

const buried = async (store: Store): Promise<readonly string[]> =>
  ((await store.readHead(selectionIn('*'), { items: 30, bytes: 500_000 }))?.tombstones ?? [])
    .map(({ id }) => id.replace(idOf(''), ''))
    .sort();

/** An article is known again when its file was renamed or edited. */
export function describeLedger(open: OpenStore): void {
  describe('an article keeps its id', () => {
    const a = file('a.md', 'tides');
    test.each<[string, readonly (readonly FileChange[])[], readonly string[], readonly string[]]>([
      ['when its file is renamed in one look', [[a], [removed('a.md'), file('z.md', 'tides')]], ['z.md a.md'], []],
      [
        'when the new name is seen after the old one went',
        [[a], [removed('a.md')], [file('z.md', 'tides')]],
        ['z.md a.md'],
        [],
      ],
      [
        'when the file is edited after it was renamed',
        [[a], [removed('a.md'), file('z.md', 'tides')], [file('z.md', 'tides and more')]],
        ['z.md a.md'],
        [],
      ],
      [
        'when it is renamed twice',
        [[a], [removed('a.md'), file('y.md', 'tides')], [removed('y.md'), file('z.md', 'tides')]],
        ['z.md a.md'],
        [],
      ],
      [
        'when it is renamed and back',
        [[a], [removed('a.md'), file('z.md', 'tides')], [removed('z.md'), a]],
        ['a.md a.md'],
        [],
      ],
      [
        'when it becomes a draft, and comes back',
        [[a], [{ ...a, articles: [] } as FileChange], [a]],
        ['a.md a.md'],
        [],
      ],
      [
        'and another file with the same text has its own',
        [[a], [file('z.md', 'tides')]],
        ['a.md a.md', 'z.md z.md'],
        [],
      ],
      [
        'and only one of two new files takes it',
        [[a], [removed('a.md'), file('y.md', 'tides'), file('z.md', 'tides')]],
        ['y.md a.md', 'z.md z.md'],
        [],
      ],
      ['but not for another text', [[a], [removed('a.md'), file('z.md', 'ropes')]], ['z.md z.md'], ['a.md']],
      [
        'but not for an empty text',
        [[file('a.md', 'tides', { text: '' })], [removed('a.md'), file('z.md', 'tides', { text: '' })]],
        ['z.md z.md'],
        ['a.md'],
      ],
      [
        'but not when its author gave the new file one',
        [[a], [removed('a.md'), file('z.md', 'tides', { id: 'urn:x:1' })]],
        ['z.md urn:x:1'],
        ['a.md'],
      ],
      [
        'but not that of an author',
        [[file('a.md', 'tides', { id: 'urn:x:1' })], [removed('a.md'), file('z.md', 'tides')]],
        ['z.md z.md'],
        ['urn:x:1'],
      ],
      [
        'and a new file of the old name gets one of its own',
        [[a], [removed('a.md'), file('z.md', 'tides')], [file('a.md', 'ropes')]],
        ['a.md a.md:2', 'z.md a.md'],
        [],
      ],
      [
        'which that one keeps',
        [[a], [removed('a.md'), file('z.md', 'tides')], [file('a.md', 'ropes')], [file('a.md', 'ropes, mended')]],
        ['a.md a.md:2', 'z.md a.md'],
        [],
      ],
      [
        'but a file that is rewritten while another one gets its text keeps its id',
        [[a], [file('a.md', 'ropes'), file('z.md', 'tides')]],
        ['a.md a.md', 'z.md z.md'],
        [],
      ],
    ])('%s', async (_name, batches, expected, gone) => {
      const store = open();
      expect(await published(store, ...batches)).toEqual(expected);
      expect(await buried(store)).toEqual(gone);
    });

    test('when its file was copied and then removed: the copy is to be read again, and takes the id over', async () => {
      const store = open();
      await published(store, [a], [file('z.md', 'tides')]);
      const { freed } = await store.applyChanges([removed('a.md')], later(2));
      expect(freed).toEqual(['z.md']);
      expect((await store.applyChanges([file('z.md', 'tides')], later(3))).freed).toEqual([]);
      expect(await published(store)).toEqual(['z.md a.md']);
      expect(await buried(store)).toEqual(['z.md']);
    });

    test('and a copy that has stood for hours has its own', async () => {
      const store = open();
      await published(store, [a], [file('z.md', 'tides')]);
      expect((await store.applyChanges([removed('a.md')], later(120))).freed).toEqual([]);
      expect(await published(store)).toEqual(['z.md z.md']);
    });

    test.each([
      [29, 'z.md a.md'],
      [31, 'z.md z.md'],
    ])('for 30 days after it went: after %i days it is %s', async (days, expected) => {
      const store = open();
      await published(store, [a], [removed('a.md')]);
      const then = later(days * 24 * 60);
      await store.dropTombstones(then);
      await store.applyChanges([file('z.md', 'tides')], then);
      expect(await published(store)).toEqual([expected]);
    });

    test('in a new database that was given the ledger of the old one', async () => {
      const before = open();
      await published(before, [a, file('b.md', 'ropes')], [removed('a.md'), file('z.md', 'tides')]);
      const ledger = await before.readLedger();
      expect(ledger.map(({ path, id, ownId }) => [path, id, ownId])).toEqual([
        ['b.md', idOf('b.md'), undefined],
        ['z.md', idOf('a.md'), idOf('z.md')],
      ]);
      const store = open();
      await store.takeLedger(ledger);
      expect([...(await store.readPaths())]).toEqual(['b.md', 'z.md']);
      expect(await published(store, [removed('b.md'), file('c.md', 'ropes'), file('z.md', 'tides')])).toEqual([
        'c.md b.md',
        'z.md a.md',
      ]);
      expect((await store.readLedger()).map(({ firstSeen }) => firstSeen)).toEqual([START, START]);
    });

    test('whatever another ledger says later', async () => {
      const store = open();
      await published(store, [a]);
      const ledger = await store.readLedger();
      await store.takeLedger(ledger.map((entry) => ({ ...entry, path: 'elsewhere.md' })));
      expect(await store.readLedger()).toEqual(ledger);
    });
  });

  describe('of two files that claim one id', () => {
    const claim = (path: string, on: string) => file(path, path, { id: 'urn:x:1', on });
    const [young, old] = ['2026-04-02T00:00:00Z', '2026-04-01T00:00:00Z'];

    test.each<[string, readonly FileChange[], string]>([
      ['the one dated earlier has it', [claim('a.md', young), claim('b.md', old)], 'b.md'],
      ['whichever is read first', [claim('b.md', old), claim('a.md', young)], 'b.md'],
      ['of equals the first by path', [claim('b.md', old), claim('a.md', old)], 'a.md'],
    ])('at the first look, %s', async (_name, changes, holder) => {
      for (const batches of [[changes], changes.map((change) => [change])]) {
        const store = open();
        const freed: string[] = [];
        for (const batch of batches) {
          freed.push(...(await store.applyChanges(batch, START, { isFirstLook: true })).freed);
        }
        for (const change of changes) {
          if (!('file' in change) || !freed.includes(change.file.path)) continue;
          const again = await store.applyChanges([change], START, { isFirstLook: true });
          expect(again.problems.map(({ message }) => message)).toEqual([
            `the id "urn:x:1" is taken by ${holder}; give each article an id of its own`,
          ]);
        }
        expect(await published(store)).toEqual([`${holder} urn:x:1`]);
        expect((await store.readProblems()).map(({ path }) => path)).toEqual([holder === 'a.md' ? 'b.md' : 'a.md']);
      }
    });

    test('later the one that had it keeps it', async () => {
      const store = open();
      expect(await published(store, [claim('b.md', young)], [claim('a.md', old)])).toEqual(['b.md urn:x:1']);
    });
  });

  describe('the time of an update', () => {
    const START_SECOND = '2026-05-01T12:01:00.000Z';
    const PUBLISHED = '2026-04-01T08:00:00.000Z';
    const before = file('a.md', 'tides', { bytes: 'one' });

    test.each<[string, FileChange, string]>([
      ['moves with an edit, to when it was seen', file('a.md', 'ropes', { bytes: 'two' }), START_SECOND],
      ['stays when other bytes say the same', file('a.md', 'tides', { bytes: 'two' }), PUBLISHED],
      [
        'stays when the same bytes are read otherwise, by a newer reader',
        file('a.md', 'ropes', { bytes: 'one' }),
        PUBLISHED,
      ],
      ['stays when the edit is minor', file('a.md', 'ropes', { bytes: 'two', updatedBy: 'nobody' }), PUBLISHED],
      [
        'is what the article says, where it says it',
        file('a.md', 'ropes', { bytes: 'two', updatedBy: 'stamp' }),
        PUBLISHED,
      ],
      [
        'is never before the publication',
        file('a.md', 'ropes', { bytes: 'two', on: '2026-05-01T12:00:59.500Z' }),
        START_SECOND,
      ],
    ])('%s', async (_name, after, expected) => {
      const store = open();
      await published(store, [before], [after]);
      const feed = await store.readFeed(selectionIn('a'), 1);
      expect(new Date(feed?.articles[0]?.updatedAt ?? 0).toISOString()).toBe(expected);
    });

    test('stays after an edit, whatever else is done: minor edits, a new name, a new database with the ledger', async () => {
      const store = open();
      const edited = file('a.md', 'ropes', { bytes: 'two' });
      const minor = file('a.md', 'ropes!', { bytes: 'three', updatedBy: 'nobody' });
      const renamed = file('z.md', 'ropes!', { bytes: 'three' });
      await published(store, [before], [edited], [minor], [removed('a.md'), renamed]);
      const next = open();
      await next.takeLedger(await store.readLedger());
      await next.applyChanges([renamed], later(9));
      for (const one of [store, next]) {
        const feed = await one.readFeed(selectionIn('a'), 1);
        expect(new Date(feed?.articles[0]?.updatedAt ?? 0).toISOString()).toBe(START_SECOND);
      }
    });
  });
}
