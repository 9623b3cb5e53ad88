import { describe, expect, test } from 'vitest';
import type { Draft } from '../../src/content/draft.ts';
import { readMarkdown } from '../../src/content/markdown/markdown.ts';
import { toArticle } from '../../src/content/to-article.ts';
import { SETTINGS } from './article-settings.ts';
import { contentErrorOf } from './content-error.ts';

const draftOf = (yaml: string, body = 'Text.'): Draft =>
  readMarkdown(`---\ntitle: Low water\ndate: 2021-01-20\n${yaml}\n---\n${body}\n`);
const made = (yaml: string, path = 'low-water.md', body?: string) => toArticle(draftOf(yaml, body), path, SETTINGS);
const notesOf = (yaml: string, path?: string): readonly string[] =>
  made(yaml, path).notes.map(({ line, message }) => `${line}: ${message}`);

describe('the id is the given one, else the address, else made of site and path', () => {
  test.each<[string, string, string, string]>([
    ['a given tag URI', 'id: tag:x.example,2020:a', 'a.md', 'tag:x.example,2020:a'],
    ['a given web address', 'id: https://x.example/?p=12', 'a.md', 'https://x.example/?p=12'],
    ['a given urn', 'id: urn:uuid:1d2c', 'a.md', 'urn:uuid:1d2c'],
    ['a given word', 'id: low-water', 'a.md', 'tag:s.example,2026:low-water'],
    ['a given number', 'id: 42', 'a.md', 'tag:s.example,2026:42'],
    ['a given word with blanks', 'id: low water', 'a.md', 'tag:s.example,2026:low%20water'],
    [
      'an address that is not ASCII is a word',
      'id: https://x.example/é',
      'a.md',
      'tag:s.example,2026:https%3A//x.example/%C3%A9',
    ],
    ['half a letter in a given word', 'id: "a\\ud800"', 'a.md', 'tag:s.example,2026:a%EF%BF%BD'],
    ['an address of its own', 'url: https://x.example/Low Water', 'a.md', 'https://x.example/Low%20Water'],
    ['a given word before an address', 'id: low\nurl: https://x.example/low', 'a.md', 'tag:s.example,2026:low'],
    ['an address with nothing but a query', 'url: https://x.example/?p=12', 'a.md', 'https://x.example/?p=12'],
    [
      'the front page of a site is no address of an article',
      'url: https://x.example/',
      'a.md',
      'tag:s.example,2026:a.md',
    ],
    ['an address that hangs on BASE_URL', 'url: /2021/low', 'a.md', 'tag:s.example,2026:a.md'],
    ['an address that is none', 'url: "mailto:a@x.example"', 'a.md', 'tag:s.example,2026:a.md'],
    ['a path', '', 'notes/low-water.md', 'tag:s.example,2026:notes/low-water.md'],
    [
      'a path with blanks and signs',
      '',
      'my notes/50% & more?.md',
      'tag:s.example,2026:my%20notes/50%25%20%26%20more%3F.md',
    ],
    ['a path in another script', '', 'заметки.md', 'tag:s.example,2026:%D0%B7%D0%B0%D0%BC%D0%B5%D1%82%D0%BA%D0%B8.md'],
    ['a path with composed letters', '', 'caf\u00e9.md', 'tag:s.example,2026:caf%C3%A9.md'],
    ['the same path with letters taken apart', '', 'cafe\u0301.md', 'tag:s.example,2026:caf%C3%A9.md'],
    ['a path without an extension', '', 'low-water', 'tag:s.example,2026:low-water'],
  ])('%s', (_name, yaml, path, id) => expect(made(yaml, path).article.id).toBe(id));
});

describe('the address is the given slug, else made of the path', () => {
  test.each<[string, string, string, string]>([
    ['a path', '', 'low-water.md', 'low-water'],
    ['folders', '', 'notes/2021/low-water.md', 'notes-2021-low-water'],
    ['only the last extension goes', '', 'low.water.md', 'low-water'],
    ['capitals and blanks', '', 'My Notes/Low Water.md', 'my-notes-low-water'],
    ['letters taken apart are put together', '', 'cafe\u0301.md', 'café'],
    ['another script', '', 'заметки/прилив.md', 'заметки-прилив'],
    ['signs alone', '', '+.md', 'plus'],
    ['a given slug', 'slug: high-water', 'a.md', 'high-water'],
    ['a given slug in other words', 'slug: High Water!', 'a.md', 'high-water'],
  ])('%s', (_name, yaml, path, slug) => expect(made(yaml, path).article.slug).toBe(slug));

  test.each<[string, string, string, string]>([
    [
      'a path too long',
      '',
      `${'x'.repeat(130)}.md`,
      `1: no address can be made of "${'x'.repeat(130)}"; shorten the file's name, or add "slug: …"`,
    ],
    [
      'a slug that nobody can see',
      'slug: "\\u200b"',
      'a.md',
      '4: no address can be made of "\u200b"; shorten the file\'s name, or add "slug: …"',
    ],
  ])('%s is refused', (_name, yaml, path, told) => expect(contentErrorOf(() => made(yaml, path))).toBe(told));
});

