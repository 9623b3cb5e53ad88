import type { Article } from '../model/article.ts';
import type { Instant } from '../model/instant.ts';
import type { Term } from '../model/term.ts';
import { articleHash, articleNumber } from './article-rows.ts';
import { numberOf, type Operation, query, queryOne, type Row, textOf } from './operation.ts';
import { enterTerms, leaveTerms } from './term-ledger.ts';
import type { Touched } from './touched.ts';

/** Writes an article down as new, changed or moved, hidden when it is dated after `now`. */
export function* putArticle(article: Article, now: Instant, touched: Touched): Operation<void> {
  const number = articleNumber(article.id);
  const hash = articleHash(article);
  const visible = article.publishedAt <= now ? 1 : 0;
  const before = yield* queryOne(
    'SELECT path, hash, visible, wanted_slug, terms FROM articles WHERE number = ?',
    number,
  );
  const sameSlug = before !== undefined && textOf(before, 'wanted_slug') === article.slug;
  if (sameSlug && textOf(before, 'hash') === hash && numberOf(before, 'visible') === visible) {
    yield* keepArticle(article, before, touched);
    return;
  }
  touched.slugs.add(article.slug);
  if (before !== undefined) {
    touched.slugs.add(textOf(before, 'wanted_slug'));
    for (const term of yield* leaveTerms(touched.ledger, number)) touched.terms.add(term);
    if (numberOf(before, 'visible') === 1) touched.shown = true;
  }
  yield* query(
    `INSERT OR REPLACE INTO articles (number, id, path, wanted_slug, slug, url, title, html, summary, authors, terms,
       attachments, language, dateline, published_at, updated_at, hash, visible)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    number,
    article.id,
    article.source,
    article.slug,
    article.slug,
    article.url ?? null,
    article.title,
    article.html,
    article.summary ?? null,
    JSON.stringify(article.authors),
    spelledTerms(article.terms),
    JSON.stringify(article.attachments),
    article.language ?? null,
    article.dateline === undefined ? null : JSON.stringify(article.dateline),
    article.publishedAt,
    article.updatedAt,
    hash,
    visible,
  );
  if (visible === 0) return;
  touched.shown = true;
  for (const term of yield* enterTerms(touched.ledger, number, article.publishedAt, article.terms))
    touched.terms.add(term);
}

/** Nothing that is shown of the article changed; it may have moved, or spell its terms otherwise. */
function* keepArticle(article: Article, before: Row, touched: Touched): Operation<void> {
  const number = articleNumber(article.id);
  if (textOf(before, 'path') !== article.source) {
    yield* query('UPDATE articles SET path = ? WHERE number = ?', article.source, number);
    touched.slugs.add(article.slug);
  }
  const terms = spelledTerms(article.terms);
  if (textOf(before, 'terms') === terms) return;
  yield* query('UPDATE articles SET terms = ? WHERE number = ?', terms, number);
  if (numberOf(before, 'visible') === 0) return;
  yield* leaveTerms(touched.ledger, number);
  for (const term of yield* enterTerms(touched.ledger, number, article.publishedAt, article.terms))
    touched.spelled.add(term);
}

/** Takes an article out of everything that shows it. */
export function* removeArticle(id: string, touched: Touched): Operation<void> {
  const number = articleNumber(id);
  const row = yield* queryOne('SELECT visible, wanted_slug FROM articles WHERE number = ?', number);
  if (row === undefined) return;
  if (numberOf(row, 'visible') === 1) touched.shown = true;
  touched.slugs.add(textOf(row, 'wanted_slug'));
  touched.goneIds.add(id);
  for (const term of yield* leaveTerms(touched.ledger, number)) touched.terms.add(term);
  yield* query('DELETE FROM articles WHERE number = ?', number);
}

const spelledTerms = (terms: readonly Term[]): string =>
  JSON.stringify(terms.map(({ kind, label }) => ({ kind, label })));
