import { beforeAll, describe, expect, test } from 'vitest';
import { type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite();
});

/** What the addresses of other programs show, by our own address of it. */
const HABITS: Readonly<Record<string, readonly string[]>> = {
  '/feed.rss': [
    '/feed',
    '/feed/',
    '/feed/rss/',
    '/feed/rss2/',
    '/rss',
    '/rss/',
    '/index.xml',
    '/rss.xml',
    '/?feed=rss2',
    '/?feed=rss',
    '/?format=rss',
    '/?FORMAT=x&format=RSS',
  ],
  '/feed.atom': ['/feed/atom/', '/feed/atom', '/feed.xml', '/atom.xml', '/?feed=atom', '/?format=atom'],
  '/feed.json': ['/feed/json/', '/?format=json', '/?a=b&feed=json'],
  '/tags/tides.rss': [
    '/tag/tides/feed/',
    '/tag/tides/feed',
    '/tag/tides/feed/rss2/',
    '/tag/tides/rss/',
    '/tag/Tides/rss/',
    '/TAG/TIDES/RSS/',
    '/tags/tides/index.xml',
    '/tags/tides/rss.xml',
    '/tags/tides/feed.xml',
    '/tags/tides/feed/',
    '/tags/tides?format=rss',
    '/tags/tides/?feed=rss2',
    '/tags/Tides?format=rss',
  ],
  '/tags/tides.atom': [
    '/tag/tides/feed/atom/',
    '/feed/by_tag/tides.xml',
    '/feed/by_tag/Tides.xml',
    '/tags/tides/atom.xml',
    '/tags/tides?feed=atom',
    '/tag/tides?feed=atom',
    '/tag/tides/?feed=atom',
  ],
  '/tags/tides.json': ['/tags/tides/feed.json', '/tag/tides/feed/json', '/tags/tides?format=json'],
  '/tags/c-plus-plus.rss': ['/tag/C%2B%2B/feed/', '/tag/c-plus-plus/rss/', '/tags/C%2B%2B?format=rss'],
  '/tags/c-plus-plus.atom': ['/feed/by_tag/C%2B%2B.xml'],
  '/tags/ferries+tides.rss': ['/tag/tides+ferries/feed/', '/tags/tides+ferries?format=rss'],
  '/sections/old-town.rss': [
    '/category/old-town/feed/',
    '/categories/old-town/index.xml',
    '/sections/old-town/index.xml',
    '/sections/Old%20Town/rss.xml',
  ],
  '/series/walks.rss': ['/series/walks/index.xml'],
  '/authors/mira-holt.rss': ['/author/mira-holt/feed/', '/author/mira-holt/rss/'],
  '/authors/mira-holt.atom': ['/author/mira-holt/feed/atom/', '/authors/mira-holt/atom.xml'],
};

describe('the addresses of other programs', () => {
  test.each(Object.entries(HABITS).flatMap(([own, habits]) => habits.map((habit) => [habit, own] as const)))(
    '%s shows the bytes of %s and names it',
    async (habit, own) => {
      const wanted = await site.get(own);
      for (const coding of ['identity', 'gzip']) {
        const answer = await site.get(habit, { 'accept-encoding': coding });
        expect(answer.status).toBe(200);
        expect(answer.headers.get('content-location')).toBe(own);
        expect(answer.headers.get('content-type')).toBe(wanted.headers.get('content-type'));
        expect(answer.headers.get('link')).toContain(`<https://quay.example.org${own}>; rel="self"`);
        const again = await site.get(habit, {
          'accept-encoding': coding,
          'if-none-match': answer.headers.get('etag') ?? '',
        });
        expect([again.status, again.headers.get('content-location')]).toEqual([304, own]);
      }
      const plain = await site.get(habit);
      expect(plain.headers.get('etag')).toBe(wanted.headers.get('etag'));
      expect(await plain.text()).toBe(await wanted.text());
    },
  );

  test.each([
    ['a tag that nobody bears', '/tag/unicorns/feed/', 404],
    ['an ending that nobody uses', '/tag/tides/rdf', 404],
    ['a folder that nobody uses', '/label/tides/feed/', 404],
    ['a name from every object', '/tag/tides/constructor', 404],
    ['a file of Jekyll without its end', '/feed/by_tag/tides', 404],
    ['a file of Jekyll without its name', '/feed/by_tag/.xml', 404],
    ['an algebra that is none', '/tag/tides+/feed/', 400],
    ['an unknown format is not asked for', '/?format=constructor', 200],
    ['an unknown feed neither', '/tags/tides?feed=rdf', 200],
  ])('%s: %s is %i', async (_name, path, status) => {
    const answer = await site.get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-location')).toBeNull();
  });

  test('our own address needs no Content-Location', async () => {
    expect((await site.get('/tags/tides.rss')).headers.get('content-location')).toBeNull();
  });
});

describe('the pages of terms at the addresses of other programs', () => {
  test.each([
    ['/tag/tides', '/tags/tides'],
    ['/tag/Tides/', '/tags/tides'],
    ['/tag/tides?page=2', '/tags/tides?page=2'],
    ['/category/Old%20Town/', '/sections/old-town'],
    ['/categories/old-town', '/sections/old-town'],
    ['/author/mira-holt/', '/authors/mira-holt'],
  ])('%s leads to %s', async (habit, own) => {
    const answer = await site.get(habit);
    expect(answer.status).toBe(308);
    expect(answer.headers.get('location')).toBe(own);
  });
});
