import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../model/seeded-random.ts';
import { at, made, NOW, read } from '../store/made-articles.ts';
import { listen, type RawServer, readAnswer, request } from './raw-client.ts';
import { type ServedSite, serveSite } from './served-site.ts';

/** The same site twice: with the front, and with the router alone. */
interface Pair extends AsyncDisposable {
  readonly sites: readonly [ServedSite, ServedSite];
  /** Sends the same bytes to both and answers what came back, without the time of day. */
  both(bytes: string): Promise<readonly [string, string]>;
}

async function servePair(baseUrl = 'https://quay.example.org/', perHour?: number): Promise<Pair> {
  const sites = [await serveSite({ baseUrl }, perHour), await serveSite({ baseUrl }, perHour)] as const;
  const servers: readonly [RawServer, RawServer] = [
    await listen(sites[0], { hot: sites[0].hot }),
    await listen(sites[1]),
  ];
  return {
    sites,
    both: async (bytes) => [await answerOf(servers[0], bytes), await answerOf(servers[1], bytes)],
    [Symbol.asyncDispose]: async () => {
      for (const server of servers) await server[Symbol.asyncDispose]();
    },
  };
}

/** Node writes the time of day where we do not. */
const answerOf = async (server: RawServer, bytes: string): Promise<string> =>
  (await server.send(bytes)).replace(/^Date: .*\r\n/gm, 'Date: now\r\n');

let pair: Pair;
beforeAll(async () => {
  pair = await servePair();
});
afterAll(() => pair[Symbol.asyncDispose]());

const ETAGS: Record<string, string> = {};
/** The ETag of a feed as one coding has it. */
async function etagOf(path: string, coding: string): Promise<string> {
  const known = ETAGS[`${path} ${coding}`];
  if (known !== undefined) return known;
  const response = await pair.sites[1].get(path, coding === '' ? {} : { 'accept-encoding': coding });
  const etag = response.headers.get('etag') ?? '';
  ETAGS[`${path} ${coding}`] = etag;
  return etag;
}

/** Each request three times: the first may make the feed, the second its compressed bytes. */
async function expectAlike(bytes: string): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    const [front, router] = await pair.both(bytes);
    expect(front).toBe(router);
  }
}

const TARGETS = [
  '/feed.rss',
  '/feed.json',
  '/tags/tides.rss',
  '/tags/tides.atom',
  '/tags/%D1%81%D0%B8%D1%80%D0%B5%D0%BD%D1%8C.rss',
  '/tags/%d1%81%d0%b8%d1%80%d0%b5%d0%bd%d1%8c.rss',
  '/tags/сирень.rss',
  '/Tags/Tides.rss',
  '/tags/tides.rss?',
  '/tags/tides.rss?limit=1',
  '/tags/tides.rss#top',
  '/tags/../tags/tides.rss',
  '/tags/./tides.rss',
  '//tags/tides.rss',
  '/tags/tides.rss/',
  '/tags\\tides.rss',
  'http://quay.example.org/tags/tides.rss',
  'http://other.example/tags/tides.rss',
  'tags/tides.rss',
  '*',
  '/tags/tides+ferries.rss',
  '/tags/ferries+tides.rss',
  '/tag/tides/feed/',
  '/tags/tides',
  '/tags.json',
  '/tags/unicorns.rss',
  '/',
  '/livez',
];

