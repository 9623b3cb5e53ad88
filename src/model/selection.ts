import { minimise } from './prime-products.ts';
import { quoted, readSelection, type TermName } from './selection-reader.ts';
import { termKey } from './term.ts';

/** One term of a selection, wanted or (negated) unwanted. */
export interface Literal extends TermName {
  readonly negated: boolean;
}

/**
 * Which articles a feed shows: all of them, or those that fit at least one alternative, every literal of it.
 *
 * Always in canonical form: two selections that choose the same articles from every possible set of articles are equal,
 * and print equally. Only `parseSelection` and `selectionOf` make one.
 */
export type Selection =
  | { readonly kind: 'all' }
  | { readonly kind: 'terms'; readonly alternatives: readonly (readonly Literal[])[] };

export const ALL: Selection = { kind: 'all' };

/** As many terms as may be written, so that every canonical form can be read back. */
const MAX_LITERALS = 64;

export type ParsedSelection = { readonly selection: Selection } | { readonly problem: string };

/** The selection of the articles that bear one term. */
export const selectionOf = (term: TermName): Selection => ({
  kind: 'terms',
  alternatives: [[{ kind: term.kind, slug: term.slug, negated: false }]],
});

/** The one term of a selection that is no more than a term; undefined for everything and for algebra. */
export function onlyTerm(selection: Selection): Literal | undefined {
  if (selection.kind === 'all' || selection.alternatives.length !== 1) return undefined;
  const [literal, ...others] = selection.alternatives[0] ?? [];
  return literal === undefined || others.length > 0 || literal.negated ? undefined : literal;
}

/** Every term that a selection names, wanted or not, each once, sorted by identity. */
export function termsOf(selection: Selection): readonly Literal[] {
  if (selection.kind === 'all') return [];
  const byKey = new Map(selection.alternatives.flat().map((literal) => [termKey(literal), literal]));
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}

/** Whether a selection chooses an article that bears these terms (`termKey`) and no others. */
export function chooses(selection: Selection, terms: ReadonlySet<string>): boolean {
  if (selection.kind === 'all') return true;
  return selection.alternatives.some((literals) =>
    literals.every((literal) => terms.has(termKey(literal)) !== literal.negated),
  );
}

/** Among the keys of a change: any change of the site. */
export const ANY_CHANGE = '*';

/**
 * What a change has to hit so that a selection can show something else: its terms (`termKey`), or anything where it can
 * gain any article.
 */
export function changeKeys(selection: Selection): readonly string[] {
  if (selection.kind === 'all') return [ANY_CHANGE];
  const open = selection.alternatives.some((literals) => literals.every(({ negated }) => negated));
  return open ? [ANY_CHANGE] : termsOf(selection).map(termKey);
}

const printLiteral = ({ kind, slug, negated }: Literal): string =>
  `${negated ? '-' : ''}${kind === 'tag' ? '' : `${kind}:`}${encodeURIComponent(slug)}`;

/**
 * Writes a selection as it stands in an address: `syria`, `russia+syria,-france`, `section:politics+-author:j-doe`;
 * `*` is everything. Percent-encoded, ASCII. `parseSelection` reads it back to an equal selection.
 */
export function printSelection(selection: Selection): string {
  if (selection.kind === 'all') return '*';
  return selection.alternatives.map(print).join(',');
}

const print = (literals: readonly Literal[]): string => literals.map(printLiteral).join('+');

/**
 * Reads a selection as it stands in an address, still percent-encoded: `+` and, `,` or, leading `-` not, brackets;
 * `+` binds closer than `,`. A term is a tag, or `section:`, `series:`, `author:` and a slug. Operators count only where
 * they stand unencoded, so that the tag `C%2B%2B` is one term. Labels are taken for their slugs (`Syria` is `syria`).
 *
 * Answers a problem in words for bad syntax, for more than 16 different terms, 64 in all or 8 brackets deep, for a
 * selection whose canonical form would be larger than that, and for one that no article can fit (`a+-a`).
 */
export function parseSelection(text: string): ParsedSelection {
  if (text === '*') return { selection: ALL };
  const written = readSelection(text);
  if ('problem' in written) return written;
  const prime = minimise(written.products);
  if (prime === undefined) return { problem: `${quoted(text)} is too large a selection` };
  if (prime.length === 0) return { problem: `${quoted(text)} selects nothing: no article can fit it` };
  if (prime.some(({ wanted, unwanted }) => wanted === 0 && unwanted === 0)) return { selection: ALL };
  const terms = written.terms
    .map((term, bit) => ({ term, bit, key: termKey(term) }))
    .sort((a, b) => compareText(a.key, b.key));
  const literals = (bits: number, negated: boolean): readonly Literal[] =>
    terms.filter(({ bit }) => (bits & (1 << bit)) !== 0).map(({ term }) => ({ ...term, negated }));
  const alternatives = prime.map(({ wanted, unwanted }) => [...literals(wanted, false), ...literals(unwanted, true)]);
  if (alternatives.flat().length > MAX_LITERALS) return { problem: `${quoted(text)} is too large a selection` };
  return { selection: { kind: 'terms', alternatives: alternatives.sort((a, b) => compareText(print(a), print(b))) } };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
