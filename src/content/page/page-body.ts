import { endsSentence, seriesOf } from '../line-shape.ts';
import type { KnownLine } from './known-lines.ts';
import { headsOthers } from './notices.ts';

/**
 * The lines of the article between its first paragraph and its last: paragraphs, headings that stand alone between
 * two of them, lists of sentences. Lists of links, of names and of other articles go, and so does furniture.
 */
export function textLines(body: readonly KnownLine[], series: string | undefined): readonly KnownLine[] {
  const own: KnownLine[] = [];
  let gap: KnownLine[] = [];
  for (const line of body) {
    if (line.kind === 'prose') {
      own.push(...ownOfGap(gap, series), line);
      gap = [];
    } else gap.push(line);
  }
  return [...own, ...gap.filter((line) => isText(line, series))];
}

/** What stands between two paragraphs is of the article, but for furniture, pictures and the series. */
const isText = ({ kind, text, stamp }: KnownLine, series: string | undefined): boolean =>
  (kind === 'name' || kind === 'byline' || kind === 'mark' || kind === 'stamp' || kind === 'series') &&
  stamp === undefined &&
  (kind !== 'mark' || /[\p{L}\p{N}]/u.test(text)) &&
  (kind !== 'series' || seriesOf(text) !== series);

/** More short lines than these between two paragraphs are a list of something else. */
const MOST_HEADINGS = 2;

function ownOfGap(gap: readonly KnownLine[], series: string | undefined): readonly KnownLine[] {
  const others = gap.findIndex(({ kind, text }) => headsOthers(text) || kind === 'tags');
  const lines = (others === -1 ? gap : gap.slice(0, others)).filter((line) => isText(line, series));
  const sentences = lines.filter(({ text, isLinked }) => isLinked === undefined && endsSentence(text));
  const plain = lines.filter(({ isLinked, heading }) => isLinked === undefined || heading !== undefined);
  if (sentences.length === lines.length) return lines;
  if (others !== -1) return sentences;
  const isList = plain.length === lines.length && gap.length === lines.length && plain.every(({ isItem }) => isItem);
  return isList || plain.length <= MOST_HEADINGS
    ? plain
    : [...sentences, ...plain.filter(({ heading }) => heading !== undefined)];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Writes lines as HTML: paragraphs, headings that were marked as such, and lists. */
export function toHtml(lines: readonly KnownLine[]): string {
  return lines
    .map(({ text, isItem, heading }, at) => {
      if (heading !== undefined) return `<h2>${escaped(text)}</h2>`;
      if (isItem === undefined) return `<p>${escaped(text)}</p>`;
      const [isFirst, isLast] = [lines[at - 1]?.isItem === undefined, lines[at + 1]?.isItem === undefined];
      return `${isFirst ? '<ul>' : ''}<li>${escaped(text)}</li>${isLast ? '</ul>' : ''}`;
    })
    .join('\n');
}
