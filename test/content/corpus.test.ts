import { expect, test } from 'vitest';
import { judge } from './corpus/score.ts';
import { samplePages } from './corpus/sites.ts';

const PAGES = samplePages();
const JUDGED = PAGES.flatMap(judge);

/** Percent of the pages that show a field on which it is read right. */
function share(field: string): number {
  const all = JUDGED.filter((one) => one.field === field);
  return (100 * all.filter(({ isRight }) => isRight).length) / all.length;
}

test('the corpus has pages of many sites, extractors and languages', () => {
  expect(PAGES.length).toBeGreaterThan(120);
  expect(new Set(PAGES.map(({ site }) => site)).size).toBeGreaterThan(40);
  expect(new Set(PAGES.map(({ language }) => language)).size).toBeGreaterThan(15);
  expect(new Set(PAGES.map(({ name }) => name)).size).toBe(PAGES.length);
});

test.each<[string, number]>([
  ['title', 90],
  ['start', 95],
  ['whole', 95],
  ['clean', 85],
  ['published', 95],
  ['noWrongTime', 100],
  ['tags', 85],
  ['noFalseTags', 90],
  ['section', 75],
  ['authors', 85],
])('%s is read right on at least %i percent of the pages', (field, least) => {
  expect(share(field)).toBeGreaterThanOrEqual(least);
});
