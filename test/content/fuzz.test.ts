import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isArticleFile } from '../../src/content/article-files.ts';
import { readArticleFile } from '../../src/content/folder/read-file.ts';
import type { FileChange } from '../../src/model/changes.ts';
import { type SeededRandom, seededRandom } from '../model/seeded-random.ts';
import { processorNow } from '../processor-time.ts';
import { SETTINGS } from './article-settings.ts';
import { temporaryFolder, writeTo } from './temporary-folder.ts';

const ROOTS = [join(import.meta.dirname, '../../content'), join(import.meta.dirname, '../fixtures/articles')];

const SEEDS = ROOTS.flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => isArticleFile(path) && !path.endsWith('.expected.json'))
    .sort()
    .map((path) => ({ extension: extname(path), text: readFileSync(join(root, path), 'utf8') })),
);

const SNIPPETS = [
  '<script>alert(1)</script>',
  '<scr<script>ipt>',
  '<img src=x onerror=y>',
  '<b><i><u><a href="javascript:x">',
  '</p></div>',
  ']]>',
  '<!--',
  '&#0;',
  '&lt;script&gt;',
  '\u0000',
  '\u0001',
  '\ud83c',
  '\udf0a',
  '\ufeff',
  '\u202e',
  '\u200b',
  '\u0301\u0301\u0301',
  '---\n',
  '...\n',
  'title: ',
  'date: 03/04/2021\n',
  'tags: [',
  'tags: &a [*a]\n',
  '{',
  '*a',
  '"',
  "'",
  ': ',
  '\t',
  '|\n',
  '> > > > ',
  '# ',
  '| a | b |\n| - | - |\n',
  '```\n',
  '[a]: <b>\n',
  '[[[[',
  '![](',
  '**a _b',
  '12:61 GMT',
  '31 February 2021\n',
  '3 hours ago\n',
  'By Ann Lee, ',
  'Tags:\n',
  '#a #b\n',
  'Get short URL\n',
  ' (42)\n',
  ',,,,',
  '، ، ',
  '、、',
  '。。。',
  '\r',
  '\r\n',
  '\n\n\n',
];

/** Longer than any edit of a real file. */
const MAX_EDIT = 400;

type Mutation = (text: string, random: SeededRandom) => string;

const MUTATIONS: readonly Mutation[] = [
  function cut(text, random) {
    const at = random.below(text.length);
    return text.slice(0, at) + text.slice(at + random.below(MAX_EDIT));
  },
  function double(text, random) {
    const at = random.below(text.length);
    const part = text.slice(at, at + random.below(MAX_EDIT));
    return text.slice(0, at) + part + text.slice(at);
  },
  function shuffleLines(text, random) {
    return random.shuffle(text.split('\n')).join('\n');
  },
  function insert(text, random) {
    const at = random.below(text.length);
    return text.slice(0, at) + random.pick(SNIPPETS).repeat(1 + random.below(3)) + text.slice(at);
  },
  function insertOften(text, random) {
    const at = random.below(text.length);
    return text.slice(0, at) + random.pick(SNIPPETS).repeat(random.below(600)) + text.slice(at);
  },
  function keepBeginning(text, random) {
    return text.slice(0, random.below(text.length));
  },
  function keepEnd(text, random) {
    return text.slice(random.below(text.length));
  },
  function joinLines(text) {
    return text.replaceAll('\n', ' ');
  },
  function doubleSpace(text) {
    return text.replaceAll('\n', '\n\n');
  },
  function wrap(text) {
    return text.replaceAll(/(.{20,60}) /g, '$1\n');
  },
  function append(text, random) {
    return text + random.pick(SEEDS).text;
  },
  function upper(text) {
    return text.toUpperCase();
  },
];

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bytes here and there become others: most of such files are no UTF-8 any more. */
function withNoise(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const noisy = Uint8Array.from(bytes);
  for (let count = random.below(3); count > 0; count -= 1) noisy[random.below(noisy.length)] = random.below(256);
  return noisy;
}

