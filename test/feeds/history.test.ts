import { readFileSync } from 'node:fs';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/model/feed-key.ts';
import { readXml } from './xml-tree.ts';

const FORMATS = ['rss', 'atom', 'json'] as const;
const stored = (name: string, format: Format): string =>
  readFileSync(new URL(`../golden/${name}.${format}`, import.meta.url), 'utf8');

/** The links of an XML feed by their relation, as another program reads them. */
function linksIn(name: string, format: 'rss' | 'atom'): Record<string, string | undefined> {
  const text = stored(name, format);
  const links = format === 'rss' ? parseRssFeed(text).atom?.links : parseAtomFeed(text).links;
  return Object.fromEntries((links ?? []).filter(({ rel }) => rel !== 'alternate').map(({ rel, href }) => [rel, href]));
}

/** Names of the elements of a feed, without those of its entries. */
function elementsIn(name: string, format: 'rss' | 'atom'): readonly string[] {
  const root = readXml(stored(name, format));
  const feed = format === 'rss' ? root.children.find((child) => child.name === 'channel') : root;
  return feed?.children.map((child) => child.name) ?? [];
}

const QUAY = 'https://courier.example/tags/saltmarsh-quay';
const HARBOUR = 'https://example.org/kiosk&co/feeds/sections/harbour';
const SECOND = 'after-mmb3weg0-o';

const HISTORY = 'http://purl.org/syndication/history/1.0';

describe.each(['rss', 'atom'] as const)('%s (RFC 5005)', (format) => {
  test.each([
    ['one-tag', { self: `${QUAY}.${format}` }, []],
    ['complete', { self: `${QUAY}.${format}` }, ['fh:complete']],
    ['with-archives', { self: `${QUAY}.${format}`, 'prev-archive': `${QUAY}/archive/${SECOND}.${format}` }, []],
    [
      'newest-archive',
      {
        self: `${HARBOUR}/archive/${SECOND}.${format}`,
        current: `${HARBOUR}.${format}`,
        'prev-archive': `${HARBOUR}/archive/first.${format}`,
      },
      ['fh:archive'],
    ],
    [
      'oldest-archive',
      {
        self: `${HARBOUR}/archive/first.${format}`,
        current: `${HARBOUR}.${format}`,
        'next-archive': `${HARBOUR}/archive/${SECOND}.${format}`,
      },
      ['fh:archive'],
    ],
  ])('%s says where the other articles are', (name, links, marks) => {
    // Hubs belong to no document of the chain more than to another.
    const { hub: _hub, ...chain } = linksIn(name, format);
    expect(chain).toEqual(links);
    expect(elementsIn(name, format).filter((element) => element.startsWith('fh:'))).toEqual(marks);
    const isUsed = format === 'rss' || stored(name, format).includes('<fh:');
    expect(readXml(stored(name, format)).attributes['xmlns:fh']).toBe(isUsed ? HISTORY : undefined);
  });
});

describe('JSON Feed', () => {
  test.each([
    ['one-tag', `${QUAY}.json`, undefined],
    ['complete', `${QUAY}.json`, undefined],
    ['with-archives', `${QUAY}.json`, `${QUAY}/archive/${SECOND}.json`],
    ['newest-archive', `${HARBOUR}/archive/${SECOND}.json`, `${HARBOUR}/archive/first.json`],
    ['oldest-archive', `${HARBOUR}/archive/first.json`, undefined],
  ])('%s leads to older articles by next_url', (name, self, next) => {
    const feed = parseJsonFeed(stored(name, 'json'));
    expect([feed.feed_url, feed.next_url]).toEqual([self, next]);
  });
});

describe('an archive', () => {
  test.each(FORMATS)('in %s has the id and title of its feed', (format) => {
    const identity = (name: string): unknown => {
      if (format === 'rss') return parseRssFeed(stored(name, format)).title;
      if (format === 'json') return parseJsonFeed(stored(name, format)).title;
      const { id, title } = parseAtomFeed(stored(name, format));
      return [id, title];
    };
    expect(identity('newest-archive')).toEqual(identity('one-section'));
  });

  test('in RSS does not ask to come again', () => {
    expect(elementsIn('newest-archive', 'rss')).not.toContain('ttl');
    expect(elementsIn('with-archives', 'rss')).toContain('ttl');
  });
});

describe('removed articles (RFC 6721)', () => {
  const REMOVED = [
    ['tag:courier.example,2026:fog-horn.txt', '2026-03-07T10:00:00Z'],
    ['post 42 & <more>', '2026-03-05T09:30:00Z'],
  ];

  test('stand in Atom with their ids, and date the feed', () => {
    const feed = readXml(stored('with-archives', 'atom'));
    const deleted = feed.children.filter(({ name }) => name === 'at:deleted-entry');
    expect(deleted.map(({ attributes }) => [attributes.ref, attributes.when])).toEqual(REMOVED);
    expect(feed.attributes['xmlns:at']).toBe('http://purl.org/atompub/tombstones/1.0');
    expect(feed.children.find(({ name }) => name === 'updated')?.text).toBe('2026-03-07T10:00:00Z');
  });

  test('stand in JSON Feed as an extension', () => {
    const { _tagwire } = JSON.parse(stored('with-archives', 'json')) as {
      _tagwire?: { deleted_items: { id: string; date_deleted: string }[] };
    };
    expect(_tagwire?.deleted_items.map(({ id, date_deleted }) => [id, date_deleted])).toEqual(REMOVED);
    expect(JSON.parse(stored('complete', 'json'))).not.toHaveProperty('_tagwire');
  });

  test('leave RSS as it is', () => {
    expect(stored('with-archives', 'rss')).not.toContain('fog-horn');
    expect(stored('with-archives', 'rss')).toContain('<lastBuildDate>Fri, 06 Mar 2026 07:30:00 +0000</lastBuildDate>');
  });
});
