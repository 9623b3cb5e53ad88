import { createHash } from 'node:crypto';
import { chmodSync, closeSync, openSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArticleFile } from '../../../src/content/folder/read-file.ts';
import type { FileChange, FileState } from '../../../src/model/changes.ts';
import { processorNow } from '../../processor-time.ts';
import { SETTINGS } from '../article-settings.ts';
import { asOrdinaryUser } from '../ordinary-user.ts';
import { pageOf } from '../sample-page.ts';
import { temporaryFolder, writeTo } from '../temporary-folder.ts';

const GOOD = '---\ntitle: Low water\ndate: 2021-01-20\n---\nText.\n';

function read(folder: string, path: string, known?: FileState): FileChange {
  const { size } = statSync(join(folder, path));
  return readArticleFile(folder, { path, bytes: size, signature: 's' }, known, SETTINGS);
}

/** What is told of a change: its kind, and problems as `severity line: message`. */
const told = (change: FileChange) => ({
  kind: change.kind,
  problems:
    'problems' in change
      ? change.problems.map(({ severity, line, message }) => `${severity} ${line ?? '-'}: ${message}`)
      : [],
});

const hashOf = (contents: string): string => createHash('sha256').update(contents).digest('hex');

describe('a good file is read in the form that its name and text have', () => {
  test.each<[string, string, string, string]>([
    ['Markdown', 'a.md', GOOD, 'markdown'],
    ['Markdown with a long extension', 'a.markdown', GOOD, 'markdown'],
    ['an extension in capitals', 'A.MD', GOOD, 'markdown'],
    ['a text with front matter', 'a.txt', GOOD, 'markdown'],
    ['a page dump', 'a.txt', pageOf(), 'page-text'],
    ['a page dump with another extension', 'a.text', pageOf(), 'page-text'],
  ])('%s', (_name, path, contents, form) => {
    const change = read(temporaryFolder({ [path]: contents }), path);
    expect(change).toMatchObject({
      kind: 'read',
      form,
      file: { path, signature: 's', hash: hashOf(contents) },
      articles: { length: 1 },
    });
  });

  test('a draft has no article and no problem', () => {
    const change = read(temporaryFolder({ 'a.md': GOOD.replace('date', 'draft: true\ndate') }), 'a.md');
    expect(change).toMatchObject({ kind: 'read', articles: [], problems: [] });
  });

  test('a draft needs no date', () => {
    const change = read(temporaryFolder({ 'a.md': '---\ntitle: t\ndraft: true\n---\n' }), 'a.md');
    expect(change).toMatchObject({ kind: 'read', articles: [], problems: [] });
  });

  test('notes of an article do not keep it from being published', () => {
    const change = read(temporaryFolder({ 'a.txt': pageOf() }), 'a.txt');
    expect(change).toMatchObject({ kind: 'read', articles: { length: 1 } });
    expect(told(change).problems).toEqual([
      'note 7: the page shows no headline, the title is made of the lead',
      "note 1: the time is the page's own clock (2021-01-14T02:27:00Z): it shows no other",
    ]);
  });

  test('the same bytes as before are only touched', () => {
    const folder = temporaryFolder({ 'a.md': GOOD });
    const known = { path: 'a.md', signature: 'old', hash: hashOf(GOOD) };
    expect(read(folder, 'a.md', known)).toEqual({ kind: 'touched', file: { ...known, signature: 's' } });
    expect(read(folder, 'a.md', { ...known, hash: '' }).kind).toBe('read');
  });
});

const LARGE = 'divide it, or move it out of the folder';

