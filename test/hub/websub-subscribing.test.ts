/** WebSub, §4 and §5: how feeds name their hub, and what a hub does with requests. The names of groups are the spec's. */
import { describe, expect, test } from 'vitest';
import { until } from '../journeys/real-program.ts';
import { at } from '../store/made-articles.ts';
import { type PushingSite, pushingSite, type Wishes } from './pushing-site.ts';
import { echo, type Subscriber, subscribed, subscriber } from './subscriber.ts';

const FEEDS = ['feed.rss', 'tags/a.atom', 'tags/a.json', 'tags/a+c.rss', 'tags/-c.json'];

/** A form that asks for tags/a.rss, with these changes; an empty value leaves a parameter out. */
const formOf = (site: PushingSite, callback: string, changes: Readonly<Record<string, string>> = {}) => {
  const whole = { 'hub.mode': 'subscribe', 'hub.topic': site.topic('tags/a.rss'), 'hub.callback': callback };
  return Object.fromEntries(Object.entries({ ...whole, ...changes }).filter(([, value]) => value !== ''));
};

const subscriptions = (site: PushingSite) => site.store.push.readSubscriptions(1_000);

/** Waits until the hub has said something more about its subscribers than before. */
async function settled(site: PushingSite, events: number): Promise<string | undefined> {
  await until(async () => (await site.events()).length >= events);
  return (await site.events())[0]?.what;
}

async function both(wishes: Wishes = {}): Promise<{ site: PushingSite; reader: Subscriber }> {
  return { site: await pushingSite(wishes), reader: await subscriber() };
}

describe('§4 Discovery', () => {
  test.each(['GET', 'HEAD'])('%s of a feed has Link fields for the hub and for exactly one self', async (method) => {
    const site = await pushingSite();
    for (const path of FEEDS) {
      const answer = await site.get(`/${path}`, method);
      const link = answer.headers.get('link') ?? '';
      expect(link.match(/rel="hub"/g), path).toHaveLength(1);
      expect(link.match(/rel="self"/g), path).toHaveLength(1);
      expect(link).toContain(`<${site.topic('hub')}>; rel="hub"`);
      expect(link).toContain(`<${site.topic(path)}>; rel="self"`);
    }
  });

  test('304 has them, too', async () => {
    const site = await pushingSite();
    const etag = (await site.get('/tags/a.rss')).headers.get('etag') ?? '';
    const headers = { 'if-none-match': etag };
    const answer = await site.fetch(new Request('http://127.0.0.1:3000/tags/a.rss', { headers }));
    expect(answer.status).toBe(304);
    expect(answer.headers.get('link')).toContain(`<${site.topic('hub')}>; rel="hub"`);
  });

  test.each([
    [
      'tags/a.rss',
      (hub: string, self: string) => [`<atom:link href="${hub}" rel="hub"/>`, `<atom:link href="${self}" rel="self"`],
    ],
    [
      'tags/a.atom',
      (hub: string, self: string) => [
        `<link rel="hub" href="${hub}"/>`,
        `<link rel="self" type="application/atom+xml" href="${self}"/>`,
      ],
    ],
    ['tags/a.json', (hub: string, self: string) => [`"url": "${hub}"`, `"type": "WebSub"`, `"feed_url": "${self}"`]],
  ])('the document says the same: %s', async (path, parts) => {
    const site = await pushingSite();
    const text = await (await site.get(`/${path}`)).text();
    for (const part of parts(site.topic('hub'), site.topic(path))) expect(text).toContain(part);
    expect(text.match(/"WebSub"|rel="hub"/g)).toHaveLength(1);
  });

  test.each(['/feed.rss?limit=1', '/tags/a/archive/first.rss'])('what is no topic names no hub: %s', async (path) => {
    const site = await pushingSite();
    const answer = await site.get(path);
    expect(answer.headers.get('link') ?? '').not.toContain('rel="hub"');
    expect(await answer.text()).not.toMatch(/rel="hub"/);
  });

  test('with a base path the hub stands below it', async () => {
    const { site, reader } = await both({ site: { baseUrl: 'https://quay.example.org/feeds/' } });
    expect((await site.get('/feeds/tags/a.rss')).headers.get('link')).toContain(
      '<https://quay.example.org/feeds/hub>; rel="hub"',
    );
    const body = new URLSearchParams(formOf(site, reader.url)).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const path of ['/feeds/hub', '/hub']) {
      const request = new Request(`http://127.0.0.1:3000${path}`, { method: 'POST', headers, body });
      expect((await site.fetch(request)).status, path).toBe(202);
    }
  });

  test('other hubs are named by the feeds of everything and of one term, and by no others', async () => {
    const site = await pushingSite({ site: { otherHubs: ['https://hub.example/'] } });
    for (const [path, isNamed] of [
      ['feed.json', true],
      ['tags/a.rss', true],
      ['tags/a+c.rss', false],
    ] as const) {
      const answer = await site.get(`/${path}`);
      expect(answer.headers.get('link')?.includes('<https://hub.example/>; rel="hub"'), path).toBe(isNamed);
      expect((await answer.text()).includes('https://hub.example/'), path).toBe(isNamed);
    }
  });

  test('a site without a hub names none, and has none', async () => {
    const site = await pushingSite({ site: { hasHub: false } });
    const answer = await site.get('/tags/a.rss');
    expect(`${answer.headers.get('link')} ${await answer.text()}`).not.toContain('hub');
  });
});

