import { describe, expect, test } from 'vitest';
import { articlePage } from '../../../src/http/pages/article-page.ts';
import type { Article } from '../../../src/model/article.ts';
import { article, at, term } from '../../feeds/sample-articles.ts';
import { addressesOf, canonicalOf, classed, named, only, readPage, SITE, sample, wordsIn } from './read-page.ts';

const TIDE_CLOCK = sample('tide-clock');
const HERRING_PRICES = sample('herring-prices');
const FERRY_DIARY = sample('ferry-diary');

const pageOf = (one: Article): string => articlePage({ site: SITE, article: one });
const read = (one: Article) => readPage(pageOf(one));

describe('the address', () => {
  test.each([
    ['of an article is its page here', TIDE_CLOCK, 'https://post.example/news/articles/tide-clock'],
    [
      'of an article in another script is encoded',
      sample('маяк'),
      'https://post.example/news/articles/%D0%BC%D0%B0%D1%8F%D0%BA',
    ],
    ['of an article from elsewhere is its original', FERRY_DIARY, 'https://ferry.example/diary/17?lang=en&page=2'],
    [
      'is never one that a browser would run',
      article('evil', { url: 'javascript:alert(1)' }),
      'https://post.example/news/articles/evil',
    ],
  ])('%s', (_name, one, address) => {
    const page = pageOf(one);
    expect(canonicalOf(page)).toBe(address);
    expect(addressesOf(classed(readPage(page), 'u-url'))).toEqual([address]);
  });

  test('of an original is also shown by its host', () =>
    expect(named(read(FERRY_DIARY), 'a').map(wordsIn)).toContain('ferry.example'));
});

describe('the entry', () => {
  test('has title, text, times, authors and tags for programs', () => {
    const elements = read(HERRING_PRICES);
    expect(wordsIn(only(classed(elements, 'p-name')))).toBe(HERRING_PRICES.title);
    expect(wordsIn(only(classed(elements, 'e-content')))).toContain('Three research boats');
    expect(only(classed(elements, 'dt-published')).attributes.datetime).toBe('2026-03-05T18:05:00Z');
    expect(only(classed(elements, 'dt-updated')).attributes.datetime).toBe('2026-03-05T19:40:00Z');
    expect(classed(elements, 'p-author').map(wordsIn)).toEqual(['Jon Vesper', 'Mira Holt']);
    const tags = named(elements, 'a').filter(({ attributes }) => attributes.rel === 'tag');
    expect(tags.map(wordsIn)).toEqual(['R&D', 'Fish', 'Saltmarsh Quay']);
    expect(addressesOf(tags)[0]).toBe('https://post.example/news/tags/r-and-d');
  });

  test('that was never changed shows one time', () => expect(classed(read(TIDE_CLOCK), 'dt-updated')).toEqual([]));

  test('shows the HTML of its article as it is', () => expect(pageOf(TIDE_CLOCK)).toContain(TIDE_CLOCK.html));

  test('names section and series, with their pages', () =>
    expect(addressesOf(classed(read(HERRING_PRICES), 'p-category'))).toEqual(
      expect.arrayContaining([
        'https://post.example/news/sections/harbour',
        'https://post.example/news/series/letters-from-the-pier',
      ]),
    ));

  test.each([
    ['links an author to the page here', TIDE_CLOCK, ['https://post.example/news/authors/mira-holt']],
    [
      'links an author without a page here to the own one',
      article('guest', { authors: [{ name: 'Ida', url: 'https://ida.example/' }] }),
      ['https://ida.example/'],
    ],
    [
      'links an author of whom only the name is known to nothing',
      article('guest', { authors: [{ name: 'Ida' }] }),
      [undefined],
    ],
  ])('%s', (_name, one, addresses) => expect(addressesOf(classed(read(one), 'p-author'))).toEqual(addresses));

  test('does not spread e-mail addresses', () =>
    expect(pageOf(sample('c-sharp-lighthouse'))).not.toContain('tove@courier.example'));

  test('lists its attachments', () => {
    const files = only(classed(read(sample('bells')), 'files')).children.map(wordsIn);
    expect(files).toEqual(['Bells, “take 2” audio/mpeg', 'tower image/jpeg', 'score.pdf application/pdf']);
  });
});

describe('the summary', () => {
  const leadOf = (fields: Partial<Article>): string | undefined => {
    const [lead] = classed(read(article('one', fields)), 'p-summary');
    return lead && wordsIn(lead);
  };
  const long = 'Fog lay on the quay, “thick & white”, and nobody minded. '.repeat(9);

  test.each([
    ['stands above a text that says something else', 'A day of fog.', '<p>Nobody minded.</p>', 'A day of fog.'],
    ['stands above no text', 'A day of fog.', '', 'A day of fog.'],
    [
      'is left out where the text begins with it',
      'A day of fog.',
      '<p>A day of <b>fog</b>.</p><p>More.</p>',
      undefined,
    ],
    [
      'is left out where the text begins with it in other signs',
      'A "day" & fog',
      '<p>A “day” &amp; fog: so it was.</p>',
      undefined,
    ],
    [
      'is left out where it is longer than the beginning that is looked at',
      long,
      `<p>${long.replaceAll('&', '&amp;')}</p>`,
      undefined,
    ],
  ])('%s', (_name, summary, html, lead) => expect(leadOf({ summary, html })).toBe(lead));

  test.each([
    ['describes the page', { summary: 'Fog & "more"', html: '<p>Text.</p>' }, 'Fog & "more"'],
    ['is made of the text where there is none', { html: '<p>Say "fog" &amp; <i>wait</i>.</p>' }, 'Say "fog" & wait.'],
    ['is the title where there is no text either', { title: 'Fog', html: '' }, 'Fog'],
  ])('%s', (_name, fields, content) => {
    const metas = named(read(article('one', fields)), 'meta');
    expect(metas.find(({ attributes }) => attributes.name === 'description')?.attributes.content).toBe(content);
  });
});

test('an article without a title has a heading all the same', () => {
  const elements = read(
    article('one', { title: ' \u0000 ', terms: [term('tag', 'Fog')], publishedAt: at('2026-01-01T00:00:00Z') }),
  );
  expect(wordsIn(only(named(elements, 'h1')))).toBe('Untitled');
  expect(wordsIn(only(named(elements, 'title')))).toBe('Untitled – Tidal Post');
});
