import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Article } from '../model/article.ts';
import type { Instant } from '../model/instant.ts';
import { toSlug } from '../model/slug.ts';
import { TERM_KINDS, type Term, toTerm } from '../model/term.ts';
import { toInstant } from '../time/instant.ts';
import { numberOf, type Operation, optionalTextOf, placeholders, query, type Row, textOf } from './operation.ts';

const AUTHORS = z.array(
  z.object({ name: z.string(), email: z.string().exactOptional(), url: z.string().exactOptional() }),
);
const ATTACHMENTS = z.array(
  z.object({
    url: z.string(),
    mimeType: z.string(),
    length: z.number().exactOptional(),
    title: z.string().exactOptional(),
  }),
);
const TERMS = z.array(z.object({ kind: z.enum(TERM_KINDS), label: z.string() }));

/** The row number of an article: 52 bits of the hash of its id, so that ties are settled alike on every machine. */
export const articleNumber = (id: string): number =>
  Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 13), 16);

/** The hash of everything that a feed or a page shows of an article; equal hashes mean that nothing changed. */
export function articleHash(article: Article): string {
  const { id, url, title, html, summary, authors, terms, attachments, language, publishedAt, updatedAt } = article;
  const shown = [id, url, title, html, summary, authors, terms, attachments, language, publishedAt, updatedAt];
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}

/** Reads an instant column. Throws when it holds anything else. */
export function instantOf(row: Row, column: string): Instant {
  const instant = toInstant(numberOf(row, column));
  if (instant === undefined)
    throw new Error(`The database holds no instant in column ${column}; delete it, and it is built anew`);
  return instant;
}

/** The terms of an article as its own file writes them. */
export const writtenTerms = (row: Row): readonly Term[] =>
  TERMS.parse(JSON.parse(textOf(row, 'terms'))).flatMap(({ kind, label }) => toTerm(kind, label) ?? []);

/** Turns rows of `articles` into articles, in the same order, each term under its most frequent spelling. */
export function* toArticles(rows: readonly Row[]): Operation<readonly Article[]> {
  const labels = yield* currentLabels(rows.map((row) => numberOf(row, 'number')));
  return rows.map((row) => {
    const url = optionalTextOf(row, 'url');
    const summary = optionalTextOf(row, 'summary');
    const language = optionalTextOf(row, 'language');
    const slug = toSlug(textOf(row, 'slug'));
    if (slug === undefined)
      throw new Error('The database holds an article without an address; delete it, and it is built anew');
    return {
      id: textOf(row, 'id'),
      slug,
      ...(url === undefined ? {} : { url }),
      title: textOf(row, 'title'),
      html: textOf(row, 'html'),
      ...(summary === undefined ? {} : { summary }),
      authors: AUTHORS.parse(JSON.parse(textOf(row, 'authors'))),
      terms: labels.get(numberOf(row, 'number')) ?? writtenTerms(row),
      publishedAt: instantOf(row, 'published_at'),
      updatedAt: instantOf(row, 'updated_at'),
      ...(language === undefined ? {} : { language }),
      attachments: ATTACHMENTS.parse(JSON.parse(textOf(row, 'attachments'))),
      source: textOf(row, 'path'),
    };
  });
}

function* currentLabels(articles: readonly number[]): Operation<ReadonlyMap<number, readonly Term[]>> {
  const rows = yield* query(
    `SELECT at.article, t.kind, t.slug, t.label FROM article_terms at JOIN terms t ON t.number = at.term
     WHERE at.article IN (${placeholders(articles)}) ORDER BY at.article, at.position`,
    ...articles,
  );
  const terms = new Map<number, Term[]>();
  for (const row of rows) {
    const article = numberOf(row, 'article');
    const term = termOf(row);
    const known = terms.get(article);
    if (known === undefined) terms.set(article, [term]);
    else known.push(term);
  }
  return terms;
}

/** Reads the columns kind, slug and label. */
export function termOf(row: Row): Term {
  const kind = TERM_KINDS.find((known) => known === row.kind);
  const slug = toSlug(textOf(row, 'slug'));
  if (kind === undefined || slug === undefined)
    throw new Error('The database holds a broken term; delete it, and it is built anew');
  return { kind, slug, label: textOf(row, 'label') };
}