describe('a bad file is told with its line and its mend', () => {
  test.each<[string, string, string | Uint8Array, string]>([
    ['empty', 'a.md', '', 'error 1: the file is empty; write an article or remove it'],
    [
      'white space',
      'a.md',
      ' \n\t\n',
      'error 1: the file holds nothing but white space; write an article or remove it',
    ],
    [
      'binary',
      'a.md',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 10, 0, 1]),
      'error 2: the file is binary (it holds a NUL byte); save it as UTF-8 text, or move it out of the folder',
    ],
    [
      'UTF-16 that is cut off',
      'a.txt',
      new Uint8Array([0xff, 0xfe, 0x61]),
      'error 1: the file is UTF-16 with half a letter in it; save it as UTF-8',
    ],
    [
      'bytes that no encoding explains',
      'a.txt',
      new Uint8Array([0x61, 10, 0x63, 0x81, 10]),
      'error 2: byte 0x81 is not UTF-8; save the file as UTF-8',
    ],
    [
      'front matter that is not closed',
      'a.md',
      '---\ntitle: t\n',
      'error 1: the front matter is opened by "---" but never closed; add a line "---" after it',
    ],
    [
      'front matter that is no YAML',
      'a.md',
      '---\ntitle: a: b\n---\n',
      'error 2: the front matter is not YAML: Nested mappings are not allowed in compact mappings; quote values that hold ":" or "#"',
    ],
    [
      'no title',
      'a.md',
      'Text.\n',
      'error 1: the article has no title; add "title: …" to its front matter, or a first line "# …"',
    ],
    [
      'no date',
      'a.md',
      '# Low water\n',
      'error 1: no date was found; add one such as "2026-11-22T13:00:00Z" (in Markdown: "date: …")',
    ],
    [
      'a page of navigation',
      'a.txt',
      'Home\nNews\n',
      'error 1: no paragraph was found, only short lines; add the text of the article, or remove the file',
    ],
    [
      'a page without any date',
      'a.txt',
      pageOf({ clock: [] }),
      'error 1: no date was found; add one such as "2026-11-22T13:00:00Z" (in Markdown: "date: …")',
    ],
    [
      'HTML that is never closed',
      'a.md',
      `${GOOD}${'<b>'.repeat(1_000)}`,
      'error -: the HTML is nested more than 500 elements deep; close its elements',
    ],
    [
      'another kind of file',
      'a.bin',
      '<p>x</p>',
      'error -: no reader is for this kind of file; docs/articles.md lists those that are read',
    ],
  ])('%s', (_name, path, contents, problem) => {
    const change = read(temporaryFolder({ [path]: contents }), path);
    expect(told(change)).toEqual({ kind: 'skipped', problems: [problem] });
    expect(change).toMatchObject({ file: { path, signature: 's' } });
  });

  test('a file of 50 MB is not even opened', () => {
    const folder = temporaryFolder();
    closeSync(openSync(join(folder, 'a.md'), 'w'));
    truncateSync(join(folder, 'a.md'), 50 * 1024 * 1024);
    const started = processorNow();
    const change = read(folder, 'a.md');
    expect(told(change)).toEqual({
      kind: 'skipped',
      problems: [`error -: the file is too large (50 MB, at most 10); ${LARGE}`],
    });
    expect(change).toMatchObject({ file: { hash: '' } });
    expect(processorNow() - started).toBeLessThan(500);
  });

  test('a file a little above the limit is told so', () => {
    const folder = temporaryFolder({ 'a.md': '' });
    truncateSync(join(folder, 'a.md'), 10 * 1024 * 1024 + 1);
    expect(told(read(folder, 'a.md')).problems).toEqual([
      `error -: the file is too large (11 MB, at most 10); ${LARGE}`,
    ]);
  });

  test('a file that may not be read', () => {
    const folder = temporaryFolder({ 'a.md': GOOD });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'a.md'), 0);
    const change = asOrdinaryUser(() => read(folder, 'a.md'));
    expect(told(change)).toEqual({
      kind: 'skipped',
      problems: ['error -: the file cannot be read (EACCES); mend its permissions'],
    });
  });

  test('a file that went away since it was found', () => {
    const folder = temporaryFolder({ 'a.md': GOOD });
    rmSync(join(folder, 'a.md'));
    const change = readArticleFile(folder, { path: 'a.md', bytes: 9, signature: 's' }, undefined, SETTINGS);
    expect(told(change)).toEqual({
      kind: 'skipped',
      problems: ['error -: the file went away while it was read; it is looked for again'],
    });
  });

  test('a file that became bad keeps the bytes it has now, so that it is read again when it is good', () => {
    const folder = temporaryFolder({ 'a.md': '---\n' });
    const known = { path: 'a.md', signature: 'old', hash: hashOf(GOOD) };
    const bad = read(folder, 'a.md', known);
    expect(bad).toMatchObject({ kind: 'skipped', file: { hash: hashOf('---\n') } });
    writeTo(folder, 'a.md', GOOD);
    expect(read(folder, 'a.md', bad.kind === 'skipped' ? bad.file : undefined).kind).toBe('read');
  });
});
