/**
 * Compares the documents with the program: what the code can do is told, and what is told is so. Long, because each
 * table of the documents is held against its own part of the program; the parts share nothing but the reading of tables.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import { describe, expect, test, vi } from 'vitest';
import { createMetrics } from '../src/app/metrics.ts';
import { EXIT, run } from '../src/app/program.ts';
import { SETTINGS } from '../src/app/settings.ts';
import { MEDIA_TYPES } from '../src/feeds/media-types.ts';
import { PARAMETERS } from '../src/feeds/parameters.ts';
import { FORMATS } from '../src/model/feed-key.ts';
import { TERM_KINDS } from '../src/model/term.ts';
import { temporaryFolder as folderOf } from './content/temporary-folder.ts';
import { type ServedSite, serveSite } from './http/served-site.ts';
import { temporaryFolder } from './journeys/real-program.ts';
import { made, NOW, readAll, termNamed } from './store/made-articles.ts';

const ROOT = join(import.meta.dirname, '..');
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const SOURCE = globSync('src/**/*.ts', { cwd: ROOT }).map(textOf).join('\n');

/** The part of a document below one of its headings, up to the next heading of the same or a higher level. */
function section(path: string, heading: string): string {
  const lines = textOf(path).split('\n');
  const start = lines.findIndex((line) => line.replace(/^#+ /, '') === heading && line.startsWith('#'));
  if (start === -1) throw new Error(`${path} has no heading "${heading}"`);
  const level = lines[start]?.indexOf(' ') ?? 0;
  const end = lines.findIndex((line, at) => at > start && /^#+ /.test(line) && line.indexOf(' ') <= level);
  return lines.slice(start + 1, end === -1 ? undefined : end).join('\n');
}

/** The rows of all tables of a text, cell by cell, without their headings. */
const rowsOf = (text: string): string[][] =>
  [...text.matchAll(/^\|[- |]+\|\n((?:\|.*\|\n?)+)/gm)].flatMap(([, rows = '']) =>
    rows
      .trim()
      .split('\n')
      .map((row) =>
        row
          .slice(1, -1)
          .split(' | ')
          .map((cell) => cell.trim()),
      ),
  );

const codeIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
const plain = (cell: string | undefined): string => (cell ?? '').replaceAll('`', '');
const blocksOf = (text: string, language: string): string[] =>
  [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, kind, block = '']) => (kind === language ? block : []));

async function outputOf(words: readonly string[]): Promise<{ code: number; output: string }> {
  const written: string[] = [];
  const write = (bytes: string | Uint8Array): void => void written.push(Buffer.from(bytes).toString());
  const code = await run(words, { environment: {}, input: Readable.from([]), write, writeError: write });
  return { code, output: written.join('') };
}

describe('settings', () => {
  const rows = rowsOf(section('README.md', 'Settings'));

  test.each(Object.entries(SETTINGS))('%s stands in the README, with its default', (name, { byDefault, about }) => {
    const row = rows.find(([first]) => plain(first) === name);
    expect(row?.slice(0, 2).map(plain)).toEqual([name, byDefault]);
    expect(row?.[2]?.startsWith(about), `"${row?.[2]}" begins with "${about}"`).toBe(true);
  });

  test('none is told of that is none', () => {
    expect(rows.map(([first]) => plain(first)).filter((name) => !(name in SETTINGS))).toEqual([]);
  });
});

test('all parameters of feeds stand in docs/feeds.md, in the order of the canonical address', () => {
  const rows = rowsOf(section('docs/feeds.md', 'Parameters')).map(([name, about]) => [plain(name), about]);
  expect(rows.map(([name]) => name)).toEqual(Object.keys(PARAMETERS));
  for (const [name, { about }] of Object.entries(PARAMETERS)) {
    const told = rows.find(([first]) => first === name)?.[1];
    expect(told?.startsWith(about), `"${told}" begins with "${about}"`).toBe(true);
  }
});

describe('commands', () => {
  const text = section('README.md', 'Commands');

  test('all commands stand in the README, with their arguments and options', async () => {
    const { output } = await outputOf(['--help']);
    const names = [...(output.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => name);
    const commands = names.filter((name) => name !== 'help');
    expect(commands.length).toBeGreaterThan(4);
    const real = await Promise.all(
      commands.map(async (name) => {
        const help = (await outputOf([name, '--help'])).output;
        const usage = /^Usage: (.*)$/m.exec(help)?.[1]?.replace(' [options]', '');
        const options = [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+(?: [<[][\w.-]+[>\]])?)/gm)].map(
          ([, option]) => option,
        );
        return [usage, ...options.filter((option) => option !== '--help')];
      }),
    );
    const told = rowsOf(text).filter(([first]) => first?.startsWith('`tagwire'));
    expect(told.map(([command, options = '']) => [plain(command), ...codeIn(options)])).toEqual(real);
  });

  test('all exit codes stand in the README', () => {
    const told = rowsOf(text)
      .map(([first]) => plain(first))
      .filter((code) => /^\d+$/.test(code));
    expect(told).toEqual(Object.values(EXIT).map(String));
  });
});

