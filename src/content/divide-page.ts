import { isDiscussion } from './furniture.ts';
import type { KnownLine } from './known-lines.ts';
import { endsPlainly, endsSentence, weightOf } from './line-shape.ts';
import { isTerse, tagsOfLine } from './tag-line.ts';

export interface DividedPage {
  /** What stands above the text of the article. */
  readonly head: readonly KnownLine[];
  /** From the first paragraph to the last, with everything that stands between them. */
  readonly body: readonly KnownLine[];
  readonly tail: readonly KnownLine[];
}

/**
 * Finds the text of the article in a page: from its first line of prose to its last. A notice above the stamp of the
 * article, or below its tags or the place for comments, is prose as well, but far less of it. Undefined for a page
 * without prose.
 */
export function dividePage(lines: readonly KnownLine[]): DividedPage | undefined {
  const prose = lines.flatMap(({ kind }, at) => (kind === 'prose' ? [at] : []));
  if (prose.length === 0) return undefined;
  const weights = prose.map((at) => weightOf(lines[at]?.text ?? ''));
  const from = prose[firstOfText(lines, prose, weights)] ?? 0;
  const to = prose[lastOfText(lines, prose, weights)] ?? 0;
  const first = isShortParagraph(lines, from - 1, endsPlainly) ? from - 1 : from;
  let last = to;
  while (isListItem(lines[last + 1]) || isShortParagraph(lines, last + 1, goesOn)) last += 1;
  return { head: lines.slice(0, first), body: lines.slice(first, last + 1), tail: lines.slice(last + 1) };
}

/** A notice has at most this share of the prose of its page. */
const NOTICE_SHARE = 1 / 4;
const MAX_NOTICE_LINES = 2;
const LONG_GAP = 4;

/** Which line of prose begins the text: the first, unless the marks of an article's head stand only below it. */
function firstOfText(lines: readonly KnownLine[], prose: readonly number[], weights: readonly number[]): number {
  const total = sum(weights);
  for (let count = Math.min(MAX_NOTICE_LINES, prose.length - 1); count > 0; count -= 1) {
    if (sum(weights.slice(0, count)) > total * NOTICE_SHARE) continue;
    const gap = lines.slice((prose[count - 1] ?? 0) + 1, prose[count]);
    const isHead = gap.some(marksHead) || (gap.length >= LONG_GAP && gap.some(({ kind }) => kind === 'furniture'));
    if (isHead && !lines.slice(1, prose[0]).some(marksHead)) return count;
  }
  return 0;
}

const marksHead = ({ kind, stamp }: KnownLine): boolean =>
  kind === 'button' ||
  kind === 'byline' ||
  (kind === 'stamp' && (stamp?.hasClock === true || stamp?.label !== undefined));

/** Below its tags and the place for comments there may stand more than the article itself has. */
const COMMENTS_SHARE = 3 / 5;

/** Which line of prose ends the text: the last, unless the tags of the article or its comments stand above it. */
function lastOfText(lines: readonly KnownLine[], prose: readonly number[], weights: readonly number[]): number {
  const total = sum(weights);
  let after = total;
  for (const [index, weight] of weights.entries()) {
    after -= weight;
    if (after > total * COMMENTS_SHARE) continue;
    const gap = lines.slice((prose[index] ?? 0) + 1, prose[index + 1]);
    const [hasTags, hasComments] = [gap.some(isTags), gap.some(({ text }) => isDiscussion(text))];
    if (hasTags && hasComments) return index;
    if ((hasTags || hasComments) && after <= total * NOTICE_SHARE) return index;
  }
  return prose.length - 1;
}

const LEAST_TAGS = 3;

function isTags({ kind, text }: KnownLine): boolean {
  const tags = kind === 'name' ? tagsOfLine(text) : undefined;
  return kind === 'tags' || (tags !== undefined && tags.length >= LEAST_TAGS && isTerse(tags));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** A colon announces more of the article. */
const goesOn = (text: string): boolean => endsSentence(text) || /[:：]$/u.test(text);

const isListItem = (line: KnownLine | undefined): boolean =>
  line?.kind === 'name' && /^(?:[-–•*·]|\p{Nd}{1,2}[.)]) /u.test(line.text);

/** A line that stands by itself right beside the text and ends as a sentence: `It rained.`, `"Will it float?"` */
function isShortParagraph(lines: readonly KnownLine[], at: number, ends: (text: string) => boolean): boolean {
  const line = lines[at];
  if (line?.kind !== 'name' || !line.opensBlock || lines[at + 1]?.opensBlock === false) return false;
  return ends(line.text) && (line.text.includes(' ') || weightOf(line.text) > line.text.length);
}
