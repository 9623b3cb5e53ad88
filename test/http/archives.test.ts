import { gunzipSync } from 'node:zlib';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import type { Format } from '../../src/model/feed-key.ts';
import { seededRandom } from '../model/seeded-random.ts';
import { at, made, NOW, readAll, removed } from '../store/made-articles.ts';
import { fieldsOf, type ServedSite, serveSite } from './served-site.ts';

const FORMATS = ['rss', 'atom', 'json'] as const;
const BASE = 'https://quay.example.org';
const DAY_MS = 24 * 60 * 60 * 1000;

const ofDay = (name: string, day: number): Article =>
  made(name, {
    tags: ['Fog', name.endsWith('0') ? 'Tens' : 'Others'],
    on: new Date(at('2026-03-01T08:00:00Z') - day * DAY_MS).toISOString(),
  });
const row = (count: number): readonly Article[] => Array.from({ length: count }, (_, day) => ofDay(`fog${day}`, day));

let site: ServedSite;
beforeEach(async () => {
  site = await serveSite();
  await site.store.applyChanges(readAll(...row(45)), NOW);
});

interface Document {
  readonly ids: readonly (string | undefined)[];
  readonly self: string | undefined;
  readonly older: string | undefined;
  readonly newer: string | undefined;
  readonly current: string | undefined;
}

/** A document as another program reads it. */
function readDocument(text: string, format: Format): Document {
  if (format === 'json') {
    const { items = [], feed_url, next_url } = parseJsonFeed(text);
    return { ids: items.map(({ id }) => id), self: feed_url, older: next_url, newer: undefined, current: undefined };
  }
  const feed = format === 'rss' ? parseRssFeed(text) : parseAtomFeed(text);
  const links = ('atom' in feed ? feed.atom?.links : 'links' in feed ? feed.links : []) ?? [];
  const to = (rel: string): string | undefined => links.find((link) => link.rel === rel)?.href;
  const ids =
    'entries' in feed
      ? (feed.entries ?? []).map(({ id }) => id)
      : 'items' in feed
        ? (feed.items ?? []).map(({ guid }) => guid?.value)
        : [];
  return { ids, self: to('self'), older: to('prev-archive'), newer: to('next-archive'), current: to('current') };
}

/** The links of an answer by their relation (RFC 8288). */
const linksOf = (answer: Response): Record<string, string> =>
  Object.fromEntries(
    [...(answer.headers.get('link') ?? '').matchAll(/<([^>]*)>; rel="([^"]*)"/g)].map(([, href = '', rel = '']) => [
      rel,
      href,
    ]),
  );

interface Walked {
  readonly answer: Response;
  readonly document: Document;
  readonly path: string;
}

/** Follows the way that a feed and its archives show, from the newest document to the oldest. */
async function walk(path: string, format: Format): Promise<readonly Walked[]> {
  const walked: Walked[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const answer = await site.get(next);
    expect(answer.status, next).toBe(200);
    const document = readDocument(await answer.clone().text(), format);
    expect(document.self).toBe(BASE + next);
    walked.push({ answer, document, path: next });
    expect(walked.length).toBeLessThan(100);
    next = document.older?.replace(BASE, '');
  }
  return walked;
}

const idsOf = (walked: readonly Walked[]): readonly unknown[] => walked.flatMap(({ document }) => document.ids);

/** What the store says that the selection of a walk holds. */
async function allIds(tag = 'fog'): Promise<readonly string[]> {
  const answer = await site.get(`/tags/${tag}.json`);
  expect(answer.status).toBe(200);
  const alternatives = [[{ kind: 'tag' as const, slug: made(tag).slug, negated: false }]];
  const feed = await site.store.readFeed({ kind: 'terms', alternatives }, 10_000);
  return feed?.articles.map(({ id }) => id) ?? [];
}