const hono = vi.hoisted((): { made: unknown[] } => ({ made: [] }));
vi.mock('hono', async (original) => {
  const real = await original<typeof import('hono')>();
  class WatchedHono extends real.Hono {
    constructor(...options: ConstructorParameters<typeof real.Hono>) {
      super(...options);
      hono.made.push(this);
    }
  }
  return { ...real, Hono: WatchedHono };
});

/** `/tag/:name/feed/` and `/tag/{tag}/feed` are both `/tag/{}/feed`. */
const shapeOf = (path: string): string =>
  path.replace(/:\w+(?:\{[^}]*\})?|\{[^}]*\}[^/]*/g, '{}').replace(/(?<=.)\/$/, '');

describe('addresses', () => {
  const own = codeIn(section('README.md', 'Feeds and pages')).filter((code) => code.startsWith('/'));
  const habitText = section('README.md', 'Habits of other programs');
  const folders = codeIn(habitText).filter((code) => code.endsWith('/…'));
  /** Every address of another program that the README tells of, with the format that it says. */
  const habits = rowsOf(habitText).flatMap(([format = '', addresses = '']) =>
    codeIn(addresses)
      .flatMap((code) => (code.startsWith('…/') ? folders.map((folder) => folder.replace('…', code.slice(2))) : code))
      .map((path): [string, string] => [path, format]),
  );
  habits.push(['/feed/by_tag/{tag}.xml', 'Atom']);
  /** Pages of other programs, which lead to ours. */
  const leading = codeIn(habitText).filter((code) => /^\/\w+\/\{\w+\}$/.test(code));
  const NAMES = { RSS: MEDIA_TYPES.rss, Atom: MEDIA_TYPES.atom, 'JSON Feed': MEDIA_TYPES.json };
  const TERMS = {
    tag: 'tides',
    section: 'old-town',
    series: 'walks',
    author: 'mira-holt',
    article: 'ferry',
    document: 'first',
    month: '2026-04',
    path: 'quay.png',
  };
  const named = (path: string): string =>
    path.replace(/\{(\w+)\}/g, (place, word) => new Map(Object.entries(TERMS)).get(word) ?? place);
  const typeAt = async (site: ServedSite, path: string): Promise<string> => {
    const response = await site.get(path);
    return `${response.status} ${response.headers.get('content-type')?.split(';')[0]}`;
  };

  test('all that are answered stand in the README, and no others', async () => {
    hono.made.length = 0;
    await serveSite();
    const [app] = hono.made as [Hono];
    const real = new Set(app.routes.map(({ path }) => shapeOf(path)));
    expect(real.size).toBeGreaterThan(100);
    expect(habitText).toContain('`/feed/by_tag/{tag}.xml`');
    const told = new Set([...own, ...leading, ...habits.map(([path]) => path)].map(shapeOf));
    expect(
      [...real].filter((path) => !told.has(path)),
      'answered, but not told of',
    ).toEqual([]);
    expect(
      [...told].filter((path) => !real.has(path)),
      'told of, but not answered',
    ).toEqual([]);
  });

  test('each own address answers 200', async () => {
    const site = await serveSite({}, undefined, { mediaFolder: folderOf({ [TERMS.path]: 'x' }) });
    // More than one feed shows, of every kind of term.
    const terms = Object.entries(TERMS).flatMap(([kind, label]) => {
      const known = TERM_KINDS.find((one) => one === kind);
      return known === undefined ? [] : [termNamed(known, label)];
    });
    await site.store.applyChanges(
      readAll(...Array.from({ length: 40 }, (_, place) => made(`n${place}`, { terms }))),
      NOW,
    );
    for (const path of own) expect(await typeAt(site, named(path)), path).toMatch(/^200 /);
  });

  test('each page of another program leads to one of ours', async () => {
    const site = await serveSite();
    expect(leading).toHaveLength(4);
    for (const path of leading) expect((await site.get(named(path))).status, path).toBe(308);
  });

  test('the feeds of other programs have the format that the README says', async () => {
    const site = await serveSite();
    const wrong: string[] = [];
    for (const [path, format] of habits) {
      for (const spelling of [named(path), `${named(path)}/`]) {
        const type = new Map(Object.entries(NAMES)).get(format);
        if ((await typeAt(site, spelling)) !== `200 ${type}`) wrong.push(`${spelling} is no ${format}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('so has a page with ?format= or ?feed=', async () => {
    const [, table = ''] = /QUERY_FORMATS[^{]*\{([^}]*)\}/.exec(SOURCE) ?? [];
    const words = [...table.matchAll(/(\w+):/g)].map(([, word = '']) => word);
    expect(words).toEqual(expect.arrayContaining([...FORMATS]));
    const told = codeIn(habitText).filter((code) => code.startsWith('?format='));
    expect(told.toSorted()).toEqual(words.map((word) => `?format=${word}`).toSorted());
    const site = await serveSite();
    for (const query of told.flatMap((code) => [code, code.replace('format', 'feed')])) {
      expect(await typeAt(site, `/tags/tides${query}`)).toMatch(/^200 application\/(?:rss|atom|feed)\+/);
    }
  });
});

test('every status of an error stands in the README', () => {
  const [, titles = ''] = /TITLES[^{]*\{([^}]*)\}/.exec(textOf('src/http/problem.ts')) ?? [];
  const real = titles.match(/\d{3}(?=:)/g) ?? [];
  expect(real.length).toBeGreaterThan(5);
  const told = rowsOf(section('README.md', 'What else is answered')).flatMap(([first]) => first?.split(', ') ?? []);
  expect(real.filter((status) => !told.includes(status))).toEqual([]);
});

describe('examples of the README', () => {
  const text = section('README.md', 'Your own folder');

  test('the articles are read without a fault', async () => {
    const [page = '', ...otherPages] = blocksOf(text, 'text');
    const [article = '', ...otherArticles] = blocksOf(text, 'markdown');
    expect([otherPages, otherArticles]).toEqual([[], []]);
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'page.txt'), page);
    writeFileSync(join(folder.path, 'article.md'), article);
    writeFileSync(join(folder.path, 'tagwire.yaml'), blocksOf(text, 'yaml').join(''));
    const { code, output } = await outputOf(['check', '--json', folder.path]);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ files: 2, published: 2, tags: 3 });
    const feed = async (selection: string): Promise<string> =>
      (await outputOf(['feed', selection, folder.path])).output;
    for (const selection of ['r-and-d', 'port-ellery', 'section:harbour', 'series:winter-ferries']) {
      expect((await feed(selection)).match(/<item>/g), selection).toHaveLength(2);
    }
    expect(await feed('*')).not.toMatch(/Listen Live|Swim|Community/);
  });

  test('the timestamps are answered as they are shown', async () => {
    const shown = blocksOf(textOf('README.md'), 'console').flatMap((block) => block.split(/^\$ /m));
    const calls = shown.filter((call) => call.startsWith('npm run -s tagwire -- '));
    expect(calls.length).toBeGreaterThan(1);
    for (const call of calls) {
      const [line = '', ...answer] = call.split('\n');
      const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '').slice(5);
      expect((await outputOf(words)).output).toBe(answer.join('\n'));
    }
  });
});

test('every test that docs/push.md names is there', () => {
  const tests = globSync(['test/hub/*.test.ts', 'test/journeys/*.test.ts'], { cwd: ROOT }).map(textOf).join('\n');
  const named = rowsOf(section('docs/push.md', 'What is asked of a hub, and where it is shown')).map(([, name]) =>
    plain(name),
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !tests.includes(`'${name}'`))).toEqual([]);
});

test('every npm script stands in CONTRIBUTING', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const told = rowsOf(section('CONTRIBUTING.md', 'Scripts')).map(([first]) =>
    plain(first).replace(/^npm (?:run )?/, ''),
  );
  expect(told.toSorted()).toEqual(Object.keys(scripts).toSorted());
});

test.each([
  ['dependencies', 'When it runs'],
  ['devDependencies', 'When it is made'],
] as const)('all %s stand in docs/dependencies.md, with licence and number', (kind, heading) => {
  const { [kind]: wanted } = JSON.parse(textOf('package.json')) as Record<typeof kind, Record<string, string>>;
  const real = Object.keys(wanted).map((name) => {
    const { license, dependencies = {} } = JSON.parse(textOf(`node_modules/${name}/package.json`));
    return [name, license, String(Object.keys(dependencies).length)];
  });
  const told = rowsOf(section('docs/dependencies.md', heading)).map((row) => row.slice(0, 3).map(plain));
  expect(told).toEqual(real);
});

describe('operating', () => {
  test('all metrics of our own are told of, with their kind', async () => {
    const { publisher, encoded, store, streams } = await serveSite();
    const { text } = await createMetrics(publisher, { plain: publisher, compressed: encoded }, store, streams).read();
    const real = [...text.matchAll(/^# TYPE (tagwire_\w+) (\w+)$/gm)].map(([, name, kind]) => [name, kind]);
    const told = rowsOf(section('docs/operating.md', 'Metrics')).map(([name, kind = '']) => [
      plain(name),
      kind.split(',')[0],
    ]);
    expect(told.toSorted()).toEqual(real.toSorted());
  });

  test('every message that is explained is one of the program', () => {
    const messages = ['Logs', 'Trouble, by message'].flatMap((heading) =>
      rowsOf(section('docs/operating.md', heading)).flatMap(([first = '']) => codeIn(first)),
    );
    expect(messages.length).toBeGreaterThan(20);
    const parts = messages.flatMap((message) => message.split('…').map((part) => part.trim()));
    expect(parts.filter((part) => part.length > 4 && !SOURCE.includes(part))).toEqual([]);
  });
});

describe('links', () => {
  const documents = globSync('**/*.md', { cwd: ROOT, exclude: ['node_modules', 'content', 'dist', 'test'] });
  const anchorsOf = (path: string): string[] =>
    [...textOf(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );

  test('the documents are there', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md', 'docs/architecture.md']));
  });

  test.each(documents)('those of %s lead somewhere', (document) => {
    const text = textOf(document).replace(/^```.*?^```$/gms, '');
    const targets = [...text.matchAll(/(?:\]\(|src=")([^)"\s]+)[)"]/g)].map(([, target = '']) => target);
    const broken = targets.filter((target) => {
      if (/^[a-z]+:/.test(target)) return false;
      const [file = '', anchor] = target.split('#');
      const path = file === '' ? document : relative(ROOT, join(ROOT, dirname(document), file));
      return !existsSync(join(ROOT, path)) || (anchor !== undefined && !anchorsOf(path).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  test.each(documents.filter((path) => path !== 'CHANGELOG.md'))('the files that %s names are there', (document) => {
    const named = textOf(document).match(
      /(?:src\/|\b)(?:app|bench|content|feeds|http|model|store|test|time)\/[\w./-]+\.ts\b/g,
    );
    const missing = (named ?? []).filter((path) => !['', 'src'].some((folder) => existsSync(join(ROOT, folder, path))));
    expect(missing).toEqual([]);
  });
});