describe('§5.1 Subscriber Sends Subscription Request', () => {
  test.each<[string, Readonly<Record<string, string>>, number, RegExp]>([
    ['no mode', { 'hub.mode': '' }, 400, /hub\.mode is missing/],
    ['an unknown mode', { 'hub.mode': 'follow' }, 400, /hub\.mode is "follow"/],
    ['no callback', { 'hub.callback': '' }, 400, /hub\.callback is missing/],
    ['a callback that is none', { 'hub.callback': 'reader' }, 400, /"reader" is no web address/],
    ['a callback with a user', { 'hub.callback': 'http://a:b@reader.example/' }, 400, /is no web address/],
    ['no topic', { 'hub.topic': '' }, 400, /hub\.topic is missing/],
    ['a lease that is none', { 'hub.lease_seconds': 'soon' }, 400, /hub\.lease_seconds is "soon"/],
    ['a negative lease', { 'hub.lease_seconds': '-1' }, 400, /hub\.lease_seconds is "-1"/],
    ['a secret of 200 bytes', { 'hub.secret': 'x'.repeat(200) }, 400, /200 bytes long/],
    ['a secret of 100 signs and 200 bytes', { 'hub.secret': 'ä'.repeat(100) }, 400, /200 bytes long/],
    [
      'a topic of elsewhere',
      { 'hub.topic': 'https://elsewhere.example/feed.rss' },
      404,
      /"https:.*" is another|is not here/,
    ],
    ['a page', { 'hub.topic': 'https://quay.example.org/tags/a' }, 404, /is no feed of this site/],
    ['an unknown tag', { 'hub.topic': 'https://quay.example.org/tags/zz.rss' }, 404, /is no feed of this site/],
    [
      'an archive',
      { 'hub.topic': 'https://quay.example.org/tags/a/archive/first.rss' },
      404,
      /is no feed of this site/,
    ],
    [
      'another spelling',
      { 'hub.topic': 'https://quay.example.org/tags/A.rss' },
      404,
      /its self, https:\/\/quay\.example\.org\/tags\/a\.rss$/m,
    ],
    [
      'algebra in another order',
      { 'hub.topic': 'https://quay.example.org/tags/c+a.rss' },
      404,
      /its self, https:\/\/quay\.example\.org\/tags\/a\+c\.rss$/m,
    ],
    [
      'the address of another program',
      { 'hub.topic': 'https://quay.example.org/tag/a/feed/' },
      404,
      /its self, https:\/\/quay\.example\.org\/tags\/a\.rss$/m,
    ],
    [
      'parameters',
      { 'hub.topic': 'https://quay.example.org/feed.rss?limit=1' },
      404,
      /its self, https:\/\/quay\.example\.org\/feed\.rss$/m,
    ],
    [
      'another host that leads here',
      { 'hub.topic': 'http://127.0.0.1:3000/feed.rss' },
      404,
      /its self, https:\/\/quay\.example\.org\/feed\.rss$/m,
    ],
  ])('is refused with its reason as plain text, and asks nobody: %s', async (_name, changes, status, reason) => {
    const { site, reader } = await both();
    const answer = await site.ask(formOf(site, `${reader.url}/cb`, changes));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await answer.text()).toMatch(reason);
    expect(await site.store.push.countPush()).toMatchObject({ verifications: 0 });
  });

  test.each(['hub.mode', 'hub.callback', 'hub.topic', 'hub.secret', 'hub.lease_seconds'])(
    'is refused with two of one parameter: %s',
    async (name) => {
      const { site, reader } = await both();
      const form = new URLSearchParams(formOf(site, reader.url, { 'hub.secret': 's', 'hub.lease_seconds': '60' }));
      form.append(name, form.get(name) ?? '');
      const answer = await site.ask(form.toString());
      expect([answer.status, await answer.text()]).toEqual([400, `${name} is given more than once\n`]);
    },
  );

  test('must be a form of a size that makes sense', async () => {
    const { site, reader } = await both();
    const form = formOf(site, reader.url);
    expect((await site.ask(JSON.stringify(form), { 'content-type': 'application/json' })).status).toBe(415);
    expect((await site.ask({ ...form, padding: 'x'.repeat(70_000) })).status).toBe(413);
    const charset = { 'content-type': 'Application/X-WWW-Form-URLEncoded; charset=UTF-8' };
    expect((await site.ask(form, charset)).status).toBe(202);
  });

  test('ignores parameters that it does not know', async () => {
    const { site, reader } = await both();
    await subscribed(site, reader.url, 'tags/a.rss', { 'hub.verify': 'sync', 'hub.foo': 'bar', other: 'x' });
  });

  test('takes secrets up to 199 bytes', async () => {
    const { site, reader } = await both();
    const secret = `x${'ä'.repeat(99)}`;
    await subscribed(site, reader.url, 'tags/a.rss', { 'hub.secret': secret });
    expect((await subscriptions(site))[0]?.secret).toBe(secret);
  });

  test('is possible for every selection and format', async () => {
    const { site, reader } = await both();
    for (const path of FEEDS) await subscribed(site, reader.url, path);
    expect((await subscriptions(site)).map(({ topic }) => topic).toSorted()).toEqual(FEEDS.toSorted());
  });

  test('hub.mode=publish, whoever sends it, changes and sends nothing', async () => {
    const { site, reader } = await both();
    await subscribed(site, reader.url, 'tags/a.rss');
    const answer = await site.ask({
      'hub.mode': 'publish',
      'hub.url': site.topic('tags/a.rss'),
      'hub.topic': site.topic('tags/a.rss'),
    });
    expect(answer.status).toBe(204);
    await site.change('New');
    await until(() => reader.delivered.length > 0);
    expect(reader.delivered).toHaveLength(1);
  });

  test.each(['PUT', 'DELETE', 'PATCH'])('is a POST: %s is not allowed', async (method) => {
    const site = await pushingSite();
    const answer = await site.get('/hub', method);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
  });

  test('GET tells people what this is', async () => {
    const site = await pushingSite();
    expect(await (await site.get('/hub')).text()).toContain(
      'This is the WebSub hub of the feeds of https://quay.example.org/',
    );
  });
});

