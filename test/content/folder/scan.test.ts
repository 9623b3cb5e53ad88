import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Scan, scanFolder } from '../../../src/content/folder/scan.ts';
import { processorNow } from '../../processor-time.ts';
import { asOrdinaryUser } from '../ordinary-user.ts';
import { temporaryFolder, writeTo } from '../temporary-folder.ts';

/** Paths of files, and problems as `path: message`. */
const told = ({ files, problems }: Scan) => ({
  files: files.map(({ path }) => path),
  problems: problems.map(({ path, message }) => `${path}: ${message}`),
});
const scanned = (folder: string) => told(scanFolder(folder));
const only = (...files: readonly string[]) => ({ files, problems: [] });

const NOT_A_FILE = 'it is named like an article but is no file; rename or remove it';
const LEADS_OUT = 'the link leads out of the content folder; copy the file into it';
const FOLDER_LEADS_OUT = 'the link leads out of the content folder; copy the folder into it';
const LEADS_NOWHERE = 'the link leads nowhere; mend or remove it';

describe('the article files of a folder and its folders are listed', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['each kind of article', ['a.md', 'b.markdown', 'c.txt', 'd.text'], ['a.md', 'b.markdown', 'c.txt', 'd.text']],
    ['extensions in capitals', ['A.MD', 'B.Txt'], ['A.MD', 'B.Txt']],
    ['no other kinds', ['a.md', 'b.png', 'c', 'd.md.bak', 'e.pdf', 'tagwire.yaml', 'md'], ['a.md']],
    ['no hidden files and folders', ['.a.md', '.git/b.md', 'x/.c.md', 'x/.y/d.md', 'x/e.md'], ['x/e.md']],
    ['folders in folders', ['a/b/c/d/e.md'], ['a/b/c/d/e.md']],
    ['a folder that is named like an article', ['a.md/b.md'], ['a.md/b.md']],
    [
      'in the order of code units',
      ['b.md', 'a.md', 'B.md', 'a/z.md', 'a-b.md', 'ä.md', 'я.md', '🌊.md', '\uff5e.md'],
      ['B.md', 'a-b.md', 'a.md', 'a/z.md', 'b.md', 'ä.md', 'я.md', '🌊.md', '\uff5e.md'],
    ],
    [
      'odd names',
      ['a b.md', 'a\nb.md', 'a\\b.md', '50%.md', '#.md', "it's.md", '-r.md', '~.md', 'a:b.md', '*.md'],
      ['#.md', '*.md', '-r.md', '50%.md', 'a\nb.md', 'a b.md', 'a:b.md', 'a\\b.md', "it's.md", '~.md'],
    ],
    ['a name with letters taken apart stays so', ['cafe\u0301.md'], ['cafe\u0301.md']],
    ['an extension alone is a hidden file', ['.md', '.txt'], []],
    ['nothing', [], []],
  ])('%s', (_name, paths, files) => {
    expect(scanned(temporaryFolder(Object.fromEntries(paths.map((path) => [path, 'x']))))).toEqual(only(...files));
  });

  test('size and times are told, and any change of them', () => {
    const folder = temporaryFolder({ 'a.md': 'four' });
    const look = () => scanFolder(folder).files[0];
    const first = look();
    expect(first?.bytes).toBe(4);
    expect(look()).toEqual(first);
    utimesSync(join(folder, 'a.md'), 1, 1);
    const touched = look();
    expect(touched?.signature).not.toBe(first?.signature);
    writeTo(folder, 'a.md', 'fours');
    expect(look()?.signature).not.toBe(touched?.signature);
  });

  test('a file of the same size with the time set back is seen to have changed', () => {
    const folder = temporaryFolder({ 'a.md': 'four' });
    const { atime, mtime } = statSync(join(folder, 'a.md'));
    const first = scanFolder(folder).files[0]?.signature;
    writeTo(folder, 'a.md', 'five');
    utimesSync(join(folder, 'a.md'), atime, mtime);
    expect(scanFolder(folder).files[0]?.signature).not.toBe(first);
  });

  test('a folder that is not there is thrown', () => {
    expect(() => scanFolder(join(temporaryFolder(), 'none'))).toThrow('ENOENT');
  });

  test('a folder that is a file is thrown', () => {
    expect(() => scanFolder(join(temporaryFolder({ 'a.md': 'x' }), 'a.md'))).toThrow('ENOTDIR');
  });
});

