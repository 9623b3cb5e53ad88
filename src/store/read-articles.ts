import type { Article } from '../model/article.ts';
import type { Slug } from '../model/slug.ts';
import type { TermKind } from '../model/term.ts';
import { termOf, toArticles } from './article-rows.ts';
import { numberOf, type Operation, query, queryOne } from './operation.ts';
import type { TermCount } from './store.ts';

/** The work behind `Store.readArticle`. */
export function* readArticle(slug: Slug): Operation<Article | undefined> {
  const rows = yield* query('SELECT * FROM articles WHERE slug = ? AND visible = 1 ORDER BY number LIMIT 1', slug);
  const [article] = yield* toArticles(rows);
  return article;
}

/** The work behind `Store.readTerms`. */
export function* readTerms(kind: TermKind): Operation<readonly TermCount[]> {
  const rows = yield* query('SELECT kind, slug, label, articles FROM terms WHERE kind = ? ORDER BY slug', kind);
  return rows.map((row) => ({ ...termOf(row), count: numberOf(row, 'articles') }));
}

/** The work behind `Store.countArticles`. */
export function* countArticles(): Operation<number> {
  const row = yield* queryOne('SELECT count(*) AS articles FROM articles WHERE visible = 1');
  return row === undefined ? 0 : numberOf(row, 'articles');
}
