import { wordCount } from '../line-shape.ts';
import type { DividedPage } from './divide-page.ts';
import { isDiscussion, isFurniture } from './furniture.ts';
import type { KnownLine } from './known-lines.ts';
import { headsOthers } from './notices.ts';
import { namesBelow, saidTags } from './said-tags.ts';
import { couldBeHeadline } from './stamp-runs.ts';
import { gluedTags, isShortName, isTerse, tagsOfLine } from './tag-line.ts';
import { isInText, type PageTags, type TagText, tagText, toTags } from './tag-words.ts';

/**
 * Finds the tags of a page: the lines that say they are tags; else the line that looks most like one; else tags that were
 * put together without a sign between them; else a list of names right below the text; else a lone tag at the end of the
 * page. Headlines of other articles may hold commas too, and menus are lists, so what is looked at is also whether the
 * parts stand in the text, whether the line begins in lower case and whether it is the last that names anything.
 */
export function findTags(page: DividedPage): PageTags {
  const text = tagText(page.body);
  const said = saidTags(page, text);
  if (said.tags.length > 0) return said;
  const line = bestLine(page, text);
  if (line !== undefined) return { tags: toTags(line, tagsOfLine(line.text) ?? [line.text]), lines: [line] };
  const glued = gluedBelow(page, text);
  if (glued !== undefined) return glued;
  const list = listBelow(page, text);
  const lone = list.length > 0 ? undefined : loneTag(page.tail, text);
  const lines = lone === undefined ? list : [lone];
  return { tags: lines.flatMap((one) => toTags(one, [one.text])), lines };
}

const LEAST_KNOWN = 0.5;
/** A list that nothing names may have so many strangers. */
const LEAST_KNOWN_OF_LIST = 0.6;
/** How many other lines may stand between the text and the list of its tags. */
const MOST_BETWEEN = 12;
const MOST_TAG_WORDS = 4;
/** Inside what was taken for the text, a list needs more names. */
const LEAST_IN_BODY = 4;

/**
 * A list of short names of which the text knows a good part: right below the text; or above the remarks of readers, which
 * may look like text, where no paragraph or heading leads to it.
 */
function listBelow({ body, tail }: DividedPage, text: TagText): readonly KnownLine[] {
  const end = tail.findIndex((line) => isDiscussion(line.text) || headsOthers(line.text));
  const own = end === -1 ? tail : tail.slice(0, end);
  for (let at = 0; at <= MOST_BETWEEN && at < own.length; at += 1) {
    const names = knownNames(own, at, text, 2);
    if (names.length > 0) return names;
  }
  for (let at = body.length - 1; at > body.length / 4; at -= 1) {
    const isApart = LEADS_TO_TAGS.has(body[at - 1]?.kind ?? '') && body[at]?.isItem === true;
    const names = isApart ? knownNames(body, at, text, LEAST_IN_BODY) : [];
    if (names.length > 0) return names;
  }
  return [];
}

const LEADS_TO_TAGS: ReadonlySet<string> = new Set(['furniture', 'stamp', 'credit', 'button', 'byline']);

function knownNames(lines: readonly KnownLine[], at: number, text: TagText, least: number): readonly KnownLine[] {
  if (lines[at]?.kind !== 'name') return [];
  const names = namesBelow(lines, at - 1, text);
  const isList = names.length >= least && names.every((line) => couldBeListed(line));
  const known = names.filter((line) => isInText(line.text, text)).length;
  return isList && known >= 2 && known >= names.length * LEAST_KNOWN_OF_LIST ? names : [];
}

const couldBeListed = ({ text }: KnownLine): boolean => wordCount(text) <= MOST_TAG_WORDS && !headsOthers(text);

const LAST_LINES = 4;
const LINES_BELOW = 60;

