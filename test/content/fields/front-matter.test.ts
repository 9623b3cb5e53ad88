import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/content/decode/decode.ts';
import type { Field } from '../../../src/content/fields/field.ts';
import { hasFrontMatter, readFrontMatter } from '../../../src/content/fields/front-matter.ts';
import { processorNow } from '../../processor-time.ts';
import { contentErrorOf } from '../content-error.ts';

type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

/** A field as one would write it in JSON. */
function plain(field: Field): Plain {
  if (field.kind === 'text') return field.value.text;
  return field.kind === 'list' ? field.values.map(plain) : record(field.fields);
}

const record = (fields: ReadonlyMap<string, Field>): { readonly [key: string]: Plain } =>
  Object.fromEntries([...fields].map(([key, field]) => [key, plain(field)]));

const fieldsOf = (yaml: string): Plain => record(readFrontMatter(`---\n${yaml}\n---\n`).fields);

describe('fields are the text that was written', () => {
  test.each<[string, string, Plain]>([
    ['one key', 'title: Low water', { title: 'Low water' }],
    ['no key at all', '', {}],
    ['a comment alone', '# nothing yet', {}],
    ['keys are lower case, values are not', 'TITLE: Low Water\nTags: [A]', { title: 'Low Water', tags: ['A'] }],
    ['a number keeps its zeros', 'a: 1.0\nb: 007\nc: 0x1f', { a: '1.0', b: '007', c: '0x1f' }],
    ['a word of yes or no stays a word', 'a: yes\nb: No\nc: true', { a: 'yes', b: 'No', c: 'true' }],
    ['a date stays as it is', 'date: 2021-04-20', { date: '2021-04-20' }],
    ['a time with its zone stays as it is', 'date: 2021-04-20 10:15:00 +0200', { date: '2021-04-20 10:15:00 +0200' }],
    ['a time without quotes may hold colons', 'date: 20 April 2021, 02:27 GMT', { date: '20 April 2021, 02:27 GMT' }],
    ['double quotes go', 'title: "Low: water"', { title: 'Low: water' }],
    ['single quotes go, a doubled one is one', "title: 'The tide''s out'", { title: "The tide's out" }],
    ['escapes in double quotes are read', 'title: "caf\\u00e9\\tbar"', { title: 'café\tbar' }],
    ['a list in brackets', 'tags: [tides, open data]', { tags: ['tides', 'open data'] }],
    ['a list of lines', 'tags:\n  - tides\n  - open data', { tags: ['tides', 'open data'] }],
    ['a list of lines that is not indented', 'tags:\n- tides\n- bees', { tags: ['tides', 'bees'] }],
    ['a list in a list', 'tags:\n  - [a, b]\n  - c', { tags: [['a', 'b'], 'c'] }],
    ['C# and R&D need no quotes', 'tags: [C#, R&D, C++]', { tags: ['C#', 'R&D', 'C++'] }],
    ['C# and R&D need none in lines either', 'tags:\n  - C#\n  - R&D', { tags: ['C#', 'R&D'] }],
    ['a sign of number after a blank begins a comment', 'title: Pier #4', { title: 'Pier' }],
    ['in quotes it does not', 'title: "Pier #4"', { title: 'Pier #4' }],
    ['commas stay in a text', 'tags: tides, bees', { tags: 'tides, bees' }],
    [
      'a record',
      'author:\n  Name: Ann Lee\n  url: https://a.example/',
      { author: { name: 'Ann Lee', url: 'https://a.example/' } },
    ],
    ['records in a list', 'authors:\n  - name: Ann\n  - name: Bo', { authors: [{ name: 'Ann' }, { name: 'Bo' }] }],
    ['a folded text is one line', 'summary: >\n  one\n  two', { summary: 'one two' }],
    ['a literal text keeps its lines', 'summary: |\n  one\n  two', { summary: 'one\ntwo' }],
    ['a key without a value is left out', 'a:\nb: ~\nc: null\nd: ""\ne: "  "', {}],
    ['empty entries of a list are left out', 'tags: [a, "", ~, b]', { tags: ['a', 'b'] }],
    ['blanks around a value go', 'title:    Low water   ', { title: 'Low water' }],
    ['an alias of a text is that text', 'author: &who Ann Lee\neditor: *who', { author: 'Ann Lee', editor: 'Ann Lee' }],
    ['an alias of a list is left out', 'tags: &t [a]\nmore: *t', { tags: ['a'] }],
    ['an alias of nothing is left out', 'a: *nobody\nb: c', { b: 'c' }],
    [
      'a key named as the objects of the language have it',
      '__proto__: x\nconstructor: y',
      { constructor: 'y', ['__proto__']: 'x' },
    ],
    ['keys in two cases are one, the later counts', 'Title: a\ntitle: b', { title: 'b' }],
    ['a tag of YAML changes nothing', 'title: !!str 12', { title: '12' }],
    ['letters of every script', 'tags: [приливы, 潮, المد]', { tags: ['приливы', '潮', 'المد'] }],
  ])('%s', (_name, yaml, fields) => expect(fieldsOf(yaml)).toEqual(fields));
});

