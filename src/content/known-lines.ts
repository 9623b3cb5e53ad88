import { namesOfByline } from './byline.ts';
import { cutFurniture, isFurniture, isShortUrlButton } from './furniture.ts';
import { isProse, seriesOf } from './line-shape.ts';
import { type PageLine, pageLines } from './page-lines.ts';
import { type StampLine, stampLineOf } from './stamp-line.ts';
import { hashtagsOfLine, isTerse, labelledTags, tagsOfLine } from './tag-line.ts';

/**
 * What a line of a page is, told by its shape alone: `button` shows the short address, `tags` says that it is a line of
 * tags, `mark` has no word of its own (numbers, rules, pieces of a stamp), `name` is any other short line: a headline,
 * a section, a line of tags that does not say so.
 */
export type LineKind = 'furniture' | 'button' | 'stamp' | 'series' | 'byline' | 'tags' | 'prose' | 'mark' | 'name';

export interface KnownLine extends PageLine {
  readonly kind: LineKind;
  /** With `stamp` only. */
  readonly stamp?: StampLine;
}

/** The lines of a page, each with its kind. Buttons that are glued to a stamp and stamps on two lines are put right. */
export function knownLines(text: string): readonly KnownLine[] {
  const lines = pageLines(text).flatMap(withoutGlue);
  const read = readable(lines);
  const known = lines.map((line): KnownLine => toKnown(line, read.has(line) ? stampLineOf(line.text) : undefined));
  return joinedStamps(known);
}

const MAX_STAMP_LENGTH = 160;
const hasDigit = ({ text }: PageLine): boolean => text.length <= MAX_STAMP_LENGTH && /\p{Nd}/u.test(text);

/** Reading a time costs: of a page with more lines that hold numbers, only these of its top and end are looked at. */
const STAMPS_AT_TOP = 300;
const STAMPS_AT_END = 100;

function readable(lines: readonly PageLine[]): ReadonlySet<PageLine> {
  const found = lines.filter(hasDigit);
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
  if (labelledTags(text) !== undefined || hashtagsOfLine(text) !== undefined) return { ...line, kind: 'tags' };
  if (isFurniture(text)) return { ...line, kind: 'furniture' };
  if (stamp !== undefined) return { ...line, kind: stamp.hasDay ? 'stamp' : 'mark', stamp };
  if (seriesOf(text) !== undefined) return { ...line, kind: 'series' };
  if (isProse(text) && !isTerseTagLine(text)) return { ...line, kind: 'prose' };
  if (!/\p{L}/u.test(text)) return { ...line, kind: 'mark' };
  return { ...line, kind: namesOfByline(text).length > 0 ? 'byline' : 'name' };
}

/** A line of tags may be as long as a paragraph. */
function isTerseTagLine(text: string): boolean {
  const tags = tagsOfLine(text);
  return tags !== undefined && isTerse(tags);
}

const MAX_PIECES = 3;

/** A page that shows clock, zone and day on lines of their own shows one stamp. */
function joinedStamps(lines: readonly KnownLine[]): readonly KnownLine[] {
  const joined: KnownLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) continue;
    const whole = isPiece(line) ? wholeStamp(lines.slice(at, at + MAX_PIECES)) : undefined;
    joined.push(whole?.line ?? line);
    if (whole !== undefined) at += whole.count - 1;
  }
  return joined;
}

const isPiece = ({ stamp }: KnownLine): boolean =>
  stamp !== undefined && stamp.label === undefined && !(stamp.hasDay && stamp.hasClock);

/** The stamp that the first two or three of these lines make together. */
function wholeStamp(lines: readonly KnownLine[]): { readonly line: KnownLine; readonly count: number } | undefined {
  const [first, ...others] = lines;
  let text = first?.text ?? '';
  for (const [index, next] of others.entries()) {
    if (first === undefined || next.opensBlock || !isPiece(next)) return undefined;
    text += ` ${next.text}`;
    const stamp = stampLineOf(text);
    if (stamp?.hasDay === true && stamp.hasClock) {
      return { line: { ...first, text, kind: 'stamp', stamp }, count: index + 2 };
    }
  }
  return undefined;
}
