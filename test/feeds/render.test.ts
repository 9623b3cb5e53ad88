import { describe, expect, test } from 'vitest';
import { CONTENT_TYPES, renderFeed } from '../../src/feeds/render.ts';
import type { Article } from '../../src/model/article.ts';
import { FORMATS, type Format } from '../../src/model/feed-key.ts';
import { PROGRAM } from '../../src/model/program.ts';
import { ALL } from '../../src/model/selection.ts';
import { BARE_SITE, SITE } from './golden-feeds.ts';
import { article, at, COUNCIL_VOTE, PLAIN, RECORDINGS, TIDE_CLOCK } from './sample-articles.ts';
import { all, one, readXml } from './xml-tree.ts';

const NO_LABELS = new Map<string, string>();
const render = (format: Format, articles: readonly Article[] = PLAIN, site = SITE): string =>
  renderFeed(site, { selection: ALL, format }, { articles, labels: NO_LABELS });
const names = (xml: string, element: string): readonly string[] =>
  one(element === 'item' ? one(readXml(xml), 'channel') : readXml(xml), element).children.map(({ name }) => name);

describe('every format', () => {
  test.each(FORMATS)('%s is the same at every rendering', (format) => {
    expect(render(format, PLAIN)).toBe(render(format, structuredClone(PLAIN)));
  });

  test.each(FORMATS)('%s leaves out nobody and keeps the order', (format) => {
    const text = render(format, PLAIN.toReversed());
    const places = PLAIN.map(({ id }) => text.indexOf(id));
    expect(places).toEqual(places.toSorted((a, b) => b - a));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });

  test.each(FORMATS)('%s shows an article alone as it shows it among others', (format) => {
    const many = render(format).replace(/\s+/g, ' ');
    for (const each of PLAIN) {
      const [, piece] =
        /(<item>.*<\/item>|<entry.*<\/entry>|"items": \[ .* \])/.exec(render(format, [each]).replace(/\s+/g, ' ')) ??
        [];
      expect(many).toContain(piece?.replace(/^"items": \[ (.*) \]$/, '$1'));
    }
  });

  test('the content types name the format and the encoding', () => {
    expect(CONTENT_TYPES).toEqual({
      rss: 'application/rss+xml; charset=utf-8',
      atom: 'application/atom+xml; charset=utf-8',
      json: 'application/feed+json; charset=utf-8',
    });
  });
});

describe('RSS', () => {
  test('an item has its description before its content', () => {
    expect(names(render('rss', RECORDINGS), 'item')).toEqual([
      'title',
      'link',
      'guid',
      'pubDate',
      'description',
      'content:encoded',
      'category',
      'category',
      'enclosure',
      'dc:creator',
      'dc:language',
      'atom:updated',
      'media:content',
      'media:thumbnail',
    ]);
  });

  test('the channel says when to come again, and who made it', () => {
    const channel = one(readXml(render('rss', PLAIN, { ...SITE, maxAgeSeconds: 120 })), 'channel');
    expect(one(channel, 'ttl').text).toBe('2');
    expect(one(channel, 'sy:updatePeriod').text).toBe('hourly');
    expect(one(channel, 'sy:updateFrequency').text).toBe('30');
    expect(one(channel, 'generator').text).toBe(`Tagwire ${PROGRAM.version}`);
    expect(one(channel, 'lastBuildDate').text).toBe('Fri, 06 Mar 2026 07:30:00 +0000');
    expect(one(channel, 'dc:creator').text).toBe('The Courier desk');
  });

  test('what cannot say the same as max-age is left out', () => {
    const channel = one(readXml(render('rss', PLAIN, { ...SITE, maxAgeSeconds: 61 })), 'channel');
    expect(['ttl', 'sy:updatePeriod', 'sy:updateFrequency'].flatMap((name) => all(channel, name))).toEqual([]);
  });

  test('a channel without items has no date', () => {
    const channel = one(readXml(render('rss', [])), 'channel');
    expect(channel.children.map(({ name }) => name)).not.toContain('lastBuildDate');
  });

  test('the id is no address', () => {
    const item = one(one(readXml(render('rss')), 'channel'), 'item');
    expect(one(item, 'guid')).toMatchObject({ text: TIDE_CLOCK.id, attributes: { isPermaLink: 'false' } });
  });

  test('all prefixes are declared, whatever the items hold', () => {
    const start = (articles: readonly Article[]) => readXml(render('rss', articles)).attributes;
    expect(start([])).toEqual(start(RECORDINGS));
    const prefixes = ['xmlns:atom', 'xmlns:content', 'xmlns:dc', 'xmlns:fh', 'xmlns:media', 'xmlns:sy'];
    expect(Object.keys(start([]))).toEqual(['version', ...prefixes]);
  });
});

