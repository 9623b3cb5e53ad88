import { describe, expect, test } from 'vitest';
import { PARAMETERS } from '../../src/feeds/parameters.ts';
import { seededRandom } from '../model/seeded-random.ts';
import { made, NOW, readAll, removed } from '../store/made-articles.ts';
import { fieldsOf, type ServedSite, serveSite } from './served-site.ts';

describe('feeds with parameters over HTTP', () => {
  test.each([
    ['RSS', '/tags/tides.rss?limit=1', '<atom:link href="https://quay.example.org/tags/tides.rss?limit=1" rel="self"'],
    ['Atom', '/tags/tides.atom?limit=1', 'href="https://quay.example.org/tags/tides.atom?limit=1"'],
    ['JSON Feed', '/feed.json?limit=1', '"feed_url": "https://quay.example.org/feed.json?limit=1"'],
    ['a section', '/sections/old-town.rss?limit=1', 'https://quay.example.org/sections/old-town.rss?limit=1'],
    ['algebra', '/tags/-tides.rss?limit=1', 'https://quay.example.org/tags/-tides.rss?limit=1'],
  ])('%s names its whole address', async (_name, path, self) => {
    const site = await serveSite();
    const answer = await site.get(path);
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).toContain(self);
    expect(text.match(/<item>|<entry|"id":/g)?.length).toBe(1);
    expect(fieldsOf(answer)).toMatchObject({
      'x-robots-tag': 'noindex',
      'cache-control': 'public, max-age=60',
      link: expect.stringContaining(`<https://quay.example.org${path}>; rel="self"`),
      vary: 'Accept-Encoding',
      'last-modified': 'Fri, 01 May 2026 12:00:00 GMT',
      'access-control-allow-origin': '*',
    });
    expect(answer.headers.has('content-location')).toBe(false);
  });

  test.each([
    ['in another order', '/tags/tides.rss?hours=9000&limit=1', '/tags/tides.rss?limit=1&hours=9000'],
    ['with words that are not ours', '/tags/tides.rss?utm_source=mail&limit=1', '/tags/tides.rss?limit=1'],
    ['at a habit', '/tag/tides/feed?limit=1', '/tags/tides.rss?limit=1'],
    ['at a habit with a slash', '/tag/tides/feed/atom/?limit=1', '/tags/tides.atom?limit=1'],
    ['at the habit of everything', '/index.xml?limit=1', '/feed.rss?limit=1'],
    ['at the address of a page', '/tags/tides?format=atom&limit=1', '/tags/tides.atom?limit=1'],
    ['at the front page', '/?feed=rss2&limit=1', '/feed.rss?limit=1'],
  ])('%s it is the same, and says where it stands', async (_name, path, canonical) => {
    const site = await serveSite();
    const [answer, own] = await Promise.all([site.get(path), site.get(canonical)]);
    expect(answer.headers.get('content-location')).toBe(canonical);
    expect(await answer.text()).toBe(await own.text());
    expect(answer.headers.get('etag')).toBe(own.headers.get('etag'));
  });

  test('below a path the address is whole, too', async () => {
    const site = await serveSite({ baseUrl: 'https://example.org/feeds/' });
    const answer = await site.get('/feeds/feed/?limit=1');
    expect(answer.headers.get('content-location')).toBe('/feeds/feed.rss?limit=1');
    expect(await answer.text()).toContain('href="https://example.org/feeds/feed.rss?limit=1"');
  });

  test('another spelling leads to the address with the query as it was', async () => {
    const site = await serveSite();
    const answer = await site.get('/TAGS/Tides.rss?utm_source=x&limit=1');
    expect(answer.status).toBe(308);
    expect(answer.headers.get('location')).toBe('/tags/tides.rss?utm_source=x&limit=1');
  });

  test.each(['?utm_source=mail', '?', '?limit=', '?mode=fulltext&sorted=false', '?LIMIT=0', '?ref=a&fbclid=b'])(
    'the plain feed stands at %s, too',
    async (query) => {
      const site = await serveSite();
      const [plain, asked] = await Promise.all([site.get('/tags/tides.rss'), site.get(`/tags/tides.rss${query}`)]);
      expect(fieldsOf(asked)).toEqual(fieldsOf(plain));
      expect(await asked.text()).toBe(await plain.text());
      expect(asked.headers.has('x-robots-tag')).toBe(false);
    },
  );

  test.each([
    ['If-None-Match', 'if-none-match', 'etag'],
    ['If-Modified-Since alone', 'if-modified-since', 'last-modified'],
  ])('304 by %s, with the fields of 200', async (_name, condition, validator) => {
    const site = await serveSite();
    const first = await site.get('/feed.rss?limit=2');
    const again = await site.get('/feed.rss?limit=2', { [condition]: first.headers.get(validator) ?? '' });
    expect(again.status).toBe(304);
    const { 'content-length': _, ...kept } = fieldsOf(first);
    expect(fieldsOf(again)).toEqual(kept);
  });

  test('each coding has an ETag of its own, and its bytes stay apart from those of plain feeds', async () => {
    const site = await serveSite();
    const plain = await site.get('/feed.rss?limit=2');
    const packed = await site.get('/feed.rss?limit=2', { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('etag')).toBe(plain.headers.get('etag')?.replace(/"$/, '-gzip"'));
    expect(site.encoded.bytes).toBe(0);
    expect(site.publisher.bytes).toBe(0);
  });

  test('a time passes although nothing is written', async () => {
    const site = await serveSite();
    const first = await site.get('/feed.json?hours=700');
    site.clock = (site.clock + 24 * 3_600_000) as typeof site.clock;
    const again = await site.get('/feed.json?hours=700', {
      'if-modified-since': first.headers.get('last-modified') ?? '',
    });
    expect(again.status).toBe(200);
    expect((await again.text()).length).toBeLessThan((await first.text()).length);
  });

  test('RSS ttl, max-age and the minute agree', async () => {
    const site = await serveSite();
    expect(await (await site.get('/feed.rss?limit=1')).text()).toContain('<ttl>1</ttl>');
  });

  test.each([
    ['a number', '/feed.rss?limit=many', 'limit: "many" does not fit; write a number from 1 to 100'],
    ['a pattern', '/tag/tides/feed?filterout_title=(', 'filterout_title: "(" is no pattern'],
  ])('%s that cannot be used is 400 and named', async (_name, path, detail) => {
    const site = await serveSite();
    const answer = await site.get(path);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect((await answer.json()) as unknown).toMatchObject({ status: 400, detail: expect.stringContaining(detail) });
  });

  test('an unknown tag is 404 with parameters, too', async () => {
    const site = await serveSite();
    expect((await site.get('/tags/nobody.rss?limit=1')).status).toBe(404);
  });

  test('too many at once are told when to come again', async () => {
    const site = await serveSite();
    const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => site.get(`/feed.rss?filter=x${index}`)));
    const busy = answers.find(({ status }) => status === 503);
    expect(busy?.headers.get('retry-after')).toBe('2');
  });
});

