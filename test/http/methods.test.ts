import { beforeAll, describe, expect, test } from 'vitest';
import { OWN } from './own-addresses.ts';
import { fieldsOf, type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite();
});

const HABITS = ['/feed/', '/rss', '/index.xml', '/tag/tides/feed/', '/feed/by_tag/tides.xml', '/author/mira-holt/rss/'];
const ALLOW = 'GET, HEAD, OPTIONS';

describe.each([...OWN, ...HABITS, '/TAGS/Tides.rss/', '/?format=rss'])('%s', (path) => {
  test('allows GET, HEAD and OPTIONS, and says so', async () => {
    const options = await site.ask('OPTIONS', path, {
      origin: 'https://reader.example',
      'access-control-request-method': 'GET',
    });
    expect([options.status, options.body]).toEqual([204, null]);
    expect(fieldsOf(options)).toMatchObject({
      allow: ALLOW,
      'access-control-allow-origin': '*',
      'access-control-allow-methods': ALLOW,
      'access-control-allow-headers': expect.stringContaining('If-None-Match'),
    });
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'QUERY', 'get', 'Brew']) {
      const answer = await site.ask(method, path, { 'x-http-method-override': 'GET' });
      if (method === 'get') expect(answer.status, 'Request writes it large').toBeLessThan(400);
      else expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, ALLOW]);
    }
  });

  test('HEAD says what GET says', async () => {
    const get = await site.ask('GET', path);
    const head = await site.ask('HEAD', path);
    expect([head.status, fieldsOf(head), head.body]).toEqual([get.status, fieldsOf(get), null]);
  });
});

test('HEAD of nothing says what GET of nothing says', async () => {
  for (const path of ['/tags/unicorns.rss', '/nothing', '/tags/a+.rss', '/tags/%zz', `/${'x'.repeat(9_000)}`]) {
    const get = await site.ask('GET', path);
    const head = await site.ask('HEAD', path);
    expect([head.status, fieldsOf(head)]).toEqual([get.status, fieldsOf(get)]);
  }
});

test('where nothing is, no method finds anything', async () => {
  for (const method of ['POST', 'OPTIONS', 'DELETE', 'Brew'])
    expect((await site.ask(method, '/nothing')).status).toBe(404);
});