describe('front matter is divided from its body', () => {
  test.each<[string, string, string, number]>([
    ['the body begins after the fence', '---\ntitle: t\n---\nbody\n', 'body\n', 4],
    ['one blank line stays with the body', '---\ntitle: t\n---\n\nbody', '\nbody', 4],
    ['a text without a fence is all body', 'just words\n---\n', 'just words\n---\n', 1],
    ['a fence that is not on the first line is none', '\n---\ntitle: t\n---\nbody', '\n---\ntitle: t\n---\nbody', 1],
    ['four hyphens are no fence', '----\ntitle: t\n----\n', '----\ntitle: t\n----\n', 1],
    ['three dots close it, too', '---\ntitle: t\n...\nbody', 'body', 4],
    ['blanks after the fences do not matter', '---  \ntitle: t\n---\t \nbody', 'body', 4],
    ['nothing between the fences', '---\n---\nbody', 'body', 3],
    ['nothing after the fences', '---\ntitle: t\n---', '', 4],
    ['a rule in the body stays there', '---\ntitle: t\n---\na\n\n---\n\nb', 'a\n\n---\n\nb', 4],
    ['hyphens inside a value do not close it', '---\ntitle: a --- b\n---\nbody', 'body', 4],
    ['a fence alone without a line end is body', '---', '---', 1],
  ])('%s', (_name, text, body, bodyLine) => expect(readFrontMatter(text)).toMatchObject({ body, bodyLine }));

  test('it is read the same with line ends of Windows and a byte order mark', () => {
    const written = '\ufeff---\r\ntitle: Low water\r\ntags:\r\n  - tides\r\n---\r\n\r\nText.\r\n';
    const { fields, body, bodyLine } = readFrontMatter(decodeText(new TextEncoder().encode(written)));
    expect({ fields: record(fields), body, bodyLine }).toEqual({
      fields: { title: 'Low water', tags: ['tides'] },
      body: '\nText.\n',
      bodyLine: 6,
    });
  });

  test('each value knows its line in the file', () => {
    const { fields } = readFrontMatter('---\ntitle: t\ntags:\n  - a\n  - b\nauthor: {name: x}\n---\n');
    const tags = fields.get('tags');
    expect(fields.get('title')).toEqual({ kind: 'text', value: { text: 't', line: 2 } });
    expect(tags?.kind === 'list' && tags.values).toEqual([
      { kind: 'text', value: { text: 'a', line: 4 } },
      { kind: 'text', value: { text: 'b', line: 5 } },
    ]);
    expect(fields.get('author')).toMatchObject({ kind: 'record', line: 6 });
  });
});

test.each<[string, string, boolean]>([
  ['a fence', '---\ntitle: t', true],
  ['a fence with blanks', '--- \t\n', true],
  ['a fence without a line end', '---', false],
  ['words', 'words\n---\n', false],
  ['a rule of another kind', '***\n', false],
])('%s begins front matter or not', (_name, text, answer) => expect(hasFrontMatter(text)).toBe(answer));

const MEND = 'quote values that hold ":" or "#"';