describe('beside archives, tombstones and deltas', () => {
  async function foggySite(perHour?: number): Promise<ServedSite> {
    const site = await serveSite({}, perHour);
    const fog = Array.from({ length: 45 }, (_, place) => made(`fog${place}`, { tags: ['Fog'] }));
    await site.store.applyChanges(readAll(...fog), NOW);
    await site.store.applyChanges([removed('fog7.md')], NOW);
    return site;
  }
  const HISTORY = /prev-archive|fh:complete|next_url|deleted-entry|deleted_items/;

  test.each([
    ['all that there is', 'rss', 'limit=100'],
    ['some of it, in RSS', 'rss', 'limit=5'],
    ['some of it, in Atom', 'atom', 'limit=5'],
    ['some of it, in JSON Feed', 'json', 'limit=5'],
  ])('a feed of %s tells of no archive and of nothing removed', async (_name, format, query) => {
    const site = await foggySite();
    expect(await (await site.get(`/tags/fog.${format}`)).text()).toMatch(HISTORY);
    const answer = await site.get(`/tags/fog.${format}?${query}`);
    expect(answer.headers.get('link')).not.toMatch(/archive/);
    expect(await answer.text()).not.toMatch(HISTORY);
  });

  test('it is whole for those who ask for what is new', async () => {
    const site = await foggySite();
    const path = '/tags/fog.atom?limit=5';
    const etag = (await site.get(path)).headers.get('etag') ?? '';
    await site.store.applyChanges(readAll(made('news', { tags: ['Fog'], on: '2026-05-01T11:00:00Z' })), NOW);
    const answer = await site.get(path, { 'a-im': 'feed', 'if-none-match': etag });
    expect([answer.status, answer.headers.get('im'), answer.headers.get('etag') === etag]).toEqual([200, null, false]);
  });

  test('an archive passes over parameters', async () => {
    const site = await foggySite();
    const path = '/tags/fog/archive/first.atom';
    const usual = await (await site.get(path)).text();
    const answer = await site.get(`${path}?limit=1&filter=(`);
    expect([answer.status, await answer.text()]).toEqual([200, usual]);
    expect(answer.headers.has('x-robots-tag')).toBe(false);
  });

  test('an archive may be read whole again and again, its feed may not', async () => {
    const site = await foggySite(1);
    const statuses = async (path: string): Promise<readonly number[]> => [
      (await site.get(path)).status,
      (await site.get(path)).status,
      (await site.get(`${path}?utm_source=mail`)).status,
    ];
    expect(await statuses('/tags/fog/archive/first.rss')).toEqual([200, 200, 200]);
    expect(await statuses('/tags/fog.rss')).toEqual([200, 429, 429]);
  });
});

