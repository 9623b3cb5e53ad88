import { weightOf, wordCount } from '../line-shape.ts';
import type { KnownLine } from './known-lines.ts';

const LEAST_HEADLINES = 8;
const LEAST_HEADLINE_WORDS = 4;
const LEAST_HEADLINE_WEIGHT = 24;
/** A page with less prose than this has no article. */
const LEAST_PROSE = 120;
/** Teasers stand one by one below their headlines, so many at least. */
const LEAST_TEASERS = 4;
const MAX_TEASER_WEIGHT = 400;

/**
 * How many headlines a page lists that holds no article: it has hardly any prose, or nothing but teasers, each below a
 * headline of its own. Undefined for any other page.
 */
export function listedHeadlines(lines: readonly KnownLine[]): number | undefined {
  const headlines = lines.filter(isHeadline).length;
  if (headlines < LEAST_HEADLINES) return undefined;
  const runs = proseRuns(lines);
  const total = runs.flat().reduce((sum, weight) => sum + weight, 0);
  const areTeasers =
    runs.length >= LEAST_TEASERS && runs.every((run) => run.length === 1 && (run[0] ?? 0) <= MAX_TEASER_WEIGHT);
  return total < LEAST_PROSE || (areTeasers && headlines >= runs.length) ? headlines : undefined;
}

const isHeadline = ({ kind, text }: KnownLine): boolean =>
  kind === 'name' && weightOf(text) >= LEAST_HEADLINE_WEIGHT && wordCount(text) >= LEAST_HEADLINE_WORDS;

/** The weights of the paragraphs that stand together, with nothing that names anything between them. */
function proseRuns(lines: readonly KnownLine[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  let isOpen = false;
  for (const { kind, text } of lines) {
    if (kind === 'prose') {
      if (isOpen) runs.at(-1)?.push(weightOf(text));
      else runs.push([weightOf(text)]);
      isOpen = true;
    } else if (kind === 'name' || kind === 'stamp' || kind === 'byline') isOpen = false;
  }
  return runs;
}
