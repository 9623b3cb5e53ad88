import type { Found } from '../draft.ts';
import { wordCount } from '../line-shape.ts';
import type { DividedPage } from './divide-page.ts';
import type { KnownLine } from './known-lines.ts';
import { headsOthers } from './notices.ts';
import {
  gluedTags,
  hashtagsOfLine,
  isShortName,
  isTag,
  isTerse,
  labelledTags,
  tagsInTheMiddle,
  tagsOfLine,
} from './tag-line.ts';
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
  const text = searchable(page.body);
  const said = saidTags(page, text);
  if (said.tags.length > 0) return said;
  const line = bestLine(page, text);
  if (line !== undefined) return { tags: toTags(line, tagsOfLine(line.text) ?? [line.text]), lines: [line] };
  const glued = gluedBelow(page, text);
  if (glued !== undefined) return glued;
  const list = listBelow(page.tail, text);
  const lone = list.length > 0 ? undefined : loneTag(page.tail, text);
  const lines = lone === undefined ? list : [lone];
  return { tags: lines.flatMap((one) => toTags(one, [one.text])), lines };
}

const toTags = ({ line }: KnownLine, tags: readonly string[]): readonly Found[] =>
  tags.flatMap((text) => (/^(?:alle themen|all topics)$/i.test(text) ? [] : [{ text, line }]));

/** Far below the text stands what belongs to the page. */
const FAR_BELOW = 150;

/** Tags behind a label or with hash signs; of a label that stands alone, the names below it. Those below the text first. */
function saidTags({ head, body, tail }: DividedPage, text: string): PageTags {
  const all = [...head, ...body, ...tail];
  const start = head.length + body.length;
  const near = all.flatMap((line, at) => (at < start + FAR_BELOW && saysTags(line) ? [at] : []));
  const hasHashtags = near.slice(0, MAX_CANDIDATES).some((at) => hashtagsOfLine(all[at]?.text ?? '') !== undefined);
  const [below, above] = [near.filter((at) => at >= head.length), near.filter((at) => at < head.length)];
  for (const at of [...below.filter((one) => isColoned(all[one])).reverse(), ...below, ...above.reverse()]) {
    const line = all[at];
    if (line === undefined || hashtagsOfLine(line.text) !== undefined) continue;
    const own = labelledTags(line.text) ?? tagsInTheMiddle(line.text) ?? [];
    if (own.length > 0) return { tags: toTags(line, divided(own, text)), lines: [line] };
    const names = namesBelow(all, at);
    const tags = names.flatMap((name) =>
      toTags(name, hashtagsOfLine(name.text) ?? tagsOfLine(name.text) ?? divided([name.text], text)),
    );
    const known = tags.filter((tag) => isInText(tag.text, text)).length;
    const isBelow = at >= start && at < start + RIGHT_BELOW;
    const isKnown = line.text.endsWith(':') || isBelow || known >= tags.length * LEAST_KNOWN;
    if (tags.length > 0 && isKnown) return { tags, lines: [line, ...names] };
  }
  return hasHashtags ? hashtags(all.slice(0, start + FAR_BELOW)) : { tags: [], lines: [] };
}

/** Right below the text a label needs no proof. */
const RIGHT_BELOW = 60;

const saysTags = ({ kind, text }: KnownLine): boolean => kind === 'tags' || tagsInTheMiddle(text) !== undefined;

const isColoned = (line: KnownLine | undefined): boolean => labelledTags(line?.text ?? '') !== undefined;

/** So many words without a sign between them are no one tag. */
const MANY = 5;

const isInText = (tag: string, text: string): boolean =>
  text.includes(tag.toLowerCase()) || wordsInText(tag, text).share === 1;

/** Words behind a label without a sign between them are tags when the text has them, but never together. */
function divided(tags: readonly string[], text: string): readonly string[] {
  const [only = ''] = tags;
  const parts = only.split(' ');
  if (tags.length > 1 || text.includes(only.toLowerCase())) return tags;
  const glued = gluedTags(only);
  if (glued !== undefined) return glued;
  const known = parts.filter((part) => isInText(part, text)).length;
  const areAlike = parts.length > MANY && parts.every((part) => /^\p{Lu}\p{L}+$/u.test(part));
  const isEnough = known === parts.length || areAlike || (parts.length >= MANY && known >= parts.length * LEAST_KNOWN);
  return parts.length > 1 && isEnough ? parts : tags;
}

