import { beforeAll, describe, expect, test } from 'vitest';
import { fieldsOf, type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite();
});

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

const ERRORS = [
  ['a bad selection', 'GET', '/tags/tides+.rss', {}, 400, 'no-store'],
  ['an unknown tag', 'GET', '/tags/unicorns.rss', {}, 404, 'public, max-age=60'],
  ['no such address', 'GET', '/<script>alert(1)</script>', {}, 404, 'public, max-age=60'],
  ['a method that is not possible', 'POST', '/feed.rss', {}, 405, 'no-store'],
  ['a state that is gone', 'GET', '/feed.rss', { 'if-match': '"x"' }, 412, 'no-store'],
  ['an overlong address', 'GET', `/${'x'.repeat(9_000)}`, {}, 414, 'no-store'],
] as const;

describe.each(ERRORS)('%s', (_name, method, path, asked, status, cacheControl) => {
  test('is told to programs as problem details (RFC 9457)', async () => {
    for (const accept of ['*/*', 'application/rss+xml, */*;q=0.1', 'text/html;q=0']) {
      const answer = await site.ask(method, path, { ...asked, accept });
      const text = await answer.text();
      expect(answer.status).toBe(status);
      expect(fieldsOf(answer)).toMatchObject({
        'content-type': 'application/problem+json',
        'content-length': String(Buffer.byteLength(text)),
        'cache-control': cacheControl,
        vary: 'Accept',
        'access-control-allow-origin': '*',
        'x-content-type-options': 'nosniff',
      });
      expect(JSON.parse(text)).toEqual({
        type: 'about:blank',
        title: expect.stringMatching(/^[A-Z][a-z ]+$/),
        status,
        detail: expect.stringMatching(/\w+/),
      });
    }
  });

  test('is told to browsers as a page that can do nothing', async () => {
    const answer = await site.ask(method, path, { ...asked, accept: BROWSER });
    const text = await answer.text();
    expect(answer.status).toBe(status);
    expect(fieldsOf(answer)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(Buffer.byteLength(text)),
      'cache-control': cacheControl,
      vary: 'Accept',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': expect.any(String),
    });
    expect(answer.headers.get('allow')).toBe(status === 405 ? 'GET, HEAD, OPTIONS' : null);
    expect(text).toContain(String(status));
    expect(text).not.toContain('<script>');
  });
});

describe('while the folder is read for the first time', () => {
  test('everything but the addresses of operators asks to come again', async () => {
    const reading = await serveSite();
    reading.isReady = false;
    for (const path of ['/', '/feed.rss', '/tags/tides.atom', '/nothing', '/tags.json', '/readyz']) {
      const answer = await reading.get(path);
      expect([path, answer.status]).toEqual([path, 503]);
      expect(fieldsOf(answer)).toMatchObject({ 'retry-after': '2', 'cache-control': 'no-store' });
    }
    expect((await reading.get('/livez')).status).toBe(200);
    expect((await reading.get('/metrics')).status).toBe(200);
    reading.isReady = true;
    expect((await reading.get('/readyz')).status).toBe(200);
    expect((await reading.get('/feed.rss')).status).toBe(200);
  });
});

describe('a fault of our own', () => {
  test('is logged, and told as 500 without its reason; the next request is answered', async () => {
    const broken = await serveSite();
    const { readFeed, readOutline, readTerms } = broken.store;
    const secret = new Error('the password of the database is sesame');
    broken.store.readFeed = () => Promise.reject(secret);
    broken.store.readOutline = () => Promise.reject(secret);
    broken.store.readTerms = () => {
      throw secret;
    };
    for (const path of ['/tags/tides.rss', '/', '/tags', '/tags.json', '/feeds.opml']) {
      const answer = await broken.get(path);
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 500, 'no-store']);
      expect(await answer.text()).not.toContain('sesame');
    }
    expect(broken.faults).toEqual(Array(5).fill(secret));
    Object.assign(broken.store, { readFeed, readOutline, readTerms });
    expect((await broken.get('/tags/tides.rss')).status, 'an error is not kept').toBe(200);
  });
});
