import { describe, expect, test } from 'vitest';
import { selectionPage } from '../../../src/http/pages/selection-page.ts';
import { parseSelection, type Selection } from '../../../src/model/selection.ts';
import {
  addressesOf,
  canonicalOf,
  classed,
  elementsIn,
  named,
  only,
  readPage,
  SITE,
  sample,
  wordsIn,
} from './read-page.ts';

const TIDE_CLOCK = sample('tide-clock');
const HERRING_PRICES = sample('herring-prices');
const FERRY_DIARY = sample('ferry-diary');

function selection(text: string): Selection {
  const parsed = parseSelection(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.selection;
}

const labels = new Map([
  ['tag:clocks', 'Clocks'],
  ['tag:fish', 'Fish'],
  ['section:harbour', 'Harbour'],
]);
const articles = [TIDE_CLOCK, HERRING_PRICES, FERRY_DIARY];
const pageOf = (text: string, count?: number, shown = articles): string =>
  selectionPage({ site: SITE, selection: selection(text), contents: { articles: shown, labels }, count });

describe('the page', () => {
  test.each([
    ['of a tag', 'clocks', 'Tag', 'Clocks', 'tags/clocks'],
    ['of a section', 'section:harbour', 'Section', 'Harbour', 'sections/harbour'],
    ['of a series without a known label', 'series:letters', 'Series', 'letters', 'series/letters'],
    ['of an author', 'author:jon', 'Author', 'jon', 'authors/jon'],
    ['of tag algebra', 'fish+clocks', 'Selection', 'Clocks and Fish', 'tags/clocks+fish'],
  ])('%s says in words what it shows, under its canonical address', (_name, text, kind, words, path) => {
    const page = pageOf(text);
    const elements = readPage(page);
    expect(wordsIn(only(classed(elements, 'kind')))).toBe(kind);
    expect(wordsIn(only(named(elements, 'h1')))).toBe(words);
    expect(wordsIn(only(named(elements, 'title')))).toBe(`${words} – Tidal Post`);
    expect(canonicalOf(page)).toBe(`https://post.example/news/${path}`);
  });

  test('shows the three addresses to be copied, as they are', () => {
    const [list] = classed(readPage(pageOf('clocks')), 'addresses');
    const links = named(list?.children.flatMap(({ children }) => children) ?? [], 'a');
    const addresses = ['rss', 'atom', 'json'].map((format) => `https://post.example/news/tags/clocks.${format}`);
    expect(addressesOf(links)).toEqual(addresses);
    expect(links.map(({ text }) => text)).toEqual(addresses);
  });

  test.each([
    ['all are shown', 3, articles, '3 articles'],
    ['more are known', 1_245, articles, '1,245 articles, the newest 3 of them here'],
    ['there is one', 1, [TIDE_CLOCK], '1 article'],
    ['there is none', 0, [], '0 articles'],
    ['nobody counted', undefined, articles, 'The newest 3 articles'],
    ['nobody counted the only one', undefined, [TIDE_CLOCK], '1 article'],
  ])('counts the articles where %s', (_name, count, shown, words) =>
    expect(classed(readPage(pageOf('clocks', count, shown)), 'lead').map(wordsIn)).toEqual([words]),
  );

  test('says so when there is nothing yet', () =>
    expect(classed(readPage(pageOf('clocks', 0, [])), 'nothing').map(wordsIn)).toEqual(['There is no article yet.']));
});

describe('the list', () => {
  const entries = classed(readPage(pageOf('clocks')), 'h-entry').map((entry) => ({ entry, inside: elementsIn(entry) }));
  test('keeps the order that it was given', () =>
    expect(entries.map(({ entry }) => wordsIn(only(named(entry.children, 'h3'))))).toEqual(
      articles.map(({ title }) => title),
    ));

  test('shows date, summary and tags', () => {
    const [first] = entries;
    expect(classed(first?.inside ?? [], 'dt-published')[0]?.text).toBe('6 March 2026, 07:30 UTC');
    expect(classed(first?.inside ?? [], 'p-summary')[0]?.text).toBe(TIDE_CLOCK.summary);
    const [tags] = named(first?.entry.children ?? [], 'ul');
    expect(tags?.children.map(wordsIn)).toEqual(['Saltmarsh Quay', 'Clocks']);
  });

  test('shows the beginning of a text without a summary', () =>
    expect(classed(entries[1]?.inside ?? [], 'p-summary')[0]?.text).toBe(
      'Three research boats sold their catch on Thursday. The price of herring fell below four florins for the first time since the bridge was built, and the auctioneer lost his voice.',
    ));

  test('leads to the pages here, and to an original by its host', () => {
    const links = named(readPage(pageOf('clocks')), 'a');
    const titles = links.filter(({ text }) => articles.some(({ title }) => title === text));
    expect(addressesOf(titles)).toEqual(
      ['tide-clock', 'herring-prices', 'ferry-diary'].map((slug) => `https://post.example/news/articles/${slug}`),
    );
    const original = links.find(({ text }) => text === 'ferry.example');
    expect(original?.attributes).toMatchObject({ class: 'u-url', href: FERRY_DIARY.url });
  });

  test('gives programs the addresses that the feeds give', () =>
    expect(addressesOf(entries.flatMap(({ inside }) => classed(inside, 'u-url')))).toEqual([
      'https://post.example/news/articles/tide-clock',
      'https://post.example/news/articles/herring-prices',
      FERRY_DIARY.url,
    ]));
});
