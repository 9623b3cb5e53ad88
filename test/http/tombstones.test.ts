import { beforeEach, describe, expect, test } from 'vitest';
import { at, made, NOW, readAll, removed } from '../store/made-articles.ts';
import { type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
beforeEach(async () => {
  site = await serveSite();
});

const REMOVED_AT = at('2026-05-01T12:30:00Z');
const MONTH_LATER = at('2026-05-31T12:30:00Z');
const ID = 'tag:example.org,2026:ferry';

describe('a removed article (RFC 6721)', () => {
  test('is gone at its page, with the day, for programs and people', async () => {
    await site.store.applyChanges([removed('ferry.md')], REMOVED_AT);
    const answer = await site.get('/articles/ferry');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([410, 'application/problem+json']);
    expect(await answer.json()).toEqual({
      type: 'about:blank',
      title: 'Gone',
      status: 410,
      detail: 'the article "ferry" was removed on 2026-05-01',
    });
    const page = await site.get('/articles/Ferry', { accept: 'text/html' });
    expect([page.status, page.headers.get('content-type')]).toEqual([410, 'text/html; charset=utf-8']);
  });

  test('is told in Atom and JSON Feed of its terms and no others, and dates them', async () => {
    const before = await Promise.all(['rss', 'atom', 'json'].map((format) => site.get(`/tags/c-sharp.${format}`)));
    await site.store.applyChanges([removed('ferry.md')], REMOVED_AT);
    for (const path of ['/feed', '/tags/ferries', '/tags/tides', '/tags/-c-sharp']) {
      const atom = await site.get(`${path}.atom`);
      expect(atom.headers.get('last-modified')).toBe('Fri, 01 May 2026 12:30:00 GMT');
      expect(await atom.text()).toContain(`<at:deleted-entry ref="${ID}" when="2026-05-01T12:30:00Z"/>`);
      expect(await (await site.get(`${path}.json`)).json()).toMatchObject({
        _tagwire: { deleted_items: expect.arrayContaining([{ id: ID, date_deleted: '2026-05-01T12:30:00Z' }]) },
      });
      expect(await (await site.get(`${path}.rss`)).text()).not.toContain(ID);
    }
    for (const [place, format] of ['rss', 'atom', 'json'].entries()) {
      const { headers } = await site.get(`/tags/c-sharp.${format}`);
      expect(headers.get('etag')).toBe(before[place]?.headers.get('etag'));
    }
  });

  test('is never spoken of again when it returns', async () => {
    await site.store.applyChanges([removed('ferry.md')], REMOVED_AT);
    await site.store.applyChanges(readAll(made('ferry', { tags: ['Tides'] })), REMOVED_AT);
    expect((await site.get('/articles/ferry')).status).toBe(200);
    expect(await (await site.get('/tags/ferries.atom')).text()).not.toContain('deleted-entry');
  });

  test('is forgotten after 30 days', async () => {
    await site.store.applyChanges([removed('ferry.md')], REMOVED_AT);
    await site.get('/tags/ferries.atom');
    await site.store.dropTombstones(MONTH_LATER);
    site.clock = at('2026-06-01T00:00:00Z');
    expect((await site.get('/articles/ferry')).status).toBe(404);
    const atom = await site.get('/tags/ferries.atom');
    expect(await atom.text()).not.toContain('deleted-entry');
    expect(atom.headers.get('last-modified')).toBe('Sun, 31 May 2026 12:30:00 GMT');
  });

  test('keeps its tombstone out of the feed of a tag that it only lost', async () => {
    await site.store.applyChanges(readAll(made('ferry', { tags: ['Tides'] })), NOW);
    expect(await (await site.get('/tags/ferries.atom')).text()).not.toContain(ID);
    expect((await site.get('/articles/ferry')).status).toBe(200);
  });
});
