import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listenTo } from '../http/stream-listener.ts';
import { serveFolder, temporaryFolder, until } from './real-program.ts';

const markdown = (title: string, tags: string): string =>
  `---\ntitle: ${title}\ndate: 2024-05-01T10:00:00Z\ntags: [${tags}]\n---\n\nThe text of ${title}.\n`;

const portOf = (url: string): number => Number(new URL(url).port);

test.each(['SIGTERM', 'SIGKILL'] as const)('a listener misses nothing when the server ends by %s', async (signal) => {
  using folder = temporaryFolder();
  const content = join(folder.path, 'articles');
  mkdirSync(content);
  const variables = { DATA_DIR: join(folder.path, 'data') };
  writeFileSync(join(content, 'first.md'), markdown('First', 'tides'));
  const before = await serveFolder(content, variables);
  using listener = await listenTo(portOf(before.url), '/tags/tides.stream');
  await listener.joins();
  writeFileSync(join(content, 'second.md'), markdown('Second', 'tides'));
  await listener.hears(1);
  const stopping = performance.now();
  await Promise.all([before.stop(signal), listener.ends()]);
  expect(performance.now() - stopping).toBeLessThan(4_000);
  writeFileSync(join(content, 'third.md'), markdown('Third', 'tides'));
  writeFileSync(join(content, 'other.md'), markdown('Other', 'ferries'));
  rmSync(join(content, 'first.md'));

  const after = await serveFolder(content, variables);
  try {
    using back = await listenTo(portOf(after.url), '/tags/tides.stream', [`Last-Event-ID: ${listener.lastId()}`]);
    await back.hears(2);
    writeFileSync(join(content, 'fourth.md'), markdown('Fourth', 'tides'));
    await back.hears(3);
    expect(listener.news()).toEqual(['message Second']);
    expect([...back.news()].sort()).toEqual(['message Fourth', 'message Third', 'removed first.md']);
    const metrics = async (): Promise<string> => (await fetch(`${after.url}/metrics`)).text();
    expect(await metrics()).toMatch(/^tagwire_stream_listeners 1$/m);
    back[Symbol.dispose]();
    await until(async () => /^tagwire_stream_listeners 0$/m.test(await metrics()));
  } finally {
    expect((await after.stop()).code).toBe(0);
  }
});
