import { weightOf } from '../line-shape.ts';
import { bareLetters } from './bare-words.ts';
import type { DividedPage } from './divide-page.ts';
import type { KnownLine } from './known-lines.ts';
import { type StemSearch, stemSearch } from './stem-search.ts';
import { isShortName } from './tag-line.ts';
import { searchable } from './words-in-text.ts';

/** What is known of a whole page, counted once. */
export interface PageFacts {
  readonly lines: readonly KnownLine[];
  /** Where the text of the article seems to begin, and where it ends: indexes of `lines`. */
  readonly first: number;
  readonly last: number;
  /** The weight of the prose above each line. */
  readonly proseAbove: readonly number[];
  /** The index of the next real paragraph at or below each line; the number of lines where there is none. */
  readonly nextText: readonly number[];
  /** The lines of the page by their words alone. */
  readonly keys: readonly string[];
  /** How many lines have these words. */
  readonly count: ReadonlyMap<string, number>;
  /** True for a line as short as the name of a section or a tag: counting words costs, so each is looked at once. */
  readonly isShort: (line: KnownLine) => boolean;
  /** Looks words up in the paragraphs of the text. */
  readonly inText: StemSearch;
}

/** The words of a line alone, for comparing it with others. */
export const keyOf = (text: string): string => bareLetters(text.slice(0, MAX_KEY).toLowerCase());

const MAX_KEY = 400;
const LONG_PARAGRAPH = 110;

/** True for prose that is longer than a caption or a notice mostly is. */
export const isParagraph = (line: KnownLine | undefined): boolean =>
  line?.kind === 'prose' && weightOf(line.text) >= LONG_PARAGRAPH;

function remembered(ask: (line: KnownLine) => boolean): (line: KnownLine) => boolean {
  const known = new Map<KnownLine, boolean>();
  return (line) => {
    const before = known.get(line);
    if (before !== undefined) return before;
    const answer = ask(line);
    known.set(line, answer);
    return answer;
  };
}

/** Counts what is known of a page whose text was found. */
export function pageFacts({ head, body, tail }: DividedPage): PageFacts {
  const lines = [...head, ...body, ...tail];
  const proseAbove: number[] = [];
  let sum = 0;
  for (const line of lines) {
    proseAbove.push(sum);
    if (line.kind === 'prose') sum += Math.min(LONG_PARAGRAPH * 4, weightOf(line.text));
  }
  const nextText = new Array<number>(lines.length);
  let next = lines.length;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    if (isParagraph(lines[at])) next = at;
    nextText[at] = next;
  }
  const keys = lines.map(({ text }) => keyOf(text));
  const count = new Map<string, number>();
  for (const key of keys) count.set(key, (count.get(key) ?? 0) + 1);
  return {
    lines,
    first: head.length,
    last: head.length + body.length - 1,
    proseAbove,
    nextText,
    keys,
    count,
    isShort: remembered(({ text }) => isShortName(text)),
    inText: stemSearch(searchable(body.filter(({ kind }) => kind === 'prose'))),
  };
}
