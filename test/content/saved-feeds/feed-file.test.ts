import { describe, expect, test } from 'vitest';
import { withBareAmpersandsEscaped } from '../../../src/content/saved-feeds/bare-ampersands.ts';
import { isFeedText, readFeedFile } from '../../../src/content/saved-feeds/feed-file.ts';

const HEAD = `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:m="http://search.yahoo.com/mrss/"
 xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>`;
const findingsIn = (text: string) => [...readFeedFile({ path: 'a.xml', text })];
const draftOf = (inside: string, channel = '') => {
  const [found] = findingsIn(`${HEAD}${channel}<item><title>t</title>${inside}</item></channel></rss>`);
  return found?.kind === 'article' ? found.draft : undefined;
};

describe('an item of RSS', () => {
  test.each<[string, string, object]>([
    ['a prefix of its own', '<c:encoded>&lt;p>a&lt;/p></c:encoded>', { html: '<p>a</p>' }],
    [
      'a picture of Media RSS',
      '<m:content url="https://x.example/a.jpg" medium="image"/>',
      { image: { text: 'https://x.example/a.jpg' } },
    ],
    [
      'an enclosure that is a picture',
      '<enclosure url="https://x.example/a.png" type="image/png" length="1"/>',
      { image: { text: 'https://x.example/a.png' } },
    ],
    ['a thumbnail', '<media:thumbnail url="https://x.example/t.jpg"/>', { image: { text: 'https://x.example/t.jpg' } }],
    ['a link that is relative', '<link>/a</link>', { url: { text: 'https://x.example/a' } }],
    [
      'a guid that is the link',
      '<guid>https://x.example/g</guid>',
      { url: { text: 'https://x.example/g' }, id: { text: 'https://x.example/g' } },
    ],
    [
      'a guid that is none',
      '<guid isPermaLink="false">https://x.example/g</guid>',
      { id: { text: 'https://x.example/g' }, base: 'https://x.example/' },
    ],
    [
      'a text of several CDATA sections',
      '<description><![CDATA[<p>a]]]]><![CDATA[></p>]]></description>',
      { html: '<p>a]]></p>' },
    ],
    ['references of HTML', '<description>a&nbsp;&mdash;&#x20;b</description>', { html: '<p>a\u00a0— b</p>' }],
  ])('%s', (_name, inside, told) => {
    expect(draftOf(inside, '<link>https://x.example/</link>')).toMatchObject(told);
  });

  test('entities that a file declares are not read', () => {
    const doctype = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    const found = findingsIn(
      `${doctype}${HEAD}<item><title>t</title><description>&b;</description></item></channel></rss>`,
    );
    expect(found).toMatchObject([{ kind: 'note', line: 2 }, { draft: { html: '<p>&amp;b;</p>' } }]);
  });

  test('a fault is told, and what follows is read', () => {
    const found = findingsIn(
      `${HEAD}\n<item><title x=y>a</title></item>\n<item><title>c</title></item></channel></rss>`,
    );
    expect(found).toMatchObject([
      { kind: 'note', line: 3, message: expect.stringContaining('not well-formed') },
      { draft: { title: { text: 'a' } } },
      { draft: { title: { text: 'c' } } },
    ]);
  });
});

test.each<[string, readonly string[], string]>([
  ['a bare one is escaped', ['Tea & tides, R&D &amp; &#38; &x; &'], 'Tea &amp; tides, R&amp;D &amp; &#38; &x; &amp;'],
  ['not in CDATA', ['a & <![CDATA[b & c]]> & d'], 'a &amp; <![CDATA[b & c]]> &amp; d'],
  ['a reference over two pieces', ['a &a', 'mp; b'], 'a &amp; b'],
  ['a CDATA section over two pieces', ['a <![CD', 'ATA[b &', ' c]', ']> & d'], 'a <![CDATA[b & c]]> &amp; d'],
  ['nothing', [], ''],
])('of ampersands, %s', (_name, pieces, text) => {
  expect([...withBareAmpersandsEscaped(pieces)].join('')).toBe(text);
});

test.each([
  ['RSS', '<?xml version="1.0"?>\n<!-- a --><rss version="2.0">', true],
  ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom">', true],
  ['RSS 1.0', '<rdf:RDF xmlns:rdf="x">', true],
  ['a sitemap', '<urlset xmlns="x">', false],
  ['a page', '<html>', false],
])('%s is told by its beginning', (_name, text, is) => expect(isFeedText(text)).toBe(is));
