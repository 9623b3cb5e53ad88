import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import { at, made, NOW, readAll, removed } from '../store/made-articles.ts';
import { fieldsOf, type ServedSite, serveSite } from './served-site.ts';

const FORMATS = ['rss', 'atom', 'json'] as const;
const LATER = at('2026-05-01T12:30:00Z');
const fog = (place: number, more: Partial<Article> = {}): Article =>
  made(`fog${place}`, {
    tags: ['Fog'],
    on: new Date(at('2026-03-01T08:00:00Z') - place * 86_400_000).toISOString(),
    // No two articles have the same words, so that compression cannot take them for one.
    html: `<p>${Array.from({ length: 300 }, (_, word) => (word * 7919 + place * 104_729).toString(36)).join(' ')}</p>`,
    ...more,
  });

let site: ServedSite;
beforeEach(async () => {
  site = await serveSite();
  await site.store.applyChanges(readAll(...Array.from({ length: 20 }, (_, place) => fog(place))), NOW);
});

const namesIn = (text: string, format: (typeof FORMATS)[number]): readonly string[] => {
  const ids =
    format === 'rss'
      ? (parseRssFeed(text).items ?? []).map(({ guid }) => guid?.value)
      : format === 'atom'
        ? (parseAtomFeed(text).entries ?? []).map(({ id }) => id)
        : (parseJsonFeed(text).items ?? []).map(({ id }) => id);
  return ids.map((id) => `${id}`.replace('tag:example.org,2026:', ''));
};

const etagAt = async (path: string, fields?: Record<string, string>): Promise<string> =>
  (await site.get(path, fields)).headers.get('etag') ?? '';

/** A new article, an edited one, and one that is gone. */
const change = () =>
  site.store.applyChanges([...readAll(fog(-1), fog(7, { title: 'Edited' })), removed('fog3.md')], LATER);

describe('who asks with A-IM: feed (RFC 3229)', () => {
  test.each(FORMATS)('gets what is new and changed, in %s', async (format) => {
    const path = `/tags/fog.${format}`;
    const base = await etagAt(path);
    await change();
    const answer = await site.get(path, { 'a-im': 'feed', 'if-none-match': base });
    const usual = await site.get(path);
    expect(answer.status).toBe(226);
    const text = await answer.text();
    expect(namesIn(text, format)).toEqual(['fog-1', 'fog7']);
    expect(text.includes('2026:fog3')).toBe(format !== 'rss');
    expect(fieldsOf(answer)).toEqual({
      ...fieldsOf(usual),
      im: 'feed',
      'delta-base': base,
      'cache-control': 'no-store, im',
      vary: 'Accept-Encoding, A-IM, If-None-Match',
      'content-length': String(Buffer.byteLength(text)),
      date: 'Fri, 01 May 2026 13:00:00 GMT',
    });
    const after = await site.get(path, { 'a-im': 'feed', 'if-none-match': answer.headers.get('etag') ?? '' });
    expect(after.status).toBe(304);
  });

  test('gets it again without another reading of the feed', async () => {
    const base = await etagAt('/tags/fog.atom');
    await change();
    const first = await site.get('/tags/fog.atom', { 'a-im': 'feed', 'if-none-match': base });
    site.store.readHead = () => Promise.reject(new Error('this was to be in memory'));
    const second = await site.get('/tags/fog.atom', { 'a-im': 'feed', 'if-none-match': base });
    expect([second.status, await second.text()]).toEqual([226, await first.text()]);
  });

  test('gets the sum of several changes', async () => {
    const base = await etagAt('/tags/fog.rss');
    for (const place of [-1, -2, -3]) {
      await site.store.applyChanges(readAll(fog(place)), LATER);
      await site.get('/tags/fog.rss');
    }
    const answer = await site.get('/tags/fog.rss', { 'a-im': 'feed', 'if-none-match': base });
    expect(namesIn(await answer.text(), 'rss')).toEqual(['fog-3', 'fog-2', 'fog-1']);
  });

  test('gets it at the address of another program, too', async () => {
    const base = await etagAt('/tag/fog/feed/');
    await change();
    const answer = await site.get('/tag/fog/feed/', { 'a-im': 'feed', 'if-none-match': base });
    expect([answer.status, answer.headers.get('content-location')]).toEqual([226, '/tags/fog.rss']);
  });
});

