import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { at, made, readAll } from '../store/made-articles.ts';
import { fieldsOf, type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite();
});

const PATHS = { rss: '/tags/tides.rss', atom: '/tags/tides.atom', json: '/tags/tides.json' } as const;
const FORMATS = ['rss', 'atom', 'json'] as const;
const CODINGS = ['identity', 'gzip', 'br', 'zstd'] as const;
const DECODERS = {
  identity: (bytes: Uint8Array) => bytes,
  gzip: gunzipSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
} as const;

/** What 200 says and 304 does not. */
function withoutBodyFields(response: Response): Record<string, string> {
  const { 'content-length': _length, 'content-encoding': _coding, ...others } = fieldsOf(response);
  return others;
}

describe('a feed', () => {
  test.each([
    ['rss', 'application/rss+xml; charset=utf-8'],
    ['atom', 'application/atom+xml; charset=utf-8'],
    ['json', 'application/feed+json; charset=utf-8'],
  ] as const)('%s says all that readers and caches need', async (format, contentType) => {
    const answer = await site.get(PATHS[format]);
    expect(answer.status).toBe(200);
    const fields = fieldsOf(answer);
    const body = new Uint8Array(await answer.arrayBuffer());
    expect(fields).toEqual({
      'content-type': contentType,
      'content-length': String(body.byteLength),
      etag: expect.stringMatching(/^"[\w-]{27}"$/),
      'last-modified': 'Fri, 01 May 2026 12:00:00 GMT',
      'cache-control': 'public, max-age=300',
      vary: 'Accept-Encoding',
      link: `<https://quay.example.org${PATHS[format]}>; rel="self", <https://quay.example.org/tags/tides>; rel="alternate"; type="text/html"`,
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'ETag, Last-Modified, Link, Content-Location, IM, Delta-Base',
      'x-content-type-options': 'nosniff',
    });
  });

  test('is answered whatever the Accept field says', async () => {
    for (const accept of ['application/rss+xml', 'text/html', 'image/png', 'application/atom+xml;q=0', '']) {
      const answer = await site.get(PATHS.atom, { accept });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8']);
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    }
  });

  test('passes over a range, as it may: the whole feed, 200', async () => {
    const answer = await site.get(PATHS.rss, { range: 'bytes=0-9', 'if-range': '"x"' });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([200, null]);
  });
});

describe('codings', () => {
  test.each(FORMATS)('%s decodes to the same bytes from each, under a tag of its own', async (format) => {
    const plain = new Uint8Array(await (await site.get(PATHS[format])).arrayBuffer());
    const tags = new Set<string>();
    for (const coding of CODINGS) {
      const answer = await site.get(PATHS[format], { 'accept-encoding': coding });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect(answer.headers.get('content-encoding')).toBe(coding === 'identity' ? null : coding);
      expect(answer.headers.get('content-length')).toBe(String(bytes.byteLength));
      expect(Buffer.from(DECODERS[coding](bytes)).equals(plain)).toBe(true);
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
      tags.add(answer.headers.get('etag') ?? '');
    }
    expect(tags.size).toBe(CODINGS.length);
  });

  test('the tag of one format or coding is fresh for no other', async () => {
    const tags: [string, string][] = [];
    for (const format of FORMATS) {
      for (const coding of CODINGS) {
        const answer = await site.get(PATHS[format], { 'accept-encoding': coding });
        tags.push([`${format} ${coding}`, answer.headers.get('etag') ?? '']);
      }
    }
    for (const format of FORMATS) {
      for (const coding of CODINGS) {
        for (const [name, etag] of tags) {
          const answer = await site.get(PATHS[format], { 'accept-encoding': coding, 'if-none-match': etag });
          expect([name, answer.status]).toEqual([name, name === `${format} ${coding}` ? 304 : 200]);
        }
      }
    }
  });
});

describe('a copy that is still good', () => {
  test.each(FORMATS.flatMap((format) => CODINGS.map((coding) => [format, coding] as const)))(
    '%s in %s: 304 says what 200 says, without a body',
    async (format, coding) => {
      const asked = { 'accept-encoding': coding };
      const whole = await site.get(PATHS[format], asked);
      const etag = whole.headers.get('etag') ?? '';
      const since = whole.headers.get('last-modified') ?? '';
      for (const fields of [
        { 'if-none-match': etag },
        { 'if-none-match': `W/${etag}` },
        { 'if-none-match': `"x", ${etag}` },
        { 'if-none-match': '*' },
        { 'if-modified-since': since },
        { 'if-none-match': etag, 'if-modified-since': 'Sat, 01 Jan 2000 00:00:00 GMT' },
        { 'if-none-match': etag, 'cache-control': 'no-cache', pragma: 'no-cache' },
        { 'if-modified-since': since, 'cache-control': 'no-cache, max-age=0' },
        { 'if-match': etag, 'if-none-match': etag },
      ]) {
        const answer = await site.get(PATHS[format], { ...asked, ...fields });
        expect([fields, answer.status]).toEqual([fields, 304]);
        expect(fieldsOf(answer)).toEqual(withoutBodyFields(whole));
        expect(answer.body).toBeNull();
      }
    },
  );

  test.each([
    [
      'another tag, though the time is good',
      { 'if-none-match': '"x"', 'if-modified-since': 'Fri, 01 May 2026 12:00:00 GMT' },
      200,
    ],
    ['an earlier time', { 'if-modified-since': 'Fri, 01 May 2026 11:59:59 GMT' }, 200],
    ['a time that is none', { 'if-modified-since': '1777636800' }, 200],
    ['a state that is gone', { 'if-match': '"x"' }, 412],
    ['a state from before the last change', { 'if-unmodified-since': 'Fri, 01 May 2026 11:59:59 GMT' }, 412],
  ])('%s', async (_name, fields, status) => {
    const answer = await site.get(PATHS.rss, fields);
    expect(answer.status).toBe(status);
  });
});