describe('§5.1.1 Subscription Parameter Details', () => {
  test.each([
    '/cb?a=%20b+c&d=%7E',
    '/cb?hub.mode=mine&hub.topic=x&hub.challenge=y',
    `/cb?q='&&=&empty=`,
    '/a%2Fb/../c?x',
    '/?',
  ])('the query of a callback is kept byte for byte: %s', async (target) => {
    const { site, reader } = await both();
    await subscribed(site, `${reader.url}${target}`, 'tags/a.rss');
    const [asked] = reader.seen;
    expect(asked?.target.startsWith(target)).toBe(true);
    expect(asked?.target.slice(target.length)).toMatch(/^[?&]?hub\.mode=subscribe&hub\.topic=/);
    await site.change('New');
    await until(() => reader.delivered.length > 0);
    expect(reader.delivered[0]?.target).toBe(target);
  });

  test.each([
    ['none', undefined, 600],
    ['a fitting one', '1234', 1234],
    ['one that is too short', '5', 60],
    ['none at all', '0', 60],
    ['one that is too long', '999999999999', 6_000],
  ])('the lease that is granted is the one that is said and kept, asked for %s', async (_name, asked, granted) => {
    const { site, reader } = await both({ lease: { byDefault: 600, least: 60, most: 6_000 } });
    await subscribed(site, reader.url, 'tags/a.rss', asked === undefined ? {} : { 'hub.lease_seconds': asked });
    expect(reader.asked[0]?.get('hub.lease_seconds')).toBe(String(granted));
    const [subscription] = await subscriptions(site);
    const leaseMs = (subscription?.leaseUntil ?? 0) - (subscription?.subscribedAt ?? 0);
    expect(leaseMs).toBe(granted * 1000);
  });

  test('topic and callback together are the key', async () => {
    const { site, reader } = await both();
    await subscribed(site, `${reader.url}/1`, 'tags/a.rss');
    await subscribed(site, `${reader.url}/2`, 'tags/a.rss');
    await subscribed(site, `${reader.url}/1`, 'tags/b.rss');
    await subscribed(site, `${reader.url}/1`, 'tags/a.rss');
    expect(await subscriptions(site)).toHaveLength(3);
  });

  test('a subscription that is made again has the new secret and lease; the old secret can be dropped', async () => {
    const { site, reader } = await both();
    await subscribed(site, reader.url, 'tags/a.rss', { 'hub.secret': 'one' });
    await subscribed(site, reader.url, 'tags/a.rss', { 'hub.secret': 'two', 'hub.lease_seconds': '100' });
    expect(await subscriptions(site)).toMatchObject([{ secret: 'two' }]);
    await subscribed(site, reader.url, 'tags/a.rss');
    expect(await subscriptions(site)).toMatchObject([{ secret: undefined }]);
    await site.change('New');
    await until(() => reader.delivered.length > 0);
    expect(reader.delivered[0]?.headers['x-hub-signature']).toBeUndefined();
  });
});

