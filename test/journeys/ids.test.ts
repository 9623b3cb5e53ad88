import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram, serveFolder, temporaryFolder, until } from './real-program.ts';

const text = (body: string): string => `---\ntitle: Tides\ndate: 2024-05-01T10:00:00Z\ntags: [tides]\n---\n\n${body}\n`;

const feedAt = async (url: string): Promise<string> => (await fetch(`${url}/feed.atom`)).text();
const times = (feed: string): readonly string[] =>
  [...feed.matchAll(/<entry>[\s\S]*?<updated>([^<]*)/g)].map(([, time]) => time ?? '');

/** The test that runs eight programs one after the other may take so long on a busy machine. */
const MANY_PROGRAMS_MS = 90_000;

describe('an article that is renamed and edited', () => {
  test(
    'stays one article, dated by its edit: on the server, in commands, and in a new database with the list',
    async () => {
      using folder = temporaryFolder();
      const content = join(folder.path, 'content');
      const list = join(folder.path, 'previous.json');
      mkdirSync(content);
      const set = { DATA_DIR: join(folder.path, 'data'), BASE_URL: 'https://x.example/', SITE_ID: 'x.example,2026' };
      const command = (...words: readonly string[]) => runProgram([...words, content], set);
      writeFileSync(join(content, 'tides.md'), text('Low.'));
      writeFileSync(join(content, 'ropes.md'), text('Long.').replace('Tides', 'Ropes'));

      const serving = await serveFolder(content, set);
      writeFileSync(list, (await command('ids')).output);
      expect(times(await feedAt(serving.url))).toEqual(['2024-05-01T10:00:00Z', '2024-05-01T10:00:00Z']);
      renameSync(join(content, 'tides.md'), join(content, 'water.md'));
      await until(async () => (await feedAt(serving.url)).includes('/articles/water"'));
      writeFileSync(join(content, 'water.md'), text('High.'));
      await until(async () => (await feedAt(serving.url)).includes('High.'));
      const shown = await feedAt(serving.url);
      expect(shown).toContain('<id>tag:x.example,2026:tides.md</id>');
      expect(shown).not.toContain('water.md');
      expect(times(shown).filter((time) => time > '2026')).toHaveLength(1);

      expect((await command('feed', '--format', 'atom', '*')).output).toBe(shown);
      const good = await command('check', '--ids', list);
      expect(good).toMatchObject({
        code: 0,
        output: expect.stringMatching(/^water\.md: note: it keeps its id "tag:x.example,2026:tides\.md"/m),
      });
      const { output: ids } = await command('ids');
      await serving.stop();

      rmSync(set.DATA_DIR, { recursive: true });
      const churn = await command('check', '--ids', list);
      expect(churn.code).toBe(1);
      expect(churn.output).toMatch(
        /^tides\.md: the article with the id "tag:x\.example,2026:tides\.md" is gone; bring it back/m,
      );
      writeFileSync(join(content, 'tagwire-ids.json'), ids);
      const again = await serveFolder(content, set);
      expect(await feedAt(again.url)).toBe(shown);
      await again.stop();
    },
    MANY_PROGRAMS_MS,
  );

  test('leaves a tombstone and a page that is gone when it is removed, and comes back under another name', async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'tides.md'), text('Low.'));
    writeFileSync(join(folder.path, 'ropes.md'), text('Long.').replace('Tides', 'Ropes'));
    const serving = await serveFolder(folder.path, { BASE_URL: 'https://x.example/' });
    const before = await fetch(`${serving.url}/tags/tides.rss`);
    rmSync(join(folder.path, 'tides.md'));
    await until(async () => (await fetch(`${serving.url}/articles/tides`)).status === 410);
    expect(await feedAt(serving.url)).toMatch(/<at:deleted-entry ref="tag:x\.example,2026:tides\.md" when="[^"]+"\/>/);
    const after = await fetch(`${serving.url}/tags/tides.rss`);
    expect(Date.parse(after.headers.get('last-modified') ?? '')).toBeGreaterThan(
      Date.parse(before.headers.get('last-modified') ?? '') - 1,
    );
    expect(await after.text()).not.toContain('Low.');
    writeFileSync(join(folder.path, 'water.md'), text('Low.'));
    await until(async () => (await fetch(`${serving.url}/articles/water`)).status === 200);
    const back = await feedAt(serving.url);
    expect(back).toContain('<id>tag:x.example,2026:tides.md</id>');
    expect(back).not.toContain('deleted-entry');
    await serving.stop();
  });
});
