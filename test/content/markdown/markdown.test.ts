import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/content/draft.ts';
import { readMarkdown } from '../../../src/content/markdown/markdown.ts';
import { contentErrorOf } from '../content-error.ts';

const withFields = (yaml: string, body = 'Text.'): Draft =>
  readMarkdown(`---\ntitle: Low water\n${yaml}\n---\n${body}\n`);
const htmlOf = (body: string): string => withFields('date: 2021-04-20', body).html;

describe('the title is the given one, else the first heading', () => {
  test.each<[string, string, string, number, string]>([
    ['a given title counts', '---\ntitle: Low water\n---\nText.\n', 'Low water', 2, '<p>Text.</p>\n'],
    ['a first heading is the title and leaves the body', '# Low water\n\nText.\n', 'Low water', 1, '<p>Text.</p>\n'],
    ['a heading after front matter', '---\ntags: a\n---\n\n# Low water\n\nText.\n', 'Low water', 5, '<p>Text.</p>\n'],
    ['a heading that is underlined', 'Low water\n=========\n\nText.\n', 'Low water', 1, '<p>Text.</p>\n'],
    ['closing signs of a heading are none of the title', '# Low water ##\n\nText.\n', 'Low water', 1, '<p>Text.</p>\n'],
    ['C# keeps its sign', '# What C# is\n\nText.\n', 'What C# is', 1, '<p>Text.</p>\n'],
    [
      'marks in a heading are none of the title',
      '# *Low* `water` [here](/x) <b>now</b>\n',
      'Low water here now',
      1,
      '',
    ],
    ['an entity in a heading is its letter', '# Low &amp; high\n', 'Low & high', 1, ''],
    [
      'a heading below a picture',
      '![pier](pier.png)\n\n# Low water\n\nText.\n',
      'Low water',
      3,
      '<p><img src="pier.png" alt="pier"></p>\n<p>Text.</p>\n',
    ],
    ['a smaller heading at the very beginning', '## Low water\n\nText.\n', 'Low water', 1, '<p>Text.</p>\n'],
    ['only the first of two', '# Low water\n\n# High water\n', 'Low water', 1, '<h1>High water</h1>\n'],
    [
      'a title that the body says again is said once',
      '---\ntitle: Low water\n---\n\n# Low  Water\n\nText.\n',
      'Low water',
      2,
      '<p>Text.</p>\n',
    ],
    [
      'another heading than the given title stays',
      '---\ntitle: Low water\n---\n# Tides\n',
      'Low water',
      2,
      '<h1>Tides</h1>\n',
    ],
    ['a given title without a body', '---\ntitle: Low water\n---\n', 'Low water', 2, ''],
    ['a title that looks like a number', '---\ntitle: 1984\n---\n', '1984', 2, ''],
  ])('%s', (_name, text, title, line, html) => {
    const draft = readMarkdown(text);
    expect({ title: draft.title, html: draft.html }).toEqual({ title: { text: title, line }, html });
  });

  const MEND = '1: the article has no title; add "title: …" to its front matter, or a first line "# …"';
  test.each<[string, string]>([
    ['text without a heading', 'Text.\n'],
    ['front matter without a title and a text', '---\ndate: 2021-04-20\n---\n'],
    ['a small heading further down', 'Text.\n\n## Tides\n'],
    ['a heading in a quotation', '> # Tides\n'],
    ['a heading without words', '#\n\nText.\n'],
    ['a sign without a blank', '#tides\n'],
    ['a title that is blank', '---\ntitle: "  "\n---\nText.\n'],
    ['a title that is a list of nothing', '---\ntitle: []\n---\nText.\n'],
  ])('no title is to be had from %s', (_name, text) => expect(contentErrorOf(() => readMarkdown(text))).toBe(MEND));

  test('it is noted when the title came from a heading, and only then', () => {
    expect(readMarkdown('# Low water\n').titleNote).toBe(
      'the title is the first heading, because the front matter names none',
    );
    expect(withFields('date: x')).not.toHaveProperty('titleNote');
  });
});

