import { parseOpml } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { OPML_CONTENT_TYPE, opmlAddress, renderOpml } from '../../src/feeds/opml.ts';
import type { Site } from '../../src/model/site.ts';
import type { TermCount } from '../../src/store/store.ts';
import { term } from './sample-articles.ts';
import { all, one, readXml } from './xml-tree.ts';

const SITE: Site = {
  title: 'Tidal Post',
  description: 'News from an invented quay.',
  author: { name: 'The crew & "friends"' },
  baseUrl: 'https://post.example/news/',
  idAuthority: 'post.example,2026',
  maxAgeSeconds: 300,
};

const tag = (label: string, count = 1): TermCount => ({ ...term('tag', label), count });

/** The names and addresses, as a reader that subscribes to them sees them. */
const subscriptions = (opml: string) => parseOpml(opml).body?.outlines ?? [];

test('everything comes first, then each tag by its slug', () =>
  expect(subscriptions(renderOpml(SITE, [tag('Zebra'), tag('C++'), tag('Маяк')]))).toEqual([
    {
      text: 'Tidal Post',
      title: 'Tidal Post',
      type: 'rss',
      xmlUrl: 'https://post.example/news/feed.rss',
      htmlUrl: 'https://post.example/news/',
    },
    ...[
      ['C++', 'c-plus-plus'],
      ['Zebra', 'zebra'],
      ['Маяк', '%D0%BC%D0%B0%D1%8F%D0%BA'],
    ].map(([label, slug]) => ({
      text: `${label} – Tidal Post`,
      title: `${label} – Tidal Post`,
      type: 'rss',
      xmlUrl: `https://post.example/news/tags/${slug}.rss`,
      htmlUrl: `https://post.example/news/tags/${slug}`,
    })),
  ]));

test('the head says whose feeds these are, and no date', () =>
  expect(parseOpml(renderOpml(SITE, [])).head).toEqual({
    title: 'Feeds of Tidal Post',
    ownerName: 'The crew & "friends"',
    docs: 'http://opml.org/spec2.opml',
  }));

test('a site without an author has no owner', () => {
  const { author: _author, ...site } = SITE;
  expect(parseOpml(renderOpml(site, [])).head).not.toHaveProperty('ownerName');
});

test('a tag without an article is left out', () =>
  expect(subscriptions(renderOpml(SITE, [tag('Gone', 0)]))).toHaveLength(1));

test('the order of the terms makes no difference', () => {
  const terms = [tag('Oil'), tag('Bells'), tag('塩'), tag('R&D')];
  expect(renderOpml(SITE, terms.toReversed())).toBe(renderOpml(SITE, terms));
});

describe('a strict parser reads the label that was meant', () => {
  test.each([
    ['with signs of XML', '<b> & "q" \'a\' ]]> &amp;', '<b> & "q" \'a\' ]]> &amp;'],
    ['with control characters', 'be\u0003l\u000bl\u0085', 'bel l'],
    ['with line ends and tabs', 'two\r\n\tlines', 'two lines'],
    ['with half a sign', 'half \ud83d sign \ufffe', 'half \ufffd sign'],
    ['from right to left', '\u202eعربى\u202c', '\u202eعربى\u202c'],
  ])('%s', (_name, label, meant) => {
    const [, outline] = all(one(readXml(renderOpml(SITE, [tag(label)])), 'body'), 'outline');
    expect(outline?.attributes.text).toBe(`${meant} – Tidal Post`);
    expect(outline?.attributes.title).toBe(outline?.attributes.text);
  });
});

test('a base address with an ampersand is written as it is meant', () => {
  const site = { ...SITE, baseUrl: 'https://post.example/a&b/' };
  expect(subscriptions(renderOpml(site, [])).map(({ xmlUrl }) => xmlUrl)).toEqual([
    'https://post.example/a&b/feed.rss',
  ]);
});

test('the list has one address and one type', () => {
  expect(opmlAddress(SITE)).toBe('https://post.example/news/feeds.opml');
  expect(OPML_CONTENT_TYPE).toBe('text/x-opml; charset=utf-8');
});