describe('with the front and without it the answers are the same', () => {
  test.each(TARGETS)('GET of %s', async (target) => {
    await expectAlike(request(`GET ${target}`));
    await expectAlike(request(`GET ${target}`, 'Accept-Encoding: gzip'));
  });

  test.each(['HEAD', 'POST', 'OPTIONS', 'DELETE', 'get', 'QUERY'])('%s', async (method) => {
    await expectAlike(request('GET /tags/tides.rss'));
    await expectAlike(request(`${method} /tags/tides.rss`));
  });

  test.each([
    ['a list of codings', ['Accept-Encoding: gzip, deflate, br, zstd']],
    ['a coding with its weight', ['Accept-Encoding: br;q=0.2, gzip;q=0.8']],
    ['a refused coding', ['Accept-Encoding: gzip;q=0']],
    ['plain bytes refused', ['Accept-Encoding: identity;q=0']],
    ['any coding', ['Accept-Encoding: *']],
    ['a coding in capitals', ['ACCEPT-ENCODING: GZIP']],
    ['two fields of codings', ['Accept-Encoding: gzip', 'Accept-Encoding: br']],
    ['an empty field of codings', ['Accept-Encoding:']],
    ['a wrong tag', ['If-None-Match: "other"']],
    ['no tag at all', ['If-None-Match:']],
    ['any tag', ['If-None-Match: *']],
    ['an old time', ['If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT']],
    ['a new time', ['If-Modified-Since: Fri, 01 May 2026 12:30:00 GMT']],
    ['no time', ['If-Modified-Since: yesterday']],
    ['a time and a wrong tag', ['If-None-Match: "x"', 'If-Modified-Since: Fri, 01 May 2026 12:30:00 GMT']],
    ['another state wanted', ['If-Match: "other"']],
    ['any state wanted', ['If-Match: *']],
    ['an older state wanted', ['If-Unmodified-Since: Sat, 01 Jan 2000 00:00:00 GMT']],
    ['a range', ['Range: bytes=0-9']],
    ['a delta', ['A-IM: feed', 'If-None-Match: "other"']],
    ['a body', ['Content-Length: 2', '', 'hi']],
    ['a body in chunks', ['Transfer-Encoding: chunked', '', '0\r\n']],
    ['an upgrade', ['Upgrade: h2c']],
    ['an expectation', ['Expect: 100-continue']],
    ['an impossible expectation', ['Expect: tea']],
    ['a browser', ['Accept: text/html']],
    ['a host in capitals', ['Host: QUAY.example.org']],
    ['a host with a port', ['Host: quay.example.org:8080']],
    ['a host with a small port', ['Host: quay.example.org:80']],
    ['a host that cannot be', ['Host: quay example']],
    ['a host with a path', ['Host: quay.example.org/tags']],
    ['a host of IPv6', ['Host: [::1]:3000']],
    ['an empty host', ['Host:']],
    ['two hosts', ['Host: quay.example.org', 'Host: quay.example.org']],
    [
      'fields that mean nothing',
      ['X-Forwarded-For: 203.0.113.1', 'User-Agent: FeedFetcher', 'Cache-Control: no-cache'],
    ],
  ])('%s', async (_name, fields) => {
    await expectAlike(request('GET /tags/tides.rss'));
    await expectAlike(request('GET /tags/tides.rss', ...fields));
  });

  test.each([
    ['the tag', (etag: string) => etag],
    ['the tag, weak', (etag: string) => `W/${etag}`],
    ['the tag in a list', (etag: string) => `"a", ${etag}`],
    ['the tag, then blanks', (etag: string) => `${etag}   `],
    ['the tag without its quotes', (etag: string) => etag.replaceAll('"', '')],
    ['the tag twice', (etag: string) => `${etag}, ${etag}`],
  ])('If-None-Match with %s', async (_name, write) => {
    for (const coding of ['', 'gzip', 'br', 'zstd']) {
      for (const path of ['/feed.rss', '/tags/tides.atom', '/feed.json']) {
        const etag = await etagOf(path, coding);
        const fields = coding === '' ? [] : [`Accept-Encoding: ${coding}`];
        await expectAlike(request(`GET ${path}`, ...fields));
        await expectAlike(request(`GET ${path}`, ...fields, `If-None-Match: ${write(etag)}`));
        await expectAlike(request(`GET ${path}`, ...fields, `If-None-Match: "x"`, `If-None-Match: ${write(etag)}`));
        await expectAlike(request(`GET ${path}`, 'If-Modified-Since: x', ...fields, `If-None-Match: ${write(etag)}`));
      }
    }
  });

  test('HTTP/1.0, with and without a host, kept open and not', async () => {
    await expectAlike(request('GET /feed.rss'));
    for (const fields of ['', 'Host: a\r\n', 'Connection: keep-alive\r\nHost: a\r\nX: y\r\n']) {
      const bytes = `GET /feed.rss HTTP/1.0\r\n${fields}\r\n`;
      await expectAlike(fields.includes('keep') ? `${bytes}GET /feed.rss HTTP/1.0\r\n\r\n` : bytes);
    }
  });

  test('requests one behind the other on one connection', async () => {
    const etag = await etagOf('/feed.rss', '');
    const open = (line: string, field: string): string => `${line} HTTP/1.1\r\nHost: a\r\n${field}\r\n`;
    const train = [
      open('GET /feed.rss', ''),
      open('GET /feed.rss', `If-None-Match: ${etag}\r\n`),
      open('HEAD /feed.rss', ''),
      open('GET /tags/tides.atom', 'Accept-Encoding: gzip\r\n'),
      open('GET /nothing', ''),
      request('GET /tags/tides.atom', 'Accept-Encoding: gzip'),
    ];
    await expectAlike(train.join(''));
  });

  test('some hundred requests of random parts', async () => {
    const random = seededRandom(20_261_122);
    const codings = ['', 'gzip', 'br', 'zstd', 'gzip, br;q=0.5', 'deflate'];
    for (let turn = 0; turn < 300; turn += 1) {
      const path = random.pick(TARGETS);
      const coding = random.pick(codings);
      const etag = await etagOf(random.pick(['/feed.rss', '/tags/tides.rss']), random.pick(['', 'gzip', 'br']));
      const possible = [
        `Accept-Encoding: ${coding}`,
        `If-None-Match: ${etag}`,
        'If-Modified-Since: Fri, 01 May 2026 12:30:00 GMT',
        `If-Match: ${etag}`,
        'Range: bytes=0-9',
        'A-IM: feed',
        'Host: quay.example.org',
        'Accept: text/html',
      ];
      const fields = random.shuffle(possible).slice(0, random.below(5));
      const bytes = request(`${random.pick(['GET', 'GET', 'GET', 'HEAD'])} ${path}`, ...fields);
      const [front, router] = await pair.both(bytes);
      expect(front, bytes).toBe(router);
    }
    expect(pair.sites[0].frontAnswers.length).toBeGreaterThan(100);
    expect(new Set(pair.sites[0].frontAnswers)).toEqual(new Set([200, 304]));
    expect(pair.sites[1].frontAnswers).toEqual([]);
  });

  test('below the path of the base address, stripped by a proxy or not', async () => {
    await using below = await servePair('https://quay.example.org/news/');
    for (const target of ['/news/feed.rss', '/feed.rss', '/newsfeed.rss', '/news//feed.rss', '/news', '/news/']) {
      for (let turn = 0; turn < 3; turn += 1) {
        const [front, router] = await below.both(request(`GET ${target}`));
        expect(front).toBe(router);
      }
    }
    expect(below.sites[0].frontAnswers).toEqual([200, 200, 200, 200, 200]);
  });

  test('who fetches a feed whole too often', async () => {
    await using few = await servePair(undefined, 4);
    for (let turn = 0; turn < 7; turn += 1) {
      const [front, router] = await few.both(request('GET /feed.rss'));
      expect(front).toBe(router);
      expect(readAnswer(front).status).toBe(turn < 4 ? 200 : 429);
    }
    expect(few.sites[0].frontAnswers).toEqual([200, 200, 200]);
  });
});

