import { type Literal, onlyTerm, type Selection, termsOf } from '../model/selection.ts';
import { termKey } from '../model/term.ts';
import { toInstant } from '../time/instant.ts';
import { readNumbered } from './article-rows.ts';
import { siteChangedAt } from './changed-terms.ts';
import { numberOf, type Operation, query, queryOne, textOf, type Value } from './operation.ts';
import { countArticles } from './read-articles.ts';
import type { StoredFeed } from './store.ts';

interface KnownTerm {
  readonly number: number;
  readonly label: string;
  readonly articles: number;
  readonly changedAt: number;
}

type KnownTerms = ReadonlyMap<string, KnownTerm>;

/** The work behind `Store.readFeed`. */
export function* readFeed(selection: Selection, limit: number): Operation<StoredFeed | undefined> {
  const known = yield* knownTerms(selection);
  if (selection.kind !== 'all' && known.size === 0) return undefined;
  const numbers = yield* newest(selection, known, limit);
  const changedAt = toInstant(yield* changedAtOf(selection, known));
  if (changedAt === undefined)
    throw new Error('The database holds a time that is none; delete it, and it is built anew');
  return {
    articles: yield* readNumbered(numbers),
    labels: new Map([...known].map(([key, term]) => [key, term.label])),
    changedAt,
    count: yield* countOf(selection, known),
  };
}

function* countOf(selection: Selection, known: KnownTerms): Operation<number | undefined> {
  if (selection.kind === 'all') return yield* countArticles();
  const term = onlyTerm(selection);
  return term === undefined ? undefined : known.get(termKey(term))?.articles;
}

function* knownTerms(selection: Selection): Operation<KnownTerms> {
  const known = new Map<string, KnownTerm>();
  for (const term of termsOf(selection)) {
    const row = yield* queryOne(
      'SELECT number, label, articles, changed_at FROM terms WHERE kind = ? AND slug = ?',
      term.kind,
      term.slug,
    );
    if (row === undefined) continue;
    known.set(termKey(term), {
      number: numberOf(row, 'number'),
      label: textOf(row, 'label'),
      articles: numberOf(row, 'articles'),
      changedAt: numberOf(row, 'changed_at'),
    });
  }
  return known;
}

/** An alternative without a wanted term can gain any article of the site; the others only ones of their terms. */
function* changedAtOf(selection: Selection, known: KnownTerms): Operation<number> {
  const open =
    selection.kind === 'all' || selection.alternatives.some((literals) => literals.every(({ negated }) => negated));
  return open ? yield* siteChangedAt() : Math.max(...[...known.values()].map((term) => term.changedAt));
}

function* newest(selection: Selection, known: KnownTerms, limit: number): Operation<readonly number[]> {
  const ranges =
    selection.kind === 'all'
      ? [everything([], [])]
      : selection.alternatives.flatMap((literals) => rangeOf(literals, known) ?? []);
  const [only, ...others] = ranges;
  if (only === undefined) return [];
  if (others.length === 0) {
    const rows = yield* query(`${only.sql} ORDER BY d.published_at DESC, d.article LIMIT ?`, ...only.values, limit);
    return rows.map((row) => numberOf(row, 'article'));
  }
  // Each alternative is read to the limit through its own index range; only these few rows are merged.
  const parts = ranges.map(({ sql }) => `SELECT * FROM (${sql} ORDER BY published_at DESC, article LIMIT ?)`);
  const rows = yield* query(
    `SELECT DISTINCT published_at, article FROM (${parts.join(' UNION ALL ')}) ORDER BY published_at DESC, article LIMIT ?`,
    ...ranges.flatMap(({ values }) => [...values, limit]),
    limit,
  );
  return rows.map((row) => numberOf(row, 'article'));
}

interface Range {
  readonly sql: string;
  readonly values: readonly Value[];
}

const BEARS =
  'SELECT 1 FROM article_terms o WHERE o.term = ? AND o.published_at = d.published_at AND o.article = d.article';

/** Walks the rarest wanted term and looks the other terms up by key. Undefined when a wanted term is unknown. */
function rangeOf(literals: readonly Literal[], known: KnownTerms): Range | undefined {
  const wanted: KnownTerm[] = [];
  const unwanted: KnownTerm[] = [];
  for (const literal of literals) {
    const term = known.get(termKey(literal));
    if (term === undefined && !literal.negated) return undefined;
    if (term !== undefined) (literal.negated ? unwanted : wanted).push(term);
  }
  const [rarest, ...others] = wanted.sort((a, b) => a.articles - b.articles);
  if (rarest === undefined) return everything(others, unwanted);
  const { sql, values } = conditions(others, unwanted);
  return {
    sql: `SELECT d.published_at, d.article FROM article_terms d WHERE d.term = ?${sql}`,
    values: [rarest.number, ...values],
  };
}

function everything(wanted: readonly KnownTerm[], unwanted: readonly KnownTerm[]): Range {
  const { sql, values } = conditions(wanted, unwanted);
  const articles = 'SELECT published_at, number AS article FROM articles WHERE visible = 1';
  return { sql: `SELECT d.published_at, d.article FROM (${articles}) d WHERE 1${sql}`, values };
}

function conditions(wanted: readonly KnownTerm[], unwanted: readonly KnownTerm[]): Range {
  return {
    sql: `${` AND EXISTS (${BEARS})`.repeat(wanted.length)}${` AND NOT EXISTS (${BEARS})`.repeat(unwanted.length)}`,
    values: [...wanted, ...unwanted].map((term) => term.number),
  };
}