/** Everything that holds of any file, whatever stands in it. */
function expectSound(change: FileChange): void {
  if (change.kind === 'removed' || change.kind === 'touched') throw new Error(`a file was ${change.kind}`);
  for (const { message, line, path } of change.problems) {
    expect(message).not.toBe('');
    expect(path).toBe(change.file.path);
    expect(line ?? 1).toBeGreaterThanOrEqual(1);
  }
  if (change.kind === 'skipped') expect(change.problems[0]?.severity).toBe('error');
  for (const article of change.kind === 'read' ? change.articles : []) {
    expect(article.title.trim()).not.toBe('');
    expect(article.title).not.toContain('\n');
    expect(article.html).not.toMatch(/<script|<[^>]*\son[a-z]+=|<[^>]*=\s*"?javascript:/i);
    expect(article.id).toMatch(/^[\x21-\x7e]+$/);
    expect(article.slug).not.toBe('');
    expect(Number.isSafeInteger(article.publishedAt) && Number.isSafeInteger(article.updatedAt)).toBe(true);
    expect(article.updatedAt).toBeGreaterThanOrEqual(article.publishedAt);
    for (const term of article.terms) expect([term.slug, term.label]).not.toContain('');
    for (const { name } of article.authors) expect(name).not.toBe('');
  }
}

function reader(): (contents: Uint8Array, extension: string) => FileChange {
  const folder = temporaryFolder();
  return (contents, extension) => {
    const path = `file${extension}`;
    writeTo(folder, path, contents);
    return readArticleFile(folder, { path, bytes: contents.length, signature: '' }, undefined, SETTINGS);
  };
}

describe('a file may hold anything', () => {
  test('mutated samples are read or refused, and never throw', () => {
    const read = reader();
    const random = seededRandom(20_260_101);
    const outcomes = { read: 0, skipped: 0 };
    for (let round = 0; round < 300; round += 1) {
      const { text, extension } = random.pick(SEEDS);
      let mutated = text;
      for (let count = 1 + random.below(3); count > 0 && mutated !== ''; count -= 1) {
        mutated = random.pick(MUTATIONS)(mutated, random);
      }
      const bytes = random.below(4) === 0 ? withNoise(encode(mutated), random) : encode(mutated);
      const change = read(bytes, random.below(8) === 0 ? random.pick(['.md', '.txt']) : extension);
      expectSound(change);
      if (change.kind === 'read') outcomes.read += 1;
      else outcomes.skipped += 1;
    }
    // The loop is only worth its time when it goes both ways.
    expect(outcomes.read).toBeGreaterThan(80);
    expect(outcomes.skipped).toBeGreaterThan(40);
  });

  test('random bytes are read or refused, and never throw', () => {
    const read = reader();
    const random = seededRandom(7);
    for (let round = 0; round < 200; round += 1) {
      const bytes = Uint8Array.from({ length: random.below(600) }, () =>
        random.below(3) === 0 ? random.below(256) : 32 + random.below(95),
      );
      expectSound(read(bytes, random.pick(['.md', '.txt'])));
    }
  });

  test('the same bytes give the same answer', () => {
    const read = reader();
    for (const { text, extension } of SEEDS)
      expect(read(encode(text), extension)).toEqual(read(encode(text), extension));
  });
});

const LARGE = 300_000;
const HOSTILE = 60_000;
const repeated = (part: string, length: number): string =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** Holds when it takes less than so many ms at the first or the second time: one may fall into a pause of the machine. */
function expectWithin(limitMs: number, run: () => void): void {
  const timed = (): number => {
    const started = processorNow();
    run();
    return processorNow() - started;
  };
  const firstMs = timed();
  expect(firstMs < limitMs ? firstMs : timed()).toBeLessThan(limitMs);
}

const MATTER = '---\ntitle: Low water\ndate: 2021-01-20\n---\n';
const CLOCK = '02:27 GMT14 January 2021\n\n';
const SENTENCE = 'The keeper of the lamp on the mole has begun to answer the letters that ships drop into her basket.';

describe('300 KB are read in good time', () => {
  test.each<[string, string, string]>([
    ['a page of many paragraphs', '.txt', CLOCK + repeated(`${SENTENCE} ${SENTENCE}\n\n`, LARGE)],
    ['a page in one line', '.txt', CLOCK + repeated(`${SENTENCE} `, LARGE)],
    ['an article of many paragraphs', '.md', MATTER + repeated(`${SENTENCE} **${SENTENCE}** [here](there)\n\n`, LARGE)],
    ['an article in one line', '.md', MATTER + repeated(`${SENTENCE} `, LARGE)],
  ])('%s', (_name, extension, text) => {
    const read = reader();
    read(encode(text.slice(0, 20_000)), extension);
    expectWithin(250, () => expectSound(read(encode(text), extension)));
  });
});

describe('hostile files take no more than their share', () => {
  const PAGES = [
    'a,b\n',
    '20 April 2021\n',
    '(',
    'By a\n',
    'By Ann Lee, ',
    '. ',
    '"',
    '、',
    '12\n',
    '1:',
    '\u00a0',
    ".''",
    '港の灯、',
    '#a ',
    'Tags:\n',
    'a\n\n',
    'Abc (2)\n\n',
    ' ',
    'x',
  ];
  test.each(PAGES)('a page of nothing but %j', (part) => {
    const read = reader();
    const text = `${CLOCK}${repeated(part, HOSTILE)}\n\n${SENTENCE}\n`;
    expectWithin(1_000, () => expectSound(read(encode(text), '.txt')));
  });

  const BODIES = [
    '>',
    '- ',
    '[',
    '`',
    '*',
    '<b>',
    '</b>',
    '<!--',
    '&amp;',
    '(',
    ' ',
    '\\',
    '# ',
    '[a](',
    '\t',
    '1. ',
    '"',
    '<p>x',
  ];
  test.each(BODIES)('an article of nothing but %j', (part) => {
    const read = reader();
    expectWithin(1_000, () => expectSound(read(encode(`${MATTER}${repeated(part, HOSTILE)}\n`), '.md')));
  });

  const MATTERS = ['[', '{', '- ', 'a: &a [*a]\n', '"', 'k: v\n', '*a ', '|\n', '\t', ' '];
  test.each(MATTERS)('front matter of nothing but %j', (part) => {
    const read = reader();
    const text = `---\ntitle: Low water\ndate: 2021-01-20\nx: ${repeated(part, 32_000)}\n---\nText.\n`;
    expectWithin(1_000, () => expectSound(read(encode(text), '.md')));
  });

  test.each<[string, string]>([
    ['a heading with blanks inside', `---\ndate: 2021-01-20\n---\n# a${repeated(' ', LARGE)}b\n`],
    ['an author with blanks inside', `---\ntitle: t\nauthor: "a${' '.repeat(30_000)}b"\ndate: 2021-01-20\n---\n`],
    ['an author with signs of addresses', `---\ntitle: t\nauthor: "a <${'@'.repeat(30_000)}"\ndate: 2021-01-20\n---\n`],
    ['a title as long as front matter may be', `---\ntitle: "${'a b '.repeat(8_000)}"\ndate: 2021-01-20\n---\n`],
    ['a date as long as front matter may be', `---\ntitle: t\ndate: "${'1:1 '.repeat(8_000)}"\n---\n`],
    [
      'a thousand tags',
      `---\ntitle: t\ndate: 2021-01-20\ntags: [${Array.from({ length: 3_000 }, (_, index) => `t${index}`).join(', ')}]\n---\n`,
    ],
  ])('%s', (_name, text) => {
    const read = reader();
    expectWithin(1_000, () => expectSound(read(encode(text), '.md')));
  });
});
