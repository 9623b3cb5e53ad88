import type { Instant } from '../model/instant.ts';
import { onlyTerm, type Selection, termsOf } from '../model/selection.ts';
import { termKey } from '../model/term.ts';
import { toInstant } from '../time/instant.ts';
import { siteChangedAt } from './changed-terms.ts';
import { numberOf, type Operation, queryOne, textOf } from './operation.ts';
import { countArticles } from './read-articles.ts';

export interface KnownTerm {
  readonly number: number;
  readonly label: string;
  readonly articles: number;
  readonly changedAt: number;
}

/** The terms of a selection that the store knows, by `termKey`. */
export type KnownTerms = ReadonlyMap<string, KnownTerm>;

/** Looks the terms of a selection up. Undefined when not one of them is known. */
export function* knownTerms(selection: Selection): Operation<KnownTerms | undefined> {
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
  return selection.kind === 'terms' && known.size === 0 ? undefined : known;
}

/** How the known terms are written. */
export const labelsOf = (known: KnownTerms): ReadonlyMap<string, string> =>
  new Map([...known].map(([key, term]) => [key, term.label]));

/**
 * When what a selection shows last changed. An alternative without a wanted term can gain any article of the site; the
 * others only ones of their terms.
 */
export function* changedAtOf(selection: Selection, known: KnownTerms): Operation<Instant> {
  const open =
    selection.kind === 'all' || selection.alternatives.some((literals) => literals.every(({ negated }) => negated));
  const at = open ? yield* siteChangedAt() : Math.max(...[...known.values()].map((term) => term.changedAt));
  const changedAt = toInstant(at);
  if (changedAt === undefined)
    throw new Error('The database holds a time that is none; delete it, and it is built anew');
  return changedAt;
}

/** How many articles a selection chooses; undefined for algebra. */
export function* countOf(selection: Selection, known: KnownTerms): Operation<number | undefined> {
  if (selection.kind === 'all') return yield* countArticles();
  const term = onlyTerm(selection);
  return term === undefined ? undefined : known.get(termKey(term))?.articles;
}
