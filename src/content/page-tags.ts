import type { DividedPage } from './divide-page.ts';
import type { Found } from './draft.ts';
import type { KnownLine } from './known-lines.ts';
import { wordCount } from './line-shape.ts';
import { hashtagsOfLine, isShortName, isTag, isTerse, labelledTags, tagsOfLine } from './tag-line.ts';
import { searchable, wordsInText } from './words-in-text.ts';

export interface PageTags {
  readonly tags: readonly Found[];
  /** The lines that are spent on them. */
  readonly lines: readonly KnownLine[];
}

/**
 * Finds the tags of a page: the lines that say they are tags; else the line that looks most like one; else a lone tag at
 * the end of the page. Headlines of other articles may hold commas too, so what is looked at is also whether the parts
 * stand in the text, whether the line begins in lower case and whether it is the last that names anything.
 */
export function findTags(page: DividedPage): PageTags {
  const said = saidTags([...page.head, ...page.body, ...page.tail]);
  if (said.tags.length > 0) return said;
  const text = searchable(page.body);
  const line = bestLine(page, text) ?? loneTag(page.tail, text);
  if (line === undefined) return { tags: [], lines: [] };
  return { tags: toTags(line, tagsOfLine(line.text) ?? [line.text]), lines: [line] };
}

const toTags = ({ line }: KnownLine, tags: readonly string[]): readonly Found[] => tags.map((text) => ({ text, line }));

/** Tags behind a label or with hash signs, the last of the page; of a label that stands alone, the names below it. */
function saidTags(lines: readonly KnownLine[]): PageTags {
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line?.kind !== 'tags') continue;
    if (hashtagsOfLine(line.text) !== undefined) return hashtags(lines);
    const own = labelledTags(line.text) ?? [];
    if (own.length > 0) return { tags: toTags(line, own), lines: [line] };
    const below = namesBelow(lines, at);
    const tags = below.flatMap((name) => toTags(name, tagsOfLine(name.text) ?? [name.text]));
    if (tags.length > 0) return { tags, lines: [line, ...below] };
  }
  return { tags: [], lines: [] };
}

/** Hashtags may stand on several lines. */
function hashtags(lines: readonly KnownLine[]): PageTags {
  const own = lines.filter(({ kind, text }) => kind === 'tags' && hashtagsOfLine(text) !== undefined);
  return { tags: own.flatMap((line) => toTags(line, hashtagsOfLine(line.text) ?? [])), lines: own };
}

/** The next line when it has several tags; else all lines below that could be one tag, to the end of their block. */
function namesBelow(lines: readonly KnownLine[], at: number): readonly KnownLine[] {
  const rest = lines.slice(at + 1, at + 1 + MAX_CANDIDATES);
  const [next] = rest;
  if (next?.kind === 'name' && tagsOfLine(next.text) !== undefined) return [next];
  const end = rest.findIndex(
    ({ kind, text, opensBlock }, index) => kind !== 'name' || !isTag(text) || (index > 0 && opensBlock),
  );
  return end === -1 ? rest : rest.slice(0, end);
}

const MAX_CANDIDATES = 100;
/** What speaks for a line of tags, and against it, in tags that it has more or less. */
const WEIGHTS = { inText: 4, inLowerCase: 2, isLast: 3, inHead: -2, isWordy: -2, saysWhatHappens: -2 };
const MOST_COUNTED = 9;
/** A line of two or three parts needs more than its commas. */
const LEAST_SCORE = 5;
/** So many tags are believed although the text knows none of them; without capitals a headline has fewer commas. */
const leastStrange = (text: string): number => (/[\p{Lu}\p{Ll}]/u.test(text) ? 4 : 3);
/** Small words of English headlines; other headlines are told by the rest. */
const OF_HEADLINES =
  / (?:to|as|for|with|after|over|at|from|amid|despite|but|is|are|was|were|says|say|will|not|its|their) /i;

function bestLine({ head, tail }: DividedPage, text: string): KnownLine | undefined {
  const last = tail.findLast(({ kind }) => kind === 'name');
  const lines = [...head, ...tail].filter(({ kind, text: line }) => kind === 'name' && tagsOfLine(line) !== undefined);
  let best: { readonly line: KnownLine; readonly score: number } | undefined;
  for (const line of lines.slice(-MAX_CANDIDATES)) {
    const tags = tagsOfLine(line.text) ?? [];
    const found = tags.filter((tag) => text.includes(tag.toLowerCase()) || wordsInText(tag, text).share === 1);
    const isLower = /^\p{Ll}/u.test(line.text);
    if (found.length === 0 && !isLower && tags.length < leastStrange(line.text)) continue;
    const score =
      Math.min(tags.length, MOST_COUNTED) +
      (found.length / tags.length) * WEIGHTS.inText +
      (isLower ? WEIGHTS.inLowerCase : 0) +
      (line === last ? WEIGHTS.isLast : 0) +
      (head.includes(line) ? WEIGHTS.inHead : 0) +
      (isTerse(tags) ? 0 : WEIGHTS.isWordy) +
      (OF_HEADLINES.test(line.text) ? WEIGHTS.saysWhatHappens : 0);
    if (score >= LEAST_SCORE && (best === undefined || score >= best.score)) best = { line, score };
  }
  return best?.line;
}

/** The last line of the page that names anything, when it is short, and in the text or below other names. */
function loneTag(tail: readonly KnownLine[], text: string): KnownLine | undefined {
  const at = tail.findLastIndex(({ kind }) => kind === 'name');
  const line = tail[at];
  if (line === undefined || !isShortName(line.text)) return undefined;
  if (text.includes(line.text.toLowerCase())) return line;
  const isBelowOthers = tail.slice(0, at).some(({ kind }) => kind === 'name' || kind === 'series');
  return isBelowOthers && wordCount(line.text) <= MAX_STRANGE_WORDS ? line : undefined;
}

/** A tag that the text does not hold is believed up to this length; longer ones may be headlines. */
const MAX_STRANGE_WORDS = 2;