describe('Atom', () => {
  test('the page is the first link, then this feed and its other formats, then the hubs', () => {
    expect(all(readXml(render('atom')), 'link').map(({ attributes }) => attributes)).toEqual([
      { rel: 'alternate', type: 'text/html', href: 'https://courier.example/' },
      { rel: 'alternate', type: 'application/rss+xml', href: 'https://courier.example/feed.rss' },
      { rel: 'self', type: 'application/atom+xml', href: 'https://courier.example/feed.atom' },
      { rel: 'alternate', type: 'application/feed+json', href: 'https://courier.example/feed.json' },
      { rel: 'hub', href: 'https://courier.example/hub' },
      { rel: 'hub', href: 'https://hub.example/?a=1&b=2' },
    ]);
  });

  test('a tag is term and label alike; sections and series are no tags', () => {
    const entry = one(readXml(render('atom', PLAIN.slice(1))), 'entry');
    expect(all(entry, 'category').map(({ attributes }) => attributes)).toEqual(
      ['R&D', 'Fish', 'Saltmarsh Quay'].map((label) => ({
        label,
        term: label,
        scheme: 'https://courier.example/tags',
      })),
    );
  });

  test('an author has name, e-mail and address', () => {
    const feed = readXml(render('atom'));
    const author = one(feed, 'author').children.map(({ name, text }) => [name, text]);
    expect(author).toEqual([
      ['name', 'The Courier desk'],
      ['email', 'desk@courier.example'],
      ['uri', 'https://courier.example/desk'],
    ]);
  });

  test('a site without an author signs with its title, for Atom demands one', () => {
    expect(one(one(readXml(render('atom', PLAIN, BARE_SITE)), 'author'), 'name').text).toBe('Kiosk <& Co>');
  });

  test('titles and summaries are plain text, content is HTML', () => {
    const feed = readXml(render('atom'));
    const entry = one(feed, 'entry');
    const types = ['title', 'summary', 'content'].map((name) => one(entry, name).attributes.type);
    expect([one(feed, 'title').attributes.type, one(feed, 'subtitle').attributes.type, ...types]).toEqual([
      'text',
      'text',
      'text',
      'text',
      'html',
    ]);
  });

  test('an id that is no normal address is written as it was given', () => {
    const ids = ['HTTP://Old.Example', 'https://x.example/ä b', 'urn:uuid:1', 'post 42 & <more>'];
    const feed = readXml(
      render(
        'atom',
        ids.map((id, index) => article(`a${index}`, { id })),
      ),
    );
    expect(all(feed, 'entry').map((entry) => one(entry, 'id').text)).toEqual(ids);
  });

  test('every attachment is an enclosure with its own type', () => {
    const [entry] = all(readXml(render('atom', RECORDINGS)), 'entry');
    const enclosures = all(entry, 'link').filter(({ attributes }) => attributes.rel === 'enclosure');
    expect(enclosures.map(({ attributes }) => [attributes.type, attributes.length])).toEqual([
      ['audio/mpeg', '4812303'],
      ['image/jpeg', '88120'],
      ['application/pdf', undefined],
    ]);
  });

  test('the newest change of a shown article is the feed’s', () => {
    const articles = [TIDE_CLOCK, { ...COUNCIL_VOTE, updatedAt: at('2026-04-01T00:00:00Z') }];
    expect(one(readXml(render('atom', articles)), 'updated').text).toBe('2026-04-01T00:00:00Z');
    expect(one(readXml(render('atom', [])), 'updated').text).toBe('1970-01-01T00:00:00Z');
  });
});

describe('JSON Feed', () => {
  test('it is version 1.1 with the fields of that version', () => {
    expect(JSON.parse(render('json'))).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      home_page_url: 'https://courier.example/',
      feed_url: 'https://courier.example/feed.json',
      language: 'en',
      authors: [{ name: 'The Courier desk', url: 'https://courier.example/desk' }],
    });
    expect(render('json')).not.toContain('"author":');
  });

  test('sections and series are no tags', () => {
    expect(JSON.parse(render('json', PLAIN.slice(1, 2)))).toMatchObject({
      items: [{ tags: ['R&D', 'Fish', 'Saltmarsh Quay'] }],
    });
  });

  test('an article without HTML has text for its content', () => {
    const articles = [article('a', { html: '', summary: 'A summary' }), article('b', { html: '', title: 'A title' })];
    expect(JSON.parse(render('json', articles))).toMatchObject({
      items: [{ content_text: 'A summary', summary: 'A summary' }, { content_text: 'A title' }],
    });
    expect(render('json', articles)).not.toContain('content_html');
  });

  test('an author with an e-mail alone is reached by it', () => {
    const articles = [article('a', { authors: [{ name: 'Tove', email: 'tove@x.example' }] })];
    expect(JSON.parse(render('json', articles))).toMatchObject({
      items: [{ authors: [{ name: 'Tove', url: 'mailto:tove@x.example' }] }],
    });
  });
});
