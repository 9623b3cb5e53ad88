import { expect, test } from 'vitest';
import { homePage } from '../../../src/http/pages/home-page.ts';
import { termsPage } from '../../../src/http/pages/terms-page.ts';
import type { TermKind } from '../../../src/model/term.ts';
import { term } from '../../feeds/sample-articles.ts';
import { addressesOf, canonicalOf, classed, counted, named, only, readPage, SITE, wordsIn } from './read-page.ts';

const tag = (label: string, count: number) => counted(term('tag', label), count);
const TAGS = [tag('tram 10', 1), tag('Zebra', 2), tag('apple', 3), tag('Ärmel', 1), tag('tram 9', 4), tag('Gone', 0)];

const indexOf = (kind: TermKind, terms = TAGS): string => termsPage({ site: SITE, kind, terms });

test('terms stand as a person looks for them, those without an article are left out', () =>
  expect(classed(readPage(indexOf('tag')), 'name').map(wordsIn)).toEqual([
    'apple 3',
    'Ärmel 1',
    'tram 9 4',
    'tram 10 1',
    'Zebra 2',
  ]));

test('each term has its page and its three feeds', () => {
  const [first] = only(classed(readPage(indexOf('tag', [tag('C#', 1)])), 'terms')).children;
  const links = named(first?.children.flatMap(({ children }) => children) ?? [], 'a');
  const address = 'https://post.example/news/tags/c-sharp';
  expect(addressesOf(links)).toEqual([address, `${address}.rss`, `${address}.atom`, `${address}.json`]);
});

test.each([
  ['tag', 'Tags', 'tags'],
  ['section', 'Sections', 'sections'],
  ['series', 'Series', 'series'],
  ['author', 'Authors', 'authors'],
] as const)('the index of each %s has its address and is marked in the navigation', (kind, heading, path) => {
  const page = indexOf(kind);
  const elements = readPage(page);
  expect(canonicalOf(page)).toBe(`https://post.example/news/${path}`);
  expect(wordsIn(only(named(elements, 'h1')))).toBe(heading);
  const current = elements.filter(({ attributes }) => attributes['aria-current'] === 'page');
  expect(current.map(wordsIn)).toEqual([heading]);
});

test.each([
  ['several', TAGS, '5 tags, each with feeds of its own.'],
  ['one', [tag('Fog', 2)], '1 tag, with feeds of its own.'],
  ['none', [tag('Gone', 0)], 'No article names a tag yet.'],
])('the index counts %s', (_name, terms, words) =>
  expect(classed(readPage(indexOf('tag', terms)), 'lead').map(wordsIn)).toEqual([words]),
);

test('at home stand the most used tags, and a way to the others', () => {
  const many = Array.from({ length: 40 }, (_, index) => tag(`tag ${index}`, index));
  const elements = readPage(homePage({ site: SITE, articles: [], tags: many, sections: [] }));
  const shown = only(classed(elements, 'tags')).children.map(wordsIn);
  expect(shown).toHaveLength(30);
  expect(shown.slice(0, 2)).toEqual(['tag 39 39', 'tag 38 38']);
  expect(addressesOf(named(elements, 'a').filter(({ text }) => text === 'All 39 tags'))).toEqual([
    'https://post.example/news/tags',
  ]);
});

test('home is the base address', () =>
  expect(canonicalOf(homePage({ site: SITE, articles: [], tags: [], sections: [] }))).toBe(
    'https://post.example/news/',
  ));