describe('what the front answers itself', () => {
  test('a second request, whole and with its tag; each is counted', async () => {
    await using one = await servePair();
    const [site] = one.sites;
    for (const coding of ['identity', 'gzip']) {
      const fields = [`Accept-Encoding: ${coding}`];
      const [first] = await one.both(request('GET /feed.rss', ...fields));
      const { etag } = readAnswer(first).fields;
      await one.both(request('GET /feed.rss', ...fields));
      await one.both(request('GET /feed.rss', ...fields, `If-None-Match: ${etag}`));
    }
    expect(site.frontAnswers).toEqual([200, 304, 200, 304]);
  });

  test('a feed that has just changed goes the usual way, which tells the time', async () => {
    await using one = await servePair();
    const [site] = one.sites;
    for (const each of one.sites) each.clock = at('2026-05-01T12:00:01Z');
    for (let turn = 0; turn < 3; turn += 1) {
      const [front, router] = await one.both(request('GET /feed.rss'));
      expect(front).toBe(router);
    }
    expect(site.frontAnswers).toEqual([]);
    for (const each of one.sites) each.clock = at('2026-05-01T12:00:02Z');
    await one.both(request('GET /feed.rss'));
    await one.both(request('GET /feed.rss'));
    expect(site.frontAnswers).toEqual([200, 200]);
  });

  test('feeds for which memory has no room, from the back room, until they change', async () => {
    const kept = new Map<string, Uint8Array<ArrayBuffer>>();
    const backRoom = {
      put: (name: string, bytes: Uint8Array<ArrayBuffer>) => void kept.set(name, bytes),
      get: (name: string) => kept.get(name),
    };
    const site = await serveSite({}, undefined, { memory: { maxBytes: 9_000, backRoom } });
    await using server = await listen(site, { hot: site.hot });
    const tags = Array.from({ length: 40 }, (_, place) => `quay-${place}`);
    const files = tags.map((tag) => read(`${tag}.md`, made(tag, { tags: [tag], on: '2026-03-01T08:00:00Z' })));
    await site.store.applyChanges(files, NOW);
    const ask = async (tag = '') =>
      readAnswer(await server.send(request(`GET /tags/${tag}.atom`, 'Accept-Encoding: gzip')));
    const first = await ask(tags[0]);
    for (const tag of tags) expect((await ask(tag)).status).toBe(200);
    const renders = site.publisher.renders;
    for (const tag of tags) expect((await ask(tag)).status).toBe(200);
    expect(site.publisher.renders, 'nothing is made again').toBe(renders);
    expect(kept.size).toBeGreaterThan(20);
    expect(await ask(tags[0])).toEqual(first);
    await site.store.applyChanges([read('new.md', made('new', { tags: ['quay-0'], on: '2026-03-01T09:00:00Z' }))], NOW);
    expect((await ask(tags[0])).fields.etag).not.toBe(first.fields.etag);
    expect(site.publisher.renders).toBe(renders + 1);
  });

  test('no old byte after a change', async () => {
    await using one = await servePair();
    const [site] = one.sites;
    for (let change = 0; change < 5; change += 1) {
      const [before] = await one.both(request('GET /tags/tides.rss', 'Accept-Encoding: gzip'));
      const { etag } = readAnswer(before).fields;
      const conditional = request('GET /tags/tides.rss', 'Accept-Encoding: gzip', `If-None-Match: ${etag}`);
      expect(readAnswer((await one.both(conditional))[0]).status).toBe(304);
      for (const each of one.sites) {
        await each.store.applyChanges([read(`new-${change}.md`, made(`new-${change}`, { tags: ['Tides'] }))], NOW);
      }
      const [after, router] = await one.both(conditional);
      expect(after).toBe(router);
      expect(readAnswer(after).status).toBe(200);
      expect(readAnswer(after).fields.etag).not.toBe(etag);
    }
    expect(site.frontAnswers.length).toBeGreaterThan(3);
  });
});
