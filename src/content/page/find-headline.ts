import { endsPlainly, weightOf } from '../line-shape.ts';
import type { FolderHabits } from '../source-file.ts';
import type { DividedPage } from './divide-page.ts';
import type { KnownLine } from './known-lines.ts';
import { headsOthers } from './notices.ts';
import { withoutSiteName } from './site-name.ts';
import { isShortName } from './tag-line.ts';
import { searchable, wordsInText } from './words-in-text.ts';

const MAX_HEADLINE_WEIGHT = 240;
/** A headline stands near its text; a page may have thousands of other lines. */
const MAX_CANDIDATES = 80;

/** What speaks for a line as the headline of the page, and against it. */
const WEIGHTS = {
  isTopHeading: 5,
  isSecondHeading: 1.5,
  isLowHeading: -1,
  wordsInText: 0.7,
  shareInText: 4,
  isRepeated: 3,
  isBesideStamp: 1.5,
  isOfGoodLength: 1.5,
  isShort: -4,
  isInList: -4,
  isLink: -1.5,
  isProse: -2.5,
  endsPlainly: -1,
  isBelowBetter: -4,
  isStrange: -3,
  holdsOther: -20,
};
const MOST_WORDS_COUNTED = 6;
const LEAST_SCORE = 3.6;
/** What stands below a line of this score explains it. */
const SURE_SCORE = 4.5;
const GOOD_LENGTH = { least: 24, most: 170 };
const LEAST_LIST = 3;
const NEAR = 3;

/**
 * The headline, when the page shows it: of the lines above the text the one that most looks like it. What counts is the
 * mark of a heading, words that the text uses, too, a second appearance on the page, its length and its neighbours; a
 * line in a list of names is navigation. The name of the site behind it is left out.
 *
 * A line that is `taken` is none.
 */
export function findHeadline(
  page: DividedPage,
  taken: KnownLine | undefined,
  place?: FolderHabits['title'],
): KnownLine | undefined {
  const { head, body } = page;
  const text = searchable(body);
  if (place === 'first-line') return head.find(couldBe);
  const near = atPlace(head, place).slice(-MAX_CANDIDATES);
  const often = repeatedLines(page);
  const short = shortHeadline(near, text, taken);
  if (short !== undefined) return short;
  let best: { readonly line: KnownLine; readonly score: number; readonly at: number } | undefined;
  for (const [at, line] of near.entries()) {
    if (line === taken || !couldBe(line)) continue;
    const title = withoutSiteName(line.text, page);
    const base = scoreOf({ ...line, text: title }, near, at, text, often);
    const isBelow =
      best !== undefined && best.score >= SURE_SCORE && at - best.at <= MAX_STANDFIRST_DISTANCE && line.heading !== 1;
    const score = base + (isBelow ? WEIGHTS.isBelowBetter : 0);
    if (score >= LEAST_SCORE && (best === undefined || score > best.score)) {
      best = { line: title === line.text ? line : { ...line, text: title }, score, at };
    }
  }
  return best?.line;
}

/** What stands above the first time of the page, or below it, where a folder says so. */
function atPlace(head: readonly KnownLine[], place: FolderHabits['title']): readonly KnownLine[] {
  const time = head.findIndex(({ kind }) => kind === 'stamp');
  if (place === undefined || time === -1) return head;
  return place === 'above-time' ? head.slice(0, time) : head.slice(time + 1);
}

const LEAST_SHARE_OF_SHORT = 0.5;

/** A headline of few words stands right above the text, below the button for the short address. */
function shortHeadline(near: readonly KnownLine[], text: string, taken: KnownLine | undefined): KnownLine | undefined {
  const last = near.findLast((line) => line !== taken && (line.kind === 'name' || line.kind === 'prose'));
  const button = near.findIndex(({ kind }) => kind === 'button');
  if (last === undefined || button === -1 || near.indexOf(last) < button || !isShortName(last.text)) return undefined;
  return wordsInText(last.text, text).share >= LEAST_SHARE_OF_SHORT ? last : undefined;
}

/** A line that follows the headline this closely explains it. */
const MAX_STANDFIRST_DISTANCE = 16;

function couldBe({ kind, text, heading }: KnownLine): boolean {
  const isWorded = kind === 'name' || kind === 'prose' || heading === 2;
  return (isWorded || heading === 1) && weightOf(text) <= MAX_HEADLINE_WEIGHT && (heading === 1 || !headsOthers(text));
}

function scoreOf(
  line: KnownLine,
  near: readonly KnownLine[],
  at: number,
  text: string,
  often: ReadonlySet<string>,
): number {
  const { found, share } = wordsInText(line.text, text);
  const weight = weightOf(line.text);
  const isShort = isShortName(line.text);
  const beside = near.slice(Math.max(0, at - NEAR), at + NEAR + 1);
  const heading = line.heading ?? 0;
  return (
    (heading === 1
      ? WEIGHTS.isTopHeading
      : heading === 2
        ? WEIGHTS.isSecondHeading
        : heading > 2
          ? WEIGHTS.isLowHeading
          : 0) +
    Math.min(found, MOST_WORDS_COUNTED) * WEIGHTS.wordsInText +
    share * WEIGHTS.shareInText +
    (found === 0 && heading === 0 && !often.has(keyOf(line.text)) ? WEIGHTS.isStrange : 0) +
    (often.has(keyOf(line.text)) && !isShort && !isInList(near, at) ? WEIGHTS.isRepeated : 0) +
    (near.some((other) => isLongerThan(line.text, other.text)) ? WEIGHTS.holdsOther : 0) +
    (beside.some(({ kind }) => kind === 'stamp' || kind === 'byline') ? WEIGHTS.isBesideStamp : 0) +
    (weight >= GOOD_LENGTH.least && weight <= GOOD_LENGTH.most ? WEIGHTS.isOfGoodLength : 0) +
    (isShort && heading !== 1 ? WEIGHTS.isShort : 0) +
    (isInList(near, at) ? WEIGHTS.isInList : 0) +
    (line.isLinked || line.isItem ? WEIGHTS.isLink : 0) +
    (line.kind === 'prose' ? WEIGHTS.isProse : 0) +
    (endsPlainly(line.text) ? WEIGHTS.endsPlainly : 0)
  );
}

/** Three or more names below each other, and this line among them. */
function isInList(near: readonly KnownLine[], at: number): boolean {
  if (near[at]?.heading !== undefined) return false;
  let [first, last] = [at, at];
  const isAlike = (index: number): boolean => {
    const line = near[index];
    return line !== undefined && line.kind === 'name' && line.heading === undefined && line.isItem === near[at]?.isItem;
  };
  while (isAlike(first - 1) && near[first]?.opensBlock === false) first -= 1;
  while (isAlike(last + 1) && near[last + 1]?.opensBlock === false) last += 1;
  return last - first + 1 >= LEAST_LIST;
}

const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const LEAST_HELD = 20;

/** A path such as `News India Ferry Sails Again` holds the headline that stands below it. */
const isLongerThan = (text: string, other: string): boolean =>
  other.length >= LEAST_HELD && other.length < text.length && text.includes(other);

const MAX_REPEATED = 400;

/** Lines that the page shows more than once. */
function repeatedLines({ head, tail }: DividedPage): ReadonlySet<string> {
  const seen = new Set<string>();
  const often = new Set<string>();
  for (const { text } of [...head.slice(-MAX_REPEATED), ...tail.slice(0, MAX_REPEATED)]) {
    if (text.length > MAX_HEADLINE_WEIGHT) continue;
    const key = keyOf(text);
    if (seen.has(key)) often.add(key);
    seen.add(key);
  }
  return often;
}
