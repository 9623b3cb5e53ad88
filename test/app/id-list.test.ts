import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { idChurn, keptIds } from '../../src/app/id-churn.ts';
import { readIdList, writeIdList } from '../../src/app/id-list.ts';
import type { LedgerEntry } from '../../src/model/ledger.ts';
import { temporaryFolder } from '../content/temporary-folder.ts';
import { at } from '../store/made-articles.ts';

const entry = (path: string, wishes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: `tag:example.org,2026:${path}`,
  path,
  idFrom: 'path',
  text: `text of ${path}`,
  whole: 'whole',
  file: 'file',
  firstSeen: at('2026-05-01T12:00:00.250Z'),
  ...wishes,
});

function fileOf(text: string): string {
  const folder = temporaryFolder({});
  writeFileSync(join(folder, 'ids.json'), text);
  return join(folder, 'ids.json');
}

describe('a list of ids', () => {
  test('is read as it was written', () => {
    const second = at('2026-05-02T00:00:00Z');
    const entries = [
      entry('a.md'),
      entry('b.md', { ownId: 'tag:x', editedAt: second }),
      entry('c.md', { removedAt: second }),
    ];
    expect(readIdList(fileOf(writeIdList(entries)))).toEqual(entries);
    expect(readIdList(fileOf(writeIdList([])))).toEqual([]);
    expect(writeIdList(entries).split('\n')).toHaveLength(6);
  });

  test('may say of an article nothing but its id, file and time', () => {
    const list = { version: 1, ids: [{ id: 'urn:x:1', path: 'a.md', firstSeen: '2026-05-01T12:00:00Z' }] };
    expect(readIdList(fileOf(JSON.stringify(list)))).toMatchObject([{ id: 'urn:x:1', path: 'a.md', text: '' }]);
  });

  test.each([
    ['no JSON', '{', /is no JSON: .*; write one with: tagwire ids > FILE$/],
    ['no list', '[]', /is no list of ids; write one with/],
    ['a list of another version', '{"version": 2, "ids": []}', /is no list of ids \(version: /],
    [
      'an id with a blank',
      '{"version": 1, "ids": [{"id": "a b", "path": "a", "firstSeen": "2026-05-01T12:00:00Z"}]}',
      /\(ids\.0\.id: /,
    ],
    [
      'a time that is none',
      '{"version": 1, "ids": [{"id": "a", "path": "a", "firstSeen": "soon"}]}',
      /\(ids\.0\.firstSeen: /,
    ],
  ])('%s is refused with its reason', (_name, text, reason) => {
    expect(() => readIdList(fileOf(text))).toThrow(reason);
  });

  test('that is not there is refused', () => {
    expect(() => readIdList('/nowhere/ids.json')).toThrow(
      '"/nowhere/ids.json" cannot be read (ENOENT); write one with',
    );
  });
});

describe('churn between two lists', () => {
  const a = entry('a.md');
  const given = entry('a.md', { id: 'urn:x:1' });
  test.each<[string, readonly LedgerEntry[], readonly LedgerEntry[], readonly string[]]>([
    ['nothing changed', [a], [a], []],
    ['a new article', [], [a], []],
    ['a renamed file that keeps its id', [a], [{ ...a, path: 'z.md', ownId: 'tag:x' }], []],
    ['an article that was gone before', [entry('a.md', { removedAt: a.firstSeen })], [], []],
    [
      'a file that gives its article another id',
      [a],
      [given],
      [
        'a.md: its id was "tag:example.org,2026:a.md" and is "urn:x:1" now, so subscribers see it a second time; write "id: tag:example.org,2026:a.md" into it',
      ],
    ],
    [
      'a renamed file without the ledger',
      [a],
      [{ ...entry('z.md'), text: a.text }],
      [
        'z.md: its id was "tag:example.org,2026:a.md" and is "tag:example.org,2026:z.md" now, so subscribers see it a second time; write "id: tag:example.org,2026:a.md" into it',
      ],
    ],
    [
      'a removed article',
      [a, entry('b.md')],
      [entry('b.md'), { ...a, removedAt: a.firstSeen }],
      [
        'a.md: the article with the id "tag:example.org,2026:a.md" is gone; bring it back, or, when that is meant, write the list anew: tagwire ids > FILE',
      ],
    ],
  ])('%s', (_name, before, now, told) => {
    const problems = idChurn(before, now);
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual(told);
    expect(problems.every(({ severity }) => severity === 'error')).toBe(true);
  });

  test('of an id that only the ledger knows a note says how to write it down', () => {
    expect(keptIds([a, entry('z.md', { id: 'urn:x:1', ownId: 'tag:x' })])).toEqual([
      expect.objectContaining({
        severity: 'note',
        path: 'z.md',
        message: expect.stringContaining('write "id: urn:x:1" into it'),
      }),
    ]);
  });
});
