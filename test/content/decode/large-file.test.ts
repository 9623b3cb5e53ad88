import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { linesOf, textOfFile } from '../../../src/content/decode/large-file.ts';
import { readArticleFile } from '../../../src/content/folder/read-file.ts';
import { SETTINGS } from '../article-settings.ts';
import { contentErrorOf } from '../content-error.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const MEGABYTE = 1024 * 1024;
const textIn = (bytes: Uint8Array | string, label = 'utf-8'): string => {
  const folder = temporaryFolder({ x: bytes });
  return [...textOfFile(join(folder, 'x'), label)].join('');
};

describe('the text of a large file', () => {
  test.each<[string, string]>([
    ['a letter on the border of two pieces', `${'a'.repeat(MEGABYTE - 1)}港b`],
    ['a line end of Windows there', `${'a'.repeat(MEGABYTE - 1)}\r\nb`],
    ['a lone carriage return at the end', 'a\r'],
    ['nothing', ''],
  ])('is the same as in one piece: %s', (_name, text) => {
    expect(textIn(text)).toBe(text.replace(/\r\n?/g, '\n'));
  });

  test('is told with its line where it is not of its encoding', () => {
    const bytes = new Uint8Array(MEGABYTE + 10).fill(0x61);
    bytes[5] = 10;
    bytes[MEGABYTE + 5] = 0xff;
    expect(contentErrorOf(() => textIn(bytes))).toBe('2: from here on the file is not utf-8; save it as UTF-8');
  });

  test('comes line by line', () => {
    expect([...linesOf(['a', 'b\n', '\nc', '', '\nd'])]).toEqual(['ab', '', 'c', 'd']);
  });
});

const row = (title: string, fields: object): string => JSON.stringify({ title, text: 'Text.', ...fields });

describe('a file larger than an article may be', () => {
  const lines = [row('first', { date: '2024-01-01' })];
  for (let count = 0; count < 60; count += 1) lines.push(row('draft', { draft: true, more: 'x'.repeat(200_000) }));
  lines.push('{', row('last 港', { date: '2024-01-02' }));
  const read = (path: string, text: string) =>
    readArticleFile(
      temporaryFolder({ [path]: text }),
      { path, bytes: Buffer.byteLength(text), signature: '' },
      undefined,
      SETTINGS,
    );

  test('is read piece by piece', () => {
    expect(read('a.jsonl', lines.join('\n'))).toMatchObject({
      kind: 'read',
      form: 'json-lines',
      articles: [{ title: 'first' }, { title: 'last 港' }],
      problems: [{ line: 62 }],
      unread: 'unknown',
    });
  });

  test('is read whole where its form asks for it', () => {
    const json = `[${lines.filter((line) => line !== '{').join(',')}]`;
    expect(read('a.json', json)).toMatchObject({ form: 'json', articles: [{ title: 'first' }, { title: 'last 港' }] });
  });

  test('is refused as an article', () => {
    expect(read('a.md', 'x'.repeat(11 * MEGABYTE))).toMatchObject({ kind: 'skipped' });
  });
});
