import type { Headline } from './find-headline.ts';
import type { PageFacts } from './page-facts.ts';
import { type Start, starts } from './start-candidates.ts';
import { START_SIGNS } from './start-signs.ts';

/**
 * The line with which the text begins, below the headline: the one with the most signs of it. Standfirsts, captions and
 * notices stand above it.
 */
export function bodyStart(page: PageFacts, headline: Headline | undefined): number {
  let best: { readonly at: number; readonly score: number } | undefined;
  for (const one of starts(page, headline)) {
    const score = scoreOf(one);
    if (best === undefined || score > best.score) best = { at: one.at, score };
  }
  return best?.at ?? page.first;
}

const SIGNS = Object.values(START_SIGNS);

const scoreOf = (one: Start): number => SIGNS.reduce((sum, { weight, of }) => sum + weight * of(one), 0);
