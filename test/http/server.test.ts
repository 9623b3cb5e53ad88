import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen, type RawServer, readAnswer, request } from './raw-client.ts';
import { type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
let server: RawServer;
beforeAll(async () => {
  site = await serveSite();
  server = await listen(site);
});
afterAll(() => server[Symbol.asyncDispose]());

const ask = async (line: string, ...fields: readonly string[]) =>
  readAnswer(await server.send(request(line, ...fields)));

describe('on the wire', () => {
  test.each([
    ['a feed', '/tags/tides.rss', []],
    ['a feed in gzip', '/tags/tides.rss', ['Accept-Encoding: gzip']],
    ['a habit', '/tag/tides/feed/', ['Accept-Encoding: br']],
    ['a page', '/tags/tides', []],
    ['a list in gzip', '/tags.json', ['Accept-Encoding: gzip']],
    ['a redirect', '/Tags/Tides.rss', []],
    ['nothing', '/tags/unicorns.rss', []],
    ['nothing, for a browser', '/tags/unicorns.rss', ['Accept: text/html']],
    ['a bad escape', '/tags/%zz', []],
    ['a method that is not possible there', '/feed.rss', []],
    ['figures', '/metrics', []],
  ])('HEAD of %s is GET without its body', async (_name, path, fields) => {
    const get = await ask(`GET ${path}`, ...fields);
    const head = await ask(`HEAD ${path}`, ...fields);
    const { date: _date, ...said } = get.fields;
    expect(head.fields).toMatchObject(said);
    expect(Object.keys(head.fields).sort()).toEqual(Object.keys(get.fields).sort());
    expect([head.status, head.body]).toEqual([get.status, '']);
    expect(get.fields['content-length']).toBe(String(Buffer.byteLength(get.body, 'latin1')));
    expect(get.fields).not.toHaveProperty('transfer-encoding');
  });

  test('304 has neither body nor length nor coding, but a date', async () => {
    for (const coding of ['identity', 'gzip']) {
      const get = await ask('GET /feed.atom', `Accept-Encoding: ${coding}`);
      for (const method of ['GET', 'HEAD']) {
        const fresh = await ask(
          `${method} /feed.atom`,
          `Accept-Encoding: ${coding}`,
          `If-None-Match: ${get.fields.etag}`,
        );
        expect([fresh.status, fresh.body]).toEqual([304, '']);
        expect(fresh.fields).toHaveProperty('date');
        for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) {
          expect(fresh.fields).not.toHaveProperty(name);
        }
      }
    }
  });

  test('the bytes of a coding arrive as they are', async () => {
    const { body } = await ask('GET /feed.rss', 'Accept-Encoding: gzip');
    const plain = await ask('GET /feed.rss');
    expect(gunzipSync(Buffer.from(body, 'latin1')).toString('latin1')).toBe(plain.body);
  });

  test('If-None-Match may stand on several lines', async () => {
    const { fields } = await ask('GET /feed.rss');
    const fresh = await ask('GET /feed.rss', 'If-None-Match: "x"', `If-None-Match: ${fields.etag}`);
    expect(fresh.status).toBe(304);
  });

  test('HTTP/1.0 is answered in one piece, without a Host, and closed', async () => {
    const answer = readAnswer(await server.send('GET /feed.rss HTTP/1.0\r\n\r\n'));
    expect(answer.status).toBe(200);
    expect(answer.fields).toMatchObject({ connection: 'close', 'content-length': String(answer.body.length) });
    expect(answer.fields).not.toHaveProperty('transfer-encoding');
  });

  test('requests sent at once are answered in their order', async () => {
    const paths = ['/feed.json', '/tags/unicorns.rss', '/livez', '/tags/tides', '/Tags'];
    const several = paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`).join('');
    const wire = await server.send(`${several}${request('GET /tags/ferries.rss')}`);
    const statuses = [...wire.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
    expect(statuses).toEqual([200, 404, 200, 200, 308, 200]);
  });

  test('the address may be absolute, and its host is of no account', async () => {
    const plain = await ask('GET /tags/tides.rss');
    for (const [target, host] of [
      ['http://quay.example.org/tags/tides.rss', 'quay.example.org'],
      ['http://evil.example/tags/tides.rss', 'quay.example.org'],
      ['https://evil.example:8443/tags/tides.rss?', 'evil.example'],
    ]) {
      const answer = await ask(`GET ${target}`, `Host: ${host}`);
      expect([answer.status, answer.body]).toEqual([200, plain.body]);
    }
    const moved = await ask('GET http://evil.example/Tags/Tides.rss', 'Host: evil.example');
    expect(moved.fields.location).toBe('/tags/tides.rss');
  });

  test('links come from the base address, whatever the request says of itself', async () => {
    for (const path of ['/tags/tides.rss', '/tags/tides', '/feeds.opml', '/tags.json', '/Tags']) {
      const plain = await ask(`GET ${path}`);
      const poisoned = await ask(
        `GET ${path}`,
        'Host: evil.example',
        'X-Forwarded-Host: evil.example',
        'X-Forwarded-Proto: gopher',
        'X-Forwarded-Prefix: /evil',
        'Forwarded: host=evil.example;proto=gopher',
        'X-Original-URL: /livez',
        'X-Rewrite-URL: /livez',
        'X-HTTP-Method-Override: DELETE',
      );
      const { date: _date, ...said } = plain.fields;
      expect(poisoned.fields).toMatchObject(said);
      expect([poisoned.status, poisoned.body]).toEqual([plain.status, plain.body]);
    }
  });

  test('letters of another script without escapes are led to their escapes, and nowhere else', async () => {
    const answer = readAnswer(await server.send(Buffer.from(request('GET /tags/Сирень.rss?ж'), 'utf8')));
    expect([answer.status, answer.fields.location, answer.body]).toEqual([
      308,
      '/tags/%D0%A1%D0%B8%D1%80%D0%B5%D0%BD%D1%8C.rss?%D0%B6',
      '',
    ]);
    for (const path of ['//evil.example/ж', '/\\evil.example/ж', 'http://evil.example/ж']) {
      const elsewhere = readAnswer(await server.send(Buffer.from(request(`GET ${path}`), 'utf8')));
      expect([elsewhere.status, elsewhere.fields.location]).toEqual([400, undefined]);
    }
    const latin = readAnswer(await server.send(Buffer.from(request('GET /tags/são-paulo.rss'), 'latin1')));
    expect(latin.fields.location, 'bytes that are no UTF-8').toBe('/tags/s%E3o-paulo.rss');
    expect((await ask('GET /tags/s%E3o-paulo.rss')).status).toBe(400);
  });

  test('OPTIONS may ask about the whole server (RFC 9110 §9.3.7)', async () => {
    const answer = await ask('OPTIONS *');
    expect([answer.status, answer.fields.allow]).toEqual([204, 'GET, HEAD, OPTIONS']);
  });

  test('a body that nobody asked for does no harm to the next request', async () => {
    const first = 'POST /feed.rss HTTP/1.1\r\nHost: a\r\nContent-Length: 27\r\n\r\nGET /evil HTTP/1.1\r\nHost: b';
    const wire = await server.send(`${first}${request('GET /livez')}`);
    expect([...wire.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status)).toEqual(['405', '200']);
  });
});

describe('requests that cannot be read (RFC 9112)', () => {
  const get = (...lines: readonly string[]): string =>
    `${['GET /feed.rss HTTP/1.1', 'Connection: close', ...lines].join('\r\n')}\r\n\r\n`;
  test.each<[string, string | Buffer, number]>([
    ['no Host', get(), 400],
    ['two Hosts', get('Host: a', 'Host: b'), 400],
    ['the same Host twice', get('Host: a', 'host: a'), 400],
    ['a Host with a path', get('Host: a/b'), 400],
    ['a Host with a user', get('Host: a@b'), 400],
    ['a Host with a blank', get('Host: a b'), 400],
    ['a Host with an impossible port', get('Host: a:123456'), 400],
    ['a method that nobody knows', request('BREW /feed.rss'), 405],
    ['a method in lower case', request('get /feed.rss'), 405],
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc', 400],
    ['a line without a version', 'GET /feed.rss\r\n\r\n', 400],
    ['another version', 'GET /feed.rss HTTP/3.0\r\nHost: a\r\n\r\n', 400],
    ['a blank in the address', 'GET /feed .rss HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['an address without its slash', request('GET feed.rss'), 400],
    ['an address of another protocol', request('GET gopher://a/feed.rss'), 400],
    ['an absolute address that is none', request('GET http:///'), 400],
    ['a backslash', request('GET /\\evil.example'), 400],
    ['a fragment', request('GET /feed.rss#x'), 400],
    ['a star that is no question', request('GET *'), 400],
    ['a field without a colon', get('Host: a', 'oops'), 400],
    ['a field with a blank before its colon', get('Host: a', 'X : y'), 400],
    ['a field that goes on in the next line', get('Host: a', 'X: y', ' z'), 400],
    ['a NUL in a field', get('Host: a', 'X: \0'), 400],
    ['two lengths', get('Host: a', 'Content-Length: 1', 'Content-Length: 2'), 400],
    ['a length and chunks', get('Host: a', 'Content-Length: 5', 'Transfer-Encoding: chunked'), 400],
    ['a length that is no number', get('Host: a', 'Content-Length: -1'), 400],
    ['an address as long as a book', request(`GET /${'x'.repeat(20_000)}`), 414],
    ['an address as long as a chapter', request(`GET /${'x'.repeat(9_000)}`), 414],
    ['a field as long as a book', get('Host: a', `Cookie: ${'x'.repeat(20_000)}`), 431],
    ['many fields', get('Host: a', ...Array.from({ length: 2_000 }, (_, index) => `X-${index}: ${index}`)), 431],
  ])('%s', async (_name, bytes, status) => {
    const answer = readAnswer(await server.send(bytes));
    expect(answer.status).toBe(status);
    expect(answer.fields).toMatchObject({
      'content-type': 'application/problem+json',
      'content-length': String(answer.body.length),
      'cache-control': 'no-store',
      date: expect.stringMatching(/ GMT$/),
    });
    expect(JSON.parse(answer.body)).toMatchObject({ type: 'about:blank', status });
    if (status === 405) expect(answer.fields.allow).toBe('GET, HEAD, OPTIONS');
  });

  test('one good request before a bad one is answered', async () => {
    const wire = await server.send('GET /livez HTTP/1.1\r\nHost: a\r\n\r\nnonsense\r\n\r\n');
    expect([...wire.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status)).toEqual(['200', '400']);
  });
});

describe('slow clients', () => {
  test('a head that never ends is cut off with 408', async () => {
    await using hasty = await listen(site, { headersTimeoutMs: 50, requestTimeoutMs: 50, checkEveryMs: 20 });
    const answer = readAnswer(await hasty.send('GET /feed.rss HTTP/1.1\r\nHost: a\r\nX: '));
    expect([answer.status, answer.fields.connection]).toEqual([408, 'close']);
  });

  test('a body that never comes is not waited for', async () => {
    await using hasty = await listen(site, { headersTimeoutMs: 50, requestTimeoutMs: 50, checkEveryMs: 20 });
    const wire = await hasty.send('POST /feed.rss HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n');
    expect(readAnswer(wire).status).toBe(405);
  });

  test('a connection on which nothing moves is closed', async () => {
    await using hasty = await listen(site, { idleMs: 50 });
    expect(await hasty.send('')).toBe('');
  });
});
