import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readArticleFile } from '../../src/content/folder/read-file.ts';
import type { FileChange } from '../../src/model/changes.ts';
import type { TermKind } from '../../src/model/term.ts';

const START_LENGTH = 60;

/** What the author of a file expects of it: the whole article in short, or why there is none. */
export type Expected =
  | {
      readonly title: string;
      readonly published: string;
      readonly updated: string;
      readonly section: string | null;
      readonly series: string | null;
      readonly tags: readonly string[];
      readonly authors: readonly string[];
      readonly language: string | null;
      readonly paragraphs: number;
      readonly start: string;
      readonly notes: readonly string[];
    }
  | { readonly draft: true }
  | { readonly skipped: readonly string[] };

/** Reads a file of a folder, with UTC and https://s.example/, and says in short what became of it. */
export function outcomeOf(folder: string, path: string): Expected {
  const found = { path, bytes: statSync(join(folder, path)).size, signature: '' };
  const settings = { zone: 'UTC', site: { baseUrl: 'https://s.example/', idAuthority: 's.example,2026' } };
  return inShort(readArticleFile(folder, found, undefined, settings));
}

function inShort(change: FileChange): Expected {
  const problems = 'problems' in change ? change.problems.map(({ line, message }) => `${line ?? '-'}: ${message}`) : [];
  const [article] = change.kind === 'read' ? change.articles : [];
  if (article === undefined) return change.kind === 'read' ? { draft: true } : { skipped: problems };
  const labels = (kind: TermKind) => article.terms.filter((term) => term.kind === kind).map(({ label }) => label);
  return {
    title: article.title,
    published: iso(article.publishedAt),
    updated: iso(article.updatedAt),
    section: labels('section')[0] ?? null,
    series: labels('series')[0] ?? null,
    tags: labels('tag'),
    authors: article.authors.map(({ name }) => name),
    language: article.language ?? null,
    paragraphs: article.html.split('<p>').length - 1,
    start: startOf(article.html),
    notes: problems,
  };
}

const iso = (instant: number): string => new Date(instant).toISOString().replace('.000Z', 'Z');

/** The first characters of the text without its markup. */
const startOf = (html: string): string =>
  [...html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')].slice(0, START_LENGTH).join('');
