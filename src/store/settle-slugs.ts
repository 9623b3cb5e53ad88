import { createHash } from 'node:crypto';
import type { Instant } from '../model/instant.ts';
import { withSuffix } from '../model/slug.ts';
import { slugOf } from './article-rows.ts';
import { currentTerms, noteStep } from './journal-rows.ts';
import { numberOf, type Operation, query, textOf } from './operation.ts';
import type { Touched } from './touched.ts';

/** Of several articles that want one address, the first by path has it, the others get a suffix made of their ids. */
export function* settleSlugs(touched: Touched, now: Instant): Operation<void> {
  for (const wanted of touched.slugs) {
    const rivals = yield* query(
      'SELECT number, id, wanted_slug, slug, visible FROM articles WHERE wanted_slug = ? ORDER BY path, id',
      wanted,
    );
    for (const [place, row] of rivals.entries()) {
      const suffix = createHash('sha256').update(textOf(row, 'id')).digest('hex').slice(0, 6);
      const slug = place === 0 ? wanted : withSuffix(slugOf(row, 'wanted_slug'), suffix);
      if (slug === textOf(row, 'slug')) continue;
      const number = numberOf(row, 'number');
      yield* query('UPDATE articles SET slug = ? WHERE number = ?', slug, number);
      if (numberOf(row, 'visible') === 0) continue;
      touched.shown = true;
      const terms = yield* currentTerms(number);
      yield* noteStep({ number, id: textOf(row, 'id'), before: terms, after: terms, state: slug }, now);
      for (const term of yield* query('SELECT term FROM article_terms WHERE article = ?', number)) {
        touched.terms.add(numberOf(term, 'term'));
      }
    }
  }
}
