/** Where a zone came from. */
export type ZoneOrigin = 'text' | 'configured' | 'default';

/** One part of the line and what it was taken for. */
export type ExplainedToken = { readonly kind: string; readonly text: string };

/** Why a stamp was read as it was, as data. */
export type Explanation = {
  /** The line as it was given, cut to what was looked at. */
  readonly text: string;
  readonly tokens: readonly ExplainedToken[];
  /** The rule that gave the answer, or the refusal. */
  readonly rule: string;
  readonly zone?: {
    readonly name: string;
    readonly offsetMinutes?: number;
    readonly from: ZoneOrigin;
    readonly source?: string;
  };
  /** `exact`: all was written. `assumed`: a zone or century was filled in. `refused`: no answer. */
  readonly certainty: 'exact' | 'assumed' | 'refused';
  readonly warnings: readonly string[];
};
