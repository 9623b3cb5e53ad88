import type { DividedPage } from './divide-page.ts';
import { isDiscussion } from './furniture.ts';
import type { KnownLine } from './known-lines.ts';
import { headsOthers } from './notices.ts';
import { couldBeHeadline, stampsInRuns } from './stamp-runs.ts';
import { searchable, wordsInText } from './words-in-text.ts';

/** Where the stamps of an article may stand in its page. */
export interface StampPlaces extends DividedPage {
  /** Of the headline in `head`; -1 where there is none. */
  readonly top: number;
  /** What stands below the text before other articles are headed or readers talk. */
  readonly ownTail: readonly KnownLine[];
  /** True for a stamp of another article: in a list of headlines, or an item of a list that stands apart. */
  readonly isListed: (line: KnownLine) => boolean;
}

/** So far below its headline, and above its text, an item of a list may say when an article was published. */
const NEAR_HEADLINE = 14;
const NEAR_TEXT = 5;
const ABOVE_HEADLINE = 3;

/** Finds where stamps of the article may stand in a page, and which of its stamps are of others. */
export function stampPlaces(page: DividedPage, headline: KnownLine | undefined): StampPlaces {
  const { head, body, tail } = page;
  const top = head.findIndex(({ line }) => line === headline?.line);
  const end = tail.findIndex(({ text }) => isDiscussion(text) || headsOthers(text));
  const near = new Set([
    ...(top === -1 ? [] : head.slice(Math.max(0, top - ABOVE_HEADLINE), top + NEAR_HEADLINE)),
    ...head.slice(-NEAR_TEXT),
    ...body.slice(0, NEAR_TEXT),
  ]);
  const inRuns = stampsInRuns(head, isStamp);
  const own = ownStamp(page, headline, top);
  return {
    head,
    body,
    tail,
    top,
    ownTail: end === -1 ? tail : tail.slice(0, end),
    isListed: (line) => (inRuns.has(line) && line !== own) || (line.isItem === true && !near.has(line)),
  };
}

const isStamp = ({ kind }: KnownLine): boolean => kind === 'stamp';

const LEAST_KNOWN = 0.5;

/** The stamp below a headline that the text is about, with no other headline between them: no list claims it. */
function ownStamp({ head, body }: DividedPage, headline: KnownLine | undefined, top: number): KnownLine | undefined {
  const text = searchable(body);
  const isKnown = (line: KnownLine | undefined): boolean =>
    line !== undefined && wordsInText(line.text, text).share >= LEAST_KNOWN;
  const last = head.findLastIndex(isStamp);
  if (last >= head.length - NEAR_TEXT && isKnown(head.slice(0, last).findLast(couldBeHeadline))) return head[last];
  if (!isKnown(headline)) return undefined;
  const below = head.slice(top + 1);
  const at = below.findIndex(isStamp);
  return below.slice(0, Math.max(0, at)).filter(couldBeHeadline).length <= 1 ? below[at] : undefined;
}
