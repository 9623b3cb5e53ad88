import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readArticleFile } from '../../../src/content/folder/read-file.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'html');
const EXPECTED = z
  .record(z.string(), z.unknown())
  .parse(JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')));
const START = 60;

/** What the page says, in short: its title, time, terms, authors, language, address and the beginning of its text. */
function outcomeOf(path: string): unknown {
  const found = { path, bytes: statSync(join(FOLDER, path)).size, signature: '' };
  const settings = { zone: 'UTC', site: { baseUrl: 'https://s.example/', idAuthority: 's.example,2026' } };
  const change = readArticleFile(FOLDER, found, undefined, settings);
  const [article] = change.kind === 'read' ? change.articles : [];
  if (article === undefined) return change;
  const labels = (kind: string) => article.terms.filter((term) => term.kind === kind).map(({ label }) => label);
  const text = article.html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return {
    title: article.title,
    published: new Date(article.publishedAt).toISOString().replace('.000Z', 'Z'),
    section: labels('section')[0] ?? null,
    tags: labels('tag'),
    authors: article.authors.map(({ name }) => name),
    language: article.language ?? null,
    url: article.url ?? null,
    start: text.slice(0, START).trimEnd(),
  };
}

test.each(readdirSync(FOLDER).filter((name) => name !== 'expected.json'))(
  '%s is read as its author expects',
  (path) => {
    expect(outcomeOf(path)).toEqual(EXPECTED[path]);
  },
);

test('no expectation stands without its page', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(
    readdirSync(FOLDER)
      .filter((name) => name !== 'expected.json')
      .sort(),
  );
});