describe('tags', () => {
  test.each<[string, string, readonly string[]]>([
    ['a list', 'tags: [tides, open data]', ['tides', 'open data']],
    ['a single word', 'tags: tides', ['tides']],
    ['two words are one tag', 'tags: open data', ['open data']],
    ['text with commas', 'tags: tides, open data ,bees', ['tides', 'open data', 'bees']],
    ['text with Arabic and Chinese commas', 'tags: المد، النحل、潮，蜂', ['المد', 'النحل', '潮', '蜂']],
    ['text with semicolons', 'tags: tides; bees', ['tides', 'bees']],
    ['a tag in a list may hold a comma', 'tags: ["Thrum, island of", bees]', ['Thrum, island of', 'bees']],
    ['signs that mean something', 'tags: [C++, C#, R&D, .NET]', ['C++', 'C#', 'R&D', '.NET']],
    ['numbers', 'tags: [2021, 1.0]', ['2021', '1.0']],
    ['the key tag', 'tag: tides', ['tides']],
    ['keywords', 'keywords: tides, bees', ['tides', 'bees']],
    ['tags before keywords', 'keywords: a\ntags: b', ['b']],
    ['a key in capitals', 'TAGS: [tides]', ['tides']],
    ['a list in a list', 'tags: [[a, b], c]', ['a', 'b', 'c']],
    ['no tags', 'tags: []', []],
    ['a record is no tag', 'tags: {a: b}', []],
    ['every category but the first', 'categories: [Coast, Science]\ntags: [tides]', ['tides', 'Science']],
  ])('%s', (_name, yaml, tags) =>
    expect(
      withFields(yaml)
        .tags.map(({ text }) => text)
        .filter(Boolean),
    ).toEqual(tags),
  );

  test('each tag knows its line', () => {
    expect(withFields('tags:\n  - a\n  - b').tags).toEqual([
      { text: 'a', line: 4 },
      { text: 'b', line: 5 },
    ]);
  });
});

describe('authors', () => {
  test.each<[string, string, readonly object[]]>([
    ['a name', 'author: Ann Lee', [{ name: 'Ann Lee' }]],
    ['a list of names', 'authors: [Ann Lee, Bo]', [{ name: 'Ann Lee' }, { name: 'Bo' }]],
    [
      'full names with commas',
      'authors: Ann Lee, Bo Finch and Cy Wren',
      [{ name: 'Ann Lee' }, { name: 'Bo Finch' }, { name: 'Cy Wren' }],
    ],
    ['two full names joined by and', 'author: Ann Lee and Bo Finch', [{ name: 'Ann Lee' }, { name: 'Bo Finch' }]],
    ['a family name before a comma stays whole', 'author: "Lee, Ann"', [{ name: 'Lee, Ann' }]],
    ['a firm stays whole', 'author: Marks and Spencer', [{ name: 'Marks and Spencer' }]],
    ['a name with its address', 'author: Ann Lee <ann@a.example>', [{ name: 'Ann Lee', email: 'ann@a.example' }]],
    ['an address alone', 'author: <ann@a.example>', [{ name: 'ann@a.example', email: 'ann@a.example' }]],
    ['brackets that hold no address', 'author: Ann <the keeper>', [{ name: 'Ann <the keeper>' }]],
    [
      'a record',
      'author: {name: Ann Lee, email: ann@a.example, url: "https://a.example/"}',
      [{ name: 'Ann Lee', email: 'ann@a.example', url: 'https://a.example/' }],
    ],
    [
      'a record with uri',
      'author: {name: Ann, uri: "https://a.example/"}',
      [{ name: 'Ann', url: 'https://a.example/' }],
    ],
    [
      'a record with an email alone',
      'author: {email: ann@a.example}',
      [{ name: 'ann@a.example', email: 'ann@a.example' }],
    ],
    ['a record that names nobody', 'author: {role: keeper}', []],
    ['records and names in one list', 'authors:\n  - name: Ann\n  - Bo Finch', [{ name: 'Ann' }, { name: 'Bo Finch' }]],
    ['authors before author', 'author: Ann\nauthors: [Bo]', [{ name: 'Bo' }]],
    ['nobody', 'author:', []],
  ])('%s', (_name, yaml, authors) => {
    expect(withFields(yaml).authors.map(({ line: _line, ...author }) => author)).toEqual(authors);
  });
});

describe('drafts are told by their front matter', () => {
  test.each<[string, string, boolean]>([
    ['nothing is said', 'date: 2021-04-20', false],
    ['draft: true', 'draft: true', true],
    ['draft: True', 'draft: True', true],
    ['draft: yes', 'draft: yes', true],
    ['draft: on', 'draft: on', true],
    ['draft: 1', 'draft: 1', true],
    ['draft: "true"', 'draft: "true"', true],
    ['Draft: TRUE', 'Draft: TRUE', true],
    ['draft: until Monday', 'draft: until Monday', true],
    ['draft: false', 'draft: false', false],
    ['draft: No', 'draft: No', false],
    ['draft: off', 'draft: off', false],
    ['draft: 0', 'draft: 0', false],
    ['draft: without a value', 'draft:', false],
    ['published: false', 'published: false', true],
    ['published: true', 'published: true', false],
    ['published: 2021-04-20', 'published: 2021-04-20', false],
  ])('%s', (_name, yaml, isDraft) => expect(withFields(yaml).isDraft).toBe(isDraft));
});

