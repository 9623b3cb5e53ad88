/** Numbers that look random and are the same in every run. */
export interface SeededRandom {
  /** A whole number from 0 to `end`, without `end`. */
  readonly below: (end: number) => number;
  /** One of the values. Throws when there is none. */
  readonly pick: <Value>(values: readonly Value[]) => Value;
  /** The values in another order. */
  readonly shuffle: <Value>(values: readonly Value[]) => readonly Value[];
}

/** A linear congruential generator (Numerical Recipes): its high bits are good enough to choose test cases by. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const below = (end: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[below(values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  };
  const shuffle = <Value>(values: readonly Value[]): readonly Value[] =>
    values
      .map((value) => ({ value, place: below(2 ** 30) }))
      .sort((a, b) => a.place - b.place)
      .map(({ value }) => value);
  return { below, pick, shuffle };
}
