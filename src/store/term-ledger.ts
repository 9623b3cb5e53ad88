import type { Spot } from '../model/archive-cuts.ts';
import { type Term, termKey } from '../model/term.ts';
import { numberOf, type Operation, query, queryOne, textOf } from './operation.ts';

/**
 * What one write adds to and takes from its terms, written down once at its end: a thousand articles of one tag are one
 * sum, not a thousand updates of its row.
 */
export interface TermLedger {
  /** Rows by `termKey`. */
  readonly numbers: Map<string, number>;
  /** Articles more (or fewer) by row. */
  readonly articles: Map<number, number>;
  /** Uses more (or fewer) by row and label. */
  readonly uses: Map<number, Map<string, number>>;
}

export const emptyLedger = (): TermLedger => ({ numbers: new Map(), articles: new Map(), uses: new Map() });

function enter(ledger: TermLedger, term: number, label: string, difference: 1 | -1): void {
  ledger.articles.set(term, (ledger.articles.get(term) ?? 0) + difference);
  const labels = ledger.uses.get(term) ?? new Map<string, number>();
  labels.set(label, (labels.get(label) ?? 0) + difference);
  ledger.uses.set(term, labels);
}

/** The row of a term, made when it is new. */
function* termNumber(ledger: TermLedger, term: Term): Operation<number> {
  const key = termKey(term);
  const known = ledger.numbers.get(key);
  if (known !== undefined) return known;
  const row =
    (yield* queryOne('SELECT number FROM terms WHERE kind = ? AND slug = ?', term.kind, term.slug)) ??
    (yield* queryOne(
      `INSERT INTO terms (kind, slug, label, articles, revision, changed_at) VALUES (?, ?, ?, 0, 0, 0) RETURNING number`,
      term.kind,
      term.slug,
      term.label,
    ));
  if (row === undefined) throw new Error(`No row came back for ${key}`);
  const number = numberOf(row, 'number');
  ledger.numbers.set(key, number);
  return number;
}

/** Shows an article under its terms and answers their rows. */
export function* enterTerms(
  ledger: TermLedger,
  { number: article, publishedAt, weight }: Spot,
  terms: readonly Term[],
): Operation<readonly number[]> {
  const entered: number[] = [];
  for (const [position, term] of terms.entries()) {
    const number = yield* termNumber(ledger, term);
    yield* query(
      'INSERT INTO article_terms (term, published_at, article, position, label, weight) VALUES (?, ?, ?, ?, ?, ?)',
      number,
      publishedAt,
      article,
      position,
      term.label,
      weight,
    );
    enter(ledger, number, term.label, 1);
    entered.push(number);
  }
  return entered;
}

/** Takes an article out of all its terms and answers their rows. */
export function* leaveTerms(ledger: TermLedger, article: number): Operation<readonly number[]> {
  const rows = yield* query('DELETE FROM article_terms WHERE article = ? RETURNING term, label', article);
  return rows.map((row) => {
    const term = numberOf(row, 'term');
    enter(ledger, term, textOf(row, 'label'), -1);
    return term;
  });
}

/** Writes the sums down. Comes before anything that counts articles or labels. */
export function* settleLedger({ articles, uses }: TermLedger): Operation<void> {
  for (const [term, difference] of articles) {
    if (difference !== 0) yield* query('UPDATE terms SET articles = articles + ? WHERE number = ?', difference, term);
  }
  for (const [term, labels] of uses) {
    for (const [label, difference] of labels) {
      if (difference === 0) continue;
      yield* query(
        `INSERT INTO term_labels (term, label, uses) VALUES (?, ?, ?)
         ON CONFLICT (term, label) DO UPDATE SET uses = uses + excluded.uses`,
        term,
        label,
        difference,
      );
      if (difference < 0) yield* query('DELETE FROM term_labels WHERE term = ? AND uses = 0', term);
    }
  }
}
