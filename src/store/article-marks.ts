import type { Instant } from '../model/instant.ts';
import { instantOf, readNumbered } from './article-rows.ts';
import { numberOf, type Operation, placeholders, query, queryOne, textOf } from './operation.ts';
import type { MarkedArticle } from './store.ts';

/** Written down with each change of a term's label. */
const LABELS_REVISION = `SELECT CAST(value AS INTEGER) AS revision FROM meta WHERE name = 'labels_revision'`;

/** Says that a term is called something else now: whatever was made of articles with labels in them is old. */
export function* bumpLabels(): Operation<void> {
  yield* query(
    `INSERT INTO meta (name, value) VALUES ('labels_revision', '1')
     ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1`,
  );
}

interface Mark {
  readonly mark: string;
  readonly updatedAt: Instant;
}

/** Reads articles by their rows' numbers, in that order: their marks, and the whole of those whose mark is new. */
export function* readMarked(
  numbers: readonly number[],
  isKnown: (mark: string) => boolean,
): Operation<readonly MarkedArticle[]> {
  const row = yield* queryOne(LABELS_REVISION);
  const labels = row === undefined ? 0 : numberOf(row, 'revision');
  const rows = yield* query(
    `SELECT number, substr(hash, 1, 20) AS hash, slug, updated_at FROM articles INDEXED BY articles_marks WHERE number IN (${placeholders(numbers)})`,
    ...numbers,
  );
  const marks = new Map<number, Mark>();
  for (const one of rows) {
    const number = numberOf(one, 'number');
    const mark = `${number} ${textOf(one, 'hash')} ${textOf(one, 'slug')} ${labels}`;
    marks.set(number, { mark, updatedAt: instantOf(one, 'updated_at') });
  }
  const found = numbers.filter((number) => marks.has(number));
  const missing = found.filter((number) => !isKnown(marks.get(number)?.mark ?? ''));
  const articles = missing.length === 0 ? [] : yield* readNumbered(missing);
  const byNumber = new Map(missing.map((number, place) => [number, articles[place]]));
  return found.flatMap((number) => {
    const mark = marks.get(number);
    return mark === undefined ? [] : [{ ...mark, article: byNumber.get(number) }];
  });
}