describe('HEAD', () => {
  test.each(CODINGS)('says what GET says, in %s', async (coding) => {
    const fields = { 'accept-encoding': coding };
    const get = await site.ask('GET', PATHS.atom, fields);
    const head = await site.ask('HEAD', PATHS.atom, fields);
    expect([head.status, fieldsOf(head), head.body]).toEqual([200, fieldsOf(get), null]);
    const etag = { ...fields, 'if-none-match': get.headers.get('etag') ?? '' };
    const fresh = await site.ask('HEAD', PATHS.atom, etag);
    expect([fresh.status, fieldsOf(fresh)]).toEqual([304, fieldsOf(await site.ask('GET', PATHS.atom, etag))]);
  });
});

describe('time', () => {
  test('Last-Modified moves with a change, not beyond the clock, and not with a change elsewhere', async () => {
    const moving = await serveSite();
    const look = async (path: string) => fieldsOf(await moving.get(path));
    const before = await look(PATHS.rss);
    expect(before).not.toHaveProperty('date');

    moving.clock = at('2026-05-01T14:00:00.250Z');
    const write = (name: string, tag: string) =>
      moving.store.applyChanges(readAll(made(name, { tags: [tag] })), moving.clock);
    await write('buoy', 'Tides');
    const first = await look(PATHS.rss);
    await write('beacon', 'Tides');
    await write('dredger', 'Dredging');
    // The second state of one second gets the next one for its own; nobody is told before that has come.
    const second = await look(PATHS.rss);
    for (const young of [first, second]) {
      expect(young).toMatchObject({
        'last-modified': 'Fri, 01 May 2026 14:00:00 GMT',
        date: 'Fri, 01 May 2026 14:00:00 GMT',
      });
    }
    expect(new Set([before, first, second].map(({ etag }) => etag)).size).toBe(3);
    const since = { 'if-modified-since': 'Fri, 01 May 2026 14:00:00 GMT' };
    expect((await moving.get(PATHS.rss, since)).status, 'who saw the first state has not seen the second').toBe(200);

    moving.clock = at('2026-05-01T14:00:01.900Z');
    expect(await look(PATHS.rss)).toMatchObject({
      'last-modified': 'Fri, 01 May 2026 14:00:01 GMT',
      date: 'Fri, 01 May 2026 14:00:01 GMT',
    });
    expect((await moving.get(PATHS.rss, since)).status).toBe(200);

    moving.clock = at('2026-05-01T14:00:09Z');
    const later = await look(PATHS.rss);
    expect(later['last-modified']).toBe('Fri, 01 May 2026 14:00:01 GMT');
    expect(later).not.toHaveProperty('date');
    expect((await moving.get(PATHS.rss, { 'if-modified-since': later['last-modified'] ?? '' })).status).toBe(304);
    expect(await look('/sections/old-town.rss')).toMatchObject({ 'last-modified': 'Fri, 01 May 2026 12:00:00 GMT' });
  });

  test('a removal moves it, too', async () => {
    const moving = await serveSite();
    moving.clock = at('2026-05-01T15:00:00Z');
    await moving.store.applyChanges([{ kind: 'removed', path: 'market.md' }], moving.clock);
    const answer = await moving.get(PATHS.rss, { 'if-modified-since': 'Fri, 01 May 2026 12:00:00 GMT' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain('About market');
  });
});

describe('speed', () => {
  test('a feed in memory is answered at once, in every way', async () => {
    const fields = { 'accept-encoding': 'gzip' };
    const first = await site.get(PATHS.rss, fields);
    const ask = (path: string, more: Record<string, string>): unknown =>
      site.fetch(new Request(`http://127.0.0.1:3000${path}`, { headers: { ...fields, ...more } }));
    expect(ask(PATHS.rss, {})).toBeInstanceOf(Response);
    expect(ask(PATHS.rss, { 'accept-encoding': 'identity' })).toBeInstanceOf(Response);
    expect(ask(PATHS.rss, { 'if-none-match': first.headers.get('etag') ?? '' })).toBeInstanceOf(Response);
    expect(ask('/tag/tides/feed/', {})).toBeInstanceOf(Response);
    expect(ask('/tags/tides?format=rss', {})).toBeInstanceOf(Response);
    expect(ask('/Tags/Tides.rss/', {})).toBeInstanceOf(Response);
  });

  test('nothing is made twice while nothing changes', async () => {
    const { renders } = site.publisher;
    for (let round = 0; round < 5; round += 1) {
      await site.get(PATHS.rss);
      await site.get('/tag/tides/feed/');
      await site.get(PATHS.rss, { 'if-none-match': '*' });
    }
    expect(site.publisher.renders).toBe(renders);
  });
});