/** A folder with links by their path, each to a target that is read from where it stands. */
function folderWithLinks(files: readonly string[], links: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder(Object.fromEntries(files.map((path) => [path, 'x'])));
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
  return folder;
}

describe('links count as what they lead to, inside the folder', () => {
  test.each<[string, readonly string[], Readonly<Record<string, string>>, object]>([
    ['a link to a file', ['a.md'], { 'b.md': 'a.md' }, only('a.md', 'b.md')],
    ['a link to a file of another kind', ['a.bin'], { 'b.md': 'a.bin' }, only('b.md')],
    ['a link of another kind', ['a.md'], { 'b.bin': 'a.md' }, only('a.md')],
    ['a link to a link', ['a.md'], { 'b.md': 'a.md', 'c.md': 'b.md' }, only('a.md', 'b.md', 'c.md')],
    ['a link to a hidden file', ['.x/a.md'], { 'b.md': '.x/a.md' }, only('b.md')],
    ['a link to a folder of its own name', ['x/a.md'], { y: 'x' }, only('x/a.md')],
    ['a link to a hidden folder', ['.x/a.md', '.x/y/b.md'], { z: '.x' }, only('z/a.md', 'z/y/b.md')],
    ['two links to one hidden folder: the first by name', ['.x/a.md'], { z: '.x', y: '.x' }, only('y/a.md')],
    ['a link to the folder itself', ['a.md'], { loop: '.' }, only('a.md')],
    ['a link to the folder above', ['x/a.md'], { 'x/loop': '..' }, only('x/a.md')],
    ['a circle through a hidden folder', ['.x/a.md'], { y: '.x', '.x/loop': '.', '.x/up': '..' }, only('y/a.md')],
    [
      'links that lead to each other',
      ['a.md'],
      { 'b.md': 'c.md', 'c.md': 'b.md' },
      {
        files: ['a.md'],
        problems: [
          'b.md: it cannot be looked at (ELOOP); mend or remove it',
          'c.md: it cannot be looked at (ELOOP); mend or remove it',
        ],
      },
    ],
    ['a link to nothing', ['a.md'], { 'b.md': 'gone.md' }, { files: ['a.md'], problems: [`b.md: ${LEADS_NOWHERE}`] }],
    ['a link to nothing that is no article', ['a.md'], { b: 'gone' }, only('a.md')],
    [
      'a link to a file outside',
      ['a.md'],
      { 'b.md': '/etc/hostname' },
      { files: ['a.md'], problems: [`b.md: ${LEADS_OUT}`] },
    ],
    ['a link to a folder outside', ['a.md'], { b: '/etc' }, { files: ['a.md'], problems: [`b/: ${FOLDER_LEADS_OUT}`] }],
    [
      'a link named like an article to a folder outside',
      ['a.md'],
      { 'b.md': '/etc' },
      { files: ['a.md'], problems: [`b.md/: ${FOLDER_LEADS_OUT}`] },
    ],
    ['a link to a device', ['a.md'], { 'b.md': '/dev/null' }, { files: ['a.md'], problems: [`b.md: ${LEADS_OUT}`] }],
  ])('%s', (_name, files, links, answer) => expect(scanned(folderWithLinks(files, links))).toEqual(answer));

  test('the files of a mounted ConfigMap are links through a link', () => {
    const folder = folderWithLinks(['..2026_01/a.md', '..2026_01/notes/b.md'], {
      '..data': '..2026_01',
      'a.md': '..data/a.md',
      notes: '..data/notes',
    });
    expect(scanned(folder)).toEqual(only('a.md', 'notes/b.md'));
    writeTo(folder, '..2026_02/a.md', 'new');
    rmSync(join(folder, '..data'));
    symlinkSync('..2026_02', join(folder, '..data'));
    expect(scanned(folder)).toEqual(only('a.md'));
    expect(scanFolder(folder).files[0]?.bytes).toBe(3);
  });

  test('a folder beside this one whose name begins alike is outside', () => {
    const above = temporaryFolder({ 'content/a.md': 'x', 'content-old/b.md': 'x' });
    symlinkSync('../content-old/b.md', join(above, 'content/c.md'));
    expect(scanned(join(above, 'content'))).toEqual({ files: ['a.md'], problems: [`c.md: ${LEADS_OUT}`] });
  });

  test('the folder itself may be a link', () => {
    const above = temporaryFolder({ 'real/a.md': 'x', 'real/.x/b.md': 'x' });
    symlinkSync('real', join(above, 'content'));
    symlinkSync('.x/b.md', join(above, 'real/c.md'));
    expect(scanned(join(above, 'content'))).toEqual(only('a.md', 'c.md'));
  });
});

