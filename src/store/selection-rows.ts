import type { Position, Spot } from '../model/archive-cuts.ts';
import type { Literal, Selection } from '../model/selection.ts';
import { termKey } from '../model/term.ts';
import type { KnownTerm, KnownTerms } from './known-terms.ts';
import { numberOf, type Operation, query, type Value } from './operation.ts';

/** Rows in the order of a feed: those of each term in one range of an index, and those of everything. */
interface Shelf {
  readonly ofTerms: string;
  readonly ofAll: string;
}

const ARTICLES: Shelf = {
  ofTerms: 'article_terms',
  ofAll: '(SELECT published_at, number AS article, weight FROM articles WHERE visible = 1)',
};

const TOMBSTONES: Shelf = {
  ofTerms: '(SELECT term, removed_at AS published_at, article, 0 AS weight FROM tombstone_terms)',
  ofAll: '(SELECT removed_at AS published_at, number AS article, 0 AS weight FROM tombstones)',
};

interface Range {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** Which end to begin at, and the row to begin behind (or, `inclusive`, at). */
interface Stretch {
  readonly order: 'newest first' | 'oldest first';
  readonly from?: Position;
  readonly inclusive?: boolean;
  readonly limit: number;
}

/** The order of a feed: by time, and where times are equal by number. */
const ORDERS = {
  'newest first': { by: 'published_at DESC, article', time: ['<=', '<'], number: '>' },
  'oldest first': { by: 'published_at, article DESC', time: ['>=', '>'], number: '<' },
} as const;

/** Reads a stretch of the articles that a selection chooses, through an index whatever the size of the archive. */
export function readSpots(selection: Selection, known: KnownTerms, stretch: Stretch): Operation<readonly Spot[]> {
  return readRows(ARTICLES, selection, known, stretch);
}

/** Reads the row numbers of the newest tombstones that a selection chooses. */
export function* readNewestBuried(
  selection: Selection,
  known: KnownTerms,
  limit: number,
): Operation<readonly number[]> {
  const rows = yield* readRows(TOMBSTONES, selection, known, { order: 'newest first', limit });
  return rows.map(({ number }) => number);
}

function* readRows(
  shelf: Shelf,
  selection: Selection,
  known: KnownTerms,
  { order, from, inclusive = false, limit }: Stretch,
): Operation<readonly Spot[]> {
  const ranges =
    selection.kind === 'all'
      ? [everything(shelf, [], [])]
      : selection.alternatives.flatMap((literals) => rangeOf(shelf, literals, known) ?? []);
  const { by, time, number } = ORDERS[order];
  const beyond =
    from === undefined
      ? ''
      : ` AND d.published_at ${time[0]} ? AND (d.published_at ${time[1]} ? OR d.article ${number}${inclusive ? '=' : ''} ?)`;
  const bounds = from === undefined ? [] : [from.publishedAt, from.publishedAt, from.number];
  const parts = ranges.map(({ sql }) => `${sql}${beyond} ORDER BY ${by} LIMIT ?`);
  const values = ranges.flatMap((range) => [...range.values, ...bounds, limit]);
  const [only, ...others] = parts;
  if (only === undefined) return [];
  // Each alternative is read to the limit through its own index range; only these few rows are merged.
  const rows =
    others.length === 0
      ? yield* query(only, ...values)
      : yield* query(
          `SELECT DISTINCT published_at, article, weight
           FROM (${parts.map((part) => `SELECT * FROM (${part})`).join(' UNION ALL ')}) ORDER BY ${by} LIMIT ?`,
          ...values,
          limit,
        );
  return rows.map((row) => ({
    publishedAt: numberOf(row, 'published_at'),
    number: numberOf(row, 'article'),
    weight: numberOf(row, 'weight'),
  }));
}

/** Walks the rarest wanted term and looks the other terms up by key. Undefined when a wanted term is unknown. */
function rangeOf(shelf: Shelf, literals: readonly Literal[], known: KnownTerms): Range | undefined {
  const wanted: KnownTerm[] = [];
  const unwanted: KnownTerm[] = [];
  for (const literal of literals) {
    const term = known.get(termKey(literal));
    if (term === undefined && !literal.negated) return undefined;
    if (term !== undefined) (literal.negated ? unwanted : wanted).push(term);
  }
  const [rarest, ...others] = wanted.sort((a, b) => a.articles - b.articles);
  if (rarest === undefined) return everything(shelf, others, unwanted);
  const { sql, values } = conditions(shelf, others, unwanted);
  return {
    sql: `SELECT d.published_at, d.article, d.weight FROM ${shelf.ofTerms} d WHERE d.term = ?${sql}`,
    values: [rarest.number, ...values],
  };
}

function everything(shelf: Shelf, wanted: readonly KnownTerm[], unwanted: readonly KnownTerm[]): Range {
  const { sql, values } = conditions(shelf, wanted, unwanted);
  return { sql: `SELECT d.published_at, d.article, d.weight FROM ${shelf.ofAll} d WHERE 1${sql}`, values };
}

function conditions({ ofTerms }: Shelf, wanted: readonly KnownTerm[], unwanted: readonly KnownTerm[]): Range {
  const bears = `SELECT 1 FROM ${ofTerms} o WHERE o.term = ? AND o.published_at = d.published_at AND o.article = d.article`;
  return {
    sql: `${` AND EXISTS (${bears})`.repeat(wanted.length)}${` AND NOT EXISTS (${bears})`.repeat(unwanted.length)}`,
    values: [...wanted, ...unwanted].map((term) => term.number),
  };
}
