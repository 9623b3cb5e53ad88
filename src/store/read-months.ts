import { toInstant } from '../time/instant.ts';
import { instantOf, slugOf } from './article-rows.ts';
import { numberOf, type Operation, query, queryOne } from './operation.ts';
import type { DatedSlug, MonthOfArticles } from './store.ts';

/** The index `articles_by_month` holds every column of it that is asked for. */
const OWN = 'FROM articles WHERE visible = 1 AND url IS NULL AND published_at';

/** The work behind `Store.readMonths`: from month to month, each a range of one index. */
export function* readMonths(): Operation<readonly MonthOfArticles[]> {
  const months: MonthOfArticles[] = [];
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const row = yield* queryOne(`SELECT max(published_at) AS newest ${OWN} < ?`, before);
    if (row === undefined || row.newest === null) return months;
    const month = monthOf(numberOf(row, 'newest'));
    const { start, end } = boundsOf(month);
    const sums = yield* queryOne(
      `SELECT count(*) AS articles, max(updated_at) AS updated ${OWN} >= ? AND published_at < ?`,
      start,
      end,
    );
    if (sums === undefined) return months;
    months.push({ month, count: numberOf(sums, 'articles'), updatedAt: instantOf(sums, 'updated') });
    before = start;
  }
}

/** The work behind `Store.readMonth`. */
export function* readMonth(month: string, from: number, limit: number): Operation<readonly DatedSlug[]> {
  const { start, end } = boundsOf(month);
  const rows = yield* query(
    `SELECT slug, updated_at ${OWN} >= ? AND published_at < ? ORDER BY published_at, number LIMIT ? OFFSET ?`,
    start,
    end,
    limit,
    from,
  );
  return rows.map((row) => ({ slug: slugOf(row, 'slug'), updatedAt: instantOf(row, 'updated_at') }));
}

/** `2026-04`; years that have no four digits have a sign and six. */
const monthOf = (instant: number): string => new Date(instant).toISOString().replace(/-\d\dT.*$/, '');

/** Where a month of UTC begins, and where the next one does; the last one that a date can hold ends nowhere. */
function boundsOf(month: string): { readonly start: number; readonly end: number } {
  const start = Date.parse(`${month}-01T00:00:00Z`);
  const next = new Date(start);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return { start, end: toInstant(next.getTime()) ?? Number.MAX_SAFE_INTEGER };
}
