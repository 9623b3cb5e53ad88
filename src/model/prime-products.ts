/**
 * Terms that must all hold: bit n of `wanted` is set when term n has to be borne, bit n of `unwanted` when it must not.
 * No term is both. The empty product, both zero, always holds.
 */
export interface Product {
  readonly wanted: number;
  readonly unwanted: number;
}

/** A product is two bit fields of 32-bit integers, and 16 terms can already have thousands of prime implicants. */
export const MAX_TERMS = 16;
/** A sum that needs more prime implicants than these is refused. */
const MAX_PRODUCTS = 64;
/** Bounds the time. A product of two full sums has 4,096 parts to begin with; no sum is known that needs all these steps. */
const MAX_STEPS = 8_192;

const isWithin = (small: Product, large: Product): boolean =>
  (small.wanted & ~large.wanted) === 0 && (small.unwanted & ~large.unwanted) === 0;

/** What follows from both when they differ in just one term: `a+b` and `-b+c` give `a+c`; else undefined. */
function consensus(left: Product, right: Product): Product | undefined {
  const clash = (left.wanted & right.unwanted) | (left.unwanted & right.wanted);
  if (clash === 0 || (clash & (clash - 1)) !== 0) return undefined;
  return { wanted: (left.wanted | right.wanted) & ~clash, unwanted: (left.unwanted | right.unwanted) & ~clash };
}

/**
 * Turns a sum of products into the sum of all its prime implicants (Blake canonical form, by iterated consensus), which
 * is one and the same for all sums that mean the same. The order of the answer means nothing.
 *
 * An empty answer can never hold; an answer with the empty product always holds. Undefined when more than 64 products
 * or 8,192 steps would be needed on the way.
 */
export function minimise(products: readonly Product[]): readonly Product[] | undefined {
  let prime: readonly Product[] = [];
  const waiting = [...products];
  for (let step = 0; step < waiting.length; step += 1) {
    if (step >= MAX_STEPS) return undefined;
    const candidate = waiting[step];
    if (candidate === undefined || prime.some((known) => isWithin(known, candidate))) continue;
    prime = prime.filter((known) => !isWithin(candidate, known));
    for (const known of prime) {
      const follows = consensus(known, candidate);
      if (follows !== undefined) waiting.push(follows);
    }
    prime = [...prime, candidate];
    if (prime.length > MAX_PRODUCTS) return undefined;
  }
  return prime;
}

/** The sum that holds when both do; undefined when it, minimised, would need more than 64 products. */
export const multiply = (left: readonly Product[], right: readonly Product[]): readonly Product[] | undefined =>
  minimise(
    left.flatMap((a) =>
      right.flatMap((b) => {
        const both = { wanted: a.wanted | b.wanted, unwanted: a.unwanted | b.unwanted };
        return (both.wanted & both.unwanted) === 0 ? [both] : [];
      }),
    ),
  );
