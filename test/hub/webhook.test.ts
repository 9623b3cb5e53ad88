import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { FileChange } from '../../src/model/changes.ts';
import { openStore } from '../../src/store/open.ts';
import { temporaryFolder, until } from '../journeys/real-program.ts';
import { made, read, readAll, removed } from '../store/made-articles.ts';
import type { Seen } from './loopback-server.ts';
import { type PushingSite, pushingSite } from './pushing-site.ts';
import { subscriber } from './subscriber.ts';

interface Told {
  readonly version: string;
  readonly feed_url: string;
  readonly items: readonly { readonly id: string; readonly title: string }[];
  readonly _tagwire?: { readonly deleted_items: readonly { readonly id: string }[] };
}

const toldIn = (seen: Seen | undefined): Told => JSON.parse(seen?.body.toString() ?? '');
const short = (id: string): string => id.replace('tag:example.org,2026:', '');

/** What was told in all messages: `+title` and `-name`. */
const newsIn = (delivered: readonly Seen[]): readonly string[] =>
  delivered.flatMap((seen) => {
    const { items, _tagwire } = toldIn(seen);
    return [
      ...items.map(({ title }) => `+${title}`),
      ...(_tagwire?.deleted_items ?? []).map(({ id }) => `-${short(id)}`),
    ];
  });

const write = ({ store, now }: PushingSite, ...changes: readonly FileChange[]) => store.applyChanges(changes, now());

describe('a webhook', () => {
  test.each<[string, readonly FileChange[], readonly string[]]>([
    ['a new article', readAll(made('new', { tags: ['A'] })), ['+About new']],
    ['an edited article', readAll(made('one', { tags: ['A', 'B'], title: 'Edited' })), ['+Edited']],
    ['an article that won the tag', readAll(made('two', { tags: ['A'] })), ['+About two']],
    ['an article that lost it', readAll(made('one', { tags: ['B'] })), ['-one']],
    ['a removed article', [removed('one.md')], ['-one']],
    [
      'several at once',
      [...readAll(made('new', { tags: ['A'] }), made('other', { tags: ['C'] })), removed('one.md')],
      ['+About new', '-one'],
    ],
  ])('is told of %s, and of nothing else', async (_name, changes, news) => {
    const hook = await subscriber();
    const site = await pushingSite({ webhooks: [{ url: hook.url }] });
    await write(site, ...changes);
    await until(() => hook.delivered.length === 1);
    expect(newsIn(hook.delivered)).toEqual(news);
  });

  test('is told of an article that the feed is too short to show', async () => {
    const hook = await subscriber();
    const site = await pushingSite({ webhooks: [{ url: hook.url }] });
    await write(site, read('many.md', ...Array.from({ length: 40 }, (_, place) => made(`n${place}`, { tags: ['A'] }))));
    await until(() => newsIn(hook.delivered).length === 40);
    await write(site, ...readAll(made('one', { tags: ['A'], title: 'Old but edited', on: '2020-01-01T00:00:00Z' })));
    await until(() => newsIn(hook.delivered).length > 40);
    expect(newsIn(hook.delivered).at(-1)).toBe('+Old but edited');
  });

  test('gets a JSON Feed, signed with its secret', async () => {
    const hook = await subscriber();
    const site = await pushingSite({ webhooks: [{ url: `${hook.url}?to=archive`, secret: 'a secret with blanks ü' }] });
    await site.change('Signed');
    await until(() => hook.delivered.length === 1);
    const [seen] = hook.delivered;
    const body = seen?.body ?? Buffer.alloc(0);
    const { version, feed_url, items } = toldIn(seen);
    expect([version, feed_url, items.length]).toEqual([
      'https://jsonfeed.org/version/1.1',
      site.topic('tags/a.json'),
      1,
    ]);
    expect(seen?.target).toBe('/?to=archive');
    expect(seen?.headers).toMatchObject({
      'content-type': 'application/feed+json; charset=utf-8',
      'x-hub-signature': `sha256=${createHmac('sha256', 'a secret with blanks ü').update(body).digest('hex')}`,
      'x-tagwire-place': await site.store.journalEnd(),
    });
  });

  test('hears nothing of what was there before it, of other tags, and of files that are the same', async () => {
    const hook = await subscriber();
    const site = await pushingSite({ webhooks: [{ url: hook.url }] });
    await write(site, ...readAll(made('two', { tags: ['C'], title: 'Other' })));
    await write(site, ...readAll(made('one', { tags: ['A', 'B'] })));
    await site.change('At last');
    await until(() => hook.delivered.length > 0);
    expect(newsIn(hook.delivered)).toEqual(['+At last']);
  });

  test('of a tag that is yet to come hears of its first article', async () => {
    const hook = await subscriber();
    const site = await pushingSite({ webhooks: [{ url: hook.url, topic: 'tags/someday.json' }] });
    await write(site, ...readAll(made('first', { tags: ['Someday'] })));
    await until(() => hook.delivered.length === 1);
    expect(newsIn(hook.delivered)).toEqual(['+About first']);
  });

  test('that fails gets it all later, each article as it is then', async () => {
    let isWell = false;
    const hook = await subscriber({ take: (_seen, response) => void response.writeHead(isWell ? 200 : 500).end() });
    const site = await pushingSite({ webhooks: [{ url: hook.url }], retryFirstMs: 30 });
    await site.change('First words');
    await until(() => hook.delivered.length > 0);
    await site.change('Second words');
    await write(site, ...readAll(made('new', { tags: ['A'] })));
    const failed = hook.delivered.length;
    isWell = true;
    await until(async () => (await site.store.push.countPush()).pending === 0);
    expect(newsIn(hook.delivered.slice(-1))).toEqual(['+Second words', '+About new']);
    expect(hook.delivered.length).toBeGreaterThan(failed);
  });

  test('that is gone (410) is asked again all the same: the operator named it', async () => {
    const hook = await subscriber({
      take: (_s, response, count) => void response.writeHead(count === 1 ? 410 : 200).end(),
    });
    const site = await pushingSite({ webhooks: [{ url: hook.url }], retryFirstMs: 20 });
    await site.change('Persistent');
    await until(() => hook.delivered.length === 2);
    expect(newsIn(hook.delivered)).toEqual(['+Persistent', '+Persistent']);
  });

  test('gets much in several messages', async () => {
    const hook = await subscriber();
    const site = await pushingSite({ webhooks: [{ url: hook.url }] });
    await write(
      site,
      read('many.md', ...Array.from({ length: 250 }, (_, place) => made(`n${place}`, { tags: ['A'] }))),
    );
    await until(async () => newsIn(hook.delivered).length === 250 && (await site.store.push.countPush()).pending === 0);
    expect(hook.delivered.length).toBe(3);
    expect(new Set(newsIn(hook.delivered)).size).toBe(250);
  });

  test('goes on where it was after a restart', async () => {
    using folder = temporaryFolder();
    const hook = await subscriber();
    const wishes = { database: `${folder.path}/push.sqlite`, webhooks: [{ url: hook.url }] };
    const before = await pushingSite(wishes);
    await before.change('Before');
    await until(() => hook.delivered.length === 1);
    await before.stop();
    const meanwhile = openStore(wishes.database);
    await meanwhile.applyChanges(readAll(made('new', { tags: ['A'], title: 'Meanwhile' })), before.now());
    meanwhile.close();
    const after = await pushingSite(wishes);
    await until(() => hook.delivered.length === 2);
    await after.change('After');
    await until(() => hook.delivered.length === 3);
    expect(newsIn(hook.delivered)).toEqual(['+Before', '+Meanwhile', '+After']);
  });
});
