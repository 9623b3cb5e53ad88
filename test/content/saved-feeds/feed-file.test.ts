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

describe('the files of an entry', () => {
  test('are the enclosures of RSS with what is known of them', () => {
    const draft = draftOf(`<enclosure url="https://x.example/bells.mp3" type="audio/mpeg" length="4711"/>
      <itunes:duration>1:02:03</itunes:duration>
      <media:content url="https://x.example/bells.mp3" type="audio/mpeg"/>
      <media:group><media:content url="https://x.example/quay.mp4" medium="video" fileSize="9000" duration="12"><media:title>The quay</media:title></media:content></media:group>
      <enclosure url="quay.mp3" type="audio/mpeg" length="1"/>`);
    expect(draft?.media).toMatchObject([
      { text: 'https://x.example/bells.mp3', mimeType: 'audio/mpeg', bytes: 4711, durationSeconds: 3723 },
      { text: 'https://x.example/quay.mp4', medium: 'video', bytes: 9000, durationSeconds: 12, title: 'The quay' },
    ]);
    expect(draft?.media).toHaveLength(2);
  });

  test('leave the picture that stands for the article to be its picture', () => {
    const draft = draftOf('<enclosure url="https://x.example/a.png" type="image/png" length="0"/>');
    expect(draft?.media).toBeUndefined();
  });

  test('are the links of Atom that are called so', () => {
    const [found] = findingsIn(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>t</title><id>urn:x:1</id>
      <link rel="enclosure" href="https://x.example/bells.ogg" type="audio/ogg" length="77" title="Bells"/>
      <link href="https://x.example/a"/></entry></feed>`);
    expect(found?.kind === 'article' ? found.draft.media : undefined).toMatchObject([
      { text: 'https://x.example/bells.ogg', mimeType: 'audio/ogg', bytes: 77, title: 'Bells' },
    ]);
  });
});

describe('the picture of a post of WordPress', () => {
  const item = (id: number, inside: string): string =>
    `<item><title>t${id}</title><wp:post_id>${id}</wp:post_id><wp:status>publish</wp:status>${inside}</item>`;
  const post = (id: number, picture: number): string =>
    item(
      id,
      `<wp:post_type>post</wp:post_type><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[${picture}]]></wp:meta_value></wp:postmeta>`,
    );
  const file = (id: number): string =>
    item(
      id,
      `<wp:post_type>attachment</wp:post_type><wp:attachment_url><![CDATA[https://x.example/${id}.jpg]]></wp:attachment_url>`,
    );
  const HEAD_OF_EXPORT = '<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>';
  const text = `${HEAD_OF_EXPORT}${file(3)}${post(1, 3)}${post(2, 8)}${post(5, 9)}${file(8)}</channel></rss>`;
  const picturesIn = (pieces: readonly string[]) =>
    [...readFeedFile({ path: 'a.xml', text: HEAD_OF_EXPORT, pieces: () => pieces })].map((found) =>
      found.kind === 'article' ? found.draft.image?.text : found,
    );
  const EXPECTED = ['https://x.example/3.jpg', 'https://x.example/8.jpg', undefined];

  test('is found before and behind it', () => {
    expect(picturesIn([text])).toEqual(EXPECTED);
  });

  test('is found wherever a large file is divided', () => {
    for (let at = HEAD_OF_EXPORT.length; at < text.length; at += 1) {
      expect(picturesIn([text.slice(0, at), text.slice(at)]), `divided at ${at}`).toEqual(EXPECTED);
    }
  });
});
