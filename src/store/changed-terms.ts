import type { Change } from '../model/changes.ts';
import type { Instant } from '../model/instant.ts';
import { bumpLabels } from './article-marks.ts';
import { instantOf } from './article-rows.ts';
import { numberOf, type Operation, placeholders, query, queryOne, textOf } from './operation.ts';
import { queuePushes } from './topic-rows.ts';

const SECOND_MS = 1000;

/**
 * Gives each of these terms its most frequent label (ties: the one of the earliest article). Answers every term whose
 * feeds show a label that has changed, because its articles bear it.
 */
export function* settleLabels(terms: Iterable<number>): Operation<readonly number[]> {
  const touched = new Set<number>();
  for (const term of terms) {
    const most = yield* query(
      `SELECT l.label, t.label AS current FROM term_labels l JOIN terms t ON t.number = l.term
       WHERE l.term = ?1 AND l.uses = (SELECT max(uses) FROM term_labels WHERE term = ?1)`,
      term,
    );
    const [first] = most;
    // A term without articles keeps the label that it had.
    if (first === undefined) continue;
    const label =
      most.length === 1
        ? textOf(first, 'label')
        : yield* earliestLabel(
            term,
            most.map((row) => textOf(row, 'label')),
          );
    if (label === textOf(first, 'current')) continue;
    yield* query('UPDATE terms SET label = ? WHERE number = ?', label, term);
    yield* bumpLabels();
    const beside = yield* query(
      `SELECT DISTINCT beside.term FROM article_terms mine JOIN article_terms beside ON beside.article = mine.article
       WHERE mine.term = ?`,
      term,
    );
    for (const row of beside) touched.add(numberOf(row, 'term'));
  }
  return [...touched];
}

function* earliestLabel(term: number, labels: readonly string[]): Operation<string> {
  const row = yield* queryOne(
    `SELECT label FROM article_terms WHERE term = ? AND label IN (${placeholders(labels)})
     ORDER BY published_at, article LIMIT 1`,
    term,
    ...labels,
  );
  return row === undefined ? (labels[0] ?? '') : textOf(row, 'label');
}

/**
 * Writes down that the feeds of these terms, and that of everything, have changed, and what is to be pushed for it;
 * answers the news of it.
 *
 * The second is the clock's, but never an earlier one than that of a write before, even when the clock goes back. Several
 * writes may share one: that two states of a feed which were both shown differ in it is the publisher's care, which
 * knows what was shown. A second of its own for each write would run ahead of the clock when there are many.
 */
export function* bump(terms: ReadonlySet<number>, now: Instant): Operation<Change> {
  const row = yield* queryOne(
    `INSERT INTO meta (name, value) VALUES ('changed_at', ?1)
     ON CONFLICT (name) DO UPDATE SET value = max(?1, CAST(value AS INTEGER)) RETURNING CAST(value AS INTEGER) AS at`,
    now - (now % SECOND_MS),
  );
  if (row === undefined) throw new Error('No row came back for changed_at');
  const changedAt = instantOf(row, 'at');
  const keys: string[] = [];
  for (const term of terms) {
    const bumped = yield* queryOne(
      'UPDATE terms SET revision = revision + 1, changed_at = ? WHERE number = ? RETURNING kind, slug',
      changedAt,
      term,
    );
    if (bumped !== undefined) keys.push(`${textOf(bumped, 'kind')}:${textOf(bumped, 'slug')}`);
  }
  yield* queuePushes(keys, now);
  return { terms: keys.sort(), changedAt };
}

/** When anything that is published last changed; 0 before the first article. */
export function* siteChangedAt(): Operation<number> {
  const row = yield* queryOne(`SELECT CAST(value AS INTEGER) AS at FROM meta WHERE name = 'changed_at'`);
  return row === undefined ? 0 : numberOf(row, 'at');
}
