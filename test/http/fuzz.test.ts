import { describe, expect, test } from 'vitest';
import { type SeededRandom, seededRandom } from '../model/seeded-random.ts';
import { OWN } from './own-addresses.ts';
import { listen } from './raw-client.ts';
import { serveSite } from './served-site.ts';

const ODD = [
  ...[
    '',
    '/',
    '//',
    '\\',
    '.',
    '..',
    '../',
    '%2e%2e',
    '%2F',
    '%5c',
    '%00',
    '%0d%0a',
    '%',
    '%%',
    '%zz',
    '%ff',
    '%C0%AF',
  ],
  ...[
    '%ED%A0%80',
    '%F0%9F%8E%89',
    '%E2%80%AE',
    '+',
    ',',
    '-',
    '--',
    '(',
    ')',
    '()',
    '+-',
    ',,',
    '*',
    '~',
    ':',
    ';',
    '@',
  ],
  ...[
    'tag:',
    'section:',
    'author:',
    'constructor',
    '__proto__',
    'toString',
    'tides',
    'TIDES',
    'c%2B%2B',
    'ferries',
    'fog',
  ],
  ...['.rss', '.atom', '.json', '.xml', '.RSS', '/feed', '/feed/', '/rss/', '/index.xml', '/feed/atom', 'tags', 'tag/'],
  ...[
    '?',
    '?format=rss',
    '?feed=',
    '?format=%zz',
    '?a=%00',
    '&',
    '=',
    '#',
    '<script>',
    "'",
    '"',
    '`',
    '{}',
    '[]',
    '|',
    '^',
  ],
  ...['x'.repeat(300), '('.repeat(12), 'a+'.repeat(30), 'a,-b+'.repeat(9), '%D1%81'.repeat(70)],
];

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'if-none-match': ['*', '"x"', 'W/"x', '", "', '"'.repeat(40), '\u00ff', ',,,', 'W/'],
  'if-modified-since': [
    'Fri, 01 May 2026 12:00:00 GMT',
    'Fri, 99 May 2026',
    '0',
    '-1',
    'Sun Nov  6 08:49:37 1994',
    '∞'.slice(1),
  ],
  'if-match': ['*', '"x"', ','],
  'if-unmodified-since': ['Fri, 01 May 2099 12:00:00 GMT', 'x'],
  'accept-encoding': [
    'gzip',
    'br;q=0.5, *;q=0',
    'zstd;q=',
    ';;;,,,',
    '*',
    'identity;q=0',
    'gzip;q=1e9',
    'x'.repeat(500),
  ],
  accept: ['text/html', '*/*;q=0', 'text/html;q=0.5, */*', ';', '/', 'a/b/c', ','.repeat(99)],
  range: ['bytes=0-0', 'bytes=-1', 'bytes=9-1', 'x'],
  'a-im': ['feed', 'feed;q=0'],
  'cache-control': ['no-cache', 'max-age=0'],
  'x-forwarded-for': ['1.1.1.1, x, ::1', ','],
  'content-type': ['multipart/form-data', 'x'],
};

function anyPath({ below, pick }: SeededRandom): string {
  const start = below(4) === 0 ? '/' : pick(OWN);
  return start + Array.from({ length: Math.max(below(7) - 2, 0) }, () => pick(ODD)).join('');
}

const anyFields = ({ below, pick }: SeededRandom): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: below(4) }, () => {
      const name = pick(Object.keys(FIELDS));
      return [name, pick(FIELDS[name] ?? [''])];
    }),
  );

