import { MAX_TERMS, multiply, type Product } from './prime-products.ts';
import { toSlug } from './slug.ts';
import { TERM_KINDS, type Term, type TermKind, termKey } from './term.ts';

/** A selection in a request costs work that grows with its terms; more than these are nobody's reading habit. */
const MAX_WORDS = 64;
const MAX_DEPTH = 8;
const MAX_QUOTED = 200;

/** A term without its label. */
export type TermName = Pick<Term, 'kind' | 'slug'>;

/** What a text says: a sum of products, not yet minimal; bit n of a product speaks of `terms[n]`. */
interface WrittenSelection {
  readonly products: readonly Product[];
  readonly terms: readonly TermName[];
}

/**
 * Reads the syntax that `parseSelection` tells of. Answers a problem in words for bad syntax, for more than 16 different
 * terms, 64 in all, or 8 brackets deep, and for a sum that needs more than 64 products.
 */
export function readSelection(text: string): WrittenSelection | { readonly problem: string } {
  const reader = new Reader(text);
  const products = reader.read();
  return typeof products === 'string' ? { problem: products } : { products, terms: [...reader.terms.values()] };
}

/** The text in quotation marks, cut when it is long: the problem of a long text must not be a long text. */
export const quoted = (text: string): string =>
  `"${text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text}"`;

const isTermKind = (word: string): word is TermKind => TERM_KINDS.some((kind) => kind === word);

/** A sum of products, or a problem in words. */
type Result = readonly Product[] | string;

/** Recursive descent over one text; keeps a sum of products, multiplied out as it goes. */
class Reader {
  readonly terms = new Map<string, TermName>();
  readonly #text: string;
  #at = 0;
  #depth = 0;
  #words = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Result {
    const products = this.#either(false);
    if (typeof products === 'string' || this.#at === this.#text.length) return products;
    return `${quoted(this.#text)} has a ")" too many at character ${this.#at + 1}`;
  }

  /** De Morgan on the way down: a negated sum is read as the product of its negated parts. */
  #either(negated: boolean): Result {
    return this.#chain(',', (inner) => this.#both(inner), negated, !negated);
  }

  #both(negated: boolean): Result {
    return this.#chain('+', (inner) => this.#unary(inner), negated, negated);
  }

  #chain(operator: string, part: (negated: boolean) => Result, negated: boolean, isSum: boolean): Result {
    let products = part(negated);
    while (typeof products !== 'string' && this.#text[this.#at] === operator) {
      this.#at += 1;
      const next = part(negated);
      if (typeof next === 'string') return next;
      const joined = isSum ? [...products, ...next] : multiply(products, next);
      products = joined ?? `${quoted(this.#text)} is too large a selection`;
    }
    return products;
  }

  #unary(negated: boolean): Result {
    const sign = this.#text[this.#at];
    if (sign === '-') {
      this.#at += 1;
      return this.#text[this.#at] === '-' ? this.#missing() : this.#unary(!negated);
    }
    return sign === '(' ? this.#brackets(negated) : this.#term(negated);
  }

  #brackets(negated: boolean): Result {
    this.#at += 1;
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) return `${quoted(this.#text)} has brackets more than ${MAX_DEPTH} deep`;
    const products = this.#either(negated);
    if (typeof products === 'string') return products;
    if (this.#text[this.#at] !== ')') return `${quoted(this.#text)} has a "(" without its ")"`;
    this.#at += 1;
    this.#depth -= 1;
    return products;
  }

  #term(negated: boolean): Result {
    const start = this.#at;
    while (this.#at < this.#text.length && !'+,()'.includes(this.#text[this.#at] ?? '')) this.#at += 1;
    const word = this.#text.slice(start, this.#at);
    if (word === '') return this.#missing();
    this.#words += 1;
    if (this.#words > MAX_WORDS) return `${quoted(this.#text)} names more than ${MAX_WORDS} terms`;
    const colon = word.indexOf(':');
    const prefix = word.slice(0, Math.max(colon, 0));
    const kind = isTermKind(prefix) ? prefix : 'tag';
    const name = isTermKind(prefix) ? word.slice(colon + 1) : word;
    if (name === '*')
      return `${quoted(this.#text)} holds a "*"; that is everything, alone, and %2A is a ${kind} of that name`;
    const slug = toSlug(decoded(name));
    if (slug === undefined) return `${quoted(word)} is no name of a ${kind}`;
    const key = termKey({ kind, slug });
    if (!this.terms.has(key)) this.terms.set(key, { kind, slug });
    if (this.terms.size > MAX_TERMS) return `${quoted(this.#text)} names more than ${MAX_TERMS} different terms`;
    const bit = 1 << [...this.terms.keys()].indexOf(key);
    return [negated ? { wanted: 0, unwanted: bit } : { wanted: bit, unwanted: 0 }];
  }

  #missing(): string {
    const place = `lacks a tag at character ${this.#at + 1}`;
    return `${quoted(this.#text)} ${place}; write %2B for a plus and %2C for a comma in a name`;
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