describe('language, web address and authors are taken where they are right', () => {
  test.each<[string, string | undefined]>([
    ['en', 'en'],
    ['pt-br', 'pt-BR'],
    ['pt_BR', 'pt-BR'],
    ['ZH-hant-tw', 'zh-Hant-TW'],
    ['gsw', 'gsw'],
    ['english', undefined],
    ['Deutsch', undefined],
    ['x y', undefined],
    ['e', undefined],
    ['"*"', undefined],
  ])('language %s', (text, language) => {
    const told =
      language === undefined
        ? [`4: "${text.replaceAll('"', '')}" is no language and is left out; write a code such as "en" or "pt-BR"`]
        : [];
    expect({ language: made(`language: ${text}`).article.language, notes: notesOf(`language: ${text}`) }).toEqual({
      language,
      notes: told,
    });
  });

  test.each<[string, string | undefined]>([
    ['https://x.example/a?b=c', 'https://x.example/a?b=c'],
    ['HTTP://X.example', 'http://x.example/'],
    ['/a', 'https://s.example/a'],
    ['a', 'https://s.example/feeds/a'],
    ['javascript:alert(1)', undefined],
    ['mailto:a@x.example', undefined],
    ['http://[bad', undefined],
  ])('url %s', (text, url) => {
    const told =
      url === undefined
        ? [`4: "${text}" is no web address and is left out; write one such as "https://example.org/article"`]
        : [];
    expect({ url: made(`url: "${text}"`).article.url, notes: notesOf(`url: "${text}"`) }).toEqual({ url, notes: told });
  });

  test.each<[string, string, readonly object[]]>([
    ['a name', 'author: "  Ann\\t Lee "', [{ name: 'Ann Lee' }]],
    [
      'all of it',
      'author: {name: Ann, email: a@x.example, url: "https://x.example/"}',
      [{ name: 'Ann', email: 'a@x.example', url: 'https://x.example/' }],
    ],
    ['an address on this site', 'author: {name: Ann, url: /ann}', [{ name: 'Ann', url: 'https://s.example/ann' }]],
    ['an address that acts', 'author: {name: Ann, url: "javascript:x"}', [{ name: 'Ann' }]],
  ])('author with %s', (_name, yaml, authors) => expect(made(yaml).article.authors).toEqual(authors));
});

describe('terms', () => {
  const termsOf = (yaml: string): readonly string[] =>
    made(yaml).article.terms.map(({ kind, slug, label }) => `${kind} ${slug} ${label}`);
  test.each<[string, string, readonly string[]]>([
    [
      'tags, section, series and authors in this order',
      'author: Ann\nseries: Notes\nsection: Coast\ntags: [b, a]',
      ['tag b b', 'tag a a', 'section coast Coast', 'series notes Notes', 'author ann Ann'],
    ],
    ['equal tags once, as first written', 'tags: [Tides, tides, " TIDES "]', ['tag tides Tides']],
    [
      'different tags stay apart',
      'tags: [C, C++, C#, R&D, R D]',
      ['tag c C', 'tag c-plus-plus C++', 'tag c-sharp C#', 'tag r-and-d R&D', 'tag r-d R D'],
    ],
    ['a tag and a section of one name', 'tags: [Coast]\nsection: Coast', ['tag coast Coast', 'section coast Coast']],
    ['none', '', []],
  ])('%s', (_name, yaml, terms) => expect(termsOf(yaml)).toEqual(terms));

  test('a tag that is a whole sentence is left out, with a note', () => {
    const long = 'a tag that somebody has taken for the place where the article goes '.repeat(3).trim();
    expect({ terms: termsOf(`tags: [a, ${long}]`), notes: notesOf(`tags: [a, ${long}]`) }).toEqual({
      terms: ['tag a a'],
      notes: [`4: the tag "${long.slice(0, 60)}" is left out: no address can be made of it; shorten it`],
    });
  });

  test('empty tags are left out without a note', () => expect(notesOf('tags: "a, , "')).toEqual([]));
});

describe('text and links', () => {
  test('title and summary are one line of plain text', () => {
    const { article } = toArticle(
      readMarkdown('---\ntitle: "Low\\n  <b>water</b>"\nsummary: |\n  one\n  two\ndate: 2021-01-20\n---\n'),
      'a.md',
      SETTINGS,
    );
    expect([article.title, article.summary]).toEqual(['Low <b>water</b>', 'one two']);
  });

  test.each<[string, string, string, string]>([
    ['from its page here', '', '[a](b)', 'https://s.example/feeds/articles/low-water/../b'],
    ['from the site', '', '[a](/tags/tides)', 'https://s.example/tags/tides'],
    [
      'from the original, where there is one',
      'url: https://x.example/2021/low/',
      '[a](b)',
      'https://x.example/2021/low/b',
    ],
  ])('a link is read %s', (_name, yaml, body, address) => {
    expect(made(yaml, 'low-water.md', body).article.html).toBe(`<p><a href="${new URL(address).href}">a</a></p>`);
  });

  test('a script in Markdown goes', () => {
    expect(made('', 'a.md', 'a <script>x</script><b onclick="y">b</b>').article.html).toBe('<p>a <b>b</b></p>');
  });

  test('a note of the reader is passed on with its line', () => {
    expect(toArticle(readMarkdown('---\ndate: 2021-01-20\n---\n# Low water\n'), 'x/a.md', SETTINGS).notes).toEqual([
      {
        severity: 'note',
        path: 'x/a.md',
        line: 4,
        message: 'the title is the first heading, because the front matter names none',
      },
    ]);
  });

  test('the same draft gives the same article, and is not changed', () => {
    const draft = draftOf('tags: [a]\nauthor: Ann');
    const before = JSON.stringify(draft);
    const first = toArticle(draft, 'a.md', SETTINGS);
    expect(toArticle(draft, 'a.md', SETTINGS)).toEqual(first);
    expect(JSON.stringify(draft)).toBe(before);
  });
});
