import { expect, test } from 'vitest';
import { readPageText } from '../../../src/content/page/page-text.ts';
import { contentErrorOf } from '../content-error.ts';

const HEADLINES = [
  'Ferry Loses Its Horn and Finds a Trumpet',
  'Goat Elected to the Board of the Mole',
  'Bakery Opens at the Turn of the Tide',
  'Observatory Counts Bats in Place of Stars',
  'Tram Nine Stops for a Hedgehog Again',
  'Library Lends Its First Lighthouse Lamp',
  'Herring Prices Sleep Through the Winter',
  'Choir of Keepers Sings to the Fog Bank',
  'Museum of Keys Cannot Open Its Door',
];
const TEASERS = HEADLINES.map(
  (_line, index) =>
    `A short word on what happened in ward ${index}, which is told at length on a page of its own below.`,
);
const LISTED = `1: this page lists ${HEADLINES.length} headlines and holds no article; remove it, or move it out of the folder`;

test.each<[string, string]>([
  ['headlines alone', HEADLINES.join('\n')],
  ['headlines with the day of each', HEADLINES.map((line, at) => `${line}\n${at + 1} March 2024\n`).join('\n')],
  ['headlines with teasers', HEADLINES.map((line, at) => `${line}\n${TEASERS[at]}\n`).join('\n')],
  ['links in Markdown', HEADLINES.map((line) => `  * [${line}](https://site.example/a)`).join('\n')],
])('a page of %s holds no article', (_name, text) => {
  expect(contentErrorOf(() => readPageText(`Home\nNews\n${text}\n© Tidewater Courier`))).toBe(LISTED);
});

test('one paragraph above a list of headlines is an article', () => {
  const text =
    'The ferry has found a trumpet where its horn was, and the captain says that it will stay until Easter, or until somebody learns to play it.';
  const page = `Ferry Finds a Trumpet Where Its Horn Was\n3 March 2024\n\n${text}\n\nRelated\n${HEADLINES.join('\n')}`;
  expect(readPageText(page).summary).toBe(text);
});
