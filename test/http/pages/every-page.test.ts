import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { articlePage } from '../../../src/http/pages/article-page.ts';
import { homePage } from '../../../src/http/pages/home-page.ts';
import { PAGE_HEADERS } from '../../../src/http/pages/page-headers.ts';
import { problemPage } from '../../../src/http/pages/problem-page.ts';
import { selectionPage } from '../../../src/http/pages/selection-page.ts';
import { termsPage } from '../../../src/http/pages/terms-page.ts';
import { ALL, parseSelection } from '../../../src/model/selection.ts';
import type { Site } from '../../../src/model/site.ts';
import { article, HOSTILE, PLAIN, RECORDINGS, term } from '../../feeds/sample-articles.ts';
import { alone, counted, named, only, readPage, SITE, wordsIn } from './read-page.ts';

const HOSTILE_SITE: Site = {
  ...SITE,
  title: '</title><script>alert(1)</script> & "Post"',
  description: '"><img src=x onerror=alert(1)>\u0000',
  language: 'ar',
};
const EVIL = '</a></li><script>alert(1)</script>"\'&amp;';

const tags = [counted(term('tag', 'Clocks'), 2), counted(term('tag', EVIL), 1), counted(term('tag', 'Gone'), 0)];
const labels = new Map([['tag:clocks', 'Clocks']]);
const everything = [...PLAIN, ...RECORDINGS, ...HOSTILE];
const algebra = parseSelection('clocks+-fish,section:harbour');
if (!('selection' in algebra)) throw new Error(algebra.problem);

const pages = (site: Site): readonly (readonly [name: string, page: string])[] => [
  ['the home page', homePage({ site, articles: everything, tags, sections: [counted(term('section', EVIL), 3)] })],
  ['a home page of nothing', homePage({ site, articles: [], tags: [], sections: [] })],
  ['the index of tags', termsPage({ site, kind: 'tag', terms: tags })],
  ['an index of nothing', termsPage({ site, kind: 'series', terms: [] })],
  [
    "a tag's page",
    selectionPage({ site, selection: alone(term('tag', 'Clocks')), contents: { articles: everything, labels } }),
  ],
  [
    'the page of a tag whose label is hostile',
    selectionPage({
      site,
      selection: alone(term('tag', EVIL)),
      contents: { articles: [], labels: new Map([[`tag:${term('tag', EVIL).slug}`, EVIL]]) },
    }),
  ],
  [
    'the page of tag algebra',
    selectionPage({ site, selection: algebra.selection, contents: { articles: PLAIN, labels } }),
  ],
  ['the page of everything', selectionPage({ site, selection: ALL, contents: { articles: PLAIN, labels } })],
  ...everything.map(
    // The text of an article is shown as it is; what is hostile in these texts, no sanitiser would have let through.
    (one): readonly [string, string] => [
      `the page of ${one.slug}`,
      articlePage({ site, article: HOSTILE.includes(one) ? { ...one, html: '<p>Clean.</p>' } : one }),
    ],
  ),
  ['the page of an article without anything', articlePage({ site, article: article('bare', { title: '', html: '' }) })],
  ['a problem', problemPage({ site, status: 404, title: 'Not found', detail: `there is nothing at "${EVIL}"` })],
];

describe.each([
  ['an English site', SITE],
  ['a hostile Arabic site', HOSTILE_SITE],
])('on %s', (_name, site) => {
  const read = pages(site).map(([name, page]) => [name, page, readPage(page)] as const);

  test.each(read)('%s has one title, description and main heading', (_page, _text, elements) => {
    expect(wordsIn(only(named(elements, 'title')))).not.toBe('');
    expect(wordsIn(only(named(elements, 'h1')))).not.toBe('');
    const descriptions = named(elements, 'meta').filter(({ attributes }) => attributes.name === 'description');
    expect(only(descriptions).attributes.content).not.toBe('');
  });

  test.each(read)('%s skips no level of headings', (_page, _text, elements) => {
    const levels = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test.each(read)('%s has no element that shows nothing', (_page, _text, elements) => {
    const empty = elements.filter((element) => /^(?:a|b|bdi|h\d|li|p|span|time|title|ul)$/.test(element.name));
    expect(empty.filter((element) => wordsIn(element) === '')).toEqual([]);
  });

  test.each(read)('%s runs nothing and fetches nothing of its own', (_page, _text, elements) => {
    expect(elements.filter(({ name }) => /^(?:script|iframe|object|form|base|img)$/.test(name))).toEqual([]);
    expect(
      elements.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => /^on|^src/.test(name)),
    ).toEqual([]);
    const fetched = named(elements, 'link').filter(({ attributes }) => /icon|stylesheet/.test(attributes.rel ?? ''));
    expect(fetched.map(({ attributes }) => attributes.href?.slice(0, 5))).toEqual(['data:']);
  });

  test.each(read)('%s links by absolute addresses of http alone', (_page, _text, elements) => {
    const addresses = named(elements, 'a').map(({ attributes }) => attributes.href ?? '');
    expect(addresses.filter((address) => !/^https?:\/\/|^#content$/.test(address))).toEqual([]);
    expect(addresses).toContain('https://post.example/news/tags');
  });

  test.each(read)('%s may show the style that it has', (_page, text) => {
    const style = text.split('<style>')[1]?.split('</style>')[0] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(PAGE_HEADERS['content-security-policy']).toContain(`style-src 'sha256-${hash}';`);
  });
});
