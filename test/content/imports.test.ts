import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isArticleFile } from '../../src/content/article-files.ts';
import { readArticleFile } from '../../src/content/folder/read-file.ts';
import type { Article } from '../../src/model/article.ts';
import type { TermKind } from '../../src/model/term.ts';

const IMPORTS = join(import.meta.dirname, '..', 'fixtures', 'imports');
const SETTINGS = { zone: 'UTC', site: { baseUrl: 'https://s.example/', idAuthority: 's.example,2026' } };
const ENDING = '.expected.json';

/** What the author of a file expects of it; of an article only what matters in this file. */
const EXPECTED = z.object({
  articles: z.array(z.record(z.string(), z.unknown())),
  /** Lines of errors; `null` for one without a line. */
  errors: z.array(z.number().nullable()),
});

const paths = readdirSync(IMPORTS, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => isArticleFile(path) && !path.endsWith(ENDING))
  .sort();

const iso = (instant: number): string => new Date(instant).toISOString().replace('.000Z', 'Z');

/** The text of sanitised HTML on one line. */
const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();

function inShort(article: Article, expected: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const labels = (kind: TermKind) => article.terms.filter((term) => term.kind === kind).map(({ label }) => label);
  const told: Readonly<Record<string, unknown>> = {
    ...article,
    published: iso(article.publishedAt),
    updated: iso(article.updatedAt),
    tags: labels('tag'),
    section: labels('section')[0] ?? null,
    series: labels('series')[0] ?? null,
    authors: article.authors.map(({ name }) => name),
    paragraphs: article.html.split('<p>').length - 1,
    start: plain(article.html).slice(0, String(expected.start ?? '').length),
  };
  return Object.fromEntries(Object.keys(expected).map((key) => [key, told[key]]));
}

describe('files of other programs are read as their authors expect', () => {
  test.each(paths)('%s', (path) => {
    const expected = EXPECTED.parse(JSON.parse(readFileSync(join(IMPORTS, `${path}${ENDING}`), 'utf8')));
    const found = { path, bytes: statSync(join(IMPORTS, path)).size, signature: '' };
    const change = readArticleFile(IMPORTS, found, undefined, SETTINGS);
    const articles = change.kind === 'read' ? change.articles : [];
    const problems = 'problems' in change ? change.problems : [];
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(
      {
        articles: articles.map((article, place) => inShort(article, expected.articles[place] ?? { title: '' })),
        errors: errors.map(({ line }) => line ?? null),
      },
      problems.map(({ line, message }) => `${line}: ${message}`).join('\n'),
    ).toEqual(expected);
  });

  test('no expectation stands without its file', () => {
    const expected = readdirSync(IMPORTS, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith(ENDING),
    );
    expect(expected.map((path) => path.slice(0, -ENDING.length)).sort()).toEqual(paths);
  });
});
