/** WebSub, §5.4 to §8: what subscribers are sent, and when. The names of groups are the spec's. */
import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { until } from '../journeys/real-program.ts';
import { made, readAll, removed } from '../store/made-articles.ts';
import { listen } from './loopback-server.ts';
import { pushingSite } from './pushing-site.ts';
import { subscribed, subscriber } from './subscriber.ts';

/** Long enough for what must not come; what must come is waited for. */
const QUIET_MS = 150;

const pendingOf = async (site: Awaited<ReturnType<typeof pushingSite>>): Promise<number> =>
  (await site.store.push.countPush()).pending;

describe('§7 Content Distribution', () => {
  test.each(['feed.rss', 'feed.atom', 'feed.json', 'tags/a.rss', 'tags/a.atom', 'tags/a+-c.json', 'tags/-c.rss'])(
    'is a POST of the very bytes, type and links of the topic: %s',
    async (path) => {
      const site = await pushingSite();
      const reader = await subscriber();
      await subscribed(site, `${reader.url}/cb?a=1`, path);
      await site.change('New');
      await until(() => reader.delivered.length > 0);
      const [delivery] = reader.delivered;
      const feed = await site.get(`/${path}`);
      expect(delivery?.body.equals(Buffer.from(await feed.arrayBuffer()))).toBe(true);
      expect(delivery?.body.toString()).toContain('New');
      expect(delivery?.target).toBe('/cb?a=1');
      expect(delivery?.headers).toMatchObject({
        'content-type': feed.headers.get('content-type'),
        'content-length': String(delivery?.body.byteLength),
        link: `<${site.topic('hub')}>; rel="hub", <${site.topic(path)}>; rel="self"`,
      });
      expect(delivery?.headers['x-hub-signature']).toBeUndefined();
      expect(delivery?.headers['content-encoding']).toBeUndefined();
      expect(delivery?.rawHeaders.filter((name) => name.toLowerCase() === 'link')).toHaveLength(1);
    },
  );

  test.each([200, 201, 202, 204, 299])('any 2xx settles it: %i', async (status) => {
    const site = await pushingSite({ retryFirstMs: 20 });
    const reader = await subscriber({ take: (_seen, response) => void response.writeHead(status).end() });
    await subscribed(site, reader.url, 'tags/a.rss');
    await site.change('New');
    await until(async () => (await site.events()).some(({ what }) => what === 'delivered'));
    await pause(QUIET_MS);
    expect(reader.delivered).toHaveLength(1);
    expect(await pendingOf(site)).toBe(0);
  });

  test.each([
    ['a body of five megabytes', 'x'.repeat(5_000_000)],
    ['another hub’s words', '<html>hub.mode=unsubscribe</html>'],
  ])('the body of the answer plays no part: %s', async (_name, body) => {
    const site = await pushingSite();
    const reader = await subscriber({ take: (_seen, response) => void response.end(body) });
    await subscribed(site, reader.url, 'tags/a.rss');
    await site.change('New');
    await until(async () => (await site.events()).some(({ what }) => what === 'delivered'));
    expect(reader.delivered).toHaveLength(1);
  });

  test.each([301, 302, 303, 307, 308])('a redirect is a failure and is not followed: %i', async (status) => {
    const site = await pushingSite({ retryFirstMs: 60_000 });
    const elsewhere = await listen((_seen, response) => response.end());
    const reader = await subscriber({
      take: (_seen, response) => void response.writeHead(status, { location: elsewhere.url }).end(),
    });
    await subscribed(site, reader.url, 'tags/a.rss');
    await site.change('New');
    await until(async () => (await site.events()).some(({ what }) => what === 'failed'));
    expect(elsewhere.seen).toEqual([]);
    expect((await site.events())[0]).toMatchObject({ what: 'failed', status });
    expect(await site.store.push.readSubscriptions(10)).toHaveLength(1);
  });

  test('410 ends the subscription, and is not tried again', async () => {
    const site = await pushingSite({ retryFirstMs: 20 });
    const reader = await subscriber({ take: (_seen, response) => void response.writeHead(410).end() });
    await subscribed(site, reader.url, 'tags/a.rss');
    await site.change('New');
    await until(async () => (await site.store.push.readSubscriptions(10)).length === 0);
    await site.change('Newer');
    await pause(QUIET_MS);
    expect(reader.delivered).toHaveLength(1);
    expect((await site.events())[0]).toMatchObject({ what: 'ended', status: 410 });
  });

  test.each<[string, Parameters<typeof subscriber>[0]]>([
    ['500', { take: (_seen, response, count) => void response.writeHead(count < 3 ? 500 : 200).end() }],
    ['404', { take: (_seen, response, count) => void response.writeHead(count < 3 ? 404 : 200).end() }],
    ['429', { take: (_seen, response, count) => void response.writeHead(count < 3 ? 429 : 200).end() }],
    [
      'a broken connection',
      { take: (_seen, response, count) => void (count < 3 ? response.destroy() : response.end()) },
    ],
    ['silence', { take: (_seen, response, count) => void (count < 3 ? undefined : response.end()) }],
  ])('is tried again after %s, with growing pauses, until it arrives', async (_name, habits) => {
    const site = await pushingSite({ retryFirstMs: 150, timeoutMs: 200 });
    const reader = await subscriber(habits);
    await subscribed(site, reader.url, 'tags/a.rss');
    await site.change('New');
    await until(() => reader.delivered.length === 3);
    await until(async () => (await pendingOf(site)) === 0);
    const [first, second, third] = reader.delivered;
    // A busy machine makes pauses longer, never shorter.
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(140);
    expect((third?.at ?? 0) - (second?.at ?? 0)).toBeGreaterThan(280);
    expect((await site.events()).map(({ what }) => what)).toEqual(['delivered', 'failed', 'failed', 'subscribed']);
  });

  test('what is tried again is the newest state, never a stale one', async () => {
    const site = await pushingSite({ retryFirstMs: 300 });
    const reader = await subscriber({
      take: (_seen, response, count) => void response.writeHead(count < 2 ? 503 : 200).end(),
    });
    await subscribed(site, reader.url, 'tags/a.rss');
    await site.change('First');
    await until(() => reader.delivered.length === 1);
    await site.change('Second');
    await site.change('Third');
    await until(async () => (await pendingOf(site)) === 0);
    expect(reader.delivered).toHaveLength(2);
    expect(reader.delivered[1]?.body.toString()).toContain('Third');
  });

  test('that fails for a day is given up; the subscription stays to the end of its lease and hears of the next change', async () => {
    const site = await pushingSite({ retryFirstMs: 20 });
    let isWell = false;
    const reader = await subscriber({ take: (_seen, response) => void response.writeHead(isWell ? 200 : 500).end() });
    await subscribed(site, reader.url, 'tags/a.rss');
    await site.change('New');
    await until(() => reader.delivered.length >= 2);
    site.offsetMs = 24 * 3_600_000 + 1;
    site.engine.wake();
    await until(async () => (await site.events())[0]?.what === 'given up');
    expect(await pendingOf(site)).toBe(0);
    expect(await site.store.push.readSubscriptions(10)).toHaveLength(1);
    isWell = true;
    const before = reader.delivered.length;
    await site.change('Newer');
    await until(() => reader.delivered.length > before);
    expect(reader.delivered.at(-1)?.body.toString()).toContain('Newer');
  });

  test('nothing is sent after the lease, which ends by itself', async () => {
    const site = await pushingSite({ lease: { byDefault: 1, least: 1, most: 10 } });
    const reader = await subscriber();
    await subscribed(site, reader.url, 'tags/a.rss');
    await until(async () => (await site.events())[0]?.what === 'expired');
    await site.change('New');
    await pause(QUIET_MS);
    expect(reader.delivered).toEqual([]);
  });

  test('a renewal in time keeps it', async () => {
    const site = await pushingSite();
    const reader = await subscriber();
    await subscribed(site, reader.url, 'tags/a.rss', { 'hub.lease_seconds': '100' });
    site.offsetMs = 90_000;
    await subscribed(site, reader.url, 'tags/a.rss', { 'hub.lease_seconds': '100' });
    site.offsetMs = 180_000;
    await site.change('New');
    await until(() => reader.delivered.length === 1);
  });

  test('is not sent for what the subscriber has already', async () => {
    const site = await pushingSite();
    const reader = await subscriber();
    await subscribed(site, reader.url, 'tags/a.rss');
    await subscribed(site, reader.url, 'tags/c.rss');
    await subscribed(site, reader.url, 'tags/a.rss');
    // Changes A's feed twice in one go, back to what it was; C's is not touched.
    await site.store.applyChanges([...readAll(made('other', { tags: ['B'] }))], site.now());
    await pause(QUIET_MS);
    expect(reader.delivered).toEqual([]);
    expect(await pendingOf(site)).toBe(0);
  });

  test.each<[string, readonly string[]]>([
    ['an article that came', ['came']],
    ['an article that went', ['came', 'went']],
  ])('tells of %s', async (_name, steps) => {
    const site = await pushingSite();
    const reader = await subscriber();
    await subscribed(site, reader.url, 'tags/a.json');
    await site.store.applyChanges(readAll(made('extra', { tags: ['A'] })), site.now());
    await until(() => reader.delivered.length === 1);
    if (steps.includes('went')) {
      await site.store.applyChanges([removed('extra.md')], site.now());
      await until(() => reader.delivered.length === 2);
    }
    const items = JSON.parse(reader.delivered.at(-1)?.body.toString() ?? '{}').items;
    expect(items).toHaveLength(steps.includes('went') ? 1 : 2);
  });

  test('a burst of changes ends with the last state, in fewer deliveries than changes', async () => {
    const site = await pushingSite();
    const reader = await subscriber({ take: (_seen, response) => void setTimeout(() => response.end(), 20) });
    await subscribed(site, reader.url, 'tags/a.rss');
    for (let turn = 1; turn <= 20; turn += 1) {
      await site.change(`State ${turn}.`);
      await pause(5);
    }
    await until(() => reader.delivered.at(-1)?.body.toString().includes('State 20.') === true);
    await until(async () => (await pendingOf(site)) === 0);
    expect(reader.delivered.length).toBeLessThan(10);
    expect(new Set(reader.delivered.map(({ body }) => body.toString())).size).toBe(reader.delivered.length);
  });

  test('a change while the one before it is being sent comes after it', async () => {
    const site = await pushingSite();
    const held: (() => void)[] = [];
    const reader = await subscriber({ take: (_seen, response) => void held.push(() => response.end()) });
    await subscribed(site, reader.url, 'tags/a.rss');
    await site.change('First');
    await until(() => held.length === 1);
    await site.change('Second');
    await pause(QUIET_MS);
    expect(reader.delivered).toHaveLength(1);
    held.shift()?.();
    await until(() => reader.delivered.length === 2);
    held.shift()?.();
    expect(reader.delivered[1]?.body.toString()).toContain('Second');
  });
});

