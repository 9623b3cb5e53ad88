import type { Change } from '../model/changes.ts';
import type { Instant } from '../model/instant.ts';
import { termKey } from '../model/term.ts';
import { instantOf, writtenTerms } from './article-rows.ts';
import { bump, settleLabels } from './changed-terms.ts';
import { noteStep } from './journal-rows.ts';
import { numberOf, type Operation, query, queryOne, textOf } from './operation.ts';
import { emptyLedger, enterTerms, settleLedger } from './term-ledger.ts';
import { nextExpiry, unburyArticle } from './tombstones.ts';

/** The work behind `Store.publishDue`; runs inside one transaction. */
export function* publishDue(now: Instant): Operation<Change | undefined> {
  const due = yield* query(
    'SELECT number, id, hash, published_at, terms, weight FROM articles WHERE visible = 0 AND published_at <= ?',
    now,
  );
  if (due.length === 0) return undefined;
  const terms = new Set<number>();
  const ledger = emptyLedger();
  for (const row of due) {
    const number = numberOf(row, 'number');
    const spot = { number, publishedAt: numberOf(row, 'published_at'), weight: numberOf(row, 'weight') };
    yield* query('UPDATE articles SET visible = 1 WHERE number = ?', number);
    const written = writtenTerms(row);
    const after = new Set(written.map(termKey));
    yield* noteStep({ number, id: textOf(row, 'id'), before: undefined, after, state: textOf(row, 'hash') }, now);
    for (const term of yield* enterTerms(ledger, spot, written)) terms.add(term);
    for (const term of yield* unburyArticle(number)) terms.add(term);
  }
  yield* settleLedger(ledger);
  for (const term of yield* settleLabels(terms)) terms.add(term);
  return yield* bump(terms, now);
}

/** The work behind `Store.nextDue`. */
export function* nextDue(): Operation<Instant | undefined> {
  const row = yield* queryOne('SELECT published_at FROM articles WHERE visible = 0 ORDER BY published_at LIMIT 1');
  const article = row === undefined ? undefined : instantOf(row, 'published_at');
  const tombstone = yield* nextExpiry();
  if (article === undefined || tombstone === undefined) return article ?? tombstone;
  return article < tombstone ? article : tombstone;
}