describe('§5.1.2 Subscription Response Details', () => {
  test('202 comes before the callback has answered, and whatever it will say', async () => {
    const site = await pushingSite();
    const silent = await subscriber({ verify: () => undefined });
    expect((await site.ask(formOf(site, silent.url))).status).toBe(202);
    const nowhere = await site.ask(formOf(site, 'http://127.0.0.1:1/'));
    expect([nowhere.status, nowhere.headers.get('content-type')]).toEqual([202, 'text/plain; charset=utf-8']);
    expect(await subscriptions(site)).toEqual([]);
  });
});

describe('§5.2 Subscription Validation', () => {
  test('who cannot have it after all is told so: hub.mode=denied, with the topic and the reason', async () => {
    const { site, reader } = await both({ maxSubscriptions: 1 });
    const late = await subscriber();
    // The place is taken while the request waits.
    await site.store.push.keepVerification(
      {
        protocol: 'websub',
        mode: 'subscribe',
        topic: 'tags/a.rss',
        callback: `${late.url}/cb?keep=1`,
        host: '127.0.0.1',
        secret: undefined,
        leaseSeconds: 60,
        reason: '',
      },
      at(new Date(site.now() + 60_000).toISOString()),
    );
    await subscribed(site, reader.url, 'tags/a.rss');
    expect((await site.ask(formOf(site, late.url))).status).toBe(503);
    site.offsetMs = 60_001;
    site.engine.wake();
    await until(() => late.asked.length === 1);
    expect(Object.fromEntries(late.asked[0] ?? [])).toEqual({
      keep: '1',
      'hub.mode': 'denied',
      'hub.topic': site.topic('tags/a.rss'),
      'hub.reason': 'this hub has 1 subscriptions and takes no more',
    });
    await until(async () => (await site.events()).some(({ what }) => what === 'denied'));
  });
});

describe('§5.3 Hub Verifies Intent of the Subscriber', () => {
  test('by GET with mode, topic, a random challenge and the lease', async () => {
    const { site, reader } = await both();
    await subscribed(site, `${reader.url}/cb`, 'tags/a.rss');
    await subscribed(site, `${reader.url}/cb`, 'tags/b.rss');
    const [first, second] = reader.asked;
    expect(Object.fromEntries(first ?? [])).toEqual({
      'hub.mode': 'subscribe',
      'hub.topic': site.topic('tags/a.rss'),
      'hub.challenge': expect.stringMatching(/.{12,}/),
      'hub.lease_seconds': '864000',
    });
    expect(first?.get('hub.challenge')).not.toBe(second?.get('hub.challenge'));
  });

  test.each([200, 201, 202, 299])('any 2xx with the challenge confirms: %i', async (status) => {
    const site = await pushingSite();
    const reader = await subscriber({
      verify: (parameters, response) => void response.writeHead(status).end(parameters.get('hub.challenge')),
    });
    await subscribed(site, reader.url, 'tags/a.rss');
  });
});