describe('whatever stands in the query', () => {
  const random = seededRandom(20_260_501);
  const names = [...Object.keys(PARAMETERS), 'utm_source', 'format', '', '__proto__', 'constructor', 'limit[]'];
  const scraps = [
    ...['1', '100', '0', '-1', '1e3', '99999999999999999999', 'true', 'false', 'summary', 'NaN', '', ' '],
    ...[
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '*',
      '+',
      '?',
      '|',
      '^',
      '$',
      '\\',
      '.',
      '(?:',
      '(?i)',
      '(?P<',
      '(?<=',
      '{1000}',
      '{9,}',
    ],
    ...['a', 'é', '漢', '🎉', '\u0000', '\ud800', '\u202e', '%', '%zz', '%ff', '&', '=', ';', '#', '<', '>', '"', "'"],
    ...['\\p{L}', '\\p{Nope}', '\\b', '\\1', '\\Q', '[[:alpha:]]', '[^', '.*', '(a+)+$', '(.?){500}', 'x{0,1000}'],
  ];
  const value = (): string => Array.from({ length: random.below(8) }, () => random.pick(scraps)).join('');
  const encoded = (text: string): string =>
    random.below(3) === 0 ? text.replace(/[#\ud800]/g, '') : encodeURIComponent(text.toWellFormed());

  test('is answered with 200, 400 or 414, and soon', async () => {
    const site = await serveSite();
    const seen = new Map<number, number>();
    let slowest = 0;
    for (let round = 0; round < 3_000; round += 1) {
      const query = Array.from(
        { length: 1 + random.below(5) },
        () => `${encoded(random.pick(names))}=${encoded(value())}`,
      );
      const start = performance.now();
      const { status } = await site.get(`/tags/tides.rss?${query.join('&')}`);
      slowest = Math.max(slowest, performance.now() - start);
      seen.set(status, (seen.get(status) ?? 0) + 1);
    }
    expect([...seen.keys()].filter((status) => ![200, 400, 414].includes(status))).toEqual([]);
    expect(seen.get(200)).toBeGreaterThan(300);
    expect(seen.get(400)).toBeGreaterThan(300);
    expect(site.faults).toEqual([]);
    expect(slowest).toBeLessThan(1_000);
  });
});
