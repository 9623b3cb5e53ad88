import { describe, expect, test } from 'vitest';
import { learnFurniture, samplePaths } from '../../../src/content/folder/folder-furniture.ts';

const PROMPT = 'Become a friend of the Tidewater Courier and get a lamp for your window.';
const pages = (count: number, prompts: number): readonly string[] =>
  Array.from(
    { length: count },
    (_, at) => `Headline of page ${at} alone\n\n${at < prompts ? PROMPT : `Words of page ${at}.`}\n`,
  );

describe('a line that stands in many pages of a folder is furniture', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['in all of them', pages(6, 6), [PROMPT]],
    ['in a third', pages(12, 4), [PROMPT]],
    ['in fewer than a third', pages(12, 3), []],
    ['in two', pages(6, 2), []],
    ['in a folder of few pages', pages(5, 5), []],
    ['twice in one page', pages(6, 0).map((page, at) => (at < 2 ? `${page}${PROMPT}\n${PROMPT}\n` : page)), []],
    ['names are left alone', pages(6, 0).map((page) => `Coast\n${page}`), []],
  ])('%s', (_name, texts, lines) => expect(learnFurniture(texts)).toEqual(lines));

  test('the order of the pages makes no difference', () => {
    const texts = pages(12, 9).map(
      (page, at) => `${page}${at % 2 === 0 ? 'The tide table of the harbour office\n' : ''}`,
    );
    expect(learnFurniture(texts.toReversed())).toEqual(learnFurniture(texts));
    expect(learnFurniture(texts)).toHaveLength(2);
  });
});

describe('the sample of a folder', () => {
  const paths = Array.from({ length: 500 }, (_, at) => `crawl/page-${at}.txt`);

  test('has at most 64 pages, the same ones in whatever order', () => {
    expect(samplePaths(paths)).toHaveLength(64);
    expect(samplePaths(paths.toReversed())).toEqual(samplePaths(paths));
  });

  test('changes little when a page comes', () => {
    const before = new Set(samplePaths(paths));
    expect(samplePaths([...paths, 'crawl/new.txt']).filter((path) => !before.has(path)).length).toBeLessThanOrEqual(1);
  });

  test('is empty in a small folder', () => expect(samplePaths(paths.slice(0, 5))).toEqual([]));
});
