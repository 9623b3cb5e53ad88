import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { runProgram, serveFolder, temporaryFolder, until } from './real-program.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'content');

const markdown = (title: string, date: string, tags: string, more = ''): string =>
  `---\ntitle: ${title}\ndate: ${date}\ntags: [${tags}]\n${more}---\n\nThe text of ${title}.\n`;

const textOf = async (url: string): Promise<string> => (await fetch(url)).text();
const statusOf = async (url: string): Promise<number> => (await fetch(url)).status;

/** The titles of a feed as an independent parser reads them; none where there is no feed. */
async function titlesAt(url: string): Promise<readonly unknown[]> {
  const response = await fetch(url);
  if (!response.ok) return [];
  // Atom's title is a record that also says of which type it is.
  return entriesOf(await response.text()).map(({ title }) =>
    typeof title === 'object' && title !== null && 'value' in title ? title.value : title,
  );
}

function entriesOf(text: string): readonly { readonly title?: unknown }[] {
  const { feed } = parseFeed(text);
  if ('entries' in feed) return feed.entries ?? [];
  return 'items' in feed ? (feed.items ?? []) : [];
}

/** What the folder of samples must give, in each format. */
describe('the sample folder in a reader', () => {
  test.each(['rss', 'atom', 'json'] as const)(
    'every tag of the samples has a %s feed with its articles',
    async (format) => {
      const serving = await serveFolder(SAMPLES);
      try {
        const { tags } = JSON.parse(await textOf(`${serving.url}/tags.json`)) as {
          tags: { slug: string; label: string; count: number }[];
        };
        expect(tags.length).toBeGreaterThan(25);
        for (const { slug, label, count } of tags) {
          const response = await fetch(`${serving.url}/tags/${encodeURIComponent(slug)}.${format}`);
          expect(response.status).toBe(200);
          const text = await response.text();
          expect(parseFeed(text).format).toBe(format);
          expect(entriesOf(text), label).toHaveLength(count);
        }
      } finally {
        expect((await serving.stop()).code).toBe(0);
      }
    },
  );
});

describe('a folder that changes while it is served', () => {
  test('new, edited, broken, removed and future articles show in the feeds as they should', async () => {
    using folder = temporaryFolder();
    const file = (name: string): string => join(folder.path, name);
    writeFileSync(file('first.md'), markdown('First', '2024-05-01T10:00:00Z', 'tides, C++'));
    const serving = await serveFolder(folder.path);
    const tides = `${serving.url}/tags/tides.rss`;
    try {
      expect(await titlesAt(tides)).toEqual(['First']);
      expect(await statusOf(`${serving.url}/tags/ferries.rss`)).toBe(404);

      writeFileSync(file('second.md'), markdown('Second', '2024-05-02T10:00:00Z', 'tides, ferries'));
      await until(async () => (await titlesAt(tides)).length === 2);
      expect(await titlesAt(tides)).toEqual(['Second', 'First']);
      expect(await titlesAt(`${serving.url}/tags/ferries.atom`)).toEqual(['Second']);

      const before = await fetch(`${serving.url}/tags/c-plus-plus.rss`);
      writeFileSync(file('second.md'), markdown('Second, mended', '2024-05-02T10:00:00Z', 'tides'));
      await until(async () => (await titlesAt(tides))[0] === 'Second, mended');
      expect(await titlesAt(`${serving.url}/tags/ferries.json`)).toEqual([]);
      const after = await fetch(`${serving.url}/tags/c-plus-plus.rss`, {
        headers: { 'if-none-match': before.headers.get('etag') ?? '' },
      });
      expect(after.status, 'a tag that was not touched keeps its validators').toBe(304);

      writeFileSync(file('second.md'), '---\ntitle: [broken\n---\n');
      await until(() => serving.log().some(({ path }) => path === 'second.md'));
      expect(await titlesAt(tides)).toEqual(['Second, mended', 'First']);

      mkdirSync(file('deep/er'), { recursive: true });
      writeFileSync(file('deep/er/third.md'), markdown('Third', '2024-05-03T10:00:00Z', 'tides'));
      await until(async () => (await titlesAt(tides)).length === 3);

      rmSync(file('first.md'));
      await until(async () => (await titlesAt(tides)).length === 2);
      expect(await statusOf(`${serving.url}/tags/c-plus-plus.rss`), 'a known tag without articles').toBe(200);
      expect(await statusOf(`${serving.url}/articles/first`)).toBe(410);

      const soon = new Date(Date.now() + 1500).toISOString();
      writeFileSync(file('draft.md'), markdown('Draft', '2024-05-04T10:00:00Z', 'tides', 'draft: true\n'));
      writeFileSync(file('soon.md'), markdown('Soon', soon, 'tides, tomorrow'));
      await until(async () => (await titlesAt(tides))[0] === 'Soon');
      expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(soon));
      expect(await titlesAt(`${serving.url}/feed.rss`)).not.toContain('Draft');
    } finally {
      expect((await serving.stop('SIGINT')).code).toBe(0);
    }
  });
});

describe('sameness', () => {
  test('a rebuilt database gives the same bytes, a kept one is not read again', async () => {
    using folder = temporaryFolder();
    using data = temporaryFolder();
    cpSync(SAMPLES, folder.path, { recursive: true });
    const paths = [
      '/feed.rss',
      '/feed.atom',
      '/feed.json',
      '/tags/tides.rss',
      '/sections/culture.atom',
      '/feeds.opml',
      '/tags.json',
    ];
    const visit = async () => {
      const serving = await serveFolder(folder.path, { DATA_DIR: data.path, BASE_URL: 'http://localhost:3000/' });
      const bodies = await Promise.all(paths.map((path) => textOf(serving.url + path)));
      const read = serving.log().find(({ msg }) => msg === 'the folder was read')?.read;
      expect((await serving.stop()).code).toBe(0);
      return { bodies, read };
    };
    const first = await visit();
    const second = await visit();
    rmSync(data.path, { recursive: true });
    const third = await visit();
    expect(first.read).toBe(17);
    expect(second.read, 'nothing was new').toBeUndefined();
    expect(third.read).toBe(17);
    expect(second.bodies).toEqual(first.bodies);
    expect(third.bodies).toEqual(first.bodies);
  });

  test('the zone of the machine changes no byte', async () => {
    const zones = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Europe/London', 'America/St_Johns'];
    const outputs = await Promise.all(
      zones.map((TZ) => runProgram(['feed', '*', SAMPLES, '--format', 'atom'], { TZ })),
    );
    expect(new Set(outputs.map(({ output }) => output)).size).toBe(1);
    expect(outputs[0]?.output).toContain('2024-03-14T05:40:00Z');
  });

  test('the command prints the same bytes that the server sends', async () => {
    const serving = await serveFolder(SAMPLES, { BASE_URL: 'https://news.example.org/feeds/' });
    try {
      for (const [selection, path] of [
        ['ferries+tides', '/tags/ferries+tides.json'],
        ['section:culture', '/sections/culture.json'],
        ['*', '/feed.json'],
      ] as const) {
        const printed = await runProgram(['feed', selection, SAMPLES, '--format', 'json'], {
          BASE_URL: 'https://news.example.org/feeds/',
        });
        expect(printed.output).toBe(await textOf(serving.url + path));
      }
    } finally {
      await serving.stop();
    }
  });
});
