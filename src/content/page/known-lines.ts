import { isProse, seriesOf } from '../line-shape.ts';
import { remembered } from '../remembered.ts';
import type { FolderHabits } from '../source-file.ts';
import { isPlain } from './bare-words.ts';
import { namesOfByline } from './byline.ts';
import { droppedLines } from './dropped-lines.ts';
import { cutFurniture, isDiscussion, isFurniture, isShortUrlButton } from './furniture.ts';
import { isCredit, isNotice } from './notices.ts';
import { type PageLine, pageLines } from './page-lines.ts';
import { type StampLine, stampLineOf } from './stamp-line.ts';
import { isTagLabel } from './tag-labels.ts';
import { hashtagsOfLine, isShortName, isTerse, labelledTags, tagsOfLine } from './tag-line.ts';

/**
 * What a line of a page is, told by its shape alone: `button` shows the short address, `tags` says that it is a line of
 * tags, `credit` tells of a picture, `mark` has no word of its own (numbers, rules, pieces of a stamp), `name` is any
 * other short line: a headline, a section, a line of tags that does not say so.
 */
export type LineKind =
  | 'furniture'
  | 'button'
  | 'stamp'
  | 'series'
  | 'byline'
  | 'tags'
  | 'credit'
  | 'prose'
  | 'mark'
  | 'name';

export interface KnownLine extends PageLine {
  readonly kind: LineKind;
  /** With `stamp` only. */
  readonly stamp?: StampLine;
}

/** The lines of a page, each with its kind. Buttons that are glued to a stamp and stamps on two lines are put right. */
export function knownLines(text: string, habits: FolderHabits = {}): readonly KnownLine[] {
  const lines = pageLines(text)
    .flatMap(withoutGlue)
    .map((line) => withTagLabel(line, habits));
  const [isDropped, frequent] = [droppedLines(habits.drop ?? []), new Set(habits.frequent)];
  const read = readable(lines);
  const stampOf = remembered(stampLineOf);
  const known = lines.map((line): KnownLine => {
    if (isDropped(line.text)) return { ...line, kind: 'furniture' };
    const one = toKnown(line, read.has(line) ? stampOf(line.text) : undefined);
    return frequent.has(line.text) && isOfPage(one) ? { ...line, kind: 'furniture' } : one;
  });
  return joinedStamps(known, stampOf);
}

/** Names of sections, tags and authors stand in many pages, too; paragraphs and headlines of the article do not. */
const isOfPage = ({ kind, text }: KnownLine): boolean =>
  kind === 'prose' || kind === 'credit' || (kind === 'name' && !isShortName(text));

/** Writes the line of tags of a site as others do. */
function withTagLabel(line: PageLine, { tagsPrefix, tagsSeparator = ',' }: FolderHabits): PageLine {
  if (tagsPrefix === undefined || !line.text.startsWith(tagsPrefix)) return line;
  const tags = line.text.slice(tagsPrefix.length).split(tagsSeparator);
  return { ...line, text: `Tags: ${tags.map((tag) => tag.trim()).join(', ')}` };
}

type StampReader = (text: string) => StampLine | undefined;

const MAX_STAMP_LENGTH = 160;
const hasDigit = ({ text }: PageLine): boolean =>
  text.length <= MAX_STAMP_LENGTH && (/\d/.test(text) || (!isPlain(text) && /\p{Nd}/u.test(text)));

/** A longer line is a stamp only when it has a year, a clock or a day in figures. */
const MAX_PLAIN_LENGTH = 40;
const couldBeStamp = (line: PageLine): boolean =>
  hasDigit(line) &&
  (line.text.length <= MAX_PLAIN_LENGTH ||
    /\p{Nd}{4}|\p{Nd}\s?[:.hH٫/年月-]\s?\p{Nd}|\p{Nd}\s?[時시时点]/u.test(line.text));

/** Reading a time costs: of a page with more lines that hold numbers, only these of its top and end are looked at. */
const STAMPS_AT_TOP = 200;
const STAMPS_AT_END = 60;

function readable(lines: readonly PageLine[]): ReadonlySet<PageLine> {
  const found = lines.filter(couldBeStamp);
  return new Set(
    found.length <= STAMPS_AT_TOP ? found : [...found.slice(0, STAMPS_AT_TOP), ...found.slice(-STAMPS_AT_END)],
  );
}

