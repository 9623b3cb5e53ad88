import { weightOf } from '../line-shape.ts';
import type { FolderHabits } from '../source-file.ts';
import type { KnownLine } from './known-lines.ts';
import { keyOf, type PageFacts } from './page-facts.ts';
import { withoutSiteName } from './site-name.ts';
import { stemsInText, stemsOf } from './words-in-text.ts';

/** A line that may be the headline, with what is known of its place. */
export interface Candidate {
  readonly line: KnownLine;
  /** Without the name of the site. */
  readonly text: string;
  readonly key: string;
  readonly at: number;
  readonly page: PageFacts;
  readonly found: number;
  readonly share: number;
  readonly shareOfLead: number;
  readonly listLength: number;
  readonly isShort: boolean;
}

/** A headline stands near its text; a page may have thousands of other lines. */
const MAX_ABOVE = 150;
/** Notices may stand above the headline and look like the beginning of the text. */
const MAX_BELOW = 30;
/** The lines that may be the headline, each with what is known of it. */
export function candidates(page: PageFacts, place?: FolderHabits['title']): readonly Candidate[] {
  const { lines, first, last } = page;
  const time = place === undefined ? -1 : lines.findIndex(({ kind }) => kind === 'stamp');
  const from = time !== -1 && place === 'below-time' ? time + 1 : Math.max(0, first - MAX_ABOVE);
  const to = time !== -1 && place === 'above-time' ? time - 1 : Math.min(last, first + MAX_BELOW);
  return lines.slice(from, to + 1).flatMap((line, index) => {
    if (!couldBe(line)) return [];
    return [toCandidate(page, from + index, line, withoutSiteName(line.text, lines))];
  });
}

/** True for a line that may be a headline. */
export const couldBe = ({ kind, text, heading }: KnownLine): boolean =>
  (kind === 'name' || kind === 'prose' || heading === 1 || heading === 2) && weightOf(text) <= MAX_HEADLINE_WEIGHT;

const MAX_HEADLINE_WEIGHT = 240;

/** Looks at a line as a headline. */
function toCandidate(page: PageFacts, at: number, line: KnownLine, text: string): Candidate {
  const key = keyOf(text);
  const isInText = line.kind === 'prose' && at >= page.first && at <= page.last;
  const stems = stemsOf(text);
  const { found, share } = page.inText(stems, isInText ? line.text.toLowerCase() : '');
  return {
    line,
    text,
    key,
    at,
    page,
    found,
    share,
    shareOfLead: stemsInText(stems, leadBelow(page, at)).share,
    listLength: listLength(page.lines, at),
    isShort: page.isShort(line.text === text ? line : { ...line, text }),
  };
}

/** So far below its headline the text begins. */
const MAX_TO_LEAD = 60;

/** The next two paragraphs, in lower case. */
function leadBelow({ lines, nextText }: PageFacts, at: number): string {
  const first = nextText[at + 1] ?? lines.length;
  const second = nextText[first + 1] ?? lines.length;
  return [first, second]
    .flatMap((next) => (next < at + MAX_TO_LEAD ? (lines[next] ?? []) : []))
    .map(({ text }) => text.toLowerCase())
    .join('\n');
}

/** How many names stand below each other, this one among them. */
function listLength(lines: readonly KnownLine[], at: number): number {
  if (lines[at]?.heading !== undefined) return 1;
  let [first, last] = [at, at];
  const isAlike = (index: number): boolean => {
    const line = lines[index];
    return (
      line !== undefined && line.kind === 'name' && line.heading === undefined && line.isItem === lines[at]?.isItem
    );
  };
  while (at - first < MOST_OF_LIST && isAlike(first - 1) && lines[first]?.opensBlock === false) first -= 1;
  while (last - at < MOST_OF_LIST && isAlike(last + 1) && lines[last + 1]?.opensBlock === false) last += 1;
  return last - first + 1;
}

const MOST_OF_LIST = 8;
