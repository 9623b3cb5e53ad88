import { emptyLedger, type TermLedger } from './term-ledger.ts';

/** What one write has touched so far; its feeds are settled once, at the end. */
export interface Touched {
  /** Rows of the terms whose feeds show something else now. */
  readonly terms: Set<number>;
  /** Rows of the terms that are spelled otherwise somewhere: their most frequent label may be another. */
  readonly spelled: Set<number>;
  /** Wanted slugs that have other claimants now. */
  readonly slugs: Set<string>;
  readonly goneIds: Set<string>;
  readonly ledger: TermLedger;
  /** A visible article came, went or changed. */
  shown: boolean;
}

export const nothingTouched = (): Touched => ({
  terms: new Set(),
  spelled: new Set(),
  slugs: new Set(),
  goneIds: new Set(),
  ledger: emptyLedger(),
  shown: false,
});