function withoutGlue(line: PageLine): readonly PageLine[] {
  const cut = hasDigit(line) ? cutFurniture(line.text) : undefined;
  if (cut === undefined) return [line];
  return [
    { ...line, text: cut[0] },
    { ...line, text: cut[1], opensBlock: false },
  ];
}

function toKnown(line: PageLine, stamp: StampLine | undefined): KnownLine {
  const { text } = line;
  if (isShortUrlButton(text)) return { ...line, kind: 'button' };
  if (isTagLabel(text) || labelledTags(text) !== undefined || hashtagsOfLine(text) !== undefined)
    return { ...line, kind: 'tags' };
  if (isFurniture(text) || isDiscussion(text)) return { ...line, kind: 'furniture' };
  if (stamp !== undefined) return { ...line, kind: stamp.hasDay ? 'stamp' : 'mark', stamp };
  if (line.heading === undefined && isCredit(text)) return { ...line, kind: 'credit' };
  if (isNotice(text)) return { ...line, kind: 'furniture' };
  if (seriesOf(text) !== undefined) return { ...line, kind: 'series' };
  if (isProse(text) && line.heading === undefined && line.isLinked === undefined && !isTerseTagLine(text)) {
    return { ...line, kind: 'prose' };
  }
  if (!/\p{L}/u.test(text)) return { ...line, kind: 'mark' };
  return { ...line, kind: namesOfByline(text).length > 0 ? 'byline' : 'name' };
}

/** A line of tags may be as long as a paragraph. */
function isTerseTagLine(text: string): boolean {
  const tags = tagsOfLine(text);
  return tags !== undefined && isTerse(tags);
}

const MAX_PIECES = 3;

/** A page that shows clock, zone and day on lines of their own shows one stamp, and so does one with a label above it. */
function joinedStamps(lines: readonly KnownLine[], stampOf: StampReader): readonly KnownLine[] {
  const joined: KnownLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) continue;
    const isFirst = isPiece(line) || (lines[at + 1]?.kind === 'stamp' && isLoneLabel(line, stampOf));
    const whole = isFirst ? wholeStamp(lines.slice(at, at + MAX_PIECES), stampOf) : undefined;
    joined.push(whole?.line ?? line);
    if (whole !== undefined) at += whole.count - 1;
  }
  return joined;
}

const MAX_LABEL_LENGTH = 30;

/** `Published`, with the time on the next line; an item of a list, such as a button, needs its colon. */
const isLoneLabel = ({ kind, text, isItem, isLinked }: KnownLine, stampOf: StampReader): boolean =>
  kind === 'name' &&
  text.length <= MAX_LABEL_LENGTH &&
  (!isItem || /[:：]$/u.test(text)) &&
  !isLinked &&
  stampOf(`${text} ${PROBE}`)?.label !== undefined;

/** A time that makes a label of the word before it, in every language. */
const PROBE = '2020-01-02T03:04:05Z';

const isPiece = ({ stamp }: KnownLine): boolean =>
  stamp !== undefined && stamp.label === undefined && !(stamp.hasDay && stamp.hasClock);

/** The stamp that the first two or three of these lines make together. */
function wholeStamp(
  lines: readonly KnownLine[],
  stampOf: StampReader,
): { readonly line: KnownLine; readonly count: number } | undefined {
  const [first, ...others] = lines;
  if (first === undefined) return undefined;
  const isLabel = first.kind === 'name';
  let text = first.text;
  let whole: { readonly line: KnownLine; readonly count: number } | undefined;
  for (const [index, next] of others.entries()) {
    const isMore =
      isPiece(next) || (isLabel && index === 0 && next.kind === 'stamp' && next.stamp?.label === undefined);
    if (next.opensBlock || !isMore) return whole;
    text += ` ${next.text}`;
    const stamp = stampOf(text);
    if (stamp?.hasDay !== true) continue;
    const line: KnownLine = { ...first, text, kind: 'stamp', stamp };
    if (stamp.hasClock) return { line, count: index + 2 };
    if (isLabel) whole = { line, count: index + 2 };
  }
  return whole;
}
