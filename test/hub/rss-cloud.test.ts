import { describe, expect, onTestFinished, test } from 'vitest';
import { createHttpServer } from '../../src/http/server.ts';
import { LATER } from '../http/served-site.ts';
import { until } from '../journeys/real-program.ts';
import { type PushingSite, pushingSite } from './pushing-site.ts';
import { subscriber } from './subscriber.ts';

type Form = Readonly<Record<string, string>>;

/** A site on a real port, since who names no domain is called at the address that it comes from. */
async function cloudSite(wishes: Parameters<typeof pushingSite>[0] = {}) {
  const site = await pushingSite(wishes);
  const server = createHttpServer(site.fetch, { now: () => LATER });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const ask = async (form: Form, headers: Form = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}/rsscloud/pleaseNotify`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(form).toString(),
    });
  return { site, ask };
}

const echoChallenge = (parameters: URLSearchParams, response: { end: (text: string) => void }): void =>
  response.end(parameters.get('challenge') ?? '');
const formFor = (site: PushingSite, port: number, more: Form = {}): Form => ({
  port: String(port),
  path: '/rss/notify',
  protocol: 'http-post',
  registerProcedure: '',
  url1: site.topic('tags/a.rss'),
  ...more,
});
const subscriptions = async ({ store }: PushingSite) => store.push.readSubscriptions(10);
const urlIn = (body: Buffer | undefined): string | null => new URLSearchParams(body?.toString()).get('url');

describe('who names no domain', () => {
  test('is called at its own address with a notice, and then at each change', async () => {
    const handler = await subscriber();
    const { site, ask } = await cloudSite();
    const answer = await ask(formFor(site, handler.port));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(await answer.text()).toMatch(/^<\?xml version="1\.0"\?>\n<notifyResult success="true" msg="[^"]+"\/>\n$/);
    expect(handler.delivered).toHaveLength(1);
    await site.change('News');
    await until(() => handler.delivered.length === 2);
    for (const { method, target, headers, body } of handler.delivered) {
      expect([method, target, headers['content-type']]).toEqual([
        'POST',
        '/rss/notify',
        'application/x-www-form-urlencoded',
      ]);
      expect(urlIn(body)).toBe(site.topic('tags/a.rss'));
    }
  });

  test('is not subscribed when it does not take the first notice', async () => {
    const handler = await subscriber({ take: (_seen, response) => void response.writeHead(404).end() });
    const { site, ask } = await cloudSite();
    expect(await (await ask(formFor(site, handler.port))).text()).toContain('success="false"');
    expect(await subscriptions(site)).toEqual([]);
  });
});

describe('who names a domain', () => {
  test('is challenged, and not sent a notice before a change', async () => {
    const handler = await subscriber({ verify: echoChallenge });
    const { site, ask } = await cloudSite();
    expect(await (await ask(formFor(site, handler.port, { domain: '127.0.0.1' }))).text()).toContain('success="true"');
    expect(handler.asked.map((asked) => [asked.get('url'), asked.get('challenge')?.length])).toEqual([
      [site.topic('tags/a.rss'), expect.any(Number)],
    ]);
    expect(handler.delivered).toEqual([]);
    await site.change('News');
    await until(() => handler.delivered.length === 1);
    expect(urlIn(handler.delivered[0]?.body)).toBe(site.topic('tags/a.rss'));
  });

  test.each<[string, NonNullable<Parameters<typeof subscriber>[0]>['verify']]>([
    ['something else', (_parameters, response) => void response.end('something else')],
    ['the challenge with 500', (parameters, response) => void response.writeHead(500).end(parameters.get('challenge'))],
    ['a redirect', (_parameters, response) => void response.writeHead(302, { location: '/' }).end()],
  ])('is not subscribed when it answers %s', async (_name, verify) => {
    const handler = await subscriber({ ...(verify && { verify }) });
    const { site, ask } = await cloudSite();
    expect(await (await ask(formFor(site, handler.port, { domain: '127.0.0.1' }))).text()).toContain('success="false"');
    expect(await subscriptions(site)).toEqual([]);
  });

  test('may not name an address of the house', async () => {
    const handler = await subscriber({ verify: echoChallenge, host: '127.0.0.2' });
    const { site, ask } = await cloudSite();
    const text = await (await ask(formFor(site, handler.port, { domain: '127.0.0.2' }))).text();
    expect(text).toContain('is not a public address');
    expect(handler.seen).toEqual([]);
  });
});

describe('a form', () => {
  test('may name several feeds, and calls the handler once', async () => {
    const handler = await subscriber({ verify: echoChallenge });
    const { site, ask } = await cloudSite();
    const feeds = { url2: site.topic('feed.rss'), url3: site.topic('tags/c.rss'), domain: '127.0.0.1' };
    await ask(formFor(site, handler.port, feeds));
    expect((await subscriptions(site)).map(({ topic }) => topic).sort()).toEqual([
      'feed.rss',
      'tags/a.rss',
      'tags/c.rss',
    ]);
    expect(handler.asked).toHaveLength(1);
    await site.change('News');
    await until(() => handler.delivered.length === 2);
    expect(handler.delivered.map(({ body }) => urlIn(body)).sort()).toEqual([
      site.topic('feed.rss'),
      site.topic('tags/a.rss'),
    ]);
  });

  test('is answered in JSON when that is asked for', async () => {
    const handler = await subscriber();
    const { site, ask } = await cloudSite();
    const answer = await ask(formFor(site, handler.port), { accept: 'application/json' });
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toEqual({ success: true, msg: expect.stringContaining('25 hours') });
  });

  test.each<[string, Form, string]>([
    ['without a port', { port: '' }, 'port is missing'],
    ['with a port that is none', { port: '70000' }, '70000'],
    ['without a path', { path: '' }, 'path is missing'],
    ['with a path that begins with no slash', { path: 'notify' }, 'slash'],
    ['without a feed', { url1: '' }, 'url1 is missing'],
    ['with a feed of another site', { url1: 'https://elsewhere.example.org/tags/a.rss' }, 'is no feed of'],
    ['with a tag that never was', { url1: 'https://quay.example.org/tags/nowhere.rss' }, 'is no feed of'],
    ['that wants XML-RPC', { protocol: 'xml-rpc' }, 'http-post'],
    ['with a domain that is none', { domain: 'a b"<' }, 'name of a host'],
    ['with a domain and more', { domain: 'reader.example.org/elsewhere?' }, 'name of a host'],
    ['with a port in the domain', { domain: 'reader.example.org:80' }, 'is no web address'],
  ])('%s is told why not', async (_name, more, reason) => {
    const { site, ask } = await cloudSite();
    const answer = await ask({ ...formFor(site, 9, more) });
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain('success="false"');
    expect(text).toContain(reason);
  });

  test('of another type, or sent by another method, is told which one', async () => {
    const { ask } = await cloudSite();
    expect((await ask({}, { 'content-type': 'application/json' })).status).toBe(415);
    const site = await pushingSite();
    expect((await site.get('/rsscloud/pleasenotify')).status).toBe(200);
    expect((await site.get('/rsscloud/pleasenotify', 'DELETE')).status).toBe(405);
  });
});

test('a subscription ends after 25 hours, unless it is renewed', async () => {
  const handler = await subscriber();
  const { site, ask } = await cloudSite();
  await ask(formFor(site, handler.port));
  const [one] = await subscriptions(site);
  expect((one?.leaseUntil ?? 0) - (one?.subscribedAt ?? 0)).toBe(25 * 60 * 60 * 1000);
  site.offsetMs = 24 * 60 * 60 * 1000;
  await ask(formFor(site, handler.port));
  site.offsetMs = 48 * 60 * 60 * 1000;
  await site.change('Still there');
  await until(() => handler.delivered.length === 3);
  site.offsetMs = 50 * 60 * 60 * 1000;
  site.engine.wake();
  await until(async () => (await subscriptions(site)).length === 0);
});

test('one host is not called more often than it may be', async () => {
  const handler = await subscriber();
  const { site, ask } = await cloudSite({ verificationsPerMinute: 2 });
  const answers = await Promise.all([1, 2, 3].map(() => ask(formFor(site, handler.port))));
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(texts.filter((text) => text.includes('too often'))).toHaveLength(1);
});

test('RSS names the cloud, below the path of the base address, and only with the hub', async () => {
  const secure = await pushingSite({ site: { baseUrl: 'https://quay.example.org/news/' } });
  expect(await (await secure.get('/tags/a.rss')).text()).toContain(
    '<cloud domain="quay.example.org" port="443" path="/news/rsscloud/pleasenotify" registerProcedure="" protocol="http-post"/>',
  );
  const without = await pushingSite({ site: { hasHub: false } });
  expect(await (await without.get('/tags/a.rss')).text()).not.toContain('<cloud');
  expect(await (await secure.get('/tags/a.rss?limit=1')).text()).not.toContain('<cloud');
});
