import type { DividedPage } from './divide-page.ts';
import type { KnownLine } from './known-lines.ts';
import { weightOf } from './line-shape.ts';
import { isShortName } from './tag-line.ts';
import { searchable, wordsInText } from './words-in-text.ts';

const MAX_HEADLINE_WEIGHT = 200;
/** At least this share of the words of a headline stands in the text; more where the line could be something else. */
const LEAST_SHARE = 0.2;
const LEAST_SHARE_OF_DOUBTFUL = 0.5;
/** A headline stands near its text; a page may have thousands of other lines. */
const MAX_CANDIDATES = 60;
const LEAST_LIST = 3;

/**
 * The headline, when the page shows it: of the longer names above the text the one whose words the text uses most, the
 * last of equals; so that lines of the site's navigation are not taken for it. Several such names in a list are other
 * articles. A name of three words or fewer must stand right above the text, below the button for the short address.
 *
 * A line that is `taken` is none.
 */
export function findHeadline({ head, body }: DividedPage, taken: KnownLine | undefined): KnownLine | undefined {
  const text = searchable(body);
  const near = head.slice(-MAX_CANDIDATES).filter((line) => line !== taken);
  const short = shortHeadline(near, text);
  if (short !== undefined) return short;
  const candidates = runsOf(near, isLong).flatMap((run) => {
    const likely = run.flatMap((line) => candidateOf(line, text) ?? []);
    return run.length < LEAST_LIST ? likely : clearlyBest(likely);
  });
  const most = candidates.reduce((score, candidate) => Math.max(score, candidate.score), 0);
  return candidates.findLast(({ score }) => score === most)?.line;
}

interface Candidate {
  readonly line: KnownLine;
  /** Words that the text uses too, the less the more others the line has. */
  readonly score: number;
}

function candidateOf(line: KnownLine, text: string): Candidate | undefined {
  const { found, share } = wordsInText(line.text, text);
  const least = line.kind === 'prose' ? LEAST_SHARE_OF_DOUBTFUL : LEAST_SHARE;
  return share < least ? undefined : { line, score: found * share };
}

const CLEARLY = 5;

/** Among lines of navigation the headline stands out; other articles are about nearly the same. */
function clearlyBest(candidates: readonly Candidate[]): readonly Candidate[] {
  const [best, second] = candidates.toSorted((a, b) => b.score - a.score);
  return best !== undefined && best.score >= CLEARLY * (second?.score ?? 0) ? [best] : [];
}

/** A headline that ends as a sentence is told from a paragraph by its place: above the text. */
const isLong = ({ kind, text }: KnownLine): boolean =>
  (kind === 'name' || kind === 'prose') && weightOf(text) <= MAX_HEADLINE_WEIGHT && !isShortName(text);

function shortHeadline(near: readonly KnownLine[], text: string): KnownLine | undefined {
  const last = near.findLast(({ kind }) => kind === 'name' || kind === 'prose');
  const button = near.findIndex(({ kind }) => kind === 'button');
  if (last === undefined || button === -1 || near.indexOf(last) < button || !isShortName(last.text)) return undefined;
  return wordsInText(last.text, text).share >= LEAST_SHARE_OF_DOUBTFUL ? last : undefined;
}

/** The lines that fit, those that stand next to each other together. */
function runsOf(lines: readonly KnownLine[], fits: (line: KnownLine) => boolean): readonly (readonly KnownLine[])[] {
  const runs: KnownLine[][] = [[]];
  for (const line of lines) {
    if (fits(line)) runs.at(-1)?.push(line);
    else runs.push([]);
  }
  return runs;
}