describe('whatever is asked', () => {
  test('the answer is no fault of ours, and says how it may be cached', async () => {
    const random = seededRandom(20_260_423);
    const site = await serveSite();
    const seen = new Map<number, number>();
    for (let round = 0; round < 2_000; round += 1) {
      const path = anyPath(random);
      const fields = anyFields(random);
      const method = random.pick(['GET', 'GET', 'GET', 'HEAD', 'POST', 'OPTIONS']);
      const answer = await site.ask(method, path, fields);
      const place = JSON.stringify({ method, path, fields });
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
      expect([200, 204, 304, 308, 400, 404, 405, 412, 414], place).toContain(answer.status);
      if (answer.status !== 204) expect(answer.headers.get('cache-control'), place).toMatch(/no-store|max-age=\d+/);
      const location = answer.headers.get('location');
      if (location !== null) expect(location, place).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
      if (method === 'GET' && answer.status === 308) {
        // One step leads to the address itself, or to the reason why there is none.
        expect((await site.get(location ?? '')).status, place).not.toBe(308);
      }
    }
    expect(site.faults).toEqual([]);
    expect([...seen.keys()].sort()).toEqual(
      [200, 204, 304, 308, 400, 404, 405, 412, 414].filter((one) => seen.has(one)),
    );
    for (const status of [200, 304, 308, 400, 404, 405]) expect(seen.get(status), `${status}`).toBeGreaterThan(5);
  });

  test('unknown tags and odd fields leave nothing behind', async () => {
    const random = seededRandom(7);
    const site = await serveSite();
    await site.get('/feed.rss');
    const before = [site.publisher.bytes, site.publisher.watched, site.encoded.bytes];
    for (let round = 0; round < 2_000; round += 1) {
      const name = `nobody-${random.below(1e9)}`;
      const answer = await site.get(`/tags/${name}${random.pick(['.rss', '.atom?x', '+-b.json', '/feed/', ''])}`, {
        'accept-encoding': `gzip;q=0.${random.below(999)}, x${name}`,
      });
      expect(answer.status).toBe(404);
    }
    expect([site.publisher.bytes, site.publisher.watched, site.encoded.bytes]).toEqual(before);
  });
});

describe('whatever is sent', () => {
  const METHODS = [...Array(8).fill('GET'), 'HEAD', 'POST', 'get', 'BREW', '', 'OPTIONS', 'CONNECT', 'TRACE', 'PRI'];
  const VERSIONS = [...Array(8).fill('1.1'), '1.0', '2.0', '9', ''];

  /** A request, broken in a few places. */
  function anyRequest({ below, pick }: SeededRandom, path: string): string {
    const lines = [
      `${pick(METHODS)} ${path} HTTP/${pick(VERSIONS)}`,
      pick([
        'Host: quay.example.org',
        'Host: quay.example.org',
        'Host: quay.example.org',
        'Host:',
        'Host: a b',
        'X: y',
      ]),
      'Connection: close',
      pick([
        'A: b',
        'Host: b',
        'Content-Length: 3',
        'Content-Length: x',
        'Transfer-Encoding: chunked',
        'Expect: 100-continue',
        'Upgrade: h2c',
      ]),
    ];
    const bytes = [
      ...`${lines.join(pick(['\r\n', '\r\n', '\r\n', '\n', '\r']))}\r\n\r\n${pick(['', '', 'abc', '3\r\nabc\r\n0\r\n\r\n', '\0'])}`,
    ];
    for (let count = below(3); count > 0; count -= 1) {
      const place = below(bytes.length);
      bytes[place] = pick(['\0', '\r', '\n', ' ', ':', '\u00ff', '', bytes[place] ?? '', 'AAAA']);
    }
    return bytes.join('');
  }

  test('the server answers or hangs up, and goes on', async () => {
    const random = seededRandom(20_260_424);
    const site = await serveSite();
    await using server = await listen(site, {
      headersTimeoutMs: 40,
      requestTimeoutMs: 40,
      checkEveryMs: 10,
      keepAliveMs: 20,
    });
    const statuses = new Map<string, number>();
    const visit = async (): Promise<void> => {
      const bytes = anyRequest(random, random.below(2) === 0 ? random.pick(OWN) : anyPath(random));
      const wire = await server.send(Buffer.from(bytes, 'latin1'));
      const status = wire === '' ? 'hung up' : (/^HTTP\/1\.1 ([1-5]\d\d) /.exec(wire)?.[1] ?? wire.slice(0, 40));
      expect(status, JSON.stringify(bytes)).toMatch(/^(?:100|20[04]|304|308|40[0458]|412|414|417|431|hung up)$/);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    };
    for (let round = 0; round < 2; round += 1) await Promise.all(Array.from({ length: 250 }, visit));
    expect(site.faults).toEqual([]);
    for (const status of ['200', '400', '405']) expect(statuses.get(status), status).toBeGreaterThan(3);
    expect(await server.send('GET /livez HTTP/1.0\r\n\r\n')).toContain('alive');
  });
});
