import { expect, test } from 'vitest';
import { problemPage } from '../../../src/http/pages/problem-page.ts';
import { canonicalOf, classed, named, only, readPage, SITE, wordsIn } from './read-page.ts';

const page = problemPage({ site: SITE, status: 410, title: 'Gone', detail: 'the article "<b>" was taken back' });
const elements = readPage(page);

test('a problem says what it is, in the words of the problem details', () => {
  expect(wordsIn(only(classed(elements, 'kind')))).toBe('Error 410');
  expect(wordsIn(only(named(elements, 'h1')))).toBe('Gone');
  expect(wordsIn(only(classed(elements, 'lead')))).toBe('the article "<b>" was taken back');
});

test('a problem is nothing for a search engine', () => {
  expect(canonicalOf(page)).toBeUndefined();
  const robots = named(elements, 'meta').filter(({ attributes }) => attributes.name === 'robots');
  expect(only(robots).attributes.content).toBe('noindex');
});
