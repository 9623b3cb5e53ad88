import { endsPlainly, endsSentence, weightOf } from '../line-shape.ts';
import { isDiscussion } from './furniture.ts';
import type { KnownLine, LineKind } from './known-lines.ts';
import { headsOthers } from './notices.ts';
import { isTerse, tagsOfLine } from './tag-line.ts';
import { searchable, wordsInText } from './words-in-text.ts';

export interface DividedPage {
  /** What stands above the text of the article. */
  readonly head: readonly KnownLine[];
  /** From the first paragraph to the last, with everything that stands between them. */
  readonly body: readonly KnownLine[];
  readonly tail: readonly KnownLine[];
}

/**
 * Finds the text of the article in a page: the stretch of lines in which prose outweighs everything else the most. A
 * notice far above it, what readers say below it and the paragraphs of other articles do not outweigh what stands
 * between. Undefined for a page without prose. Linear time.
 */
export function dividePage(lines: readonly KnownLine[]): DividedPage | undefined {
  const stretch = bestStretch(lines);
  if (stretch === undefined) return undefined;
  const { from, to } = withoutStrangers(lines, stretch);
  const first = isShortParagraph(lines, from - 1, endsPlainly) ? from - 1 : from;
  let last = to;
  while (isListItem(lines, last + 1) || isShortParagraph(lines, last + 1, goesOn)) last += 1;
  return { head: lines.slice(0, first), body: lines.slice(first, last + 1), tail: lines.slice(last + 1) };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What a line that is no prose takes from the stretch it stands in, in letters. */
const COSTS: Readonly<Record<LineKind, number>> = {
  prose: 0,
  name: 25,
  furniture: 20,
  button: 150,
  stamp: 70,
  byline: 70,
  tags: 90,
  credit: 10,
  series: 25,
  mark: 5,
};
const COST_OF_LINK = 35;
const COST_OF_HEADLINE = 200;
const COST_OF_OTHERS = 60;
const COST_OF_DISCUSSION = 150;
/** A paragraph gains no more: one long notice is no article. */
const MOST_GAIN = 400;
/** So much prose stands above the place where readers talk. */
const LEAST_TOLD = 300;
/** What readers say weighs less. */
const SHARE_OF_TALK = 0.25;

function bestStretch(lines: readonly KnownLine[]): Stretch | undefined {
  let best: (Stretch & { readonly sum: number }) | undefined;
  let from = 0;
  let sum = 0;
  let told = 0;
  let isTalk = false;
  for (const [at, line] of lines.entries()) {
    if (line.kind === 'prose') {
      const gain = Math.min(MOST_GAIN, weightOf(line.text)) * (isTalk ? SHARE_OF_TALK : 1);
      told += gain;
      if (sum <= 0) [sum, from] = [0, at];
      sum += gain;
      if (best === undefined || sum > best.sum) best = { from, to: at, sum };
    } else {
      sum -= costOf(line);
      if (told >= LEAST_TOLD && isDiscussion(line.text)) isTalk = true;
    }
  }
  return best;
}

function costOf({ kind, text, isItem, isLinked, heading }: KnownLine): number {
  if (heading === 1) return COST_OF_HEADLINE;
  if (isDiscussion(text)) return COST_OF_DISCUSSION;
  if (headsOthers(text)) return COST_OF_OTHERS;
  if (kind === 'name' && isTagList(text)) return COSTS.tags;
  return kind === 'name' && (isItem || isLinked) ? COST_OF_LINK : COSTS[kind];
}

const LEAST_TAGS = 3;

function isTagList(text: string): boolean {
  const tags = tagsOfLine(text);
  return tags !== undefined && tags.length >= LEAST_TAGS && isTerse(tags);
}

/** So many lines between two paragraphs make a gap. */
const LEAST_GAP = 3;
/** What stands beyond a gap has at most this share of the prose. */
const STRANGE_SHARE = 1 / 4;
/** So many paragraphs tell what the article is about. */
const MOST_COMPARED = 60;
/** So many gaps are looked at from each end. */
const MOST_LOOKS = 6;
/** A paragraph of the article shares this many of its longer words with the rest of it. */
const LEAST_COMMON = 0.3;

/** Takes paragraphs at both ends off that stand apart and have little to do with the others. */
function withoutStrangers(lines: readonly KnownLine[], { from, to }: Stretch): Stretch {
  const prose: number[] = [];
  for (let at = from; at <= to; at += 1) if (lines[at]?.kind === 'prose') prose.push(at);
  const weightAt = (at: number | undefined): number => weightOf(lines[at ?? -1]?.text ?? '');
  const total = prose.reduce((sum, at) => sum + weightAt(at), 0);
  let [first, last] = [0, prose.length - 1];
  const end = total * STRANGE_SHARE;
  let [beyondEnd, looks] = [0, 0];
  for (let cut = prose.length - 1; cut > 0 && looks < MOST_LOOKS; cut -= 1) {
    beyondEnd += weightAt(prose[cut]);
    if (beyondEnd > end) break;
    const gap = lines.slice((prose[cut - 1] ?? 0) + 1, prose[cut]);
    if (!isGap(gap)) continue;
    looks += 1;
    if (isStrange(lines, prose.slice(0, cut), prose.slice(cut))) last = cut - 1;
  }
  let [beyondStart, looksAbove] = [0, 0];
  for (let cut = 1; cut <= last && looksAbove < MOST_LOOKS; cut += 1) {
    beyondStart += weightAt(prose[cut - 1]);
    if (beyondStart > end) break;
    const gap = lines.slice((prose[cut - 1] ?? 0) + 1, prose[cut]);
    if (!isGap(gap)) continue;
    looksAbove += 1;
    if (gap.some(marksHead) || isStrange(lines, prose.slice(cut, last + 1), prose.slice(0, cut))) first = cut;
  }
  return { from: prose[first] ?? from, to: prose[last] ?? to };
}

const isGap = (gap: readonly KnownLine[]): boolean =>
  gap.length >= LEAST_GAP || gap.some((line) => marksHead(line) || line.kind === 'tags' || isDiscussion(line.text));

const marksHead = ({ kind, stamp }: KnownLine): boolean =>
  kind === 'button' ||
  kind === 'byline' ||
  (kind === 'stamp' && (stamp?.hasClock === true || stamp?.label !== undefined));

function isStrange(lines: readonly KnownLine[], own: readonly number[], beyond: readonly number[]): boolean {
  const text = searchable(own.slice(0, MOST_COMPARED).flatMap((at) => lines[at] ?? []));
  const shares = beyond.slice(0, LEAST_GAP).map((at) => wordsInText(lines[at]?.text ?? '', text).share);
  return Math.max(...shares) < LEAST_COMMON;
}

/** A colon announces more of the article. */
const goesOn = (text: string): boolean => endsSentence(text) || /[:：]$/u.test(text);

/** An item of a list right below the text: numbered, or with a bullet and no link below words that announce it. */
function isListItem(lines: readonly KnownLine[], at: number): boolean {
  const line = lines[at];
  if (line?.kind !== 'name' || line.isLinked) return false;
  if (/^\p{Nd}{1,2}[.)] /u.test(line.text)) return true;
  const before = lines[at - 1];
  return line.isItem === true && (before?.isItem === true || /[:：]$/u.test(before?.text ?? ''));
}

/** A line that stands by itself right beside the text and ends as a sentence: `It rained.`, `"Will it float?"` */
function isShortParagraph(lines: readonly KnownLine[], at: number, ends: (text: string) => boolean): boolean {
  const line = lines[at];
  if (line?.kind !== 'name' || !line.opensBlock || lines[at + 1]?.opensBlock === false) return false;
  if (line.heading !== undefined || line.isItem || line.isLinked || headsOthers(line.text)) return false;
  return ends(line.text) && (line.text.includes(' ') || weightOf(line.text) > line.text.length);
}
