import type { Change } from '../model/changes.ts';
import type { Instant } from '../model/instant.ts';
import type { Slug } from '../model/slug.ts';
import type { Tombstone } from '../model/tombstone.ts';
import { toInstant } from '../time/instant.ts';
import { instantOf } from './article-rows.ts';
import { bump } from './changed-terms.ts';
import { forgetIds } from './id-ledger.ts';
import { numberOf, type Operation, query, queryOne, type Row, textOf } from './operation.ts';

const SECOND_MS = 1000;
/** How long a removed article is spoken of: longer than most readers are switched off. */
const KEPT_MS = 30 * 24 * 60 * 60 * SECOND_MS;

/** Writes down that a shown article has gone; `terms` are the rows of the terms that it bore. */
export function* buryArticle(
  number: number,
  slug: string,
  id: string,
  terms: readonly number[],
  now: Instant,
): Operation<void> {
  const removedAt = now - (now % SECOND_MS);
  yield* query(
    'INSERT OR REPLACE INTO tombstones (number, id, slug, removed_at) VALUES (?, ?, ?, ?)',
    number,
    id,
    slug,
    removedAt,
  );
  for (const term of terms) {
    yield* query('INSERT INTO tombstone_terms (term, removed_at, article) VALUES (?, ?, ?)', term, removedAt, number);
  }
}

/** Takes the tombstone of an article away, if there is one. Answers the rows of the terms whose feeds showed it. */
export function* unburyArticle(number: number): Operation<readonly number[]> {
  const gone = yield* query('DELETE FROM tombstones WHERE number = ? RETURNING number', number);
  if (gone.length === 0) return [];
  const rows = yield* query('DELETE FROM tombstone_terms WHERE article = ? RETURNING term', number);
  return rows.map((row) => numberOf(row, 'term'));
}

/** The work behind `Store.dropTombstones`; runs inside one transaction. */
export function* dropTombstones(now: Instant): Operation<Change | undefined> {
  yield* forgetIds(now - KEPT_MS);
  const old = yield* query('SELECT number FROM tombstones WHERE removed_at <= ?', now - KEPT_MS);
  if (old.length === 0) return undefined;
  const terms = new Set<number>();
  for (const row of old) {
    for (const term of yield* unburyArticle(numberOf(row, 'number'))) terms.add(term);
  }
  return yield* bump(terms, now);
}

/** When the oldest tombstone is to be dropped; undefined when there is none. */
export function* nextExpiry(): Operation<Instant | undefined> {
  const row = yield* queryOne('SELECT removed_at FROM tombstones ORDER BY removed_at LIMIT 1');
  return row === undefined ? undefined : toInstant(numberOf(row, 'removed_at') + KEPT_MS);
}

/** The work behind `Store.readTombstone`. */
export function* readTombstone(slug: Slug): Operation<Tombstone | undefined> {
  const row = yield* queryOne(
    'SELECT id, removed_at FROM tombstones WHERE slug = ? ORDER BY removed_at DESC, number LIMIT 1',
    slug,
  );
  return row === undefined ? undefined : toTombstone(row);
}

const toTombstone = (row: Row): Tombstone => ({ id: textOf(row, 'id'), removedAt: instantOf(row, 'removed_at') });

/** Reads tombstones by their rows' numbers, in that order. */
export function* readBuried(numbers: readonly number[]): Operation<readonly Tombstone[]> {
  const found: Tombstone[] = [];
  for (const number of numbers) {
    const row = yield* queryOne('SELECT id, removed_at FROM tombstones WHERE number = ?', number);
    if (row !== undefined) found.push(toTombstone(row));
  }
  return found;
}
