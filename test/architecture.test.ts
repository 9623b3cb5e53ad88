import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** From the ground up: a folder may import from its own floor's folder and from lower floors. */
const FLOORS: readonly (readonly string[])[] = [
  ['model'],
  ['time'],
  ['content', 'store'],
  ['feeds'],
  ['hub'],
  ['http'],
  ['app'],
  ['.'],
];

/** `content` may use `store` beside it, not the other way round. */
const BESIDE: readonly (readonly [string, string])[] = [
  ['content', 'store'],
  ['feeds', 'store'],
];

/** Packages that may be imported only inside a wall: a folder (with `/`) or one file. */
const WALLS: Readonly<Record<string, readonly string[]>> = {
  hono: ['http/'],
  '@hono/node-server': ['http/server.ts'],
  feed: ['feeds/feed-package.ts'],
  'node:sqlite': ['store/sqlite.ts'],
  'date-fns': ['time/'],
  '@date-fns/tz': ['time/'],
  '@date-fns/utc': ['time/'],
  yaml: ['content/fields/yaml-fields.ts'],
  'markdown-it': [
    'content/markdown/markdown-html.ts',
    'content/markdown/markdown-rules.ts',
    'content/markdown/markdown-it-footnote.d.ts',
  ],
  'markdown-it-footnote': ['content/markdown/markdown-html.ts'],
  'smol-toml': ['content/fields/toml-fields.ts'],
  saxes: ['content/saved-feeds/xml-elements.ts'],
  '@mozilla/readability': ['content/html/body.ts'],
  linkedom: ['content/html/dom.ts'],
  franc: ['content/detect-language.ts'],
  'sanitize-html': ['content/sanitise.ts'],
  chardet: ['content/decode/encoding.ts'],
  pino: ['app/log.ts'],
  'pino-pretty': ['app/log.ts'],
  'prom-client': ['app/metrics.ts'],
  commander: ['app/program.ts'],
  'lru-cache': [
    'feeds/publisher.ts',
    'feeds/encodings.ts',
    'feeds/feed-states.ts',
    'feeds/past-states.ts',
    'feeds/pieces.ts',
    'feeds/variants.ts',
    'http/full-fetches.ts',
    'http/hub-limit.ts',
    'http/page-memory.ts',
    'hub/live-events.ts',
  ],
  re2js: ['feeds/pattern.ts'],
  undici: ['hub/http-client.ts'],
  zod: [
    'app/settings.ts',
    'app/setting-schemas.ts',
    'app/hub-settings.ts',
    'app/webhook-settings.ts',
    'app/admin-settings.ts',
    'app/podcast-settings.ts',
    'app/id-list.ts',
    'store/',
  ],
};

