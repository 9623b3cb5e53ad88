import type { Spot } from '../model/archive-cuts.ts';
import type { Article } from '../model/article.ts';
import { weighArticle } from '../model/article-weight.ts';
import type { Instant } from '../model/instant.ts';
import { type Term, termKey } from '../model/term.ts';
import { articleHash, articleNumber } from './article-rows.ts';
import { currentTerms, noteStep } from './journal-rows.ts';
import { numberOf, type Operation, query, queryOne, type Row, textOf } from './operation.ts';
import { enterTerms, leaveTerms } from './term-ledger.ts';
import { buryArticle, unburyArticle } from './tombstones.ts';
import type { Touched } from './touched.ts';

/** Writes an article down as new, changed or moved, hidden when it is dated after `now`. */
export function* putArticle(article: Article, now: Instant, touched: Touched): Operation<void> {
  const number = articleNumber(article.id);
  const hash = articleHash(article);
  const visible = article.publishedAt <= now ? 1 : 0;
  const before = yield* queryOne(
    'SELECT path, hash, visible, wanted_slug, slug, terms FROM articles WHERE number = ?',
    number,
  );
  const sameSlug = before !== undefined && textOf(before, 'wanted_slug') === article.slug;
  if (sameSlug && textOf(before, 'hash') === hash && numberOf(before, 'visible') === visible) {
    yield* keepArticle(article, before, touched);
    return;
  }
  const spot = spotOf(article);
  const wasShown = before !== undefined && numberOf(before, 'visible') === 1;
  const step = { number, id: article.id, before: wasShown ? yield* currentTerms(number) : undefined };
  touched.slugs.add(article.slug);
  if (before !== undefined) {
    touched.slugs.add(textOf(before, 'wanted_slug'));
    const left = yield* leaveTerms(touched.ledger, number);
    for (const term of left) touched.terms.add(term);
    if (wasShown) {
      touched.shown = true;
      if (visible === 0) yield* buryArticle(number, textOf(before, 'slug'), article.id, left, now);
    }
  }
  yield* query(
    `INSERT OR REPLACE INTO articles (number, id, path, wanted_slug, slug, url, title, html, summary, authors, terms,
       attachments, image, language, dateline, published_at, updated_at, hash, visible, weight)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
    article.image ?? null,
    article.language ?? null,
    article.dateline === undefined ? null : JSON.stringify(article.dateline),
    article.publishedAt,
    article.updatedAt,
    hash,
    visible,
    spot.weight,
  );
  // Without its hash an article counts as unread, not as changed: every one of them is, after some upgrades.
  const isNews = before === undefined || textOf(before, 'hash') !== '' || wasShown !== (visible === 1);
  const after = visible === 1 ? new Set(article.terms.map(termKey)) : undefined;
  if (isNews) yield* noteStep({ ...step, after, state: `${hash} ${article.slug}` }, now);
  if (visible === 0) return;
  touched.shown = true;
  for (const term of yield* enterTerms(touched.ledger, spot, article.terms)) touched.terms.add(term);
  for (const term of yield* unburyArticle(number)) touched.terms.add(term);
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
  for (const term of yield* enterTerms(touched.ledger, spotOf(article), article.terms)) touched.spelled.add(term);
}

/** Takes an article out of everything that shows it; of one that was shown a tombstone stays. */
export function* removeArticle(id: string, now: Instant, touched: Touched): Operation<void> {
  const number = articleNumber(id);
  const row = yield* queryOne('SELECT visible, wanted_slug, slug FROM articles WHERE number = ?', number);
  if (row === undefined) return;
  touched.slugs.add(textOf(row, 'wanted_slug'));
  touched.goneIds.add(id);
  const before = numberOf(row, 'visible') === 1 ? yield* currentTerms(number) : undefined;
  yield* noteStep({ number, id, before, after: undefined, state: '' }, now);
  const left = yield* leaveTerms(touched.ledger, number);
  for (const term of left) touched.terms.add(term);
  if (numberOf(row, 'visible') === 1) {
    touched.shown = true;
    yield* buryArticle(number, textOf(row, 'slug'), id, left, now);
  }
  yield* query('DELETE FROM articles WHERE number = ?', number);
}

const spotOf = (article: Article): Spot => ({
  number: articleNumber(article.id),
  publishedAt: article.publishedAt,
  weight: weighArticle(article),
});

const spelledTerms = (terms: readonly Term[]): string =>
  JSON.stringify(terms.map(({ kind, label }) => ({ kind, label })));