/** Answers to a verification that do not confirm it. */
const NOT_MEANT: [string, (challenge: string, response: Parameters<typeof echo>[1]) => void][] = [
  ['another text', (_challenge, response) => void response.end('yes')],
  ['nothing', (_challenge, response) => void response.end()],
  ['204', (_challenge, response) => void response.writeHead(204).end()],
  ['a line end after it', (challenge, response) => void response.end(`${challenge}\n`)],
  ['a blank before it', (challenge, response) => void response.end(` ${challenge}`)],
  ['quotation marks around it', (challenge, response) => void response.end(JSON.stringify(challenge))],
  ['another case', (challenge, response) => void response.end(challenge.toUpperCase())],
  ['it, and a megabyte', (challenge, response) => void response.end(challenge + ' '.repeat(1_000_000))],
  ['301', (challenge, response) => void response.writeHead(301, { location: '/elsewhere' }).end(challenge)],
  [
    '302 to where it is echoed',
    (challenge, response) => void response.writeHead(302, { location: `/echo?hub.challenge=${challenge}` }).end(),
  ],
  ['304', (_challenge, response) => void response.writeHead(304).end()],
  ['404', (challenge, response) => void response.writeHead(404).end(challenge)],
  ['410', (challenge, response) => void response.writeHead(410).end(challenge)],
  ['500', (challenge, response) => void response.writeHead(500).end(challenge)],
  ['a broken connection', (_challenge, response) => void response.destroy()],
  ['silence', () => undefined],
];

describe('§5.3.1 Verification Details', () => {
  test.each(NOT_MEANT)('a subscription is not made when the answer is %s', async (_name, answer) => {
    const site = await pushingSite({ timeoutMs: 300 });
    const reader = await subscriber({
      verify: (asked, response) => answer(asked.get('hub.challenge') ?? '', response),
    });
    await site.ask(formOf(site, reader.url));
    expect(await settled(site, 1)).toBe('not verified');
    expect(await subscriptions(site)).toEqual([]);
    expect(reader.seen).toHaveLength(1);
    await site.change('New');
    expect(await site.store.push.countPush()).toMatchObject({ pending: 0 });
  });

  test.each(NOT_MEANT)(
    'a renewal and an unsubscription change nothing when the answer is %s',
    async (_name, answer) => {
      const site = await pushingSite({ timeoutMs: 300 });
      let isHonest = true;
      const reader = await subscriber({
        verify: (asked, response) => {
          if (isHonest) echo(asked, response);
          else answer(asked.get('hub.challenge') ?? '', response);
        },
      });
      await subscribed(site, reader.url, 'tags/a.rss', { 'hub.secret': 'kept', 'hub.lease_seconds': '5000' });
      const before = await subscriptions(site);
      isHonest = false;
      await site.ask(formOf(site, reader.url, { 'hub.secret': 'forged', 'hub.lease_seconds': '60' }));
      expect(await settled(site, 2)).toBe('not verified');
      await site.ask(formOf(site, reader.url, { 'hub.mode': 'unsubscribe' }));
      expect(await settled(site, 3)).toBe('not verified');
      expect(await subscriptions(site)).toEqual(before);
    },
  );

  test('an unsubscription that is confirmed ends it, with the same query string', async () => {
    const { site, reader } = await both();
    const callback = `${reader.url}/cb?id=%20`;
    await subscribed(site, callback, 'tags/a.rss');
    await subscribed(site, callback, 'tags/b.rss');
    await site.ask(formOf(site, callback, { 'hub.mode': 'unsubscribe' }));
    expect(await settled(site, 3)).toBe('unsubscribed');
    expect((await subscriptions(site)).map(({ topic }) => topic)).toEqual(['tags/b.rss']);
    const last = reader.asked.at(-1);
    expect(last?.get('hub.mode')).toBe('unsubscribe');
    expect(last?.get('hub.topic')).toBe(site.topic('tags/a.rss'));
    expect(reader.seen.at(-1)?.target.startsWith('/cb?id=%20&hub.mode=unsubscribe')).toBe(true);
    await site.change('New');
    await until(() => reader.delivered.length > 0);
    expect(reader.delivered).toHaveLength(1);
  });

  test('requests of many at once all come to pass', async () => {
    const { site, reader } = await both();
    const callbacks = Array.from({ length: 60 }, (_, place) => `${reader.url}/${place}`);
    await Promise.all(callbacks.map((callback) => site.ask(formOf(site, callback))));
    await settled(site, 60);
    const leaving = callbacks.slice(0, 30);
    const coming = Array.from({ length: 30 }, (_, place) => `${reader.url}/new/${place}`);
    await Promise.all([
      ...leaving.map((callback) => site.ask(formOf(site, callback, { 'hub.mode': 'unsubscribe' }))),
      ...coming.map((callback) => site.ask(formOf(site, callback))),
    ]);
    await settled(site, 120);
    const left = (await subscriptions(site)).map(({ callback }) => callback);
    expect(left.toSorted()).toEqual([...callbacks.slice(30), ...coming].toSorted());
    expect(site.faults).toEqual([]);
  });

  test('of many requests for one topic and callback, at most two are asked about, and the last one holds', async () => {
    const site = await pushingSite();
    const held: (() => void)[] = [];
    const reader = await subscriber({ verify: (asked, response) => void held.push(() => echo(asked, response)) });
    await site.ask(formOf(site, reader.url, { 'hub.secret': 'secret-0' }));
    await until(() => held.length === 1);
    for (let turn = 1; turn <= 20; turn += 1)
      await site.ask(formOf(site, reader.url, { 'hub.secret': `secret-${turn}` }));
    expect(await site.store.push.countPush()).toMatchObject({ verifications: 2 });
    held.shift()?.();
    await until(() => held.length === 1);
    held.shift()?.();
    await settled(site, 2);
    expect(reader.asked).toHaveLength(2);
    expect((await subscriptions(site)).map(({ secret }) => secret)).toEqual(['secret-20']);
  });
});

