import { DatabaseSync, StatementSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { made, NOW, readAll } from '../store/made-articles.ts';
import { type KeptConnection, keepConnection } from './kept-connection.ts';
import { listen, type RawServer, readAnswer } from './raw-client.ts';
import { type ServedSite, serveSite } from './served-site.ts';

/** What is counted instead of being timed: it is the same on every machine. */
const counted = vi.hoisted(() => ({ hashed: 0, compressed: 0 }));

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  const createHash: typeof crypto.createHash = (...given) => {
    counted.hashed += 1;
    return crypto.createHash(...given);
  };
  return { ...crypto, createHash };
});
vi.mock('node:zlib', async (original) => {
  const zlib = await original<typeof import('node:zlib')>();
  const counting = (name: 'gzip' | 'brotliCompress' | 'zstdCompress' | 'deflateRaw') => ({
    [name]: (...given: unknown[]) => {
      counted.compressed += 1;
      Reflect.apply(zlib[name], undefined, given);
    },
  });
  return {
    ...zlib,
    ...counting('gzip'),
    ...counting('brotliCompress'),
    ...counting('zstdCompress'),
    ...counting('deflateRaw'),
  };
});

const WAYS = ['all', 'get', 'run', 'iterate'] as const;
const USUAL = Object.getOwnPropertyDescriptors(StatementSync.prototype);

let statements = 0;
let site: ServedSite;
let server: RawServer;
let kept: KeptConnection;
beforeEach(async () => {
  site = await serveSite();
  server = await listen(site, { hot: site.hot });
  kept = await keepConnection(server.port);
  for (const way of WAYS) {
    const counting = new Proxy(StatementSync.prototype[way], {
      apply: (usual, self, given) => {
        statements += 1;
        return Reflect.apply(usual, self, given);
      },
    });
    Object.defineProperty(StatementSync.prototype, way, { ...USUAL[way], value: counting });
  }
  reset();
});
afterEach(async () => {
  for (const way of WAYS) Object.defineProperty(StatementSync.prototype, way, USUAL[way] ?? {});
  kept[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

const reset = (): void => {
  statements = 0;
  Object.assign(counted, { hashed: 0, compressed: 0 });
};
const get = (target: string, ...fields: readonly string[]): string =>
  `${[`GET ${target} HTTP/1.1`, 'Host: quay.example.org', ...fields].join('\r\n')}\r\n\r\n`;

/** Many articles of one tag, and of tags of their own. */
const many = (count: number) =>
  readAll(
    ...Array.from({ length: count }, (_, place) =>
      made(`many-${place}`, { tags: ['Many', `Own ${place}`], on: '2026-03-01T08:00:00Z' }),
    ),
  );

describe('a hot request', () => {
  test.each(['', 'gzip', 'br', 'zstd'])(
    'hashes nothing, compresses nothing, asks the store nothing: "%s"',
    async (coding) => {
      const bytes = get('/tags/tides.rss', `Accept-Encoding: ${coding}`);
      for (let turn = 0; turn < 3; turn += 1) await kept.ask([bytes]);
      const { etag } = readAnswer(await kept.ask([bytes])).fields;
      expect(statements).toBeGreaterThan(0);
      expect(counted.hashed).toBeGreaterThan(0);
      reset();
      for (let turn = 0; turn < 20; turn += 1) {
        await kept.ask([bytes]);
        await kept.ask([get('/tags/tides.rss', `Accept-Encoding: ${coding}`, `If-None-Match: ${etag}`)]);
        // The usual way, too.
        await site.get('/tags/tides.rss', { 'accept-encoding': coding });
      }
      expect({ ...counted, statements }).toEqual({ hashed: 0, compressed: 0, statements: 0 });
    },
  );

  test('sends the very bytes of the feed in memory: no copy is made of it', async () => {
    await kept.ask([get('/feed.rss')]);
    const asked = {
      acceptEncoding: undefined,
      ifNoneMatch: undefined,
      hasOtherCondition: false,
      forwardedFor: undefined,
    };
    const hot = site.hot.feeds.find('/feed.rss', asked, '127.0.0.1');
    expect(hot?.body).toBe(site.publisher.ready('feed.rss')?.body);
    expect(site.hot.feeds.find('/feed.rss', asked, '127.0.0.1')?.fields).toBe(hot?.fields);
  });

  test.each(['/tags', '/tags.json', '/feeds.opml', '/sitemap.xml'])('for %s neither', async (path) => {
    for (let turn = 0; turn < 2; turn += 1) await site.get(path, { 'accept-encoding': 'gzip' });
    reset();
    for (let turn = 0; turn < 20; turn += 1) await site.get(path, { 'accept-encoding': 'gzip' });
    expect({ ...counted, statements }).toEqual({ hashed: 0, compressed: 0, statements: 0 });
  });
});

describe('a feed that nobody asked for yet', () => {
  test('takes as many statements from a hundred articles as from a thousand', async () => {
    const taken: number[] = [];
    for (const count of [100, 1_000]) {
      const other = await serveSite();
      await other.store.applyChanges(many(count), NOW);
      reset();
      await other.get('/tags/many.rss');
      taken.push(statements);
    }
    expect(taken[1]).toBe(taken[0]);
    // One for each article that it shows at most, and a few.
    expect(taken[0]).toBeLessThan(30 + 15);
  });

  test('whose articles other feeds have shown takes a few statements', async () => {
    await site.store.applyChanges(many(100), NOW);
    await site.get('/tags/many.rss');
    reset();
    await site.get('/feed.rss');
    expect(statements).toBeLessThan(15);
  });
});

describe('a change', () => {
  test('of one article lets go of the feeds of its terms, in the formats that were asked for, and of no others', async () => {
    await site.store.applyChanges(many(20), NOW);
    const asked = [
      'feed.rss',
      'tags/many.rss',
      'tags/many.atom',
      'tags/own-3.json',
      'tags/own-4.rss',
      'tags/own-5.rss',
    ];
    const askAll = async (): Promise<void> => {
      for (const path of asked) await site.get(`/${path}`);
    };
    await askAll();
    const before = site.publisher.renders;
    await site.store.applyChanges(readAll(made('late', { tags: ['Many', 'Own 3'], on: '2026-04-01T08:00:00Z' })), NOW);
    expect(site.publisher.renders).toBe(before);
    await askAll();
    // Of everything, of "Many" twice, of "Own 3".
    expect(site.publisher.renders - before).toBe(4);
  });
});

test('the counters count', () => {
  reset();
  using database = new DatabaseSync(':memory:');
  database.prepare('SELECT 1').get();
  expect(statements).toBe(1);
});
