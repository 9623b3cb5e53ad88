import { endsSentence, weightOf } from './line-shape.ts';

/** One line of a page dump without its indentation and its odd spaces. */
export interface PageLine {
  readonly text: string;
  /** 1-based line of the file. */
  readonly line: number;
  /** A blank line, or the beginning of the file, stands before it. */
  readonly opensBlock: boolean;
}

/** No-break, thin and ideographic spaces become spaces; zero-width ones and soft hyphens go. */
const tidy = (line: string): string =>
  line
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, ' ')
    .trim();

/**
 * Cuts a page dump into its lines, blank ones left out. Where a text extractor has wrapped paragraphs at a fixed width,
 * the lines of a paragraph are joined again.
 */
export function pageLines(text: string): readonly PageLine[] {
  const blocks: PageLine[][] = [];
  let block: PageLine[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const tidied = tidy(raw);
    if (tidied !== '') block.push({ text: tidied, line: index + 1, opensBlock: block.length === 0 });
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  if (block.length > 0) blocks.push(block);
  return blocks.flatMap((lines) => (isWrapped(lines) ? [joined(lines)] : lines));
}

const MAX_WRAP_WIDTH = 110;
const MIN_WRAP_WIDTH = 45;
/** Where words are not divided by blanks, or have no capitals, the lines of a paragraph are as long as each other. */
const LEAST_EVEN_LINES = 3;
const EVEN = 0.75;

/**
 * A run of headlines begins each line with a capital; a wrapped paragraph goes on in lower case and ends a sentence.
 * Where there are no capitals, it has at least three lines of nearly one width, few of which end a sentence.
 */
function isWrapped(lines: readonly PageLine[]): boolean {
  const [, ...others] = lines;
  const last = others.at(-1);
  if (last === undefined || !endsSentence(last.text)) return false;
  const widths = lines.map(({ text }) => weightOf(text));
  const full = widths.slice(0, -1);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const narrowest = full.reduce((least, width) => Math.min(least, width), widest);
  if (widest > MAX_WRAP_WIDTH || narrowest < MIN_WRAP_WIDTH) return false;
  if (others.filter(({ text }) => /^\p{Ll}/u.test(text)).length * 2 >= others.length) return true;
  const ends = lines.filter(({ text }) => endsSentence(text)).length;
  const isUncased = lines.every(({ text }) => /^[^\p{Lu}\p{Ll}]*$/u.test(text.slice(0, 1)));
  return isUncased && lines.length >= LEAST_EVEN_LINES && narrowest >= widest * EVEN && ends * 2 <= lines.length;
}

const WIDE_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff65]$/u;

/** Chinese and Japanese are written without blanks between their words. */
function joined(lines: readonly PageLine[]): PageLine {
  const words = lines.map(({ text }, at) => {
    const isGlued = at === 0 || WIDE_END.test(lines[at - 1]?.text.slice(-1) ?? '');
    return isGlued ? text : ` ${text}`;
  });
  return { text: words.join(''), line: lines[0]?.line ?? 1, opensBlock: true };
}