describe('§7.1 Authenticated Content Distribution', () => {
  test.each(['sha256', 'sha1', 'sha384', 'sha512'] as const)('is signed with the secret: %s', async (algorithm) => {
    const site = await pushingSite({ algorithm });
    const reader = await subscriber();
    const secret = 'schlüssel 鍵 \u{1f511}';
    await subscribed(site, reader.url, 'tags/a.rss', { 'hub.secret': secret });
    await site.change('Ünïcödé');
    await until(() => reader.delivered.length > 0);
    const [delivery] = reader.delivered;
    const expected = createHmac(algorithm, Buffer.from(secret, 'utf8'))
      .update(delivery?.body ?? '')
      .digest('hex');
    expect(delivery?.headers['x-hub-signature']).toBe(`${algorithm}=${expected}`);
  });

  test('a failed renewal keeps the old secret', async () => {
    const site = await pushingSite();
    let isHonest = true;
    const reader = await subscriber({
      verify: (asked, response) => void response.end(isHonest ? asked.get('hub.challenge') : 'no'),
    });
    await subscribed(site, reader.url, 'tags/a.rss', { 'hub.secret': 'old' });
    isHonest = false;
    const topic = site.topic('tags/a.rss');
    await site.ask({ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.callback': reader.url, 'hub.secret': 'forged' });
    await until(async () => (await site.events())[0]?.what === 'not verified');
    await site.change('New');
    await until(() => reader.delivered.length > 0);
    const [delivery] = reader.delivered;
    const expected = createHmac('sha256', 'old')
      .update(delivery?.body ?? '')
      .digest('hex');
    expect(delivery?.headers['x-hub-signature']).toBe(`sha256=${expected}`);
  });
});

describe('fair', () => {
  test('five hundred subscribers of one topic all get it, each once', { timeout: 30_000 }, async () => {
    const site = await pushingSite();
    const reader = await subscriber();
    for (let place = 0; place < 500; place += 1) {
      const callback = `${reader.url}/${place}`;
      await site.ask({ 'hub.mode': 'subscribe', 'hub.topic': site.topic('tags/a.rss'), 'hub.callback': callback });
    }
    await until(async () => (await site.store.push.countPush()).subscriptions.websub === 500);
    const started = performance.now();
    await site.change('New');
    await until(() => reader.delivered.length >= 500);
    expect(performance.now() - started).toBeLessThan(10_000);
    await until(async () => (await pendingOf(site)) === 0);
    expect(new Set(reader.delivered.map(({ target }) => target)).size).toBe(500);
    expect(reader.delivered).toHaveLength(500);
    expect(site.faults).toEqual([]);
  });

  test('those who hang delay nobody', async () => {
    const site = await pushingSite({ timeoutMs: 10_000 });
    const hanging = await subscriber({ take: () => undefined });
    const reader = await subscriber();
    // On one host all of them, and more than there are quick places.
    for (let place = 0; place < 60; place += 1) {
      const callback = `${hanging.url}/${place}`;
      await site.ask({ 'hub.mode': 'subscribe', 'hub.topic': site.topic('tags/a.rss'), 'hub.callback': callback });
    }
    await until(async () => (await site.store.push.countPush()).subscriptions.websub === 60);
    await subscribed(site, reader.url, 'tags/a.rss');
    const started = performance.now();
    await site.change('New');
    await until(() => reader.delivered.length === 1);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('a callback that answers after its time is a failure, and later again', async () => {
    const site = await pushingSite({ timeoutMs: 150, retryFirstMs: 50 });
    const reader = await subscriber({
      take: (_seen, response, count) => void setTimeout(() => response.end(), count === 1 ? 400 : 0),
    });
    await subscribed(site, reader.url, 'tags/a.rss');
    await site.change('New');
    await until(() => reader.delivered.length === 2);
    expect((await site.events()).find(({ what }) => what === 'failed')?.detail).toBe('no answer within 0.15 seconds');
  });

  test('requests are answered while thousands of deliveries wait', async () => {
    const site = await pushingSite();
    const hanging = await subscriber({ take: () => undefined });
    for (let place = 0; place < 300; place += 1) {
      await site.ask({
        'hub.mode': 'subscribe',
        'hub.topic': site.topic('tags/a.rss'),
        'hub.callback': `${hanging.url}/${place}`,
      });
    }
    await until(async () => (await site.store.push.countPush()).subscriptions.websub === 300);
    await site.change('New');
    await until(() => hanging.delivered.length > 0);
    const started = performance.now();
    for (let turn = 0; turn < 50; turn += 1) expect((await site.get('/tags/a.rss')).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(site.engine.underWay).toBeLessThanOrEqual(128 + 512);
  });
});

describe('the clock', () => {
  test.each([
    ['forward by an hour', 3_600_000],
    ['back by a day', -24 * 3_600_000],
  ])('that is set %s loses no delivery that waits', async (_name, offsetMs) => {
    const site = await pushingSite({ retryFirstMs: 400 });
    const reader = await subscriber({
      take: (_seen, response, count) => void response.writeHead(count < 2 ? 500 : 200).end(),
    });
    await subscribed(site, reader.url, 'tags/a.rss');
    await site.change('New');
    await until(async () => (await site.events())[0]?.what === 'failed');
    site.offsetMs = offsetMs;
    await until(() => reader.delivered.length === 2);
    await site.change('Newer');
    await until(() => reader.delivered.length === 3);
    expect(reader.delivered[2]?.body.toString()).toContain('Newer');
  });
});

describe('other hubs', () => {
  test('are told which feeds changed, in one form, and again when they fail', async () => {
    let isWell = false;
    const hub = await listen((_seen, response) => response.writeHead(isWell ? 204 : 500).end());
    const site = await pushingSite({ hubs: [`${hub.url}/publish?x=1`], retryFirstMs: 200 });
    await site.change('New');
    await until(() => hub.seen.length === 1);
    await site.store.applyChanges(readAll(made('two', { tags: ['C'], title: 'Other' })), site.now());
    isWell = true;
    await until(() => hub.seen.length === 2);
    await until(async () => (await pendingOf(site)) === 0);
    const [first, second] = hub.seen;
    expect(first).toMatchObject({
      method: 'POST',
      target: '/publish?x=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const pathsOf = (body: Uint8Array | undefined) => {
      const form = new URLSearchParams(Buffer.from(body ?? []).toString());
      expect(form.get('hub.mode')).toBe('publish');
      return form.getAll('hub.url').map((url) => url.replace('https://quay.example.org/', ''));
    };
    const formats = (path: string) => ['rss', 'atom', 'json'].map((format) => `${path}.${format}`);
    expect(pathsOf(first?.body)).toEqual(['feed', 'tags/a', 'tags/b'].flatMap(formats));
    expect(pathsOf(second?.body)).toEqual(['feed', 'tags/a', 'tags/b', 'tags/c'].flatMap(formats));
    await pause(QUIET_MS);
    expect(hub.seen).toHaveLength(2);
  });

  test('are told of many terms in several forms', async () => {
    const hub = await listen((_seen, response) => response.writeHead(204).end());
    const site = await pushingSite({ hubs: [hub.url] });
    const articles = Array.from({ length: 25 }, (_, place) =>
      made(`many-${place}`, { tags: Array.from({ length: 10 }, (_none, tag) => `T ${place} ${tag}`) }),
    );
    await site.store.applyChanges(readAll(...articles), site.now());
    await until(() => hub.seen.length === 3);
    await until(async () => (await pendingOf(site)) === 0);
    const urls = hub.seen.flatMap(({ body }) => new URLSearchParams(body.toString()).getAll('hub.url'));
    expect(new Set(urls).size).toBe(251 * 3);
    expect(urls).toHaveLength(251 * 3);
  });
});
