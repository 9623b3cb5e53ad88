import { describe, expect, test } from 'vitest';
import type { FeedContents } from '../../src/feeds/contents.ts';
import { deltaSince, toPastState } from '../../src/feeds/delta.ts';
import { PastStates } from '../../src/feeds/past-states.ts';
import { renderPart } from '../../src/feeds/render.ts';
import { archiveAfter } from '../../src/model/archive-name.ts';
import { ALL } from '../../src/model/selection.ts';
import { SITE } from './golden-feeds.ts';
import { article, at, COUNCIL_VOTE, HERRING_PRICES, TIDE_CLOCK, tags } from './sample-articles.ts';

const contents = (articles: FeedContents['articles'], more: Partial<FeedContents> = {}): FeedContents => ({
  articles,
  labels: new Map(),
  ...more,
});
const BOTH = [TIDE_CLOCK, HERRING_PRICES];
const GONE = { id: 'gone', removedAt: at('2026-03-08T10:00:00Z') };
const LONG_GONE = { id: 'long gone', removedAt: at('2026-03-01T10:00:00Z') };

describe('what is new in a feed', () => {
  test.each<[string, FeedContents, FeedContents, readonly string[]]>([
    ['nothing, of the same', contents(BOTH), contents(BOTH), []],
    ['a new article', contents([HERRING_PRICES]), contents(BOTH), [TIDE_CLOCK.id]],
    ['an older one that was dated back', contents([TIDE_CLOCK]), contents(BOTH), [HERRING_PRICES.id]],
    [
      'an edited one',
      contents(BOTH),
      contents([TIDE_CLOCK, { ...HERRING_PRICES, title: 'Other' }]),
      [HERRING_PRICES.id],
    ],
    [
      'one whose tag is spelt otherwise',
      contents([article('a', { terms: tags('fog') })]),
      contents([article('a', { terms: tags('FOG') })]),
      [article('a').id],
    ],
    [
      'nothing, when its file moved',
      contents(BOTH),
      contents([{ ...TIDE_CLOCK, source: 'b.txt' }, HERRING_PRICES]),
      [],
    ],
    ['nothing, when one left', contents(BOTH), contents([TIDE_CLOCK]), []],
    [
      'all of them, of an empty state',
      contents([]),
      contents([...BOTH, COUNCIL_VOTE]),
      [...BOTH, COUNCIL_VOTE].map(({ id }) => id),
    ],
    [
      'the tombstone that is new',
      contents(BOTH, { tombstones: [LONG_GONE] }),
      contents([TIDE_CLOCK], { tombstones: [GONE, LONG_GONE] }),
      [GONE.id],
    ],
    [
      'one that was removed a second time',
      contents(BOTH, { tombstones: [{ ...GONE, removedAt: LONG_GONE.removedAt }] }),
      contents(BOTH, { tombstones: [GONE] }),
      [GONE.id],
    ],
  ])('is %s', (_name, before, after, ids) => {
    const { articles, tombstones = [] } = deltaSince(toPastState(before), after);
    expect([...articles, ...tombstones].map(({ id }) => id)).toEqual(ids);
  });
});

describe('a part of a feed', () => {
  const whole = contents(BOTH, { tombstones: [GONE], neighbours: { older: undefined, newer: undefined } });
  const key = { selection: ALL, format: 'atom' } as const;

  test('is dated as the whole, and does not say that it is complete', () => {
    const text = renderPart(SITE, key, whole, { ...whole, articles: [HERRING_PRICES], tombstones: [] });
    expect(text).toContain('<updated>2026-03-08T10:00:00Z</updated>');
    expect(text).toContain(HERRING_PRICES.id);
    expect(text).not.toContain(TIDE_CLOCK.id);
    expect(text).not.toContain('fh:complete');
    expect(text).not.toContain('deleted-entry ref');
  });

  test('leads to the archives as the whole', () => {
    const archived = { ...whole, neighbours: { older: archiveAfter(undefined), newer: undefined } };
    expect(renderPart(SITE, key, archived, { ...archived, articles: [] })).toContain('rel="prev-archive"');
  });
});

describe('past states', () => {
  const state = (word: string) => new Set([word]);

  test('are known by feed and ETag', () => {
    const past = new PastStates(100_000);
    past.remember('feed.rss', '"a"', state('1'));
    past.remember('feed.atom', '"a"', state('2'));
    expect([past.recall('feed.rss', '"a"'), past.recall('feed.atom', '"a"')]).toEqual([state('1'), state('2')]);
    expect(past.recall('feed.rss', '"b"')).toBeUndefined();
  });

  test('take bounded memory: what was not asked for the longest goes first', () => {
    const past = new PastStates(10_000);
    for (let place = 0; place < 100; place += 1) past.remember('feed.rss', `"${place}"`, state('1'));
    const known = Array.from({ length: 100 }, (_, place) => past.recall('feed.rss', `"${place}"`) !== undefined);
    expect(known.slice(0, 50)).not.toContain(true);
    expect(known.slice(95)).not.toContain(false);
    expect(past.evictions).toBe(known.filter((isKnown) => !isKnown).length);
  });
});