/** Hashtags may stand on several lines. */
function hashtags(lines: readonly KnownLine[]): PageTags {
  const own = lines.filter(({ kind, text }) => kind === 'tags' && hashtagsOfLine(text) !== undefined);
  return {
    tags: own.slice(0, MAX_CANDIDATES).flatMap((line) => toTags(line, hashtagsOfLine(line.text) ?? [])),
    lines: own,
  };
}

const MOST_NAMES = 20;

/** The next line when it has several tags; else all lines below that could be one tag, to the end of their block. */
function namesBelow(lines: readonly KnownLine[], at: number): readonly KnownLine[] {
  const rest = lines.slice(at + 1, at + 1 + MOST_NAMES);
  const [next] = rest;
  if (next === undefined) return [];
  if (next.kind === 'tags' && hashtagsOfLine(next.text) !== undefined) return [next];
  if (next.kind === 'name' && tagsOfLine(next.text) !== undefined) return [next];
  const end = rest.findIndex(
    (line, index) =>
      line.kind !== 'name' ||
      !couldBeTag(line.text) ||
      line.heading !== undefined ||
      line.isItem !== next.isItem ||
      (index > 0 && line.opensBlock),
  );
  return end === -1 ? rest : rest.slice(0, end);
}

const TO_PRESS = /^(?:subscribe|sign up|follow|share|view all|see all|show (?:more|all)|load more|comments?)\b/iu;

/** Below a label a tag may be possessive: `Keepers' pay`. */
const couldBeTag = (text: string): boolean =>
  (isTag(text.replace(/['’]/gu, '')) || gluedTags(text) !== undefined) && !TO_PRESS.test(text);

/** How many other lines may stand between the text and the list of its tags. */
const MOST_BETWEEN = 12;
const MOST_TAG_WORDS = 4;
const LEAST_KNOWN = 0.5;

/** Below the text: a list of short names of which the text knows a good part. */
function listBelow(tail: readonly KnownLine[], text: string): readonly KnownLine[] {
  for (let at = 0; at <= MOST_BETWEEN && at < tail.length; at += 1) {
    if (tail[at]?.kind !== 'name') continue;
    const names = namesBelow(tail, at - 1);
    const isList = names.length >= 2 && names[0] === tail[at] && names.every((line) => couldBeListed(line));
    const known = names.filter((line) => isInText(line.text, text)).length;
    if (isList && known >= 2 && known >= names.length * LEAST_KNOWN) return names;
    at += Math.max(0, names.length - 1);
  }
  return [];
}

const LAST_LINES = 4;

/** Tags without anything between them, in the last line of the text or one of the first below it. */
function gluedBelow({ body, tail }: DividedPage, text: string): PageTags | undefined {
  for (const line of [...tail.slice(0, RIGHT_BELOW), ...body.slice(-LAST_LINES)]) {
    const tags = line.kind === 'name' && line.heading === undefined ? gluedTags(line.text) : undefined;
    const known = tags?.filter((tag) => isInText(tag, text)).length ?? 0;
    if (tags !== undefined && known >= 2 && known >= tags.length * LEAST_KNOWN)
      return { tags: toTags(line, tags), lines: [line] };
  }
  return undefined;
}

const couldBeListed = ({ text }: KnownLine): boolean => wordCount(text) <= MOST_TAG_WORDS && !headsOthers(text);

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

function bestLine({ head, body, tail }: DividedPage, text: string): KnownLine | undefined {
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
    const found = tags.filter((tag) => text.includes(tag.toLowerCase()) || wordsInText(tag, text).share === 1);
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
function loneTag(tail: readonly KnownLine[], text: string): KnownLine | undefined {
  const at = tail.findLastIndex(({ kind }) => kind === 'name');
  const line = tail[at];
  if (line === undefined || at > MOST_ABOVE_LONE || !isShortName(line.text) || headsOthers(line.text)) return undefined;
  if (line.isItem || line.isLinked || !/\p{L}/u.test(line.text)) return undefined;
  if (text.includes(line.text.toLowerCase())) return line;
  const isBelowOthers = tail.slice(0, at).some(({ kind }) => kind === 'name' || kind === 'series');
  return isBelowOthers && /^\p{Ll}/u.test(line.text) && wordCount(line.text) <= MAX_STRANGE_WORDS ? line : undefined;
}

/** A lone tag ends a short page. */
const MOST_ABOVE_LONE = 12;
/** A tag that the text does not hold is believed up to this length; longer ones may be headlines. */
const MAX_STRANGE_WORDS = 2;
