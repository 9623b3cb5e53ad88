import type { DividedPage } from './divide-page.ts';
import type { KnownLine } from './known-lines.ts';
import { headsOthers } from './notices.ts';
import { isDoubtfulLabel, isTagLabel, tagLabelOf } from './tag-labels.ts';
import { gluedTags, hashtagsOfLine, isTag, labelledTags, tagsInTheMiddle, tagsOfLine } from './tag-line.ts';
import { areTogether, cleanTag, isInText, type PageTags, type TagText, toTags } from './tag-words.ts';

/** Far below the text stands what belongs to the page. */
const FAR_BELOW = 150;
/** Right below the text a label needs no proof. */
const RIGHT_BELOW = 40;
const LEAST_KNOWN = 0.5;
const MOST_LINES_OF_HASHTAGS = 100;

/** Tags behind a label or with hash signs; of a label that stands alone, the names below it. Those below the text first. */
export function saidTags({ head, body, tail }: DividedPage, text: TagText): PageTags {
  const all = [...head, ...body, ...tail];
  const start = head.length + body.length;
  const near = all.flatMap((line, at) => (at < start + FAR_BELOW && saysTags(line) ? [at] : []));
  const [below, above] = [near.filter((at) => at >= head.length), near.filter((at) => at < head.length)];
  for (const at of [...below.filter((one) => isColoned(all[one])).reverse(), ...below, ...above.reverse()]) {
    const line = all[at];
    if (line === undefined || hashtagsOfLine(line.text) !== undefined) continue;
    const own = toTags(line, divided(labelledTags(line.text) ?? tagsInTheMiddle(line.text) ?? [], text));
    const isDoubtful = isDoubtfulLabel(tagLabelOf(line.text) ?? line.text);
    if (own.length > 0 && (!isDoubtful || isMostlyKnown(own, text))) return { tags: own, lines: [line] };
    if (own.length > 0 || !isTagLabel(line.text)) continue;
    if (isOfMenu(line, all[at - 1])) continue;
    const names = namesBelow(all, at, text);
    const tags = names.flatMap((name) => toTags(name, tagsOfName(name.text, names.length, text)));
    const isNear = at >= head.length && at < start + RIGHT_BELOW && (tags.length > 1 || names[0]?.opensBlock === false);
    const isSure = !isDoubtful && (/[:：]$/u.test(line.text) || isNear);
    if (tags.length > 0 && (isSure || isMostlyKnown(tags, text))) return { tags, lines: [line, ...names] };
  }
  return hashtags(all.slice(0, start + FAR_BELOW));
}

/** The link of a menu to its page of tags. */
const isOfMenu = (line: KnownLine, before: KnownLine | undefined): boolean =>
  line.isItem === true &&
  !line.opensBlock &&
  before?.kind === 'name' &&
  before.isItem === true &&
  !/[:：]$/u.test(line.text);

const saysTags = ({ kind, text }: KnownLine): boolean => kind === 'tags' || tagsInTheMiddle(text) !== undefined;

const isColoned = (line: KnownLine | undefined): boolean => labelledTags(line?.text ?? '') !== undefined;

const isMostlyKnown = (tags: PageTags['tags'], text: TagText): boolean =>
  tags.filter((tag) => isInText(tag.text, text)).length >= tags.length * LEAST_KNOWN;

/** Of several lines each is one tag; a lone line may hold more of them. */
const tagsOfName = (name: string, count: number, text: TagText): readonly string[] =>
  hashtagsOfLine(name) ?? tagsOfLine(name) ?? (count === 1 ? divided([name], text) : [name]);

const LEAST_LETTERS = 4;
const LEAST_PARTS = 3;

/**
 * Words behind a label without a sign between them are several tags when the text has them, but never together: words that
 * follow each other in the text are one tag.
 */
function divided(tags: readonly string[], text: TagText): readonly string[] {
  const [only = ''] = tags;
  if (tags.length > 1 || text.text.includes(only.toLowerCase())) return tags;
  const glued = gluedTags(only);
  if (glued !== undefined) return glued;
  const words = only.split(' ');
  if (words.some((word) => word.length < LEAST_LETTERS && !/^\p{Lu}/u.test(word))) return tags;
  const parts: string[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    const both = last === undefined ? word : `${last.split(' ').at(-1)} ${word}`;
    if (last !== undefined && areTogether(both, text)) parts[parts.length - 1] = `${last} ${word}`;
    else parts.push(word);
  }
  const known = parts.filter((part) => isInText(part, text)).length;
  return parts.length >= LEAST_PARTS && known >= parts.length * LEAST_KNOWN ? parts : tags;
}

/** Hashtags may stand on several lines. */
function hashtags(lines: readonly KnownLine[]): PageTags {
  const own = lines.filter(({ kind, text }) => kind === 'tags' && hashtagsOfLine(text) !== undefined);
  return {
    tags: own.slice(0, MOST_LINES_OF_HASHTAGS).flatMap((line) => toTags(line, hashtagsOfLine(line.text) ?? [])),
    lines: own,
  };
}

const MOST_NAMES = 30;

/** The next line when it has several tags; else all lines below that could be one tag, to the end of their block. */
export function namesBelow(lines: readonly KnownLine[], at: number, text: TagText): readonly KnownLine[] {
  const rest = lines.slice(at + 1, at + 1 + MOST_NAMES);
  const [next] = rest;
  if (next === undefined) return [];
  if (next.kind === 'tags' && hashtagsOfLine(next.text) !== undefined) return [next];
  if (next.kind === 'name' && tagsOfLine(next.text) !== undefined) return [next];
  const end = rest.findIndex(
    (line, index) =>
      !(couldBeNamed(line) || isWordOfPages(line, rest[index + 1], text)) ||
      line.heading !== undefined ||
      line.isItem !== next.isItem ||
      (index > 0 && line.opensBlock),
  );
  return end === -1 ? rest : rest.slice(0, end);
}

/** Below a label a tag may be possessive, and one may be a year: `Keepers' pay`, `2019`. */
const couldBeNamed = ({ kind, text }: KnownLine): boolean =>
  (kind === 'name' || (kind === 'mark' && YEAR.test(text))) &&
  (isTag(text.replace(/['’]/gu, '')) || gluedTags(text) !== undefined) &&
  cleanTag(text) !== '' &&
  !headsOthers(text);

const YEAR = /^(?:1[89]|20)\d\d,?$/u;

/** Among tags a word of pages is one of them when the text has it: `Privacy`. */
const isWordOfPages = (line: KnownLine, next: KnownLine | undefined, text: TagText): boolean =>
  line.kind === 'furniture' && next?.kind === 'name' && cleanTag(line.text) !== '' && isInText(line.text, text);
