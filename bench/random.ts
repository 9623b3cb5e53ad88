/** Numbers that look random and are the same in every run. */
export interface Random {
  /** From 0 to 1, without 1. */
  readonly next: () => number;
  /** A whole number from 0 to `end`, without `end`. */
  readonly below: (end: number) => number;
  /** One of the values. Throws when there is none. */
  readonly pick: <Value>(values: readonly Value[]) => Value;
}

/** The generator "mulberry32": 32 bits of state, good enough to write texts with, the same on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[below(values.length)];
    if (value === undefined) throw new Error('there is nothing to pick from');
    return value;
  };
  return { next, below, pick };
}

/**
 * Draws from `values` by Zipf's law: the second half as often as the first, the third a third as often, as words and
 * tags are used in life. With a `shift` the first few stand out less (Mandelbrot's form of it: words of a language).
 * Answers the drawing function; the weights are added up once.
 */
export function zipfOf<Value>(values: readonly Value[], shift = 0): (random: Random) => Value {
  const sums = new Float64Array(values.length);
  let sum = 0;
  for (let rank = 0; rank < values.length; rank += 1) {
    sum += 1 / (rank + 1 + shift);
    sums[rank] = sum;
  }
  return (random) => {
    const wanted = random.next() * sum;
    let low = 0;
    let high = values.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    const value = values[low];
    if (value === undefined) throw new Error('there is nothing to draw from');
    return value;
  };
}