describe('times stay text, with their line', () => {
  test.each<[string, string, readonly object[]]>([
    ['date', 'date: 2021-04-20', [{ text: '2021-04-20', line: 3, role: 'published' }]],
    ['published before date', 'date: a\npublished: b', [{ text: 'b', line: 4, role: 'published' }]],
    [
      'date beside published: true',
      'published: true\ndate: 2021-04-20',
      [{ text: '2021-04-20', line: 4, role: 'published' }],
    ],
    [
      'updated',
      'date: a\nupdated: b',
      [
        { text: 'a', line: 3, role: 'published' },
        { text: 'b', line: 4, role: 'updated' },
      ],
    ],
    ['lastmod', 'lastmod: b', [{ text: 'b', line: 3, role: 'updated' }]],
    [
      'a stamp of e-mail',
      'date: Thu, 06 Feb 2025 07:45:00 +0000',
      [{ text: 'Thu, 06 Feb 2025 07:45:00 +0000', line: 3, role: 'published' }],
    ],
    ['an epoch', 'date: 1618885620', [{ text: '1618885620', line: 3, role: 'published' }]],
    ['none', 'series: x', []],
  ])('%s', (_name, yaml, stamps) => expect(withFields(yaml).stamps).toEqual(stamps));
});

describe('the other fields', () => {
  const at = (text: string) => ({ text, line: 3 });
  test.each<[string, string, Partial<Draft>]>([
    ['section', 'section: Coast', { section: at('Coast') }],
    ['a section with a comma is one', 'section: Bread, Bees and Tides', { section: at('Bread, Bees and Tides') }],
    ['category', 'category: Coast', { section: at('Coast') }],
    ['a list of categories', 'category: [Coast, Science]', { section: at('Coast') }],
    ['series', 'series: Open Notebooks', { series: at('Open Notebooks') }],
    ['id', 'id: tag:a.example,2026:x', { id: at('tag:a.example,2026:x') }],
    ['guid', 'guid: x-1', { id: at('x-1') }],
    ['url', 'url: https://a.example/x', { url: at('https://a.example/x') }],
    ['canonical', 'canonical: https://a.example/x', { url: at('https://a.example/x') }],
    ['slug', 'slug: low-water', { slug: at('low-water') }],
    ['language', 'language: pt-BR', { language: at('pt-BR') }],
    ['lang', 'Lang: en', { language: at('en') }],
    ['summary', 'summary: Dry.', { summary: 'Dry.' }],
    ['description', 'description: Dry.', { summary: 'Dry.' }],
    ['excerpt', 'excerpt: Dry.', { summary: 'Dry.' }],
  ])('%s', (_name, yaml, part) => expect(withFields(yaml)).toMatchObject(part));

  test('what is not there is not there', () => {
    expect(Object.keys(withFields('x: y')).sort()).toEqual([
      'authors',
      'html',
      'isDraft',
      'related',
      'stamps',
      'tags',
      'title',
    ]);
  });
});

describe('the body is CommonMark with tables', () => {
  test.each<[string, string, string]>([
    ['paragraphs', 'One\ntwo.\n\nThree.', '<p>One\ntwo.</p>\n<p>Three.</p>\n'],
    ['emphasis', '*a* **b** ~~c~~', '<p><em>a</em> <strong>b</strong> <s>c</s></p>\n'],
    [
      'an address is a link, a name of a site is none',
      'See https://a.example/ at a.example.',
      '<p>See <a href="https://a.example/">https://a.example/</a> at a.example.</p>\n',
    ],
    ['quotes stay as they are', `"It's" -- (c)`, `<p>&quot;It's&quot; -- (c)</p>\n`],
    ['HTML goes through', 'a <kbd>b</kbd>\n\n<div>c</div>', '<p>a <kbd>b</kbd></p>\n<div>c</div>\n'],
    ['code keeps its signs', '`a < b && c`', '<p><code>a &lt; b &amp;&amp; c</code></p>\n'],
    [
      'a block of code keeps its signs and lines',
      '```\nif (a < b && c) {\n\n  <b>\n```',
      '<pre><code>if (a &lt; b &amp;&amp; c) {\n\n  &lt;b&gt;\n</code></pre>\n',
    ],
    ['an entity in code stays an entity', '`&amp;lt;`', '<p><code>&amp;amp;lt;</code></p>\n'],
    [
      'a table',
      '| a | b |\n| - | -: |\n| 1 | 2 |',
      '<table>\n<thead>\n<tr>\n<th>a</th>\n<th style="text-align:right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td style="text-align:right">2</td>\n</tr>\n</tbody>\n</table>\n',
    ],
    ['a link by reference', '[a][b]\n\n[b]: /c "d"', '<p><a href="/c" title="d">a</a></p>\n'],
    ['no body', '', ''],
    ['front matter inside the body is text', 'a\n\n---\n\ntitle: b', '<p>a</p>\n<hr>\n<p>title: b</p>\n'],
  ])('%s', (_name, body, html) => expect(htmlOf(body)).toBe(html));

  test('a title heading goes, and the links it defined below still work', () => {
    expect(readMarkdown('# Low [water][w]\n\nSee [there][w].\n\n[w]: /w\n')).toMatchObject({
      title: { text: 'Low water' },
      html: '<p>See <a href="/w">there</a>.</p>\n',
    });
  });
});
