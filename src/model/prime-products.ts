/** Terms by identity, each wanted (true) or unwanted (false); all must hold. The empty product always holds. */
export type Product = ReadonlyMap<string, boolean>;

/** Sixteen terms can have thousands of prime implicants; a selection that needs more than these is refused. */
const MAX_PRODUCTS = 64;

const isWithin = (small: Product, large: Product): boolean =>
  small.size <= large.size && [...small].every(([key, wanted]) => large.get(key) === wanted);

/** What follows from both when they differ in just one term: `a+b` and `-b+c` give `a+c`; else undefined. */
function consensus(left: Product, right: Product): Product | undefined {
  const opposed = [...left].filter(([key, wanted]) => right.get(key) === !wanted);
  const [clash, ...others] = opposed;
  if (clash === undefined || others.length > 0) return undefined;
  const product = new Map([...left, ...right]);
  product.delete(clash[0]);
  return product;
}

/**
 * Turns a sum of products into the sum of all its prime implicants (Blake canonical form, by iterated consensus), which
 * is one and the same for all sums that mean the same. The order of the answer means nothing.
 *
 * An empty answer can never hold; an answer with the empty product always holds. Undefined when more than 64 products
 * would be needed on the way.
 */
export function minimise(products: readonly Product[]): readonly Product[] | undefined {
  let prime: readonly Product[] = [];
  const waiting = [...products];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const candidate = next;
    if (prime.some((known) => isWithin(known, candidate))) continue;
    prime = prime.filter((known) => !isWithin(candidate, known));
    for (const known of prime) {
      const follows = consensus(known, candidate);
      if (follows !== undefined) waiting.push(follows);
    }
    prime = [...prime, candidate];
    if (prime.length > MAX_PRODUCTS || waiting.length > MAX_PRODUCTS * MAX_PRODUCTS) return undefined;
  }
  return prime;
}
