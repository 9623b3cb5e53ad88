/** What remains of several measurements of one thing. */
export interface Summary {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Sums measurements up. Throws for none: a row without a measurement is a fault of the bench. */
export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const [least] = sorted;
  const most = sorted.at(-1);
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  const upper = sorted[Math.ceil((sorted.length - 1) / 2)];
  if (least === undefined || most === undefined || lower === undefined || upper === undefined) {
    throw new Error('nothing was measured');
  }
  return { median: (lower + upper) / 2, least, most };
}

/** Of two series that were measured by turns: the ratio of each turn, summed up. */
export const ratios = (ours: readonly number[], theirs: readonly number[]): Summary =>
  summarise(ours.map((value, turn) => value / (theirs[turn] ?? Number.NaN)));
