import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { made, NOW, readAll } from '../store/made-articles.ts';
import { fieldsOf, type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite();
});

const PAGES = [
  '/',
  '/tags',
  '/sections',
  '/tags/tides',
  '/tags/ferries+tides',
  '/authors/mira-holt',
  '/articles/ferry',
];
const LISTS = { '/tags.json': 'application/json', '/feeds.opml': 'text/x-opml; charset=utf-8' } as const;

describe.each([...PAGES, ...Object.keys(LISTS)])('%s', (path) => {
  test('has a tag for each coding, is fresh by it, and decodes to the same bytes', async () => {
    const plain = await site.get(path);
    const zipped = await site.get(path, { 'accept-encoding': 'gzip' });
    const text = await plain.text();
    expect(plain.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
    expect(gunzipSync(await zipped.arrayBuffer()).toString()).toBe(text);
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(zipped.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    for (const [whole, coding] of [
      [plain, 'identity'],
      [zipped, 'gzip'],
    ] as const) {
      const asked = { 'accept-encoding': coding, 'if-none-match': `W/${whole.headers.get('etag')}` };
      const fresh = await site.get(path, asked);
      const { 'content-length': _length, 'content-encoding': _coding, ...kept } = fieldsOf(whole);
      expect([fresh.status, fieldsOf(fresh)]).toEqual([304, kept]);
      expect(kept).toMatchObject({ 'cache-control': 'public, max-age=60', vary: 'Accept-Encoding' });
    }
  });
});

describe('pages', () => {
  test.each(PAGES)('%s is HTML that can do nothing', async (path) => {
    expect(fieldsOf(await site.get(path))).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': expect.any(String),
    });
  });

  test('get another tag when what they show changes', async () => {
    const moving = await serveSite();
    const before = await moving.get('/tags/tides');
    await moving.store.applyChanges(readAll(made('buoy', { tags: ['Tides'] })), NOW);
    const after = await moving.get('/tags/tides', { 'if-none-match': before.headers.get('etag') ?? '' });
    expect(after.status).toBe(200);
    expect(await after.text()).toContain('About buoy');
  });
});

describe('lists', () => {
  test.each(Object.entries(LISTS))('%s may be read by scripts of every site', async (path, contentType) => {
    expect(fieldsOf(await site.get(path))).toMatchObject({
      'content-type': contentType,
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
  });

  test('tags.json names each tag with its addresses, and all of them answer', async () => {
    const list: unknown = await (await site.get('/tags.json')).json();
    expect(list).toMatchObject({
      tags: expect.arrayContaining([
        {
          slug: 'c-plus-plus',
          label: 'C++',
          count: 1,
          html: 'https://quay.example.org/tags/c-plus-plus',
          rss: 'https://quay.example.org/tags/c-plus-plus.rss',
          atom: 'https://quay.example.org/tags/c-plus-plus.atom',
          json: 'https://quay.example.org/tags/c-plus-plus.json',
        },
      ]),
    });
    const addresses = JSON.stringify(list).match(/https:[^"]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(20);
    for (const address of addresses) expect((await site.get(new URL(address).pathname)).status).toBe(200);
  });
});

describe('the addresses of operators', () => {
  test.each([
    ['/livez', 'alive\n'],
    ['/readyz', 'ready\n'],
    ['/metrics', 'tagwire_articles 4\n'],
  ])('%s is never cached', async (path, text) => {
    const answer = await site.get(path);
    expect(await answer.text()).toBe(text);
    expect(fieldsOf(answer)).toMatchObject({ 'cache-control': 'no-store', 'content-length': String(text.length) });
    expect(answer.headers.get('etag')).toBeNull();
    expect((await site.get(path, { 'if-none-match': '*' })).status).toBe(200);
  });
});
