import { expect, test } from 'vitest';
import { renderFeed } from '../../src/feeds/render.ts';
import type { Article } from '../../src/model/article.ts';
import type { Format } from '../../src/model/feed-key.ts';
import { ALL } from '../../src/model/selection.ts';
import type { Site } from '../../src/model/site.ts';
import { toInstant } from '../../src/time/instant.ts';
import { type SeededRandom, seededRandom } from '../model/seeded-random.ts';
import { SITE } from './golden-feeds.ts';
import { meantLine, meantText } from './meant.ts';
import { article, at, term } from './sample-articles.ts';
import { all, type Element, one, readXml } from './xml-tree.ts';

/** Pieces that ended a document, changed a text or stood for something else in some feed writer. */
const PIECES = [
  ...[
    '&',
    '<',
    '>',
    '"',
    "'",
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<?xml',
    '?>',
    '&amp;',
    '&#x26;',
    '&lt;',
    '&bogus;',
    '&#0;',
  ],
  ...[
    '<title type="html">',
    '<entry>',
    '</entry>',
    '</item>',
    '<id>tag:id</id>',
    '<feed ',
    '<generator>',
    '<link rel="alternate">',
  ],
  ...[
    '\u0000',
    '\u0001',
    '\u0002',
    '\u0003',
    '\u0004',
    '\u0005',
    '\u0006',
    '\u0007',
    '\u0008',
    '\u001b',
    '\u007f',
    '\u009f',
  ],
  ...[
    '\r',
    '\n',
    '\r\n',
    '\t',
    '\u000b',
    '\u000c',
    '\u0085',
    '\u2028',
    '\u2029',
    '\u00a0',
    '\ufeff',
    '\u200d',
    '\u202e',
  ],
  ...[
    '\ud83d',
    '\ude00',
    '\ufffe',
    '\uffff',
    '\ufdd0',
    '\u{1fffe}',
    '\ue000',
    '\ue001',
    '\uf8ff',
    '\u{f0000}',
    '\u{10ffff}',
  ],
  ...[
    '😀',
    '👩‍🚀',
    'é',
    'e\u0301',
    'я',
    'م',
    'ש',
    '潮',
    '$&',
    '$1',
    "$'",
    '$`',
    '%',
    '\\',
    '\\u0000',
    '{',
    '}',
    ' ',
    '  ',
    'a',
    'tide',
    '0',
  ],
];

const text = (random: SeededRandom, most: number): string =>
  Array.from({ length: random.below(most + 1) }, () => random.pick(PIECES)).join('');

function hostileArticle(random: SeededRandom, name: string): Article {
  const publishedAt = toInstant(random.below(2_000_000_000) * 1000) ?? at('2026-01-01T00:00:00Z');
  const anything = { ...term('tag', 'anything') };
  return article(name, {
    id: `tag:courier.example,2026:${name}${text(random, 3)}`,
    title: text(random, 8),
    html: text(random, 30),
    ...(random.below(2) === 0 && { summary: text(random, 10) }),
    ...(random.below(3) === 0 && { language: text(random, 2) }),
    ...(random.below(3) === 0 && { url: `https://x.example/${text(random, 4)}` }),
    authors: Array.from({ length: random.below(3) }, () => ({
      name: `n${text(random, 4)}`,
      url: `https://x.example/${text(random, 3)}`,
    })),
    terms: Array.from({ length: random.below(4) }, () => ({ ...anything, label: text(random, 4) })),
    attachments: Array.from({ length: random.below(3) }, () => ({
      url: `https://x.example/${text(random, 3)}`,
      mimeType: random.pick(['audio/mpeg', text(random, 2)]),
      title: text(random, 3),
    })),
    publishedAt,
    updatedAt: publishedAt,
  });
}

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly html: string;
  readonly summary: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
}

const textOf = (element: Element, name: string): string => all(element, name)[0]?.text ?? '';

const SHOWN: Readonly<Record<Format, (document: string) => readonly Shown[]>> = {
  rss: (document) =>
    all(one(readXml(document), 'channel'), 'item').map((item) => ({
      id: textOf(item, 'guid'),
      title: textOf(item, 'title'),
      html: textOf(item, 'content:encoded'),
      summary: textOf(item, 'description'),
      authors: all(item, 'dc:creator').map((author) => author.text),
      tags: all(item, 'category').map((category) => category.text),
    })),
  atom: (document) =>
    all(readXml(document), 'entry').map((entry) => ({
      id: textOf(entry, 'id'),
      title: textOf(entry, 'title'),
      html: textOf(entry, 'content'),
      summary: textOf(entry, 'summary'),
      authors: all(entry, 'author').map((author) => textOf(author, 'name')),
      tags: all(entry, 'category').map(({ attributes }) => attributes.term ?? ''),
    })),
  json: (document) => {
    const { items }: { items: readonly Record<string, string>[] } = JSON.parse(document);
    return items.map((item) => ({
      id: `${item.id}`,
      title: item.title ?? '',
      html: item.content_html ?? '',
      summary: item.summary ?? '',
      authors: [...(item.authors ?? [])].map((author) => Object(author).name),
      tags: [...(item.tags ?? [])],
    }));
  },
};

const meant = (given: Article, format: Format): Shown => ({
  id: meantLine(given.id),
  title: meantLine(given.title),
  html: meantText(given.html),
  summary: format === 'rss' ? expect.any(String) : meantLine(given.summary ?? ''),
  authors: given.authors.map(({ name }) => meantLine(name)),
  tags: given.terms.map(({ label }) => meantLine(label)).filter((label) => label !== ''),
});

test.each<Format>(['rss', 'atom', 'json'])('%s brings back what was meant of 600 hostile articles', (format) => {
  const random = seededRandom(20_261_122);
  for (let round = 0; round < 200; round += 1) {
    const site: Site = {
      ...SITE,
      title: text(random, 5),
      description: text(random, 5),
      author: { name: text(random, 3) },
    };
    const articles = Array.from({ length: 3 }, (_, index) => hostileArticle(random, `a${round}-${index}`));
    const document = renderFeed(site, { selection: ALL, format }, { articles, labels: new Map() });
    expect(document.isWellFormed()).toBe(true);
    expect(SHOWN[format](document), `round ${round}`).toEqual(articles.map((each) => meant(each, format)));
  }
});
