import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isArticleFile } from '../../src/content/article-files.ts';
import { outcomeOf } from './expected.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures');
const ARTICLES = join(FIXTURES, 'articles');
const SAMPLES = join(import.meta.dirname, '..', '..', 'content');

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const articlesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => isArticleFile(path) && !path.endsWith('.expected.json'))
    .sort();

describe('articles are read as their authors expect', () => {
  test.each(articlesIn(ARTICLES))('%s', (path) => {
    expect(outcomeOf(ARTICLES, path)).toEqual(readJson(join(ARTICLES, `${parse(path).name}.expected.json`)));
  });

  test('no expectation stands without its article', () => {
    const expected = readdirSync(ARTICLES).filter((name) => name.endsWith('.expected.json'));
    expect(expected.sort()).toEqual(
      articlesIn(ARTICLES)
        .map((path) => `${parse(path).name}.expected.json`)
        .sort(),
    );
  });
});

test('the samples of the project are read as expected', () => {
  const outcomes = Object.fromEntries(articlesIn(SAMPLES).map((path) => [path, outcomeOf(SAMPLES, path)]));
  expect(outcomes).toEqual(readJson(join(FIXTURES, 'samples.expected.json')));
});
