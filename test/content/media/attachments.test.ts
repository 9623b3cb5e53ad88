import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { secondsOf } from '../../../src/content/fields/media-fields.ts';
import { ingest } from '../../../src/content/folder/ingest.ts';
import { mediaBeside } from '../../../src/content/media/media-folder.ts';
import type { Article } from '../../../src/model/article.ts';
import { ALL } from '../../../src/model/selection.ts';
import { openStore } from '../../../src/store/open.ts';
import { NOW } from '../../store/made-articles.ts';
import { SETTINGS } from '../article-settings.ts';
import { temporaryFolder, writeTo } from '../temporary-folder.ts';

const MEDIA = `${SETTINGS.site.baseUrl}media/`;

const written = (yaml: string, body: string): string =>
  `---\ntitle: Low water\ndate: 2021-01-20\n${yaml === '' ? '' : `${yaml}\n`}---\n${body}\n`;

const FILES = {
  'post/talk.mp3': 'abc',
  'post/my pic.png': 'abcd',
  'post/deep/clip.mp4': 'abcde',
  'images/root.jpg': 'abcdef',
  'static/css/s.webp': 'abcdefg',
};

async function house(yaml: string, body: string, files: Readonly<Record<string, string>> = FILES) {
  const folder = temporaryFolder({ ...files, 'post/index.md': written(yaml, body) });
  const store = openStore(':memory:');
  onTestFinished(() => store.close());
  const look = () => ingest({ folder, store, settings: SETTINGS, now: () => NOW });
  const article = async (): Promise<Article> => {
    const [first] = (await store.readFeed(ALL, 1))?.articles ?? [];
    if (first === undefined) throw new Error('no article');
    return first;
  };
  const { problems } = await look();
  return { folder, store, look, article, told: problems.map(({ message }) => message) };
}

/** `url type length` of each, ours from the folder on. */
const filesOf = ({ attachments }: Article): readonly string[] =>
  attachments.map(({ url, mimeType, length = '?', title = '', durationSeconds = '' }) =>
    `${url.replace(MEDIA, '')} ${mimeType} ${length} ${title} ${durationSeconds}`.trim(),
  );

describe('the files of an article are its attachments, recordings first', () => {
  const talk = 'post/talk.mp3 audio/mpeg 3';
  const pic = 'post/my%20pic.png image/png 4';
  test.each<[string, string, string, readonly string[], string | undefined]>([
    ['none', '', 'Text.', [], undefined],
    ['a picture in the text', '', '![](my%20pic.png)', [pic], 'post/my%20pic.png'],
    ['a picture by a longer way', '', '![](./deep/../my%20pic.png?x=1#y)', [pic], 'post/my%20pic.png'],
    [
      'a picture in the root of the folder',
      '',
      '![](/images/root.jpg)',
      ['images/root.jpg image/jpeg 6'],
      'images/root.jpg',
    ],
    [
      'a picture of a folder that generators publish',
      '',
      '![](/css/s.webp)',
      ['static/css/s.webp image/webp 7'],
      'static/css/s.webp',
    ],
    [
      'a picture of the web is shown, but no attachment',
      '',
      '![](https://x.example/a.png)',
      [],
      'https://x.example/a.png',
    ],
    [
      'recordings in the text',
      '',
      '<audio src="talk.mp3"></audio><video><source src="deep/clip.mp4"></video>',
      [talk, 'post/deep/clip.mp4 video/mp4 5'],
      undefined,
    ],
    [
      'a recording in the front matter',
      'audio: talk.mp3\nduration: "1:02"',
      '![](my%20pic.png)',
      [`${talk}  62`, pic],
      'post/my%20pic.png',
    ],
    [
      'a record, whose length the file knows better',
      'enclosure: {url: talk.mp3, length: 999, type: audio/x-own, title: Talk}',
      '',
      ['post/talk.mp3 audio/x-own 3 Talk'],
      undefined,
    ],
    [
      'a record of the web',
      'podcast: {file: https://x.example/a, length: 12, duration: PT1H}',
      '',
      ['https://x.example/a application/octet-stream 12  3600'],
      undefined,
    ],
    [
      'a list',
      'attachments: [{url: talk.mp3}, https://x.example/b.pdf]',
      '',
      [talk, 'https://x.example/b.pdf application/pdf ?'],
      undefined,
    ],
    [
      'a recording of the web whose name says little',
      'audio: https://x.example/play?id=1',
      '',
      ['https://x.example/play?id=1 audio/mpeg ?'],
      undefined,
    ],
    [
      'the picture that stands for it, before the text',
      'image: /images/root.jpg',
      '![](my%20pic.png)',
      ['images/root.jpg image/jpeg 6', pic],
      'images/root.jpg',
    ],
    ['the same picture twice', 'image: my pic.png', '![](my%20pic.png)', [pic], 'post/my%20pic.png'],
    [
      'further pictures',
      'images: [my pic.png, /images/root.jpg]',
      '',
      ['images/root.jpg image/jpeg 6', pic],
      'post/my%20pic.png',
    ],
    [
      'a picture of the web that stands for it',
      'cover: {image: https://x.example/c.png, alt: x}',
      '',
      [],
      'https://x.example/c.png',
    ],
  ])('%s', async (_name, yaml, body, files, image) => {
    const { article, told } = await house(yaml, body);
    expect(told).toEqual([]);
    const found = await article();
    expect(filesOf(found)).toEqual(files);
    expect(found.image?.replace(MEDIA, '')).toBe(image);
  });

  test('an address of a file is absolute wherever it stands in the text', async () => {
    const { article } = await house(
      '',
      '[the talk](talk.mp3) <img src="my pic.png" srcset="my%20pic.png 2x"> [page](other)',
    );
    expect((await article()).html).toBe(
      `<p><a href="${MEDIA}post/talk.mp3">the talk</a> <img src="${MEDIA}post/my%20pic.png" srcset="${MEDIA}post/my%20pic.png 2x" /> <a href="${SETTINGS.site.baseUrl}articles/other">page</a></p>`,
    );
  });

  test.each([
    [
      'a file that is not there',
      '',
      '![](gone.png)',
      'the file "gone.png" is not in the folder; put it beside the article, or mend its name',
    ],
    [
      'a way out of the folder',
      '',
      '![](../../etc/x.png)',
      'the file "../../etc/x.png" is not in the folder; put it beside the article, or mend its name',
    ],
    [
      'an address that is none',
      'audio: "javascript:alert(1)"',
      '',
      '"javascript:alert(1)" is no file of the folder and no web address, and is left out; put the file beside the article',
    ],
  ])('%s is told of', async (_name, yaml, body, message) => {
    const { told, article } = await house(yaml, body);
    expect(told).toEqual([message]);
    expect((await article()).attachments).toEqual([]);
  });

  test('of an article whose original is elsewhere nothing is missed', async () => {
    expect((await house('url: https://x.example/a/', '![](gone.png)')).told).toEqual([]);
  });
});