describe('a tag of 45 articles, walked by its archives', () => {
  test.each(FORMATS)('in %s reaches each article once', async (format) => {
    const walked = await walk(`/tags/fog.${format}`, format);
    expect(walked[0]?.document.ids).toHaveLength(30);
    expect(idsOf(walked)).toEqual(await allIds());
    expect(idsOf(walked)).toHaveLength(45);
  });

  test.each(FORMATS)('in %s does so after ten random inserts, edits and removals', async (format) => {
    const random = seededRandom(45);
    const articles = [...row(45)];
    await walk(`/tags/fog.${format}`, format);
    for (let round = 0; round < 10; round += 1) {
      const inserted = ofDay(`new${round}`, random.below(60) - 5);
      articles.push(inserted);
      await site.store.applyChanges(readAll(inserted), NOW);
      const edited = { ...random.pick(articles), title: `Edited ${round}`, publishedAt: at('2026-01-20T08:00:00Z') };
      articles.splice(
        articles.findIndex(({ id }) => id === edited.id),
        1,
        edited,
      );
      await site.store.applyChanges(readAll(edited), NOW);
      const [gone] = articles.splice(random.below(articles.length), 1);
      await site.store.applyChanges([removed(gone?.source ?? '')], NOW);
      const walked = await walk(`/tags/fog.${format}`, format);
      expect(idsOf(walked)).toEqual(await allIds());
      expect(idsOf(walked)).toHaveLength(45);
    }
  });

  test.each(['/feed.atom', '/tags/tens+fog.atom', '/tags/-tens.atom', '/tags/others,tens.atom'])(
    '%s and its archives, too',
    async (path) => {
      await site.store.applyChanges(readAll(...row(400)), NOW);
      const canonical = path.replace('tens+fog', 'fog+tens');
      const ids = idsOf(await walk(canonical, 'atom'));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(35);
    },
  );
});

