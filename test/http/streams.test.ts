import { describe, expect, test } from 'vitest';
import { createHttpServer } from '../../src/http/server.ts';
import type { FileChange } from '../../src/model/changes.ts';
import { until } from '../journeys/real-program.ts';
import { made, NOW, read, readAll, removed } from '../store/made-articles.ts';
import { listen, type RawServer, readAnswer, request } from './raw-client.ts';
import { LATER, type ServedSite, serveSite } from './served-site.ts';
import { listenTo } from './stream-listener.ts';

type Wishes = Parameters<typeof serveSite>;

async function served(...wishes: Wishes): Promise<{ site: ServedSite; server: RawServer } & AsyncDisposable> {
  const site = await serveSite(...wishes);
  const server = await listen(site);
  return {
    site,
    server,
    [Symbol.asyncDispose]: async () => {
      site.streams.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

const write = ({ store }: ServedSite, ...changes: readonly FileChange[]): Promise<unknown> =>
  store.applyChanges(changes, NOW);
const ferry = made('ferry', { tags: ['Tides', 'Ferries'], on: '2026-04-03T08:00:00Z' });

describe('the address of a stream', () => {
  test.each([
    ['/feed.stream', 200],
    ['/tags/tides.stream', 200],
    ['/tags/ferries+tides.stream', 200],
    ['/tags/c-plus-plus.stream', 200],
    ['/sections/old-town.stream', 200],
    ['/series/walks.stream', 200],
    ['/authors/mira-holt.stream', 200],
    ['/tags/empty.stream', 200],
    ['/tags/nowhere.stream', 404],
    ['/tags/tides+.stream', 400],
    ['/tags/.stream', 308],
    ['/articles/ferry.stream', 404],
    ['/tags/tides+ferries.stream', 308],
    ['/tags/Tides.stream', 308],
    ['/tags/tides.stream/', 308],
    ['/FEED.STREAM', 308],
  ])('%s answers %i to HEAD', async (path, status) => {
    const site = await serveSite();
    expect((await site.ask('HEAD', path)).status).toBe(status);
  });

  test('leads to its canonical form with the query kept', async () => {
    const site = await serveSite();
    const answer = await site.get('/tags/tides+ferries.stream?lastEventId=1.abcdefgh');
    expect(answer.headers.get('location')).toBe('/tags/ferries+tides.stream?lastEventId=1.abcdefgh');
  });

  test('takes no other method, and says which ones', async () => {
    const site = await serveSite();
    const answer = await site.ask('POST', '/tags/tides.stream');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  test('lets scripts of other sites listen, and name their last event', async () => {
    const site = await serveSite();
    const answer = await site.ask('OPTIONS', '/tags/tides.stream');
    expect(answer.headers.get('access-control-allow-headers')).toContain('Last-Event-ID');
    expect((await site.ask('HEAD', '/tags/tides.stream')).headers.get('access-control-allow-origin')).toBe('*');
  });

  test('is never kept and never held back', async () => {
    await using stage = await served();
    using listener = await listenTo(stage.server.port, '/tags/tides.stream');
    expect(listener.head).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    for (const field of [
      'content-type: text/event-stream; charset=utf-8',
      'cache-control: no-store',
      'x-accel-buffering: no',
      'access-control-allow-origin: *',
    ]) {
      expect(listener.head.toLowerCase()).toContain(`\r\n${field}\r\n`);
    }
    expect(listener.head.toLowerCase()).not.toContain('content-length');
  });

  test('stands below the path of the base address', async () => {
    await using stage = await served({ baseUrl: 'https://quay.example.org/news/' });
    using listener = await listenTo(stage.server.port, '/news/tags/tides.stream');
    await listener.joins();
    await write(stage.site, ...readAll({ ...ferry, title: 'Below' }));
    await listener.hears(1);
    expect(listener.news()).toEqual(['message Below']);
  });

  test('is nowhere when there are to be no listeners', async () => {
    const site = await serveSite({}, undefined, { maxListeners: 0 });
    expect((await site.get('/feed.stream')).status).toBe(404);
  });
});

describe('who listens to a tag', () => {
  test.each<[string, readonly FileChange[], readonly string[]]>([
    ['hears of a new article', readAll(made('new', { tags: ['Tides'] })), ['message About new']],
    ['hears of an edited article', readAll({ ...ferry, title: 'Edited' }), ['message Edited']],
    ['hears of a removed article', [removed('ferry.md')], ['removed ferry']],
    ['hears of an article that lost the tag', readAll(made('ferry', { tags: ['Ferries'] })), ['removed ferry']],
    ['hears of an article that won it', readAll(made('сирень', { tags: ['Tides'] })), ['message About сирень']],
    ['hears nothing of other tags', readAll(made('new', { tags: ['Ferries'] })), []],
    ['hears nothing of a file that is the same', readAll(ferry), []],
    ['hears nothing of a file that only moved', [removed('ferry.md'), read('sub/ferry.md', ferry)], []],
    [
      'hears of several in their order',
      [...readAll(made('a', { tags: ['Tides'] }), made('b', { tags: ['Tides'] })), removed('pilot.md')],
      ['message About a', 'message About b', 'removed pilot'],
    ],
  ])('%s', async (_name, changes, news) => {
    await using stage = await served();
    using listener = await listenTo(stage.server.port, '/tags/tides.stream');
    await listener.joins();
    await write(stage.site, ...changes);
    // What comes after the change shows that nothing else came before.
    await write(stage.site, ...readAll(made('last', { tags: ['Tides'] })));
    await listener.hears(news.length + 1);
    expect(listener.news()).toEqual([...news, 'message About last']);
  });

  test('gets the very items of the JSON Feed', async () => {
    await using stage = await served();
    using listener = await listenTo(stage.server.port, '/tags/tides.stream');
    await listener.joins();
    const author = { name: 'Mira Holt', email: 'mira@quay.example.org' };
    await write(stage.site, ...readAll({ ...ferry, html: '<p>Two\nlines</p>', summary: 'Short', authors: [author] }));
    await listener.hears(1);
    const feed = JSON.parse(await (await stage.site.get('/tags/tides.json')).text());
    expect(JSON.parse(listener.events()[0]?.data ?? '')).toEqual(feed.items[0]);
  });

  test('is told of a removal in the words of the JSON Feed', async () => {
    await using stage = await served();
    using listener = await listenTo(stage.server.port, '/tags/tides.stream');
    await listener.joins();
    await write(stage.site, removed('ferry.md'));
    await listener.hears(1);
    const feed = JSON.parse(await (await stage.site.get('/tags/tides.json')).text());
    expect(JSON.parse(listener.events()[0]?.data ?? '')).toEqual(feed._tagwire.deleted_items[0]);
  });

  test('gets nothing of what was there before', async () => {
    await using stage = await served();
    using listener = await listenTo(stage.server.port, '/tags/tides.stream');
    await listener.joins();
    expect(listener.text()).toMatch(/^retry: 3000\n\nid: \d+\.[\w-]{8}\n\n$/);
  });

  test('gets signs of life, with the place when others heard something', async () => {
    await using stage = await served({}, undefined, { beatMs: 60 });
    using listener = await listenTo(stage.server.port, '/tags/ferries.stream');
    await listener.joins();
    const before = listener.lastId();
    await until(() => listener.text().includes('\n\n:\n'));
    await write(stage.site, ...readAll(made('new', { tags: ['Tides'] })));
    const end = await stage.site.store.journalEnd();
    await until(() => listener.lastId() === end);
    expect(end).not.toBe(before);
    expect(listener.events()).toEqual([]);
  });

  test('speaks HTTP/1.0, too', async () => {
    await using stage = await served();
    const wire = stage.server.send('GET /tags/tides.stream HTTP/1.0\r\n\r\n');
    await until(() => stage.site.streams.listeners === 1);
    await until(() => write(stage.site, ...readAll({ ...ferry, title: 'Old words' })).then(() => true));
    await until(() => stage.site.streams.sent === 1);
    stage.site.streams.close();
    const { fields, body } = readAnswer(await wire);
    expect(fields['transfer-encoding']).toBeUndefined();
    expect(body).toContain('"title":"Old words"');
  });
});

describe('who comes back', () => {
  /** Listens, goes away, and comes back after the changes with what it remembers. */
  async function comingBack(stage: { site: ServedSite; server: RawServer }, changes: readonly FileChange[]) {
    using first = await listenTo(stage.server.port, '/tags/tides.stream');
    await first.joins();
    for (const change of changes) await write(stage.site, change);
    return listenTo(stage.server.port, '/tags/tides.stream', [`Last-Event-ID: ${first.lastId()}`]);
  }

  test('hears what was missed, once and in order, and then goes on', async () => {
    await using stage = await served();
    using listener = await comingBack(stage, [
      ...readAll(made('a', { tags: ['Tides'] }), made('b', { tags: ['Ferries'] })),
      removed('pilot.md'),
      ...readAll({ ...made('a', { tags: ['Tides'] }), title: 'Again' }),
    ]);
    await listener.joins();
    await write(stage.site, ...readAll(made('c', { tags: ['Tides'] })));
    await listener.hears(3);
    expect(listener.news()).toEqual(['removed pilot', 'message Again', 'message About c']);
  });

  test('hears nothing when nothing was missed', async () => {
    await using stage = await served();
    using listener = await comingBack(stage, []);
    await listener.joins();
    expect(listener.events()).toEqual([]);
  });

  test('hears everything, however often the connection breaks', async () => {
    await using stage = await served();
    const heard: string[] = [];
    let fields: string[] = [];
    for (let round = 0; round < 30; round += 1) {
      using listener = await listenTo(stage.server.port, '/tags/tides.stream', fields);
      await listener.joins();
      const change = write(stage.site, ...readAll(made(`n${round}`, { tags: ['Tides'] })));
      // Every third one goes before it has heard, every third one while it is being told.
      if (round % 3 === 0) await listener.hears(1);
      if (round % 3 === 1) await change;
      heard.push(...listener.news());
      fields = [`Last-Event-ID: ${listener.lastId()}`];
      await change;
    }
    using last = await listenTo(stage.server.port, '/tags/tides.stream', fields);
    await last.joins();
    heard.push(...last.news());
    expect(heard).toEqual(Array.from({ length: 30 }, (_, round) => `message About n${round}`));
  });

  test('may say its last event in the query, as a page must that has just begun', async () => {
    await using stage = await served();
    const place = await stage.site.store.journalEnd();
    await write(stage.site, ...readAll({ ...ferry, title: 'Missed' }));
    using listener = await listenTo(stage.server.port, `/tags/tides.stream?lastEventId=${place}`);
    await listener.joins();
    expect(listener.news()).toEqual(['message Missed']);
  });

  test.each(['nonsense', '999.abcdefgh', '0.abcdefgh', '1.AAAAAAAA', '"', '1.abcdefgh, 2.abcdefgh'])(
    'with an event that never was begins anew: %s',
    async (id) => {
      await using stage = await served();
      using listener = await listenTo(stage.server.port, '/tags/tides.stream', [`Last-Event-ID: ${id}`]);
      await listener.joins();
      expect(listener.news()).toEqual(['reset', 'message About market', 'message About pilot', 'message About ferry']);
      expect(JSON.parse(listener.events()[0]?.data ?? '')).toEqual({
        feed_url: 'https://quay.example.org/tags/tides.json',
      });
      expect(listener.lastId()).toBe(await stage.site.store.journalEnd());
      await write(stage.site, ...readAll({ ...ferry, title: 'Next' }));
      await listener.hears(5);
      expect(listener.news().at(-1)).toBe('message Next');
    },
  );

  test('after very much has changed begins anew', async () => {
    await using stage = await served();
    const place = await stage.site.store.journalEnd();
    const many = Array.from({ length: 2_200 }, (_, index) => made(`many${index}`, { tags: ['Ferries'] }));
    await write(stage.site, read('many.md', ...many));
    using listener = await listenTo(stage.server.port, '/tags/tides.stream', [`Last-Event-ID: ${place}`]);
    await listener.joins();
    expect(listener.news()[0]).toBe('reset');
  });
});

describe('many listeners', () => {
  test('hear the same, made once', async () => {
    await using stage = await served();
    const listeners = await Promise.all(
      Array.from({ length: 200 }, () => listenTo(stage.server.port, '/tags/tides.stream')),
    );
    await Promise.all(listeners.map((listener) => listener.joins()));
    expect(stage.site.streams.listeners).toBe(200);
    await write(stage.site, ...readAll({ ...ferry, title: 'For all' }), removed('pilot.md'));
    await Promise.all(listeners.map((listener) => listener.hears(2)));
    expect(new Set(listeners.map((listener) => listener.news().join()))).toEqual(
      new Set(['message For all,removed pilot']),
    );
    expect(stage.site.streams.sent).toBe(400);
    for (const listener of listeners) listener[Symbol.dispose]();
    await until(() => stage.site.streams.listeners === 0);
  });

  test('do not wait for one that takes nothing: it is cut off, and comes back to all that it missed', async () => {
    await using stage = await served();
    using slow = await listenTo(stage.server.port, '/tags/tides.stream');
    using quick = await listenTo(stage.server.port, '/tags/tides.stream');
    await Promise.all([slow.joins(), quick.joins()]);
    const place = slow.lastId();
    slow.pause();
    let written = 0;
    const long = `<p>${'A long report on very little. '.repeat(7_000)}</p>`;
    // As much as the network takes for it, and then as much as we keep for it.
    while (stage.site.streams.dropped === 0 && written < 400) {
      await write(stage.site, ...readAll(made(`n${written}`, { tags: ['Tides'], html: long })));
      written += 1;
      await quick.hears(written);
    }
    expect(stage.site.streams.dropped).toBe(1);
    expect(quick.news()).toHaveLength(written);
    slow.resume();
    await slow.ends();
    expect(slow.news().length).toBeLessThan(written);
    using back = await listenTo(stage.server.port, '/tags/tides.stream', [`Last-Event-ID: ${slow.lastId()}`]);
    await back.joins();
    expect(slow.lastId()).not.toBe(place);
    expect([...slow.news(), ...back.news()]).toEqual(quick.news());
  }, 60_000);

  test('are no more than may be', async () => {
    await using stage = await served({}, undefined, { maxListeners: 1 });
    using listener = await listenTo(stage.server.port, '/tags/tides.stream');
    const answer = readAnswer(await stage.server.send(request('GET /feed.stream')));
    expect([answer.status, answer.fields['retry-after']]).toEqual([503, '30']);
    listener[Symbol.dispose]();
    await until(() => stage.site.streams.listeners === 0);
    using next = await listenTo(stage.server.port, '/tags/tides.stream');
    await next.joins();
  });

  test('of one address are no more than one address may have', async () => {
    await using stage = await served({}, undefined, { listenersPerAddress: 2 });
    using _first = await listenTo(stage.server.port, '/tags/tides.stream');
    using _second = await listenTo(stage.server.port, '/feed.stream');
    const answer = readAnswer(await stage.server.send(request('GET /feed.stream')));
    expect([answer.status, answer.fields['retry-after']]).toEqual([429, '30']);
    expect(answer.body).toContain('2 streams');
  });

  test('are sent home at once when the server stops', async () => {
    const site = await serveSite();
    const server = createHttpServer(site.fetch, { now: () => LATER });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    using listener = await listenTo(port, '/tags/tides.stream');
    await listener.joins();
    const closed = new Promise((resolve) => void server.close(resolve));
    site.streams.close();
    await Promise.all([closed, listener.ends()]);
    expect(listener.events()).toEqual([]);
  });
});
