import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ingest } from '../../../src/content/folder/ingest.ts';
import type { FileChange } from '../../../src/model/changes.ts';
import type { Instant } from '../../../src/model/instant.ts';
import { ALL } from '../../../src/model/selection.ts';
import { openStore } from '../../../src/store/open.ts';
import { toInstant } from '../../../src/time/instant.ts';
import { SETTINGS } from '../article-settings.ts';
import { temporaryFolder, writeTo } from '../temporary-folder.ts';

function instantOf(text: string): Instant {
  const instant = toInstant(Date.parse(text));
  if (instant === undefined) throw new RangeError(text);
  return instant;
}

const NOW = instantOf('2026-01-01T00:00:00Z');
const PROMPT = 'The Mail is read in nine harbours, and its friends are asked to bring a lamp on the first of May.';

const page = (number: number, prompt = PROMPT): string =>
  `Ferry ${number} sails for the island of goats\n\n${number} March 2021, 10:00\n\nFerry ${number} has sailed for the island of goats, and the captain says that she will come back when the ${number} goats are counted.\n\n${prompt}\n\nNobody on ferry ${number} was in a hurry, for the tide was late and the tea was hot in all ${number} cabins.\n`;

const pages = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`mail/page-${at + 1}.txt`, page(at + 1)]));

function houseOf(files: Readonly<Record<string, string>>, folder = temporaryFolder(files)) {
  const store = openStore(':memory:');
  onTestFinished(() => store.close());
  const opened: string[] = [];
  const run = async (paths?: readonly string[]) => {
    opened.length = 0;
    const onRead = (change: FileChange): void => void opened.push('file' in change ? change.file.path : change.path);
    return ingest({
      folder,
      store,
      settings: SETTINGS,
      now: () => NOW,
      onRead,
      ...(paths === undefined ? {} : { paths }),
    });
  };
  const articles = async () => (await store.readFeed(ALL, 100))?.articles ?? [];
  const prompts = async () => (await articles()).filter(({ html }) => html.includes(PROMPT)).length;
  return { folder, run, opened, prompts, articles };
}

describe('the furniture of a folder is learned from its pages', () => {
  test('a paragraph that stands in all of them goes from all of them', async () => {
    const { run, prompts, articles } = houseOf(pages(8));
    expect((await run()).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect([(await articles()).length, await prompts()]).toEqual([8, 0]);
  });

  test('a folder with few pages teaches nothing', async () => {
    const { run, prompts } = houseOf(pages(5));
    await run();
    expect(await prompts()).toBe(5);
  });

  test('a second look opens no file', async () => {
    const { run, opened } = houseOf(pages(8));
    await run();
    expect(await run()).toMatchObject({ read: 0 });
    expect(opened).toEqual([]);
  });

  test('when it changes, the pages of the folder are read anew, and are as if they were read for the first time', async () => {
    const files = pages(5);
    const { folder, run, prompts, articles } = houseOf(files);
    await run();
    writeTo(folder, 'mail/page-6.txt', page(6));
    expect(await run()).toMatchObject({ read: 6 });
    expect(await prompts()).toBe(0);
    const rebuilt = houseOf({}, folder);
    await rebuilt.run();
    expect(await rebuilt.articles()).toEqual(await articles());
    rmSync(join(folder, 'mail/page-6.txt'));
    await run();
    expect(await prompts()).toBe(5);
  });

  test('a look at single files uses what was learned and learns nothing', async () => {
    const { folder, run, prompts, opened } = houseOf(pages(8));
    await run();
    writeTo(folder, 'mail/page-9.txt', page(9));
    expect(await run(['mail/page-9.txt'])).toMatchObject({ read: 1 });
    expect(await prompts()).toBe(0);
    await run();
    expect(opened).toEqual([]);
  });
});

describe('a folder may say its habits', () => {
  const BAD = 'mail/tagwire.yaml';

  test('they count for the folders below, and a change of them is read at once', async () => {
    const { folder, run, prompts, opened } = houseOf({ 'mail/2021/a.txt': page(1), 'other/b.txt': page(2) });
    await run();
    expect(await prompts()).toBe(2);
    writeTo(folder, BAD, 'pages:\n  drop: ["The Mail is read*"]\n');
    await run();
    expect([await prompts(), opened]).toEqual([1, ['mail/2021/a.txt']]);
    rmSync(join(folder, BAD));
    await run();
    expect(await prompts()).toBe(2);
  });

  test('a zone of their own', async () => {
    const { run, articles } = houseOf({ 'mail/a.txt': page(1), [BAD]: 'time_zone: Asia/Tokyo\nlanguage: en\n' });
    await run();
    const [article] = await articles();
    expect([article?.publishedAt, article?.language]).toEqual([Date.parse('2021-03-01T01:00:00Z'), 'en']);
  });

  test('a fault is told with its file and line, at every look', async () => {
    const { run } = houseOf({ 'mail/a.txt': page(1), [BAD]: 'pages:\n  titel: x\n' });
    for (const look of [await run(), await run()]) {
      expect(look.problems).toEqual([
        {
          severity: 'error',
          path: BAD,
          line: 2,
          message: 'pages: there is no habit "titel"; known are title, tags_prefix, tags_separator, undated, drop',
        },
      ]);
    }
  });
});

describe('a page that shows no time has that of its file', () => {
  const undated = page(1).replace(/\n\n1 March 2021, 10:00/, '');
  const times = (folder: string, text: string): void =>
    utimesSync(join(folder, 'mail/a.txt'), new Date(text), new Date(text));

  test('it is told, and another time of the file is another time of the article', async () => {
    const { folder, run, articles } = houseOf({ 'mail/a.txt': undated });
    times(folder, '2022-02-02T02:02:02Z');
    const { problems } = await run();
    expect(problems.map(({ message }) => message)).toEqual([
      'the page shows no time, that of its file is taken (2022-02-02T02:02:02Z); add a line such as "Published: 2026-11-22T13:00:00Z"',
    ]);
    times(folder, '2023-03-03T03:03:03Z');
    await run();
    expect((await articles()).map(({ publishedAt, dateline }) => [publishedAt, dateline?.role])).toEqual([
      [Date.parse('2023-03-03T03:03:03Z'), 'file'],
    ]);
  });

  test('a folder may refuse such pages', async () => {
    const { run } = houseOf({ 'mail/a.txt': undated, 'mail/tagwire.yaml': 'pages:\n  undated: refuse\n' });
    expect((await run()).problems).toMatchObject([{ severity: 'error', path: 'mail/a.txt' }]);
  });
});