/** Tags without anything between them, in one of the first lines below the text, or of the last lines of it. */
function gluedBelow({ body, tail }: DividedPage, text: TagText): PageTags | undefined {
  const inBody = body.slice(body.length / 2).filter((_, at, lines) => lines[at + 1]?.kind !== 'prose');
  for (const line of [...tail.slice(0, LINES_BELOW), ...inBody.reverse()]) {
    const tags = line.kind === 'name' && line.heading === undefined ? gluedTags(line.text) : undefined;
    const known = tags?.filter((tag) => isInText(tag, text)).length ?? 0;
    if (tags !== undefined && known >= 2 && known >= tags.length * LEAST_KNOWN)
      return { tags: toTags(line, tags), lines: [line] };
  }
  return undefined;
}

const MAX_CANDIDATES = 100;
/** An item of a list is a line of tags when it has many, of which the text knows most. */
const LEAST_OF_ITEM = 4;
/** The line of tags of an article stands near it, or at the end of its page. */
const MAX_LOOKED_AT = 400;
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

function bestLine({ head, body, tail }: DividedPage, text: TagText): KnownLine | undefined {
  const heads = new Set(head);
  const last = tail.findLast(({ kind }) => kind === 'name');
  const lines = [
    ...head.slice(-MAX_LOOKED_AT),
    ...body.slice(-LAST_LINES).filter(({ isItem }) => isItem),
    ...tail.slice(0, MAX_LOOKED_AT),
    ...tail.slice(MAX_LOOKED_AT).slice(-MAX_CANDIDATES),
  ].filter(({ kind, text: line }) => kind === 'name' && tagsOfLine(line) !== undefined);
  let best: { readonly line: KnownLine; readonly score: number } | undefined;
  for (const line of lines.slice(-MAX_CANDIDATES)) {
    if (line.heading !== undefined) continue;
    const tags = tagsOfLine(line.text) ?? [];
    const found = tags.filter((tag) => isInText(tag, text));
    if (line.isItem && (tags.length < LEAST_OF_ITEM || found.length < tags.length * LEAST_KNOWN)) continue;
    const isLower = /^\p{Ll}/u.test(line.text);
    if (found.length === 0 && !isLower && tags.length < leastStrange(line.text)) continue;
    const score =
      Math.min(tags.length, MOST_COUNTED) +
      (found.length / tags.length) * WEIGHTS.inText +
      (isLower ? WEIGHTS.inLowerCase : 0) +
      (line === last ? WEIGHTS.isLast : 0) +
      (heads.has(line) ? WEIGHTS.inHead : 0) +
      (isTerse(tags) ? 0 : WEIGHTS.isWordy) +
      (OF_HEADLINES.test(line.text) ? WEIGHTS.saysWhatHappens : 0);
    if (score >= LEAST_SCORE && (best === undefined || score >= best.score)) best = { line, score };
  }
  return best?.line;
}

/** The last line of the page that names anything, when it is short, and in the text or below other names. */
function loneTag(tail: readonly KnownLine[], text: TagText): KnownLine | undefined {
  const at = tail.findLastIndex(({ kind }) => kind === 'name');
  const line = tail[at];
  if (line === undefined || at > MOST_ABOVE_LONE || !isShortName(line.text) || headsOthers(line.text)) return undefined;
  if (line.isItem || line.isLinked || !/\p{L}/u.test(line.text) || isFurniture(line.text)) return undefined;
  const isBelowHeadline = !line.opensBlock && tail.slice(0, at).some(couldBeHeadline);
  if (isInText(line.text, text) && isBelowHeadline) return line;
  const isBelowOthers = tail.slice(0, at).some(({ kind }) => kind === 'name' || kind === 'series');
  return isBelowOthers && /^\p{Ll}/u.test(line.text) && wordCount(line.text) <= MAX_STRANGE_WORDS ? line : undefined;
}

/** A lone tag ends a short page. */
const MOST_ABOVE_LONE = 12;
/** A tag that the text does not hold is believed up to this length; longer ones may be headlines. */
const MAX_STRANGE_WORDS = 2;
