import { describe, expect, test } from 'vitest';
import { readJson } from '../../../src/content/fields/json-fields.ts';
import { readJsonFile, readJsonLines } from '../../../src/content/json/json.ts';
import { contentErrorOf } from '../content-error.ts';

const text = (value: string, line: number) => ({ kind: 'text', value: { text: value, line } });

describe('JSON is read with the line of each value', () => {
  test('of all kinds', () => {
    const json = '{\n "a": "x\\n\\"y\\"",\n "b": [1.50,\n true, null, "\\\\"],\n "c": {"d": null},\n "e": []}\n';
    expect(readJson(json, 1)).toEqual({
      kind: 'record',
      line: 1,
      fields: new Map<string, unknown>([
        ['a', text('x\n"y"', 2)],
        ['b', { kind: 'list', line: 3, values: [text('1.50', 3), text('true', 4), text('\\', 4)] }],
        ['c', { kind: 'record', line: 5, fields: new Map() }],
        ['e', { kind: 'list', line: 6, values: [] }],
      ]),
    });
  });

  test.each<[string, string, object]>([
    ['a text', ' "x" ', text('x', 1)],
    ['nothing', 'null', {}],
    ['a key twice: the last counts', '{"a":1,"a":2}', { fields: new Map([['a', text('2', 1)]]) }],
    ['a key that is on every object', '{"__proto__":1}', { fields: new Map([['__proto__', text('1', 1)]]) }],
  ])('%s', (_name, json, field) => {
    expect(readJson(json, 1) ?? {}).toMatchObject(field);
  });

  test.each<[string, string, string]>([
    ['a comma that is missing', '{\n"a": 1\n"b": 2}', '3: "b" stands where "," or "}" should stand'],
    ['a comma too many', '[\n1,\n]', '3: "]" stands where a value should stand'],
    ['a key without quotes', '{a: 1}', '1: "a" stands where a key in double quotes or "}" should stand'],
    ['a colon that is missing', '{"a" 1}', '1: "1" stands where ":" should stand'],
    ['a bracket of the other kind', '[1}', '1: "}" stands where "," or "]" should stand'],
    ['a number with a zero before it', '[01]', '1: "01" stands where a value or "]" should stand'],
    ['a word that is none', '[None]', '1: "None" stands where a value or "]" should stand'],
    ['a text over two lines', '{"a":\n "x\n y"}', '2: the text "x… is not closed on its line, or has a "\\" too many'],
    ['a bad escape', '["\\x"]', '1: the text "\\x"… is not closed on its line, or has a "\\" too many'],
    ['a text that is not closed', '{"a": "x\n', '1: a text is not closed; add a double quote'],
    ['an end too early', '{"a":\n[1,\n', '3: it ends too early'],
    ['no JSON at all', 'Dear Ann,\nhello', '1: "Dear" stands where a value should stand'],
    ['something behind it', '{}\n{}', '2: "{" stands where the end should stand'],
    ['a million brackets', '['.repeat(1_000_000), 'the JSON is nested more than 100 deep'],
  ])('%s is told with its line', (_name, json, told) => {
    const problem = contentErrorOf(() => readJson(json, 1)).replace('the file is not JSON: ', '');
    expect(problem.replace('1: the JSON', 'the JSON')).toBe(told);
  });
});

const file = (json: unknown) => ({ path: 'a.json', text: typeof json === 'string' ? json : JSON.stringify(json) });
const titlesIn = (json: unknown): readonly string[] =>
  [...readJsonFile(file(json))].map((found) =>
    found.kind === 'article' ? found.draft.title.text : found.kind === 'fault' ? found.error.message : found.message,
  );

const article = (title: string) => ({ title, date: '2024-01-01', text: 'Text.' });

describe('articles are found wherever they stand', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['one article', article('a'), ['a']],
    ['a list', [article('a'), article('b')], ['a', 'b']],
    ['under a key', { articles: [article('a')] }, ['a']],
    ['under a key in a key', { data: { posts: [article('a')] } }, ['a']],
    ['as nodes of edges', { data: { posts: { edges: [{ node: article('a') }, { node: article('b') }] } } }, ['a', 'b']],
    ['as documents of a search', { hits: { total: 1, hits: [{ _id: 'x', _source: article('a') }] } }, ['a']],
    ['as children', { data: { children: [{ kind: 't3', data: { ...article('a'), selftext: 'x' } }] } }, ['a']],
    ['by their ids', { first: article('a'), second: article('b') }, ['a', 'b']],
    ['an article with comments is one article', { ...article('a'), children: [article('b')] }, ['a']],
    ['an empty JSON Feed has none', { version: 'https://jsonfeed.org/version/1.1', title: 't', items: [] }, []],
    [
      'a graph with other things',
      [
        { '@type': 'Person', name: 'Ann' },
        { '@type': 'BlogPosting', ...article('a') },
      ],
      ['a'],
    ],
    [
      'a value among articles',
      [article('a'), 7],
      ['a', 'this is no article, but a single value or a list; write a record with "title"'],
    ],
    [
      'an article without title and text',
      [article('a'), { date: '2024-01-01', id: 3 }],
      ['a', 'the article has neither a title nor a text; add "title" and "content_html"'],
    ],
  ])('%s', (_name, json, titles) => expect(titlesIn(json)).toEqual(titles));

  test.each([
    ['a list of numbers', [1, 2]],
    ['an empty list of nothing', { items: [] }],
    ['settings', { name: 'x', title: 'y', port: 3 }],
    ['a text', 'null'],
  ])('none is found in %s', (_name, json) => {
    expect(contentErrorOf(() => titlesIn(json))).toContain('no article was found in this JSON');
  });
});

const bodyOf = (fields: object): string => {
  const [found] = readJsonFile(file({ title: 't', date: '2024-01-01', ...fields }));
  return found?.kind === 'article' ? found.draft.html : 'none';
};

describe('the text of an article', () => {
  test.each<[string, object, string]>([
    ['HTML', { content: '<p>a &amp; b</p>' }, '<p>a &amp; b</p>'],
    ['a text with blank lines', { content: 'a\nb\n\nc < d' }, '<p>a\nb</p>\n<p>c &lt; d</p>'],
    ['a text with line ends alone', { text: 'a\nb' }, '<p>a</p>\n<p>b</p>'],
    ['Markdown', { body: '## Why\n\nBecause.' }, '<h2>Why</h2>\n<p>Because.</p>\n'],
    ['Markdown that says so', { markdown: '*a*' }, '<p><em>a</em></p>\n'],
    ['HTML goes before text', { content_text: 'x', content_html: '<p>y</p>' }, '<p>y</p>'],
    ['a record', { content: { rendered: '<p>y</p>', protected: false } }, '<p>y</p>'],
    ['a text that only looks like HTML', { content_text: '<p>y</p>' }, '<p>&lt;p&gt;y&lt;/p&gt;</p>'],
    ['the summary, when there is no other', { url: 'https://x.example/', summary: 'Short.' }, '<p>Short.</p>'],
  ])('%s', (_name, fields, html) => expect(bodyOf(fields)).toBe(html));
});

describe('lines of JSON', () => {
  test('a bad line stops no other', () => {
    const lines = [JSON.stringify(article('a')), '{', '', JSON.stringify(article('b')), 'null'].join('\n');
    const told = [...readJsonLines({ path: 'a.jsonl', text: lines })].map((found) =>
      found.kind === 'article' ? found.draft.title : found.kind === 'fault' ? found.error.line : found.message,
    );
    expect(told).toEqual([{ text: 'a', line: 1 }, 2, { text: 'b', line: 4 }]);
  });
});
