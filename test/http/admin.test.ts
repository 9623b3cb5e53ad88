import { describe, expect, test } from 'vitest';
import { NOW } from '../store/made-articles.ts';
import { type ServedSite, serveSite } from './served-site.ts';

const TOKEN = 'a-token-of-some-length:with-a-colon';
const basic = (password: string): string => `Basic ${Buffer.from(`ada:${password}`).toString('base64')}`;
const asked = (site: ServedSite, authorization: string) => site.get('/admin/hub', { authorization });
const adminSite = (): Promise<ServedSite> => serveSite({}, undefined, { adminToken: TOKEN });

describe('the page for operators', () => {
  test.each([
    ['the token as a password', basic(TOKEN), 200],
    ['the token as a bearer', `Bearer ${TOKEN}`, 200],
    ['another scheme', `Digest ${TOKEN}`, 401],
    ['another password', basic('a-token-of-some-length'), 401],
    ['nothing after the scheme', 'Bearer', 401],
    ['the name in place of the password', `Basic ${Buffer.from(`${TOKEN}`).toString('base64')}`, 401],
  ])('with %s answers %s %i', async (_name, authorization, status) => {
    expect((await asked(await adminSite(), authorization)).status).toBe(status);
  });

  test('asks for the token, and is never kept', async () => {
    const site = await adminSite();
    const answer = await site.get('/admin/hub');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([401, 'no-store']);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm="Tagwire"/);
    expect((await asked(site, basic(TOKEN))).headers.get('cache-control')).toBe('no-store');
  });

  test('is nowhere without the setting', async () => {
    expect((await asked(await serveSite(), basic(TOKEN))).status).toBe(404);
  });

  test('lets nobody guess for long, and the right one in a minute later', async () => {
    const site = await adminSite();
    const statuses: number[] = [];
    for (let guess = 0; guess < 7; guess += 1) statuses.push((await asked(site, basic(`guess-${guess}`))).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect((await asked(site, basic(TOKEN))).status).toBe(429);
    site.clock = NOW;
    expect((await asked(site, basic(TOKEN))).status).toBe(200);
  });

  test('tells who subscribes, and no secret', async () => {
    const site = await adminSite();
    const callback = 'https://reader.example.org/callback/capability-77';
    const wanted = { topic: 'tags/tides.json', callback, host: 'reader.example.org', secret: 'correct horse' };
    await site.store.push.keepStanding('webhook', [wanted], NOW);
    const [delivery] = await (async () => {
      const [topic] = await site.store.push.readStaleTopics(1);
      if (topic !== undefined) await site.store.push.queueDeliveries(topic, '"new"', NOW);
      return site.store.push.claimDeliveries(NOW, 1, []);
    })();
    if (delivery === undefined) throw new Error('nothing was queued');
    const end = { kind: 'given up', status: 503, reason: `no answer of ${callback}` } as const;
    await site.store.push.settleDeliveries([{ delivery, end, at: NOW, tookMs: 5 }]);
    const page = await (await asked(site, basic(TOKEN))).text();
    expect(page).toContain('webhook: /tags/tides.json to https://reader.example.org/…');
    expect(page).toContain('given up, webhook, /tags/tides.json to https://reader.example.org/…, status 503');
    expect(page).not.toMatch(/correct horse|capability-77/);
  });
});