describe('what cannot be read is refused with its line and its mend', () => {
  test.each<[string, string, string]>([
    [
      'a fence that is never closed',
      '---\ntitle: t\n\nbody',
      '1: the front matter is opened by "---" but never closed; add a line "---" after it',
    ],
    [
      'a closing fence that is indented',
      '---\ntitle: t\n ---\nbody',
      '1: the front matter is opened by "---" but never closed; add a line "---" after it',
    ],
    [
      'a colon in a value',
      '---\ntitle: Tide: low\n---\n',
      `2: the front matter is not YAML: Nested mappings are not allowed in compact mappings; ${MEND}`,
    ],
    [
      'a quote that is not closed',
      '---\na: b\ntitle: "Low\n---\n',
      `4: the front matter is not YAML: Missing closing "quote; ${MEND}`,
    ],
    [
      'a bracket that is not closed',
      '---\na: b\ntags: [a, b\n---\n',
      `4: the front matter is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]; ${MEND}`,
    ],
    [
      'a tab before a value',
      '---\na: b\ntags:\n\t- c\n---\n',
      `4: the front matter is not YAML: Tabs are not allowed as indentation; ${MEND}`,
    ],
    [
      'a value that begins with @',
      '---\nauthor: @ann\n---\n',
      `2: the front matter is not YAML: Plain value cannot start with reserved character @; ${MEND}`,
    ],
    [
      'a key that stands twice',
      '---\ntitle: a\ndate: b\ntitle: c\n---\n',
      '4: the front matter has a key twice; keep one of them',
    ],
    [
      'a text',
      '---\njust words\n---\n',
      '2: the front matter is no list of "key: value" lines; write one such as "title: …"',
    ],
    [
      'a list',
      '---\n- a\n- b\n---\n',
      '2: the front matter is no list of "key: value" lines; write one such as "title: …"',
    ],
    [
      'brackets a thousand deep',
      `---\na: b\nc: ${'['.repeat(5_000)}${']'.repeat(5_000)}\n---\n`,
      '3: the front matter is nested too deeply; write plain values and lists',
    ],
    [
      'a whole article between the fences',
      `---\ntitle: t\nbody: ${'word '.repeat(10_000)}\n---\n`,
      '1: the front matter has 50016 characters, at most 32768; move the text of the article below its closing "---"',
    ],
  ])('%s', (_name, text, told) => expect(contentErrorOf(() => readFrontMatter(text))).toBe(told));
});

test('aliases that would grow to a thousand million texts are left out at once', () => {
  const rows = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let row = 1; row < 9; row += 1)
    rows.push(
      `a${row}: &a${row} [${Array(9)
        .fill(`*a${row - 1}`)
        .join(', ')}]`,
    );
  const started = processorNow();
  expect(fieldsOf(rows.join('\n'))).toMatchObject({ a0: Array(9).fill('x'), a8: [] });
  expect(processorNow() - started).toBeLessThan(1_000);
});

describe('a language behind the opening fence', () => {
  test.each<[string, string, Plain, number]>([
    ['YAML', '---yaml\ntitle: A\n---\nb\n', { title: 'A' }, 4],
    ['JSON', '---json\n{ "title": "A",\n  "tags": ["x", "y"] }\n---\nb\n', { title: 'A', tags: ['x', 'y'] }, 5],
    ['TOML', '---toml\ntitle = "A"\n---\nb\n', { title: 'A' }, 4],
    ['with a blank and in capitals', '--- JSON \n{"title":"A"}\n---\nb\n', { title: 'A' }, 4],
  ])('%s', (_name, text, fields, bodyLine) => {
    expect(hasFrontMatter(text)).toBe(true);
    const read = readFrontMatter(text);
    expect(record(read.fields)).toEqual(fields);
    expect(read).toMatchObject({ body: 'b\n', bodyLine });
  });

  test('a fault is told with its line', () => {
    expect(contentErrorOf(() => readFrontMatter('---json\n{ "a": 1,\n"b" }\n---\n'))).toMatch(
      /^3: the front matter is not JSON/,
    );
    expect(contentErrorOf(() => readFrontMatter('---json\n{ "a": 1 }\n'))).toMatch(/^1: .*never closed/);
  });
});