describe('an archive', () => {
  beforeEach(async () => {
    await site.store.applyChanges(readAll(...row(200)), NOW);
  });

  test.each(FORMATS)('in %s is linked in its fields as in itself', async (format) => {
    for (const { answer, document } of await walk(`/tags/fog.${format}`, format)) {
      const links = linksOf(answer);
      expect(links.self).toBe(document.self);
      expect(links.alternate).toBe(`${BASE}/tags/fog`);
      expect(links['prev-archive']).toBe(document.older);
      if (format === 'json') continue;
      expect(links['next-archive']).toBe(document.newer);
      expect(links.current).toBe(document.current);
    }
  });

  test('leads to the feed, and forward to each newer one', async () => {
    const walked = await walk('/tags/fog.atom', 'atom');
    const archives = walked.slice(1);
    expect(archives.length).toBeGreaterThan(4);
    expect(new Set(archives.map(({ document }) => document.current))).toEqual(new Set([`${BASE}/tags/fog.atom`]));
    expect(archives.map(({ document }) => document.newer)).toEqual([
      undefined,
      ...archives.slice(0, -1).map(({ document }) => document.self),
    ]);
  });

  test('is kept for a year when it is closed; the newest one and the feed are not', async () => {
    const walked = await walk('/tags/fog.rss', 'rss');
    expect(walked.map(({ answer }) => answer.headers.get('cache-control'))).toEqual([
      'public, max-age=300',
      'public, max-age=300',
      ...walked.slice(2).map(() => 'public, max-age=31536000'),
    ]);
  });

  test('has validators, and answers 304 with the same fields', async () => {
    const whole = await site.get('/tags/fog/archive/first.atom');
    for (const fields of [
      { 'if-none-match': whole.headers.get('etag') ?? '' },
      { 'if-modified-since': whole.headers.get('last-modified') ?? '' },
    ]) {
      const again = await site.get('/tags/fog/archive/first.atom', fields);
      expect(again.status).toBe(304);
      const { 'content-length': _length, ...expected } = fieldsOf(whole);
      expect(fieldsOf(again)).toEqual(expected);
    }
  });

  test('keeps its validators when another one changes', async () => {
    const before = await site.get('/tags/fog/archive/first.atom');
    await site.store.applyChanges(readAll({ ...ofDay('fog40', 40), title: 'Edited' }), at('2026-05-01T12:30:00Z'));
    const after = await site.get('/tags/fog/archive/first.atom');
    expect(fieldsOf(after)).toEqual(fieldsOf(before));
  });

  test('comes compressed to whom asks, HEAD like GET', async () => {
    const plain = await site.get('/tags/fog/archive/first.atom');
    const coded = await site.get('/tags/fog/archive/first.atom', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(await coded.arrayBuffer()).toString()).toBe(await plain.clone().text());
    expect(coded.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    const head = await site.ask('HEAD', '/tags/fog/archive/first.atom');
    expect(fieldsOf(head)).toEqual(fieldsOf(plain));
  });

  test.each([
    ['no such name', '/tags/fog/archive/last.rss', 404],
    ['no format', '/tags/fog/archive/first', 404],
    ['another format', '/tags/fog/archive/first.xml', 404],
    ['an unknown tag', '/tags/nowhere/archive/first.rss', 404],
    ['algebra that makes no sense', '/tags/a++b/archive/first.rss', 400],
    ['nothing behind it', '/tags/fog/archive/', 404],
  ])('%s: %s is %i', async (_name, path, status) => {
    const answer = await site.get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  });

  test.each([
    ['/Tags/FOG/archive/First.RSS', '/tags/fog/archive/first.rss'],
    ['/tags/fog/archive/first.rss/', '/tags/fog/archive/first.rss'],
    ['/tags/tens+fog/archive/first.json?a=b', '/tags/fog+tens/archive/first.json?a=b'],
    ['/sections/tag:fog/archive/first.rss', '/tags/fog/archive/first.rss'],
    ['/ARCHIVE/first.atom', '/archive/first.atom'],
  ])('%s leads to %s for ever', async (path, location) => {
    const answer = await site.get(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([308, location]);
  });

  test('that is no more leads to its articles for now', async () => {
    const walked = await walk('/tags/fog.rss', 'rss');
    const [before, gone] = [walked[4], walked[3]];
    const last = row(200).find(({ id }) => id === before?.document.ids[0]);
    await site.store.applyChanges([removed(last?.source ?? '')], NOW);
    const answer = await site.get(gone?.path ?? '');
    expect([answer.status, answer.headers.get('location')]).toEqual([307, before?.path]);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
  });

  test('of a feed that shows everything is the feed', async () => {
    const answer = await site.get('/tags/ferries/archive/first.rss');
    expect([answer.status, answer.headers.get('location')]).toEqual([307, '/tags/ferries.rss']);
  });

  test('stands below the path of the base address', async () => {
    const below = await serveSite({ baseUrl: 'https://example.org/feeds/' });
    await below.store.applyChanges(readAll(...row(45)), NOW);
    const answer = await below.get('/feeds/archive/first.rss');
    expect(answer.status).toBe(200);
    expect(linksOf(answer)).toMatchObject({
      self: 'https://example.org/feeds/archive/first.rss',
      current: 'https://example.org/feeds/feed.rss',
    });
  });

  test('that nobody has made takes no memory', async () => {
    const before = site.publisher.bytes;
    for (let place = 1; place <= 200; place += 1) await site.get(`/tags/fog/archive/after-${place}-1.rss`);
    expect(site.publisher.bytes).toBe(before);
  });
});

describe('a feed of large articles', () => {
  test.each(FORMATS)('keeps to the size, in %s', async (format) => {
    const large = row(40).map((article) => ({ ...article, html: `<p title="a">${'word &amp; '.repeat(4_000)}</p>` }));
    await site.store.applyChanges(readAll(...large), NOW);
    const walked = await walk(`/tags/fog.${format}`, format);
    for (const { answer } of walked) {
      expect(Number(answer.headers.get('content-length'))).toBeLessThanOrEqual(500_000);
    }
    expect(idsOf(walked)).toHaveLength(45);
    expect(walked[0]?.document.ids.length).toBeGreaterThan(4);
  });
});
