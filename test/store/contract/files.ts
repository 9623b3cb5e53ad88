import { describe, expect, test } from 'vitest';
import type { FileChange, Problem } from '../../../src/model/changes.ts';
import type { OpenStore } from '../contract.ts';
import { feedOf, made, NOW, namesIn, read, readAll, removed, stateOf } from '../made-articles.ts';

const broken: Problem = { severity: 'error', path: 'one.md', line: 3, message: 'the date "soon" is none' };
const note: Problem = { severity: 'note', path: 'two.md', message: 'the title is made from the first sentence' };

const skipped = (path: string, ...problems: readonly Problem[]): FileChange => ({
  kind: 'skipped',
  file: stateOf(path, 'broken'),
  problems,
});

const one = made('one', { tags: ['A'] });
const two = made('two', { tags: ['B'] });

/** What is remembered of files. */
export function describeFiles(open: OpenStore): void {
  describe('a file', () => {
    test('that was read is remembered as it was', async () => {
      const store = open();
      await store.applyChanges([...readAll(one), read('draft.md')], NOW);
      expect(await store.readFiles(await store.readPaths())).toEqual(
        new Map([
          ['one.md', stateOf('one.md')],
          ['draft.md', stateOf('draft.md')],
        ]),
      );
    });

    test('is found by its path among others', async () => {
      const store = open();
      await store.applyChanges(readAll(one, two), NOW);
      expect(await store.readFiles(['two.md', 'none.md', "'"])).toEqual(new Map([['two.md', stateOf('two.md')]]));
      expect(await store.readFiles([])).toEqual(new Map());
    });

    test('that cannot be read keeps its last good version published', async () => {
      const store = open();
      await store.applyChanges(readAll(one, two), NOW);
      const applied = await store.applyChanges([skipped('one.md', broken)], NOW);
      expect(applied).toEqual({ change: undefined, problems: [], freed: [] });
      expect((await feedOf(store, 'a')).articles).toStrictEqual([one]);
      expect((await store.readFiles(['one.md'])).get('one.md')).toEqual(stateOf('one.md', 'broken'));
      expect(await store.readProblems()).toEqual([broken]);
    });

    test('that could never be read has no article, and is remembered', async () => {
      const store = open();
      await store.applyChanges([skipped('one.md', broken)], NOW);
      expect(await store.countArticles()).toBe(0);
      expect((await store.readFiles(['one.md'])).get('one.md')).toEqual(stateOf('one.md', 'broken'));
      expect(await store.readProblems()).toEqual([broken]);
    });

    test('that is mended has no problem any more', async () => {
      const store = open();
      await store.applyChanges([skipped('one.md', broken)], NOW);
      await store.applyChanges(readAll(one), NOW);
      expect(await store.readProblems()).toEqual([]);
      expect(await namesIn(store, 'a')).toEqual(['one']);
    });

    test('that was removed is forgotten, with its problems and articles', async () => {
      const store = open();
      await store.applyChanges([...readAll(one), skipped('two.md', note)], NOW);
      await store.applyChanges([skipped('one.md', broken)], NOW);
      await store.applyChanges([removed('one.md'), removed('two.md')], NOW);
      expect(await store.readFiles(await store.readPaths())).toEqual(new Map());
      expect(await store.readProblems()).toEqual([]);
      expect(await store.countArticles()).toBe(0);
    });

    test('may have notes although it was read', async () => {
      const store = open();
      const second = { ...note, line: 7, message: 'the section is unknown' };
      await store.applyChanges(
        [
          { ...read('two.md', two), problems: [note, second] },
          { ...read('one.md', one), problems: [broken] },
        ],
        NOW,
      );
      expect(await store.readProblems()).toEqual([broken, note, second]);
      expect(await store.countArticles()).toBe(2);
    });

    test('that was touched has another signature, and nothing else new', async () => {
      const store = open();
      await store.applyChanges([{ ...read('one.md', one), problems: [broken] }], NOW);
      await store.applyChanges([{ kind: 'touched', file: stateOf('one.md', 'second') }], NOW);
      const file = (await store.readFiles(['one.md'])).get('one.md');
      expect(file).toEqual({ ...stateOf('one.md'), signature: 'second signature' });
      expect(await store.readProblems()).toEqual([broken]);
      expect(await namesIn(store, 'a')).toEqual(['one']);
    });

    test.each<[string, readonly string[] | 'unknown', readonly string[]]>([
      ['loses the articles that it no longer has', [], ['one']],
      ['keeps what it could not read, by its id', ['tag:example.org,2026:two'], ['one', 'two']],
      ['keeps everything when it is unknown what could not be read', 'unknown', ['one', 'three', 'two']],
    ])('of several articles %s', async (_name, unread, names) => {
      const store = open();
      const all = ['one', 'two', 'three'].map((name) => made(name, { tags: ['A'] }));
      await store.applyChanges([read('all.jsonl', ...all)], NOW);
      await store.applyChanges([{ ...read('all.jsonl', ...all.slice(0, 1)), unread }], NOW);
      expect((await namesIn(store, 'a'))?.sort()).toEqual(names);
    });

    test('counts as unread when the settings are others, while its articles stay', async () => {
      const store = open();
      expect(await store.keepFingerprint('first settings')).toBe(false);
      await store.applyChanges(readAll(one, two), NOW);
      expect(await store.keepFingerprint('first settings')).toBe(true);
      expect((await store.readFiles(['one.md'])).get('one.md')).toEqual(stateOf('one.md'));
      expect(await store.keepFingerprint('other settings')).toBe(false);
      expect([...(await store.readFiles(await store.readPaths())).values()]).toEqual([
        { path: 'one.md', signature: '', hash: '' },
        { path: 'two.md', signature: '', hash: '' },
      ]);
      expect(await store.countArticles()).toBe(2);
      expect(await store.keepFingerprint('other settings')).toBe(true);
      expect(await store.keepFingerprint('first settings')).toBe(false);
    });
  });
}
