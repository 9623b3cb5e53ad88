import type { FolderHabits } from '../source-file.ts';
import { type Candidate, candidates, couldBe } from './headline-candidates.ts';
import { HEADLINE_SIGNS, LEAST_SCORE } from './headline-signs.ts';
import type { KnownLine } from './known-lines.ts';
import type { PageFacts } from './page-facts.ts';

export interface Headline {
  readonly at: number;
  readonly line: KnownLine;
}

/**
 * The headline, when the page shows it: of the lines around the beginning of the text the one with the most signs of a
 * headline. The name of the site behind it is left out.
 */
export function findHeadline(page: PageFacts, place?: FolderHabits['title']): Headline | undefined {
  if (place === 'first-line') {
    const at = page.lines.findIndex(couldBe);
    const line = page.lines[at];
    return line === undefined ? undefined : { at, line };
  }
  let best: { readonly one: Candidate; readonly score: number } | undefined;
  for (const one of candidates(page, place)) {
    const score = scoreOf(one);
    if (score > LEAST_SCORE && (best === undefined || score > best.score)) best = { one, score };
  }
  if (best === undefined) return undefined;
  const { at, line, text } = best.one;
  return { at, line: text === line.text ? line : { ...line, text } };
}

const SIGNS = Object.values(HEADLINE_SIGNS);

const scoreOf = (one: Candidate): number => SIGNS.reduce((sum, { weight, of }) => sum + weight * of(one), 0);