describe('fair and safe', () => {
  test.each([
    'http://127.0.0.2/cb',
    'http://127.2/cb',
    'http://0x7f.2/cb',
    'http://0x7f000002/cb',
    'http://2130706434/cb',
    'http://0177.0.0.2/cb',
    'http://[::ffff:127.0.0.2]/cb',
    'http://[::1]/cb',
    'http://0.0.0.0/cb',
    'http://10.0.0.1/cb',
    'http://169.254.169.254/latest/meta-data',
    'http://[fe80::1]/cb',
    'http://[fd00::1]/cb',
    'http://224.0.0.1/cb',
  ])('a callback that is not public is refused at once: %s', async (callback) => {
    const site = await pushingSite();
    const answer = await site.ask(formOf(site, callback));
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('is not a public address')]);
  });

  test('caps hold, in all and by host; a renewal is always possible', async () => {
    const { site, reader } = await both({ maxPerHost: 2 });
    await subscribed(site, `${reader.url}/1`, 'tags/a.rss');
    await subscribed(site, `${reader.url}/2`, 'tags/a.rss');
    const third = await site.ask(formOf(site, `${reader.url}/3`));
    expect([third.status, await third.text()]).toEqual([
      503,
      '127.0.0.1 has 2 subscriptions here and cannot have more\n',
    ]);
    expect(third.headers.get('retry-after')).not.toBeNull();
    await subscribed(site, `${reader.url}/2`, 'tags/a.rss');
  });

  test('one address may send so many requests a minute', async () => {
    const { site, reader } = await both({ requestsPerMinute: 3 });
    const statuses = [];
    for (let turn = 0; turn < 5; turn += 1) statuses.push((await site.ask(formOf(site, reader.url))).status);
    expect(statuses).toEqual([202, 202, 202, 429, 429]);
    site.offsetMs = 61_000;
    expect((await site.ask(formOf(site, reader.url))).status).toBe(202);
  });

  test('nobody can make us ask one host more often than so many times a minute; the others wait and are not lost', async () => {
    const { site, reader } = await both({ verificationsPerMinute: 5 });
    for (let place = 0; place < 12; place += 1) await site.ask(formOf(site, `${reader.url}/${place}`));
    await settled(site, 5);
    await site.engine.keep({
      protocol: 'websub',
      mode: 'subscribe',
      topic: 'tags/a.rss',
      callback: 'http://127.0.0.1:1/',
      host: 'elsewhere',
      secret: undefined,
      leaseSeconds: 60,
      reason: '',
    });
    expect(await settled(site, 6)).toBe('not verified');
    expect(reader.asked).toHaveLength(5);
    site.offsetMs = 61_000;
    site.engine.wake();
    await settled(site, 11);
    expect(reader.asked).toHaveLength(10);
    site.offsetMs = 122_000;
    site.engine.wake();
    await settled(site, 13);
    expect(await subscriptions(site)).toHaveLength(12);
  });
});