describe('a file that changes is seen at the next look', () => {
  test('when it grows, goes or comes', async () => {
    const { folder, look, article, store } = await house('', '![](my%20pic.png) ![](/late.png)');
    expect(filesOf(await article())).toEqual(['post/my%20pic.png image/png 4']);
    const updatedAt = (await article()).updatedAt;
    expect(await look()).toMatchObject({ read: 0 });
    writeTo(folder, 'post/my pic.png', 'longer');
    utimesSync(join(folder, 'post/my pic.png'), 1, 1);
    await look();
    expect(filesOf(await article())).toEqual(['post/my%20pic.png image/png 6']);
    writeTo(folder, 'late.png', 'x');
    await look();
    expect(filesOf(await article())).toEqual(['post/my%20pic.png image/png 6', 'late.png image/png 1']);
    rmSync(join(folder, 'post/my pic.png'));
    await look();
    expect(filesOf(await article())).toEqual(['late.png image/png 1']);
    expect((await article()).updatedAt).toBe(updatedAt);
    expect(await look()).toMatchObject({ read: 0 });
    expect(await store.isShown('late.png')).toBe(true);
  });

  test('only what a published article shows is shown', async () => {
    const { folder, look, store } = await house('', '![](my%20pic.png)');
    expect(await store.isShown('post/my pic.png')).toBe(true);
    expect(await store.isShown('post/talk.mp3')).toBe(false);
    writeTo(folder, 'post/index.md', written('draft: true', '![](my%20pic.png)'));
    await look();
    expect(await store.isShown('post/my pic.png')).toBe(false);
    writeTo(folder, 'post/index.md', written('', '![](my%20pic.png)').replace('2021', '2031'));
    await look();
    expect(await store.isShown('post/my pic.png')).toBe(false);
    rmSync(join(folder, 'post/index.md'));
    await look();
    expect(await store.isShown('post/my pic.png')).toBe(false);
  });
});

test.each([
  ['3723', 3723],
  ['3723.6', 3724],
  ['62:03', 3723],
  ['1:02:03', 3723],
  ['PT1H2M3S', 3723],
  ['PT62M3.5S', 3723],
  ['', undefined],
  ['PT', undefined],
  ['an hour', undefined],
  ['1:2:3:4', undefined],
])('the duration %s is %s seconds', (text, seconds) => expect(secondsOf(text)).toBe(seconds));

test('a file that an article shows many times is looked up once, and so is one that is not there', () => {
  const folder = temporaryFolder({ 'post/a.png': 'abcd' });
  const finder = mediaBeside(folder, 'post/index.md', SETTINGS.site.baseUrl);
  const found = finder.find('a.png');
  expect(found?.bytes).toBe(4);
  expect(finder.find('b.png')).toBeUndefined();
  rmSync(join(folder, 'post/a.png'));
  writeTo(folder, 'post/b.png', 'abc');
  expect(finder.find('./a.png')).toStrictEqual(found);
  expect(finder.find('b.png')).toBeUndefined();
});