/** Folders that hide much behind few doors: what others may import of them. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  store: ['store.ts', 'push-store.ts', 'open.ts', 'shelf.ts'],
};

/** What only the top may touch: the surroundings of the process. */
const OUTSIDE: readonly (readonly [string, RegExp, readonly string[]])[] = [
  ['the environment', /\bprocess\.env\b/, ['main.ts']],
  ['the clock', /\bDate\.now\(|\bnew Date\(\)/, ['app/clock.ts']],
];

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = globSync('**/*.ts', { cwd: join(ROOT, 'src') }).map((path) => path.replaceAll('\\', '/'));
const sources = new Map(files.map((path) => [path, readFileSync(join(ROOT, 'src', path), 'utf8')]));
const imports: readonly Import[] = [...sources].flatMap(([from, text]) =>
  [...text.matchAll(/(?:^|\n)(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/g)].map(
    (match) => {
      const named = match[1] ?? match[2] ?? '';
      const to = named.startsWith('.') ? relative(join(ROOT, 'src'), join(ROOT, 'src', dirname(from), named)) : named;
      return { from, to };
    },
  ),
);

const isOurs = ({ to }: Import): boolean => to.endsWith('.ts');
const folderOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : '.');
const floorOf = (path: string): number => FLOORS.findIndex((floor) => floor.includes(folderOf(path)));
const packageOf = (to: string): string =>
  to.startsWith('node:')
    ? to
    : to
        .split('/')
        .slice(0, to.startsWith('@') ? 2 : 1)
        .join('/');

describe('the floors of the house', () => {
  test('every folder of src has a floor', () => {
    expect(files.filter((path) => floorOf(path) === -1)).toEqual([]);
    expect(imports.filter(isOurs).length).toBeGreaterThan(100);
  });

  test('imports go down, never up', () => {
    const rising = imports.filter(isOurs).filter(({ from, to }) => {
      if (folderOf(from) === folderOf(to)) return false;
      if (BESIDE.some(([user, used]) => folderOf(from) === user && folderOf(to) === used)) return false;
      return floorOf(to) >= floorOf(from);
    });
    expect(rising).toEqual([]);
  });

  test('no import leads back to where it came from', () => {
    const next = Map.groupBy(imports.filter(isOurs), ({ from }) => from);
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      else if (!done.has(file)) {
        for (const { to } of next.get(file) ?? []) walk(to, [...path, file]);
        done.add(file);
      }
    };
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });

  test('the rooms inside a folder do not lean on each other in a circle', () => {
    const roomOf = (path: string): string => dirname(path);
    const between = imports.filter(isOurs).filter(({ from, to }) => {
      const [one, other] = [roomOf(from), roomOf(to)];
      return folderOf(from) === folderOf(to) && one !== other && one.includes('/') && other.includes('/');
    });
    const below = Map.groupBy(between, ({ from }) => roomOf(from));
    const reaches = (room: string, goal: string): boolean =>
      (below.get(room) ?? []).some(({ to }) => roomOf(to) === goal || reaches(roomOf(to), goal));
    const circling = [...below.keys()].filter((room) => reaches(room, room));
    expect(between.length).toBeGreaterThan(10);
    expect(circling).toEqual([]);
  });

  test('a folder with doors is entered through them', () => {
    const through = imports.filter(isOurs).filter(({ from, to }) => {
      const doors = DOORS[folderOf(to)];
      return doors !== undefined && folderOf(from) !== folderOf(to) && !doors.includes(to.slice(to.indexOf('/') + 1));
    });
    expect(through).toEqual([]);
  });
});

describe('the walls around packages', () => {
  test('each package is imported only inside its wall', () => {
    const outside = imports
      .filter((one) => !isOurs(one))
      .filter(({ from, to }) => {
        const walls = WALLS[packageOf(to)];
        if (walls === undefined) return !to.startsWith('node:');
        return !walls.some((wall) => (wall.endsWith('/') ? from.startsWith(wall) : from === wall));
      });
    expect(outside).toEqual([]);
  });

  test('every wall has its package inside', () => {
    const used = new Set(imports.map(({ to }) => packageOf(to)));
    expect(Object.keys(WALLS).filter((name) => !used.has(name))).toEqual([]);
  });

  test.each(OUTSIDE)('only the top looks at %s', (_what, sign, allowed) => {
    const code = [...sources].filter(([path, text]) => {
      const lines = text.split('\n').filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line));
      return !allowed.includes(path) && lines.some((line) => sign.test(line));
    });
    expect(code.map(([path]) => path)).toEqual([]);
  });
});

describe('the ways of the house', () => {
  test('no file exports by default, and none only hands names on', () => {
    const bad = [...sources].filter(([, text]) =>
      /^export default\b|^export \* from|^export \{[^}]*\} from/m.test(text),
    );
    expect(bad.map(([path]) => path)).toEqual([]);
  });

  test('no file is called after nothing', () => {
    expect(files.filter((path) => /(?:^|\/)(?:utils?|helpers?|common|misc|manager|index)\.ts$/.test(path))).toEqual([]);
  });

  test('no file is so long that it must hold two ideas', () => {
    const long = [...sources].filter(([path, text]) => !path.startsWith('time/') && text.split('\n').length > 300);
    expect(long.map(([path]) => path)).toEqual([]);
  });
});