/** As the programs send them, sign by sign; `{etag}` is what they were given. */
describe('recorded requests', () => {
  test.each([
    [
      'feedparser 6.0.10',
      {
        'user-agent': 'feedparser/6.0.10 +https://github.com/kurtmckee/feedparser/',
        'accept-encoding': 'gzip, deflate',
        accept:
          'application/atom+xml,application/rdf+xml,application/rss+xml,application/x-netcdf,application/xml;q=0.9,text/xml;q=0.2,*/*;q=0.1',
        'a-im': 'feed',
        'if-none-match': '{etag}',
        'if-modified-since': '{date}',
      },
    ],
    [
      'newsboat 2.21',
      {
        'user-agent': 'newsboat/2.21.0 (Linux x86_64)',
        accept: '*/*',
        'accept-encoding': 'deflate, gzip',
        'a-im': 'feed',
        'if-modified-since': '{date}',
        'if-none-match': '{etag}',
      },
    ],
    [
      'Liferea 1.14',
      {
        'accept-encoding': 'gzip, deflate',
        accept: 'application/atom+xml,application/xml;q=0.9,text/xml;q=0.8,*/*;q=0.7',
        'a-im': 'feed',
        'if-none-match': '{etag}',
        'if-modified-since': '{date}',
      },
    ],
  ])('%s: 200, then 304, then 226, then 304', async (_name, sent) => {
    const { 'if-none-match': _tag, 'if-modified-since': _date, ...first } = sent as Record<string, string>;
    let known = await site.get('/tags/fog.atom', first);
    expect([known.status, known.headers.get('content-encoding')]).toEqual([200, 'gzip']);
    const again = (): Promise<Response> =>
      site.get('/tags/fog.atom', {
        ...sent,
        'if-none-match': known.headers.get('etag') ?? '',
        'if-modified-since': known.headers.get('last-modified') ?? '',
      });
    expect((await again()).status).toBe(304);
    await change();
    known = await again();
    expect([known.status, known.headers.get('im'), known.headers.get('content-encoding')]).toEqual([226, 'feed', null]);
    expect(known.headers.get('etag')).toMatch(/-gzip"$/);
    expect(namesIn(await known.text(), 'atom')).toEqual(['fog-1', 'fog7']);
    expect((await again()).status).toBe(304);
  });
});

describe('the answer is the usual one', () => {
  test.each<[string, Record<string, string>, number]>([
    ['without A-IM', { 'if-none-match': '{etag}' }, 200],
    ['without a known state', { 'a-im': 'feed' }, 200],
    ['with a state that never was', { 'a-im': 'feed', 'if-none-match': '"never"' }, 200],
    ['with any state', { 'a-im': 'feed', 'if-none-match': '*' }, 304],
    ['with the present state', { 'a-im': 'feed', 'if-none-match': '{now}' }, 304],
    ['with the present state among others', { 'a-im': 'feed', 'if-none-match': '{etag}, {now}' }, 304],
    ['when it is refused', { 'a-im': 'feed;q=0', 'if-none-match': '{etag}' }, 200],
    ['when another manipulation is asked for', { 'a-im': 'vcdiff, diffe', 'if-none-match': '{etag}' }, 200],
    ['with a date alone', { 'a-im': 'feed', 'if-modified-since': 'Fri, 01 May 2026 11:00:00 GMT' }, 200],
    ['when a state is demanded', { 'a-im': 'feed', 'if-none-match': '{etag}', 'if-match': '{etag}' }, 412],
    ['but not when it is one of a list', { 'a-im': 'vcdiff, feed;q=0.5, gzip', 'if-none-match': '{etag}' }, 226],
    ['but not in capitals', { 'a-im': 'FEED', 'if-none-match': '{etag}' }, 226],
    ['but not with a weak tag in a list', { 'a-im': 'feed', 'if-none-match': '"never", W/{etag}' }, 226],
    ['but not with a tag in another coding', { 'a-im': 'feed', 'if-none-match': '{gzip}' }, 226],
  ])('%s', async (_name, fields, status) => {
    const path = '/tags/fog.atom';
    const before = await etagAt(path);
    const gzip = await etagAt(path, { 'accept-encoding': 'gzip' });
    await change();
    const now = await etagAt(path);
    const sent = Object.entries(fields).map(([name, value]) => [
      name,
      value.replace('{etag}', before).replace('{now}', now).replace('{gzip}', gzip),
    ]);
    const answer = await site.get(path, Object.fromEntries(sent));
    expect([answer.status, answer.headers.get('im')]).toEqual([status, status === 226 ? 'feed' : null]);
  });

  test('for HEAD', async () => {
    const base = await etagAt('/tags/fog.atom');
    await change();
    const answer = await site.ask('HEAD', '/tags/fog.atom', { 'a-im': 'feed', 'if-none-match': base });
    expect([answer.status, answer.headers.get('im')]).toEqual([200, null]);
  });

  test('where the delta would not be smaller', async () => {
    const base = await etagAt('/tags/fog.atom');
    await site.store.applyChanges(
      readAll(...Array.from({ length: 20 }, (_, place) => fog(place, { title: 'New' }))),
      LATER,
    );
    expect((await site.get('/tags/fog.atom', { 'a-im': 'feed', 'if-none-match': base })).status).toBe(200);
  });

  test('of an archive', async () => {
    await site.store.applyChanges(readAll(...Array.from({ length: 60 }, (_, place) => fog(place))), NOW);
    const path = '/tags/fog/archive/first.atom';
    const base = await etagAt(path);
    await site.store.applyChanges(readAll(fog(58, { title: 'Edited' })), LATER);
    expect((await site.get(path, { 'a-im': 'feed', 'if-none-match': base })).status).toBe(200);
  });
});
