import { describe, expect, test } from 'vitest';
import { serveSite } from './served-site.ts';

describe('what robots ask for', () => {
  test.each([
    ['/robots.txt', 'text/plain; charset=utf-8', 'Sitemap: https://quay.example.org/sitemap.xml'],
    ['/sitemap.xml', 'application/xml; charset=utf-8', '<loc>https://quay.example.org/sitemaps/2026-04.xml</loc>'],
    ['/sitemaps/2026-04.xml', 'application/xml; charset=utf-8', '<loc>https://quay.example.org/articles/ferry</loc>'],
    ['/sitemaps/2026-03.xml', 'application/xml; charset=utf-8', '<loc>https://quay.example.org/articles/market</loc>'],
  ])('%s', async (path, contentType, part) => {
    const site = await serveSite();
    const answer = await site.get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(contentType);
    expect(await answer.text()).toContain(part);
    const again = await site.get(path, { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect((await site.ask('POST', path)).status).toBe(405);
    expect((await site.get(`${path.toUpperCase()}/?a=1`)).headers.get('location')).toBe(`${path}?a=1`);
  });

  test('the index leads to every article, once', async () => {
    const site = await serveSite();
    const index = await (await site.get('/sitemap.xml')).text();
    const found: string[] = [];
    for (const [, path = ''] of index.matchAll(/<loc>https:\/\/quay\.example\.org([^<]*)</g)) {
      found.push(...((await (await site.get(path)).text()).match(/\/articles\/[^<]+/g) ?? []));
    }
    expect(found.map(decodeURI).sort()).toEqual(
      ['ferry', 'market', 'pilot', 'сирень'].map((name) => `/articles/${name}`),
    );
  });

  test.each([
    ['/sitemaps/2026-05.xml'],
    ['/sitemaps/2026-13.xml'],
    ['/sitemaps/2026-04-1.xml'],
    ['/sitemaps/2026-04-2.xml'],
    ['/sitemaps/2026-04-99999999999.xml'],
    ['/sitemaps/2026-04'],
    ['/sitemaps/%F0%9F%8E%89.xml'],
    ['/sitemaps'],
  ])('%s is not there', async (path) => {
    const site = await serveSite();
    expect((await site.get(path)).status).toBe(404);
    expect(site.faults).toEqual([]);
  });
});
