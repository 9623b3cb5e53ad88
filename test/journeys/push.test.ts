import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Subscriber, subscriber } from '../hub/subscriber.ts';
import { type Serving, serveFolder, temporaryFolder, until, type Variables } from './real-program.ts';

/** The public address: the same whatever port a run has, so that a feed keeps its topic. */
const BASE = 'https://quay.example.org/';

const article = (title: string): string =>
  `---\ntitle: ${title}\ndate: 2026-04-01\ntags: [Tides]\n---\nThe sea came in.\n`;

/** Writes as editors do: a reader sees the old file or the new one. */
function write(folder: string, title: string): void {
  writeFileSync(join(folder, '.new'), article(title));
  renameSync(join(folder, '.new'), join(folder, 'tides.md'));
}

function settings(data: string, more: Variables = {}): Variables {
  return {
    BASE_URL: BASE,
    DATA_DIR: data,
    HUB_ALLOW_CALLBACKS: '127.0.0.1/32',
    HUB_RETRY_FIRST: '1',
    LOG_FORMAT: 'json',
    ...more,
  };
}

/** Starts the real program; it is ended with the test, whatever becomes of that. */
async function serve(folder: string, variables: Variables): Promise<Serving> {
  const serving = await serveFolder(folder, variables);
  onTestFinished(() => void serving.stop('SIGKILL'));
  return serving;
}

const ask = (serving: Serving, callback: string, more: Variables = {}): Promise<Response> =>
  fetch(`${serving.url}/hub`, {
    method: 'POST',
    body: new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': `${BASE}tags/tides.rss`,
      'hub.callback': callback,
      ...more,
    }),
  });

/** Subscribes; resolves when a change would be told of: the callback has confirmed and that is written down. */
async function subscribed(serving: Serving, reader: Subscriber, callback = reader.url): Promise<void> {
  expect((await ask(serving, callback)).status).toBe(202);
  await until(() => reader.asked.length > 0);
  await pause(200);
}

const lastOf = (reader: Subscriber): string => reader.delivered.at(-1)?.body.toString() ?? '';

describe('push, by the real program', () => {
  test('a change of a file reaches its subscriber within a second, as GET shows it', async () => {
    using folder = temporaryFolder();
    write(folder.path, 'First tide');
    const serving = await serve(folder.path, settings(':memory:'));
    const reader = await subscriber();
    await subscribed(serving, reader);
    const started = performance.now();
    write(folder.path, 'Second tide');
    await until(() => reader.delivered.length === 1);
    expect(performance.now() - started).toBeLessThan(3_000);
    const feed = await fetch(`${serving.url}/tags/tides.rss`);
    expect(lastOf(reader)).toBe(await feed.text());
    expect(lastOf(reader)).toContain('Second tide');
    expect(reader.delivered[0]?.headers['content-type']).toBe(feed.headers.get('content-type'));
    expect((await serving.stop()).code).toBe(0);
  });

  test('subscriptions survive a restart, and a request that was answered 202 is verified after it', async () => {
    using folder = temporaryFolder();
    using data = temporaryFolder();
    write(folder.path, 'First tide');
    const first = await serve(folder.path, settings(data.path));
    const reader = await subscriber();
    await subscribed(first, reader);
    // This one does not answer before the program ends.
    let isAwake = false;
    const sleeper = await subscriber({
      verify: (asked, response) => void (isAwake ? response.end(asked.get('hub.challenge')) : undefined),
    });
    expect((await ask(first, sleeper.url)).status).toBe(202);
    await until(() => sleeper.asked.length === 1);
    await first.stop('SIGKILL');
    isAwake = true;
    write(folder.path, 'Changed while nobody looked');
    const second = await serve(folder.path, settings(data.path));
    await until(() => reader.delivered.length === 1);
    expect(lastOf(reader)).toContain('Changed while nobody looked');
    await until(() => sleeper.asked.length === 2);
    await pause(200);
    write(folder.path, 'Third tide');
    await until(() => lastOf(sleeper).includes('Third tide'));
    await until(() => lastOf(reader).includes('Third tide'));
    await second.stop();
  });

  test('a delivery that waits for its next try survives a restart', async () => {
    using folder = temporaryFolder();
    using data = temporaryFolder();
    write(folder.path, 'First tide');
    const first = await serve(folder.path, settings(data.path, { HUB_RETRY_FIRST: '2' }));
    const reader = await subscriber({
      take: (_seen, response, count) => void response.writeHead(count === 1 ? 503 : 200).end(),
    });
    await subscribed(first, reader);
    write(folder.path, 'Second tide');
    await until(() => reader.delivered.length === 1);
    await first.stop();
    const second = await serve(folder.path, settings(data.path));
    await until(() => reader.delivered.length === 2);
    expect(lastOf(reader)).toContain('Second tide');
    await second.stop();
  });

  test('however often and wherever it is killed, the last state arrives', { timeout: 120_000 }, async () => {
    using folder = temporaryFolder();
    using data = temporaryFolder();
    write(folder.path, 'State 0.');
    const readers = await Promise.all(
      Array.from({ length: 5 }, () =>
        subscriber({ take: (_seen, response) => void setTimeout(() => response.end(), 15) }),
      ),
    );
    const variables = settings(data.path);
    const begin = await serve(folder.path, variables);
    for (const reader of readers) await subscribed(begin, reader);
    let serving = begin;
    // From before the change is noticed to after it is delivered.
    const pausesMs = [0, 45, 60, 75, 100, 160];
    for (const [turn, pauseMs] of pausesMs.entries()) {
      write(folder.path, `State ${turn + 1}.`);
      await pause(pauseMs);
      await serving.stop('SIGKILL');
      serving = await serve(folder.path, variables);
      for (const reader of readers) await until(() => lastOf(reader).includes(`State ${turn + 1}.`));
    }
    await pause(300);
    for (const reader of readers) {
      const states = reader.delivered.map(({ body }) => Number(/State (\d+)\./.exec(body.toString())?.[1]));
      // Never back, each at most twice, and none left out.
      expect(states).toEqual(states.toSorted((a, b) => a - b));
      expect([...new Set(states)]).toEqual(pausesMs.map((_pause, turn) => turn + 1));
      for (const state of new Set(states)) expect(states.filter((one) => one === state).length).toBeLessThanOrEqual(2);
    }
    await serving.stop();
  });

  test('HUB=off: no hub, no links', async () => {
    using folder = temporaryFolder();
    write(folder.path, 'First tide');
    const serving = await serve(folder.path, settings(':memory:', { HUB: 'off' }));
    const reader = await subscriber();
    expect((await ask(serving, reader.url)).status).toBe(404);
    const feed = await fetch(`${serving.url}/tags/tides.rss`);
    expect(`${feed.headers.get('link')} ${await feed.text()}`).not.toContain('hub');
    await serving.stop();
  });

  test('exactly what HUB_ALLOW_CALLBACKS names is allowed', async () => {
    using folder = temporaryFolder();
    write(folder.path, 'First tide');
    const serving = await serve(folder.path, settings(':memory:'));
    const other = await subscriber({ host: '127.0.0.2' });
    for (const host of [
      '127.0.0.2',
      '0x7f.2',
      '2130706434',
      '[::ffff:127.0.0.2]',
      '[::1]',
      '10.0.0.1',
      '169.254.169.254',
    ]) {
      const answer = await ask(serving, `http://${host}:${other.port}/`);
      expect([host, answer.status]).toEqual([host, 400]);
    }
    expect(other.seen).toEqual([]);
    await serving.stop();
  });
});
