import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { made, NOW, read } from '../store/made-articles.ts';
import { listen, readAnswer, request } from './raw-client.ts';
import { type ServedSite, serveSite } from './served-site.ts';

const GZIP = { 'accept-encoding': 'gzip' };
const HTML = `<p>${'What the tide brought in, and what it took. '.repeat(600)}</p>`;

async function longFeed(): Promise<ServedSite> {
  const site = await serveSite();
  await site.store.applyChanges([read('long.md', made('long', { tags: ['Long'], html: HTML }))], NOW);
  return site;
}

async function get(site: ServedSite, fields: Record<string, string> = GZIP) {
  const response = await site.get('/tags/long.rss', fields);
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, etag: response.headers.get('etag') ?? '', bytes, headers: response.headers };
}

/** Asks until the feed was compressed as a whole, off the path of the requests. */
async function settled(site: ServedSite): Promise<string> {
  for (let turn = 0; turn < 1_000; turn += 1) {
    const { etag } = await get(site);
    if (etag.endsWith('-gzip"')) return etag;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error('it was never compressed as a whole');
}

test('the two forms of gzip say the same and have two strong tags', async () => {
  const site = await longFeed();
  const plain = await get(site, {});
  const joined = await get(site);
  expect(joined.etag).toBe(plain.etag.replace(/"$/, '-gzip0"'));
  expect(joined.headers.get('content-encoding')).toBe('gzip');
  expect(joined.headers.get('content-length')).toBe(String(joined.bytes.byteLength));
  expect(gunzipSync(joined.bytes).equals(plain.bytes)).toBe(true);
  const etag = await settled(site);
  expect(etag).toBe(plain.etag.replace(/"$/, '-gzip"'));
  const whole = await get(site);
  expect(gunzipSync(whole.bytes).equals(plain.bytes)).toBe(true);
  expect(whole.bytes.equals(joined.bytes)).toBe(false);
});

test('a copy of either form is good as long as the feed is the same', async () => {
  const site = await longFeed();
  const joined = (await get(site)).etag;
  const whole = joined.replace('-gzip0"', '-gzip"');
  const ask = (etag: string) => get(site, { ...GZIP, 'if-none-match': etag });
  for (const etag of [joined, whole]) expect(await ask(etag)).toMatchObject({ status: 304, etag });
  await settled(site);
  for (const etag of [joined, whole]) expect(await ask(etag)).toMatchObject({ status: 304, etag });
  expect((await get(site, { ...GZIP, 'if-match': joined })).status).toBe(200);
  expect((await get(site, { ...GZIP, 'if-match': '"other-gzip"' })).status).toBe(412);
  expect((await get(site, { 'accept-encoding': 'br', 'if-none-match': joined })).status).toBe(200);
  await site.store.applyChanges([read('long.md', made('long', { tags: ['Long'], html: `${HTML}!` }))], NOW);
  for (const etag of [joined, whole]) expect((await ask(etag)).status).toBe(200);
});

test('the front and the router answer alike to a copy of either form', async () => {
  const [site, other] = [await longFeed(), await longFeed()];
  await using front = await listen(site, { hot: site.hot });
  await using router = await listen(other);
  const joined = (await get(site)).etag;
  for (const each of [site, other]) await settled(each);
  for (const etag of [joined, joined.replace('-gzip0"', '-gzip"'), '"other-gzip0"']) {
    const bytes = request('GET /tags/long.rss', 'Accept-Encoding: gzip', `If-None-Match: ${etag}`);
    const answers = [readAnswer(await front.send(bytes)), readAnswer(await router.send(bytes))];
    expect(answers[0]?.status).toBe(etag.includes('other') ? 200 : 304);
    const [said, meant] = answers.map(({ status, fields: { date: _date, ...fields }, body }) => ({
      status,
      fields,
      body,
    }));
    expect(said).toEqual(meant);
  }
  expect(site.frontAnswers).toEqual([304, 304, 200]);
});

test('HEAD says what GET says in both forms', async () => {
  const site = await longFeed();
  const { etag } = await get(site);
  const head = await site.ask('HEAD', '/tags/long.rss', GZIP);
  expect([etag, `${etag.slice(0, -2)}"`]).toContain(head.headers.get('etag'));
  const whole = await settled(site);
  expect((await site.ask('HEAD', '/tags/long.rss', GZIP)).headers.get('etag')).toBe(whole);
});
