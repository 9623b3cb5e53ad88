import { weightOf, wordCount } from '../line-shape.ts';
import type { KnownLine } from './known-lines.ts';

/** Stamps of a list stand no further from each other. */
const MAX_GAP = 6;
const LEAST_STAMPS = 3;
const LEAST_HEADLINE_WEIGHT = 20;
const LEAST_HEADLINE_WORDS = 3;

/**
 * The stamps of a list of other articles: three or more in a row, with a headline between each and the next. Of a list
 * of links without headlines (clocks of a ticker) nothing is said.
 */
export function stampsInRuns(
  lines: readonly KnownLine[],
  isStamp: (line: KnownLine) => boolean,
): ReadonlySet<KnownLine> {
  const inRuns = new Set<KnownLine>();
  let run: KnownLine[] = [];
  let before = -1;
  const close = (): void => {
    if (run.length >= LEAST_STAMPS) for (const line of run) inRuns.add(line);
    run = [];
  };
  for (const [at, line] of lines.entries()) {
    if (!isStamp(line)) continue;
    const gap = lines.slice(before + 1, at);
    if (before === -1 || at - before > MAX_GAP || !gap.some(couldBeHeadline)) close();
    run.push(line);
    before = at;
  }
  close();
  return inRuns;
}

/** True for a line that is long enough for a headline. */
export const couldBeHeadline = ({ kind, text }: KnownLine): boolean =>
  (kind === 'name' || kind === 'prose') &&
  weightOf(text) >= LEAST_HEADLINE_WEIGHT &&
  wordCount(text) >= LEAST_HEADLINE_WORDS;
