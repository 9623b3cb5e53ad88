import { describe, expect, test } from 'vitest';
import { PageMemory } from '../../src/http/page-memory.ts';
import { made, NOW, readAll } from '../store/made-articles.ts';
import { serveSite } from './served-site.ts';

describe('a page of the whole site', () => {
  test.each(['/tags.json', '/feeds.opml', '/tags', '/sections', '/sitemap.xml', '/sitemaps/2026-04.xml', '/'])(
    '%s is made once, in whatever coding and however often it is asked for, until something changes',
    async (path) => {
      const site = await serveSite();
      const bodies = await Promise.all([1, 2, 3].map(async () => (await site.get(path)).text()));
      await site.get(path, { 'accept-encoding': 'gzip' });
      expect(new Set(bodies).size).toBe(1);
      expect(site.pages.renders).toBe(1);
      await site.store.applyChanges(readAll(made('buoy', { tags: ['Buoys'], on: '2026-04-09T08:00:00Z' })), NOW);
      expect(await (await site.get(path)).text()).not.toBe('');
      expect(site.pages.renders).toBe(2);
      if (path !== '/sections') expect(await (await site.get(path)).text()).not.toBe(bodies[0]);
    },
  );

  test('of which there is none is not remembered', async () => {
    const site = await serveSite();
    for (let month = 1; month <= 9; month += 1) {
      expect((await site.get(`/sitemaps/1999-0${month}.xml`)).status).toBe(404);
    }
    expect([site.pages.bytes, site.pages.renders]).toEqual([0, 0]);
  });
});

describe('the memory of pages', () => {
  const ofLetters = (count: number) => async (): Promise<string> => 'x'.repeat(count);

  test('is bounded, and counts what it lets go of', async () => {
    const memory = new PageMemory(10_000);
    for (const name of ['a', 'b', 'c', 'd', 'e']) await memory.page(name, ofLetters(2_000));
    expect(memory.bytes).toBeLessThanOrEqual(10_000);
    expect(memory.evictions).toBe(2);
  });

  test('gives what is larger than itself, and keeps it not', async () => {
    const memory = new PageMemory(1_000);
    expect((await memory.page('a', ofLetters(5_000))).body.byteLength).toBe(5_000);
    expect(memory.bytes).toBe(0);
  });

  test('a page that was begun before a change is given to who waits for it and to nobody else', async () => {
    const memory = new PageMemory(10_000);
    const { promise, resolve } = Promise.withResolvers<string>();
    const early = memory.page('a', () => promise);
    expect(memory.page('a', ofLetters(3))).toBe(early);
    memory.forget();
    const late = memory.page('a', async () => 'new');
    resolve('old');
    const text = async (page: ReturnType<typeof memory.page>): Promise<string> =>
      new TextDecoder().decode((await page).body);
    expect(await text(early)).toBe('old');
    expect(await text(late)).toBe('new');
    expect(await text(memory.page('a', ofLetters(3)))).toBe('new');
  });

  test('a failure is told and not kept', async () => {
    const memory = new PageMemory(10_000);
    await expect(memory.page('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect((await memory.page('a', ofLetters(3))).body.byteLength).toBe(3);
  });
});
