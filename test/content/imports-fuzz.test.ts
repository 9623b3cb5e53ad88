import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isArticleFile } from '../../src/content/article-files.ts';
import { readArticleFile } from '../../src/content/folder/read-file.ts';
import type { FileChange } from '../../src/model/changes.ts';
import { type SeededRandom, seededRandom } from '../model/seeded-random.ts';
import { processorNow } from '../processor-time.ts';
import { SETTINGS } from './article-settings.ts';
import { temporaryFolder, writeTo } from './temporary-folder.ts';

const IMPORTS = join(import.meta.dirname, '../fixtures/imports');
const PATHS = readdirSync(IMPORTS, { recursive: true, encoding: 'utf8' })
  .filter((path) => isArticleFile(path) && !path.endsWith('.expected.json'))
  .sort();

const SNIPPETS = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    '\\',
    ',',
    ':',
    'null',
    '[[[[',
    '{"a":',
    '"title":"x",',
    '"date":1618885620,',
    '"items":[',
  ],
  ...[
    '<',
    '>',
    '</item>',
    '<item>',
    '<![CDATA[',
    ']]>',
    '&',
    '&#0;',
    '&nbsp;',
    '<?xml?>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
  ],
  ...[
    '+++\n',
    '---\n',
    '{{< a >}}',
    '{% raw %}',
    '[[a|b]]',
    '![[',
    '%%',
    '#a',
    '[^1]',
    '> [!x]\n',
    '\u0000',
    '\ufeff',
    '\r',
  ],
];

function mutated(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const at = random.below(bytes.length + 1);
  const end = Math.min(bytes.length, at + random.below(300));
  const [before, part, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  const snippet = new TextEncoder().encode(random.pick(SNIPPETS).repeat(1 + random.below(40)));
  const ways = [
    [before, after],
    [before, part, part, part, after],
    [before, snippet, part, after],
    [before],
    [part, after, before],
    [before, part.map((byte) => (random.below(9) === 0 ? random.below(256) : byte)), after],
  ];
  return Buffer.concat(random.pick(ways));
}

const folder = (): ((path: string, bytes: Uint8Array) => FileChange) => {
  const root = temporaryFolder();
  return (path, bytes) => {
    writeTo(root, path, bytes);
    return readArticleFile(root, { path, bytes: bytes.length, signature: '' }, undefined, SETTINGS);
  };
};

function expectSound(change: FileChange): void {
  if (change.kind === 'skipped') expect(change.problems.map(({ severity }) => severity)).toContain('error');
  for (const { line, message } of 'problems' in change ? change.problems : []) {
    expect(message.length).toBeLessThan(1_000);
    expect(line ?? 1).toBeGreaterThanOrEqual(1);
  }
  for (const { id, slug, title, html, publishedAt } of change.kind === 'read' ? change.articles : []) {
    expect(id).toMatch(/^[\x21-\x7e]+$/);
    expect([slug, title.trim()]).not.toContain('');
    expect(html).not.toMatch(/<script|javascript:|\son\w+=/i);
    expect(Number.isSafeInteger(publishedAt)).toBe(true);
  }
}

describe('files of other programs that were damaged', () => {
  test.each(PATHS)('%s is read or refused, and never throws', (path) => {
    const read = folder();
    const random = seededRandom(path.length);
    const whole = readFileSync(join(IMPORTS, path));
    for (let round = 0; round < 25; round += 1) {
      let bytes: Uint8Array = whole;
      for (let count = 1 + random.below(3); count > 0; count -= 1) bytes = mutated(bytes, random);
      expectSound(read(path, bytes));
    }
  });

  test('the same bytes give the same answer', () => {
    const read = folder();
    for (const path of PATHS) {
      const bytes = readFileSync(join(IMPORTS, path));
      expect(read(path, bytes)).toEqual(read(path, bytes));
    }
  });
});

const LENGTH = 20_000;
const filled = (part: string): string => part.repeat(Math.ceil(LENGTH / part.length));

describe('hostile exports take no more than their share', () => {
  test.each<[string, string]>([
    ...['[', '{"a":', '"', '{},', '[],', '\\', '{"title":"t","date":"2024"}', '"\\"', '1', ' '].map(
      (part): [string, string] => ['a.json', `[${filled(part)}`],
    ),
    ...['{', '{}\n', '[]\n', '\n', '"\n', '{"title":"t","url":"x"}\n'].map((part): [string, string] => [
      'a.jsonl',
      filled(part),
    ]),
    ...[
      '<a>',
      '<item>',
      '<a b="',
      '&',
      '&amp;',
      '<![CDATA[',
      '</a>',
      '<!--',
      '<item><title>t</title></item>',
      ']]>',
    ].map((part): [string, string] => ['a.xml', `<rss><channel>${filled(part)}`]),
    ...[
      '{{< a >}}',
      '{{<',
      '{%',
      '{{ "',
      '[[',
      '![[',
      '%%',
      '==',
      '#a ',
      '[^1]: b\n',
      '[^1]',
      '^[',
      '> [!a] b\n',
      '- [ ] ',
      '{:.a}',
      'a: b\n',
      '+++\n',
    ].map((part): [string, string] => ['_posts/2024-01-01-a.md', `---\ntitle: t\n---\n${filled(part)}`]),
    ...['a = 1\n', '[a]\n', 'a.', 'a = [', '"', "'''", 'a = {'].map((part): [string, string] => [
      'a.md',
      `+++\n${part.repeat(32_000 / part.length)}\n+++\n`,
    ]),
  ])('%s: %.40s', (path, text) => {
    const read = folder();
    const timed = (): number => {
      const started = processorNow();
      expectSound(read(path, new TextEncoder().encode(text)));
      return processorNow() - started;
    };
    const firstMs = timed();
    expect(firstMs < 2_000 ? firstMs : timed()).toBeLessThan(2_000);
  });
});
