import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FastLane } from '../../src/http/fast-lane.ts';
import type { Hot } from '../../src/http/hot-feeds.ts';
import { seededRandom } from '../model/seeded-random.ts';
import { made, NOW, read } from '../store/made-articles.ts';
import { type KeptConnection, keepConnection } from './kept-connection.ts';
import { listen, type RawServer, readAnswer } from './raw-client.ts';
import { type ServedSite, serveSite } from './served-site.ts';

/** The same site twice: with the lane and without. */
let sites: readonly [ServedSite, ServedSite];
let servers: readonly [RawServer, RawServer];
beforeAll(async () => {
  sites = [await serveSite(), await serveSite()];
  servers = [await listen(sites[0], { hot: sites[0].hot }), await listen(sites[1])];
});
afterAll(async () => {
  for (const server of servers) await server[Symbol.asyncDispose]();
});

const get = (target: string, ...fields: readonly string[]): string =>
  `${[`GET ${target} HTTP/1.1`, 'Host: quay.example.org', ...fields].join('\r\n')}\r\n\r\n`;

const undated = (answer: string): string => answer.replace(/^Date: .*\r\n/gm, 'Date: now\r\n');

const HOT = [
  get('/feed.rss'),
  get('/tags/tides.atom', 'Accept-Encoding: gzip'),
  get('/feed.json', 'accept-encoding:br', 'User-Agent: FeedFetcher/1.0 (+https://reader.example/)'),
];

let etag = '';
beforeEach(async () => {
  using warm = await keepConnection(servers[0].port);
  using other = await keepConnection(servers[1].port);
  for (const one of [warm, other]) {
    // The first makes the feed, the second its compressed bytes.
    for (const bytes of [...HOT, ...HOT, ...HOT]) await one.ask([bytes]);
  }
  etag = readAnswer(await other.ask([HOT[0] ?? ''])).fields.etag ?? '';
  sites[0].frontAnswers.length = 0;
});

/** One connection to each server: whatever is sent, the answers have to be the same bytes. */
async function expectAlike(...steps: readonly (readonly string[])[]): Promise<readonly string[]> {
  using lane = await keepConnection(servers[0].port);
  using usual = await keepConnection(servers[1].port);
  const answers: string[] = [];
  for (const pieces of steps) {
    const mine = undated(await lane.ask(pieces));
    expect(mine, JSON.stringify(pieces)).toBe(undated(await usual.ask(pieces)));
    answers.push(mine);
  }
  return answers;
}

