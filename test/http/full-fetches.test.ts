import { BlockList } from 'node:net';
import { describe, expect, test } from 'vitest';
import { isPublic } from '../../src/http/asker.ts';
import { FullFetches } from '../../src/http/full-fetches.ts';
import { at } from '../store/made-articles.ts';
import { type ServedSite, serveSite } from './served-site.ts';

const get = async (site: ServedSite, path: string, fields?: Record<string, string>): Promise<number> =>
  (await site.get(path, fields)).status;

describe('full fetches over HTTP', () => {
  test('as many as allowed within an hour, then 429 until it is over', async () => {
    const site = await serveSite({}, 3);
    for (let fetch = 0; fetch < 3; fetch += 1) expect(await get(site, '/tags/tides.rss')).toBe(200);
    site.clock = at('2026-05-01T13:20:00Z');
    const refused = await site.get('/tags/tides.rss');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('2400');
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect((await refused.json()) as unknown).toEqual({
      type: 'about:blank',
      title: 'Too many requests',
      status: 429,
      detail:
        'your address has fetched "/tags/tides.rss" whole 3 times within an hour; come again in 2400 seconds, or send If-None-Match with the ETag of your copy: such requests are never limited',
    });
    site.clock = at('2026-05-01T14:00:00Z');
    expect(await get(site, '/tags/tides.rss')).toBe(200);
  });

  test('a person reads a page', async () => {
    const site = await serveSite({}, 1);
    await site.get('/feed.rss');
    const refused = await site.get('/feed.rss', { accept: 'text/html,*/*;q=0.8' });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await refused.text()).toContain('such requests are never limited');
  });

  test.each([
    ['If-None-Match, and the copy is good', { 'if-none-match': '*' }, 304],
    ['If-None-Match, and it is not', { 'if-none-match': '"other"' }, 200],
    ['If-Modified-Since', { 'if-modified-since': 'Sat, 01 Jan 2000 00:00:00 GMT' }, 200],
  ])('a request with %s is neither counted nor limited', async (_name, fields, status) => {
    const site = await serveSite({}, 1);
    for (let fetch = 0; fetch < 5; fetch += 1) expect(await get(site, '/feed.rss', fields)).toBe(status);
    expect(await get(site, '/feed.rss')).toBe(200);
    expect(await get(site, '/feed.rss')).toBe(429);
    expect(await get(site, '/feed.rss', fields)).toBe(status);
  });

  test('HEAD is neither counted nor limited', async () => {
    const site = await serveSite({}, 1);
    for (let ask = 0; ask < 5; ask += 1) expect((await site.ask('HEAD', '/feed.rss')).status).toBe(200);
    await site.get('/feed.rss');
    expect((await site.ask('HEAD', '/feed.rss')).status).toBe(200);
  });

  test('each feed and format is counted by itself', async () => {
    const site = await serveSite({}, 1);
    for (const path of ['/feed.rss', '/feed.atom', '/tags/tides.rss', '/tags/ferries.rss']) {
      expect(await get(site, path)).toBe(200);
      expect(await get(site, path)).toBe(429);
    }
  });

  test('the habits of a feed, its parameters and words that are not ours count for the feed', async () => {
    const site = await serveSite({}, 4);
    for (const path of ['/tags/tides.rss', '/tag/tides/feed', '/tags/tides.rss?limit=1', '/tags/tides.rss?x=1']) {
      expect(await get(site, path)).toBe(200);
    }
    for (const path of ['/tags/tides.rss', '/tag/tides/feed/', '/tags/tides.rss?limit=2', '/tags/tides?format=rss']) {
      expect(await get(site, path)).toBe(429);
    }
  });

  test('pages and lists are not feeds', async () => {
    const site = await serveSite({}, 1);
    for (const path of ['/', '/tags/tides', '/tags.json', '/feeds.opml', '/livez', '/articles/ferry']) {
      for (let fetch = 0; fetch < 3; fetch += 1) expect(await get(site, path)).toBe(200);
    }
  });

  test.each([
    ['0 is without limit', 0],
    ['nothing said, an address that is not public has none', undefined],
  ])('%s', async (_name, perHour) => {
    const site = await serveSite({}, perHour);
    for (let fetch = 0; fetch < 130; fetch += 1) expect(await get(site, '/feed.rss')).toBe(200);
  });
});

describe('whose fetches are counted together', () => {
  const trusted = new BlockList();
  trusted.addSubnet('10.0.0.0', 8, 'ipv4');

  function counter(perHour: number | undefined) {
    const limit = new FullFetches({ perHour, trusted, now: () => at('2026-05-01T13:00:00Z') });
    const isRefused = (remoteAddress: string, forwardedFor?: string, path = 'feed.rss'): boolean => {
      const headers = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
      const env = { incoming: { headers, socket: { remoteAddress } }, address: { path: `/${path}`, query: '' } };
      const req = { method: 'GET', raw: new Request('http://localhost/') };
      return limit.refuse({ env, req } as unknown as Parameters<typeof limit.refuse>[0], path) !== undefined;
    };
    return { limit, isRefused };
  }

  test.each([
    ['two public addresses are two', '203.0.113.1', undefined, '203.0.113.2', undefined, false],
    ['IPv4 inside of IPv6 is the same', '203.0.113.1', undefined, '::ffff:203.0.113.1', undefined, true],
    ['readers behind a trusted proxy are two', '10.0.0.1', '203.0.113.1', '10.0.0.1', '203.0.113.2', false],
    ['a reader behind two proxies is one', '10.0.0.1', '203.0.113.1', '10.0.0.2', '203.0.113.1', true],
    ['nobody else is believed', '203.0.113.1', '198.51.100.1', '203.0.113.1', '198.51.100.2', true],
  ])('%s', (_name, peer, forwarded, nextPeer, nextForwarded, isSame) => {
    const { isRefused } = counter(1);
    expect(isRefused(peer, forwarded)).toBe(false);
    expect(isRefused(nextPeer, nextForwarded)).toBe(isSame);
  });

  test.each([
    ['a public address', '203.0.113.1', true],
    ['this machine, where a proxy may stand that nobody named', '127.0.0.1', false],
    ['a private network', '192.168.1.7', false],
    ['a public address behind a trusted proxy', '10.0.0.1', true, '203.0.113.1'],
  ])('nothing said: 120 for %s', (_name, peer, isLimited, forwardedFor?: string) => {
    const { isRefused } = counter(undefined);
    for (let fetch = 0; fetch < 120; fetch += 1) expect(isRefused(peer, forwardedFor)).toBe(false);
    expect(isRefused(peer, forwardedFor)).toBe(isLimited);
  });

  test('a number that was said holds for every address', () => {
    const { isRefused } = counter(1);
    expect([isRefused('127.0.0.1'), isRefused('127.0.0.1')]).toEqual([false, true]);
  });

  test('memory is bounded: the longest unseen are forgotten', () => {
    const { limit, isRefused } = counter(1);
    for (let index = 0; index < 30_000; index += 1) isRefused(`203.0.113.1`, undefined, `tags/x${index}.rss`);
    expect(limit.size).toBe(20_000);
  });
});

test.each([
  ['203.0.113.1', true],
  ['2001:db8::1', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.0.1', false],
  ['172.32.0.1', true],
  ['192.168.0.1', false],
  ['169.254.1.1', false],
  ['100.64.0.1', false],
  ['::1', false],
  ['fd12::1', false],
  ['fe80::1', false],
  ['', false],
  ['a socket', false],
])('"%s" is public: %s', (address, expected) => expect(isPublic(address)).toBe(expected));