describe('what cannot be looked at is told', () => {
  test('a pipe that is named like an article', () => {
    const folder = temporaryFolder({ 'a.md': 'x' });
    execFileSync('mkfifo', [join(folder, 'b.md')]);
    expect(scanned(folder)).toEqual({ files: ['a.md'], problems: [`b.md: ${NOT_A_FILE}`] });
  });

  test('names that are no UTF-8', () => {
    const folder = temporaryFolder({ 'a.md': 'x', 'x/b.md': 'y', 'c.md': 'z' });
    const odd = (name: string) => Buffer.concat([Buffer.from(join(folder, name)), Buffer.from([0xff])]);
    renameSync(join(folder, 'c.md'), Buffer.concat([odd('c'), Buffer.from('.md')]));
    renameSync(join(folder, 'x'), odd('x'));
    expect(scanned(folder)).toEqual({
      files: ['a.md'],
      problems: ['c\ufffd.md: its name is not UTF-8; rename it', 'x\ufffd/: its name is not UTF-8; rename it'],
    });
  });

  test('a folder that may not be read, and none of its neighbours', () => {
    const folder = temporaryFolder({ 'a.md': 'x', 'x/b.md': 'x', 'y/c.md': 'x' });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'x'), 0);
    const answer = asOrdinaryUser(() => scanned(folder));
    chmodSync(join(folder, 'x'), 0o755);
    expect(answer).toEqual({
      files: ['a.md', 'y/c.md'],
      problems: ['x/: the folder cannot be read (EACCES); mend its permissions'],
    });
  });

  test('files of a folder that may be listed but not entered', () => {
    const folder = temporaryFolder({ 'x/b.md': 'x' });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'x'), 0o444);
    const answer = asOrdinaryUser(() => scanned(folder));
    chmodSync(join(folder, 'x'), 0o755);
    expect(answer).toEqual({ files: [], problems: ['x/b.md: it cannot be looked at (EACCES); mend or remove it'] });
  });

  test('the content folder itself is thrown', () => {
    const folder = join(temporaryFolder(), 'content');
    mkdirSync(folder, { mode: 0 });
    chmodSync(join(folder, '..'), 0o755);
    expect(() => asOrdinaryUser(() => scanFolder(folder))).toThrow('EACCES');
  });
});

test('a thousand files are listed in good time', () => {
  const files = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`${index % 50}/${index}.md`, 'x']));
  const folder = temporaryFolder(files);
  const started = processorNow();
  expect(scanFolder(folder).files).toHaveLength(1_000);
  expect(processorNow() - started).toBeLessThan(3_000);
});