describe('on a kept connection, with the lane and without it, the answers are the same bytes', () => {
  test('hot feeds, one after another, whole and 304', async () => {
    const answers = await expectAlike(
      ...HOT.map((bytes) => [bytes]),
      [get('/feed.rss', `If-None-Match: ${etag}`)],
      ...HOT.map((bytes) => [bytes]),
    );
    expect(answers.map((answer) => readAnswer(answer).status)).toEqual([200, 200, 200, 304, 200, 200, 200]);
    expect(sites[0].frontAnswers).toEqual([200, 200, 200, 304, 200, 200, 200]);
  });

  test('something else between hot feeds', async () => {
    await expectAlike(
      ...[HOT[0] ?? '', get('/tags/tides'), HOT[0] ?? '', get('/nothing'), get('/Tags'), HOT[1] ?? ''].map((bytes) => [
        bytes,
      ]),
    );
    expect(sites[0].frontAnswers).toEqual([200, 200, 200]);
  });

  test.each([
    ['a request in two pieces', [HOT[0]?.slice(0, 20) ?? '', HOT[0]?.slice(20) ?? '']],
    ['a request byte by byte', [...(HOT[0] ?? '')]],
    ['two requests at once', [`${HOT[0]}${HOT[1]}`]],
    ['one and a half, then the rest', [`${HOT[0]}${HOT[1]?.slice(0, 30)}`, `${HOT[1]?.slice(30)}`]],
    ['three, each before the answer to the last', HOT],
    ['an empty line before the request', [`\r\n${HOT[0]}`]],
    ['a request without a Host', ['GET /feed.rss HTTP/1.1\r\nX: y\r\n\r\n']],
    ['HEAD', [`HEAD${HOT[0]?.slice(3)}`]],
    ['a body that looks like a request', [`${get('/feed.rss', `Content-Length: ${HOT[1]?.length}`)}${HOT[1]}`]],
    ['a length of nothing', [get('/feed.rss', 'Content-Length: 0')]],
    ['two lengths', [get('/feed.rss', 'Content-Length: 0', 'Content-Length: 5')]],
    ['a length and chunks', [`${get('/feed.rss', 'Content-Length: 5', 'Transfer-Encoding: chunked')}0\r\n\r\n`]],
    ['chunks under another spelling', [`${get('/feed.rss', 'transfer-ENCODING: Chunked')}0\r\n\r\n`]],
    ['a blank before the colon', [get('/feed.rss', 'Content-Length : 5')]],
    ['a folded line', [get('/feed.rss', 'X-Long: a', ' b')]],
    ['line feeds alone', ['GET /feed.rss HTTP/1.1\nHost: a\n\n']],
    ['a carriage return within a value', [get('/feed.rss', 'X: a\rb')]],
    ['a zero byte within a value', [get('/feed.rss', 'X: a\0b')]],
    ['letters beyond ASCII in a value', [get('/feed.rss', 'X: caf\u00e9')]],
    ['blanks within the line of the request', ['GET  /feed.rss  HTTP/1.1\r\nHost: a\r\n\r\n']],
    ['a method in small letters', [`get${HOT[0]?.slice(3)}`]],
    ['an absolute address', [get('http://quay.example.org/feed.rss')]],
    ['a fragment', [get('/feed.rss#top')]],
    ['a query', [get('/feed.rss?limit=1')]],
    ['HTTP/1.0, kept', ['GET /feed.rss HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n']],
    ['HTTP/1.0', ['GET /feed.rss HTTP/1.0\r\nHost: a\r\n\r\n']],
    ['HTTP/1.2', ['GET /feed.rss HTTP/1.2\r\nHost: a\r\n\r\n']],
    ['an end that was asked for', [get('/feed.rss', 'Connection: close')]],
    ['a connection that is kept', [get('/feed.rss', 'Connection: Keep-Alive')]],
    ['an end among other wishes', [get('/feed.rss', 'Connection: keep-alive, close')]],
    ['another protocol', [get('/feed.rss', 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c')]],
    ['a long head', [get('/feed.rss', `X: ${'x'.repeat(4_000)}`)]],
    ['a head that is too long', [get('/feed.rss', `X: ${'x'.repeat(20_000)}`)]],
    ['bytes that are no request', ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03']],
  ] as const)('%s', async (_name, pieces) => {
    await expectAlike(pieces);
    // Also when the connection has been answered on before.
    await expectAlike([HOT[0] ?? ''], pieces);
  });

  test('some hundred connections with random requests, cut at random', async () => {
    const random = seededRandom(20_261_123);
    const requests = [
      ...HOT,
      get('/feed.rss', `If-None-Match: ${etag}`),
      get('/tags/unicorns.rss'),
      get('/tags/tides', 'Accept: text/html'),
      `${get('/feed.rss', 'Content-Length: 9')}GET / HTT`,
      `HEAD${HOT[2]?.slice(3)}`,
    ];
    for (let turn = 0; turn < 150; turn += 1) {
      const steps = Array.from({ length: 1 + random.below(4) }, () => {
        const bytes = Array.from({ length: 1 + random.below(3) }, () => random.pick(requests)).join('');
        const cut = random.below(bytes.length);
        return random.below(2) === 0 ? [bytes] : [bytes.slice(0, cut), bytes.slice(cut)];
      });
      await expectAlike(...steps);
    }
    expect(sites[0].frontAnswers.length).toBeGreaterThan(150);
  });
});

describe('a feed that is not in memory', () => {
  /** Two sites of which nothing was asked yet. */
  async function coldPair() {
    const pair = [await serveSite(), await serveSite()] as const;
    const [lane, usual] = [await listen(pair[0], { hot: pair[0].hot }), await listen(pair[1])];
    return {
      pair,
      ports: [lane.port, usual.port] as const,
      [Symbol.asyncDispose]: async () => {
        await lane[Symbol.asyncDispose]();
        await usual[Symbol.asyncDispose]();
      },
    };
  }

  test('is made, and the connection stays with the lane; each answer is the usual one', async () => {
    await using cold = await coldPair();
    using lane = await keepConnection(cold.ports[0]);
    using usual = await keepConnection(cold.ports[1]);
    const targets = ['/feed.rss', '/tags/tides.atom', '/tags/ferries+tides.json', '/authors/mira-holt.rss'];
    const requests = targets.flatMap((target) =>
      ['', 'gzip', 'br'].flatMap((coding) => [
        get(target, `Accept-Encoding: ${coding}`),
        get(target, `Accept-Encoding: ${coding}`, 'If-None-Match: "an-old-copy"'),
      ]),
    );
    for (const bytes of requests) {
      expect(undated(await lane.ask([bytes])), bytes).toBe(undated(await usual.ask([bytes])));
    }
    expect(cold.pair[0].frontAnswers).toEqual(requests.map(() => 200));
  });

  test('is asked for with the tag of a copy from before the start: 304', async () => {
    for (const coding of ['', 'gzip', 'br']) {
      await using cold = await coldPair();
      using usual = await keepConnection(cold.ports[1]);
      const tag = readAnswer(await usual.ask([get('/feed.rss', `Accept-Encoding: ${coding}`)])).fields.etag;
      using lane = await keepConnection(cold.ports[0]);
      const bytes = get('/feed.rss', `Accept-Encoding: ${coding}`, `If-None-Match: ${tag}`);
      const answer = await lane.ask([bytes]);
      expect(undated(answer)).toBe(undated(await usual.ask([bytes])));
      expect(readAnswer(answer).status).toBe(304);
      expect(cold.pair[0].frontAnswers).toEqual([304]);
    }
  });

  test('cannot be had: unknown, or the folder not read yet, or the store out of order; as always', async () => {
    await using cold = await coldPair();
    for (const site of cold.pair) site.isReady = false;
    using lane = await keepConnection(cold.ports[0]);
    using usual = await keepConnection(cold.ports[1]);
    const ask = async (bytes: string): Promise<number> => {
      const answer = await lane.ask([bytes]);
      expect(undated(answer)).toBe(undated(await usual.ask([bytes])));
      return readAnswer(answer).status;
    };
    expect(await ask(get('/feed.rss'))).toBe(503);
    for (const site of cold.pair) site.isReady = true;
    expect(await ask(get('/tags/unicorns.rss'))).toBe(404);
    using again = await keepConnection(cold.ports[0]);
    for (const site of cold.pair) site.store.close();
    expect(readAnswer(await again.ask([get('/feed.rss')])).status).toBe(500);
    expect(cold.pair[0].frontAnswers).toEqual([]);
  });

  test('what comes while it is made is answered after it', async () => {
    await using cold = await coldPair();
    using lane = await keepConnection(cold.ports[0]);
    using usual = await keepConnection(cold.ports[1]);
    const pieces = [get('/feed.rss'), get('/tags/tides.rss'), get('/tags/tides'), get('/feed.rss')];
    expect(undated(await lane.ask([pieces.join('')]))).toBe(undated(await usual.ask([pieces.join('')])));
    using other = await keepConnection(cold.ports[0]);
    expect(undated(await other.ask(pieces))).toBe(undated(await usual.ask(pieces)));
  });
});

describe('the lane', () => {
  const open = async (): Promise<KeptConnection> => keepConnection(servers[0].port);

  test('shows a change at once, also on connections that have seen the feed before', async () => {
    using one = await open();
    const before = readAnswer(await one.ask([HOT[0] ?? '']));
    for (const site of sites) {
      await site.store.applyChanges([read('news.md', made('news', { tags: ['Tides'] }))], NOW);
    }
    const after = readAnswer(await one.ask([get('/feed.rss', `If-None-Match: ${before.fields.etag}`)]));
    expect(after.status).toBe(200);
    expect(after.body).not.toBe(before.body);
  });

  test('tells the time of the clock that it is given, anew each second', async () => {
    const site = await serveSite();
    let at = site.clock;
    await using server = await listen(site, { hot: site.hot, now: () => at });
    using one = await keepConnection(server.port);
    using first = await keepConnection(server.port);
    for (let turn = 0; turn < 2; turn += 1) await first.ask([HOT[0] ?? '']);
    const dates: (string | undefined)[] = [];
    for (const laterMs of [0, 400, 1_000, 60_000]) {
      at = (site.clock + laterMs) as typeof at;
      dates.push(readAnswer(await one.ask([HOT[0] ?? ''])).fields.date);
    }
    expect(dates).toEqual([
      'Fri, 01 May 2026 13:00:00 GMT',
      'Fri, 01 May 2026 13:00:00 GMT',
      'Fri, 01 May 2026 13:00:01 GMT',
      'Fri, 01 May 2026 13:01:00 GMT',
    ]);
  });

  test('lets a silent connection wait as long as one whose head does not come, and says why', async () => {
    await using server = await listen(sites[0], { hot: sites[0].hot, headersTimeoutMs: 60, checkEveryMs: 20 });
    using silent = await keepConnection(server.port);
    expect(await silent.ask([])).toMatch(/^HTTP\/1\.1 408 /);
    await silent.closed;
  });

  test('ends a connection on which nothing was asked for long', async () => {
    await using server = await listen(sites[0], { hot: sites[0].hot, keepAliveMs: 50 });
    using kept = await keepConnection(server.port);
    expect(await kept.ask([HOT[0] ?? ''])).toContain('Keep-Alive: timeout=0');
    await kept.closed;
  });

  test('cuts off who asks and then never reads', async () => {
    const body = new Uint8Array(64 * 1024 * 1024);
    const hot: Hot = { status: 200, fields: { 'content-length': `${body.byteLength}` }, body };
    const lane = new FastLane({
      feeds: { find: () => hot, make: () => undefined },
      countAnswer: () => undefined,
      now: () => NOW,
      silentMs: 60_000,
      keepAliveMs: 10,
    });
    const server = createServer((socket) => lane.take(socket, () => socket.destroy()));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const reader = connect(port, '127.0.0.1').pause();
    const [socket] = await once(server, 'connection');
    reader.write(HOT[0] ?? '');
    await once(socket, 'close');
    expect(socket.bytesWritten).toBeGreaterThan(0);
    reader.destroy();
    server.close();
  });

  test('does not keep a server open that closes', async () => {
    const server = await listen(sites[0], { hot: sites[0].hot });
    using kept = await keepConnection(server.port);
    using silent = await keepConnection(server.port);
    await kept.ask([HOT[0] ?? '']);
    await server[Symbol.asyncDispose]();
    await Promise.all([kept.closed, silent.closed]);
  });

  test('ends a connection whose other side has ended', async () => {
    using kept = await open();
    await kept.ask([HOT[0] ?? '']);
    kept.socket.end();
    await kept.closed;
  });
});
