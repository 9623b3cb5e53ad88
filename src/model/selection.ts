import { minimise, type Product } from './prime-products.ts';
import { toSlug } from './slug.ts';
import { TERM_KINDS, type Term, type TermKind, termKey } from './term.ts';

/** One term of a selection, wanted or (negated) unwanted. */
export interface Literal extends Pick<Term, 'kind' | 'slug'> {
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

/** A selection in a request costs work that grows with its terms; more than these are nobody's reading habit. */
const MAX_TERMS = 16;
const MAX_DEPTH = 8;

export type ParsedSelection = { readonly selection: Selection } | { readonly problem: string };

/** The selection of the articles that bear one term. */
export const selectionOf = (term: Pick<Term, 'kind' | 'slug'>): Selection => ({
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

const printLiteral = ({ kind, slug, negated }: Literal): string =>
  `${negated ? '-' : ''}${kind === 'tag' ? '' : `${kind}:`}${encodeURIComponent(slug)}`;

/**
 * Writes a selection as it stands in an address: `syria`, `russia+syria,-france`, `section:politics+-author:j-doe`;
 * `*` is everything. Percent-encoded, ASCII. `parseSelection` reads it back to an equal selection.
 */
export function printSelection(selection: Selection): string {
  if (selection.kind === 'all') return '*';
  return selection.alternatives.map((literals) => literals.map(printLiteral).join('+')).join(',');
}

/**
 * Reads a selection as it stands in an address, still percent-encoded: `+` and, `,` or, leading `-` not, brackets;
 * `+` binds closer than `,`. A term is a tag, or `section:`, `series:`, `author:` and a slug. Operators count only where
 * they stand unencoded, so that the tag `C%2B%2B` is one term. Labels are taken for their slugs (`Syria` is `syria`).
 *
 * Answers a problem in words for bad syntax, for more than 16 terms or 8 brackets deep, and for a selection that no
 * article can fit (`a+-a`).
 */
export function parseSelection(text: string): ParsedSelection {
  if (text === '*') return { selection: ALL };
  const reader = new Reader(text);
  const products = reader.read();
  if (typeof products === 'string') return { problem: products };
  const prime = minimise(products);
  if (prime === undefined) return { problem: `"${text}" is too large a selection` };
  if (prime.length === 0) return { problem: `"${text}" selects nothing: no article can fit it` };
  if (prime.some((product) => product.size === 0)) return { selection: ALL };
  const alternatives = prime.map((product) => {
    const literals = [...product].flatMap(([key, wanted]) => {
      const term = reader.terms.get(key);
      return term === undefined ? [] : [{ ...term, negated: !wanted }];
    });
    return literals.sort((a, b) => Number(a.negated) - Number(b.negated) || compareText(termKey(a), termKey(b)));
  });
  alternatives.sort((a, b) => compareText(a.map(printLiteral).join('+'), b.map(printLiteral).join('+')));
  return { selection: { kind: 'terms', alternatives } };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isTermKind = (word: string): word is TermKind => TERM_KINDS.some((kind) => kind === word);

/** Recursive descent over one text; keeps a sum of products, multiplied out as it goes. A string is a problem. */
class Reader {
  readonly terms = new Map<string, Pick<Term, 'kind' | 'slug'>>();
  readonly #text: string;
  #at = 0;
  #depth = 0;
  #count = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): readonly Product[] | string {
    const products = this.#either(false);
    if (typeof products === 'string' || this.#at === this.#text.length) return products;
    return `"${this.#text}" has a ")" too many at character ${this.#at + 1}`;
  }

  /** De Morgan on the way down: a negated sum is read as the product of its negated parts. */
  #either(negated: boolean): readonly Product[] | string {
    return this.#chain(',', (inner) => this.#both(inner), negated, negated ? multiply : add);
  }

  #both(negated: boolean): readonly Product[] | string {
    return this.#chain('+', (inner) => this.#unary(inner), negated, negated ? add : multiply);
  }

  #chain(
    operator: string,
    part: (negated: boolean) => readonly Product[] | string,
    negated: boolean,
    join: (a: readonly Product[], b: readonly Product[]) => readonly Product[],
  ): readonly Product[] | string {
    let products = part(negated);
    while (typeof products !== 'string' && this.#text[this.#at] === operator) {
      this.#at += 1;
      const next = part(negated);
      products = typeof next === 'string' ? next : join(products, next);
    }
    return products;
  }

  #unary(negated: boolean): readonly Product[] | string {
    const sign = this.#text[this.#at];
    if (sign === '-') {
      this.#at += 1;
      return this.#text[this.#at] === '-' ? this.#missing() : this.#unary(!negated);
    }
    return sign === '(' ? this.#brackets(negated) : this.#term(negated);
  }

  #brackets(negated: boolean): readonly Product[] | string {
    this.#at += 1;
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) return `"${this.#text}" has brackets more than ${MAX_DEPTH} deep`;
    const products = this.#either(negated);
    if (typeof products === 'string') return products;
    if (this.#text[this.#at] !== ')') return `"${this.#text}" has a "(" without its ")"`;
    this.#at += 1;
    this.#depth -= 1;
    return products;
  }

  #term(negated: boolean): readonly Product[] | string {
    const start = this.#at;
    while (this.#at < this.#text.length && !'+,()'.includes(this.#text[this.#at] ?? '')) this.#at += 1;
    const word = this.#text.slice(start, this.#at);
    if (word === '') return this.#missing();
    this.#count += 1;
    if (this.#count > MAX_TERMS) return `"${this.#text}" has more than ${MAX_TERMS} terms`;
    const colon = word.indexOf(':');
    const prefix = word.slice(0, Math.max(colon, 0));
    const kind = isTermKind(prefix) ? prefix : 'tag';
    const slug = toSlug(decoded(isTermKind(prefix) ? word.slice(colon + 1) : word));
    if (slug === undefined) return `"${word}" is no name of a ${kind}`;
    const key = termKey({ kind, slug });
    this.terms.set(key, { kind, slug });
    return [new Map([[key, !negated]])];
  }

  #missing(): string {
    return `"${this.#text}" lacks a tag at character ${this.#at + 1}; write %2B for a plus and %2C for a comma in a name`;
  }
}

/** A malformed escape is left as it stands: addresses were checked at the door, and a shell knows no escapes. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

const add = (a: readonly Product[], b: readonly Product[]): readonly Product[] => [...a, ...b];

function multiply(a: readonly Product[], b: readonly Product[]): readonly Product[] {
  const products = a.flatMap((left) =>
    b.flatMap((right) => {
      const clash = [...right].some(([key, wanted]) => left.has(key) && left.get(key) !== wanted);
      return clash ? [] : [new Map([...left, ...right])];
    }),
  );
  return minimise(products) ?? products;
}
