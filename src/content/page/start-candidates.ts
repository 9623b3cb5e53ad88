import { weightOf } from '../line-shape.ts';
import type { Headline } from './find-headline.ts';
import type { KnownLine } from './known-lines.ts';
import { isParagraph, keyOf, type PageFacts } from './page-facts.ts';
import { stemsInText, stemsOf } from './words-in-text.ts';

/** A line with which the text of the article may begin. */
export interface Start {
  readonly line: KnownLine;
  readonly at: number;
  /** Where the search begins: the line below the headline. */
  readonly from: number;
  readonly page: PageFacts;
  readonly share: number;
  readonly shareOfTitle: number;
}

/** How far from the headline the text may begin. */
const MAX_LINES = 120;
/** How many paragraphs may stand above it. */
const MAX_PARAGRAPHS = 8;
const MAX_CANDIDATES = 40;
/** Right below the headline, so many are looked at however long the list is that follows them. */
const MAX_AT_TOP = 20;

/** The lines with which the text may begin. */
export function starts(page: PageFacts, headline: Headline | undefined): readonly Start[] {
  const { lines, first, last } = page;
  const from = headline === undefined ? first : headline.at + 1;
  const found: Start[] = [];
  const title = keyOf(headline?.line.text ?? '');
  const stemsOfTitle = stemsOf(headline?.line.text ?? '');
  let paragraphs = 0;
  const end = Math.min(last, Math.max(from, first) + MAX_LINES);
  for (let at = from; at <= end; at += 1) {
    const line = lines[at];
    if (line === undefined || !couldBe(line) || isTitleAgain(page.keys[at] ?? '', title)) continue;
    found.push(toStart(page, at, line, from, stemsOfTitle));
    if (isParagraph(line) && at >= first - 1) paragraphs += 1;
    if (paragraphs > MAX_PARAGRAPHS || found.length > MAX_CANDIDATES * 2) break;
  }
  return found.filter((_, index) => index < MAX_AT_TOP || index >= found.length - MAX_CANDIDATES);
}

/** The headline stands again below itself, or a shorter one. */
const isTitleAgain = (key: string, title: string): boolean =>
  key === title || (key.length >= LEAST_HELD && title.endsWith(key));

const LEAST_HELD = 20;
const LEAST_WEIGHT = 8;

const couldBe = ({ kind, text }: KnownLine): boolean =>
  !ADDRESS.test(text) &&
  (kind === 'prose' || ((kind === 'name' || kind === 'credit') && weightOf(text) >= LEAST_WEIGHT));

const ADDRESS = /^https?:\S+$/;

/** Looks at a line as the first of the text. */
function toStart(page: PageFacts, at: number, line: KnownLine, from: number, title: readonly string[]): Start {
  const own = line.text.toLowerCase();
  return {
    line,
    at,
    from,
    page,
    share: page.inText(stemsOf(line.text), own).share,
    shareOfTitle: stemsInText(title, own).share,
  };
}
