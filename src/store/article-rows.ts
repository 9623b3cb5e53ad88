import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Article } from '../model/article.ts';
import type { Instant } from '../model/instant.ts';
import { type Slug, toSlug } from '../model/slug.ts';
import { TERM_KINDS, type Term, termKey, toTerm } from '../model/term.ts';
import { toInstant } from '../time/instant.ts';
import { numberOf, type Operation, optionalTextOf, placeholders, query, type Row, textOf } from './operation.ts';

const AUTHORS = z.array(
  z.object({ name: z.string(), email: z.string().exactOptional(), url: z.string().exactOptional() }),
);
const DATELINE = z.object({
  text: z.string(),
  line: z.number(),
  role: z.enum(['published', 'updated', 'clock', 'file']),
  source: z.string().exactOptional(),
  rule: z.string(),
  zone: z.string().exactOptional(),
  certainty: z.enum(['exact', 'assumed']),
});
const ATTACHMENTS = z.array(
  z.object({
    url: z.string(),
    mimeType: z.string(),
    length: z.number().exactOptional(),
    title: z.string().exactOptional(),
    durationSeconds: z.number().exactOptional(),
  }),
);
const TERMS = z.array(z.object({ kind: z.enum(TERM_KINDS), label: z.string() }));

/** The row number of an article: 52 bits of the hash of its id, so that ties are settled alike on every machine. */
export const articleNumber = (id: string): number =>
  Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 13), 16);

/**
 * The hash of everything that a feed or a page shows of an article; equal hashes mean that nothing changed. How the
 * article itself spells its terms is no part of it: each term is shown under its most frequent label.
 */
export function articleHash(article: Article): string {
  const { id, url, title, html, summary, authors, attachments, language, dateline, publishedAt, updatedAt } = article;
  const terms = article.terms.map(termKey);
  const shown = [
    id,
    url,
    title,
    html,
    summary,
    authors,
    terms,
    attachments,
    language,
    dateline,
    publishedAt,
    updatedAt,
    ...(article.image === undefined ? [] : [article.image]),
  ];
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}

/** Reads a slug column. Throws when it holds anything else. */
export function slugOf(row: Row, column: string): Slug {
  const slug = toSlug(textOf(row, column));
  if (slug === undefined)
    throw new Error(`The database holds no slug in column ${column}; delete it, and it is built anew`);
  return slug;
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

/** Statements have room for 32,766 values; a statement of each length is kept prepared. */
const NUMBERS_PER_STATEMENT = 500;

/** Reads articles by their rows' numbers, in that order. */
export function* readNumbered(numbers: readonly number[]): Operation<readonly Article[]> {
  const articles: Article[] = [];
  for (let at = 0; at < numbers.length; at += NUMBERS_PER_STATEMENT) {
    const asked = numbers.slice(at, at + NUMBERS_PER_STATEMENT);
    const rows = yield* query(`SELECT * FROM articles WHERE number IN (${placeholders(asked)})`, ...asked);
    const byNumber = new Map(rows.map((row) => [numberOf(row, 'number'), row]));
    const found = asked.map((number) => byNumber.get(number)).filter((row) => row !== undefined);
    articles.push(...(yield* toArticles(found)));
  }
  return articles;
}

/** Turns rows of `articles` into articles, in the same order, each term under its most frequent spelling. */
export function* toArticles(rows: readonly Row[]): Operation<readonly Article[]> {
  const labels = yield* currentLabels(rows.map((row) => numberOf(row, 'number')));
  return rows.map((row) => {
    const url = optionalTextOf(row, 'url');
    const summary = optionalTextOf(row, 'summary');
    const language = optionalTextOf(row, 'language');
    const dateline = optionalTextOf(row, 'dateline');
    const image = optionalTextOf(row, 'image');
    return {
      id: textOf(row, 'id'),
      slug: slugOf(row, 'slug'),
      ...(url === undefined ? {} : { url }),
      title: textOf(row, 'title'),
      html: textOf(row, 'html'),
      ...(summary === undefined ? {} : { summary }),
      authors: AUTHORS.parse(JSON.parse(textOf(row, 'authors'))),
      terms: labels.get(numberOf(row, 'number')) ?? writtenTerms(row),
      publishedAt: instantOf(row, 'published_at'),
      ...(dateline === undefined ? {} : { dateline: DATELINE.parse(JSON.parse(dateline)) }),
      updatedAt: instantOf(row, 'updated_at'),
      ...(language === undefined ? {} : { language }),
      attachments: ATTACHMENTS.parse(JSON.parse(textOf(row, 'attachments'))),
      ...(image === undefined ? {} : { image }),
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
  if (kind === undefined) throw new Error('The database holds a term of no kind; delete it, and it is built anew');
  return { kind, slug: slugOf(row, 'slug'), label: textOf(row, 'label') };
}
