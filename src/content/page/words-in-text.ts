import { weightOf } from '../line-shape.ts';
import { isPlain, wordsOf } from './bare-words.ts';
import type { PageLine } from './page-lines.ts';

const words = new Intl.Segmenter('en', { granularity: 'word' });

/** What an article is about stands in its beginning. */
const MAX_SEARCHED = 20_000;
const MAX_LINE_LENGTH = 300;
const MIN_WORD_WEIGHT = 4;
/** Words bend at their end: their beginnings are compared. */
export const STEM_LENGTH = 5;

/** The beginning of a text as the words of other lines are looked for in it. */
export function searchable(lines: readonly PageLine[]): string {
  let text = '';
  for (const line of lines) {
    if (text.length > MAX_SEARCHED) break;
    text += `${line.text}\n`;
  }
  return text.slice(0, MAX_SEARCHED).toLowerCase();
}

export interface WordsFound {
  readonly found: number;
  /** Of the longer words of the line, from 0 to 1; 0 for a line without any. */
  readonly share: number;
}

/** Words of these scripts are divided by anything that is no letter, which costs less than a segmenter. */
const DIVIDED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** The beginnings of the longer words of a line, in lower case. */
export function stemsOf(line: string): readonly string[] {
  const start = line.slice(0, MAX_LINE_LENGTH).toLowerCase();
  const all =
    isPlain(start) || DIVIDED.test(start) ? wordsOf(start) : [...words.segment(start)].map(({ segment }) => segment);
  return all.filter((word) => weightOf(word) >= MIN_WORD_WEIGHT).map((word) => word.slice(0, STEM_LENGTH));
}

/** How many of the longer words of a line a searchable text uses as well. */
export const wordsInText = (line: string, text: string): WordsFound => stemsInText(stemsOf(line), text);

/** The same of words that were taken apart before. */
export const stemsInText = (stems: readonly string[], text: string): WordsFound =>
  foundOf(stems, (stem) => text.includes(stem));

/** The same of words that were taken apart before, and of any way of looking for them. */
export function foundOf(stems: readonly string[], isThere: (stem: string) => boolean): WordsFound {
  const found = stems.filter(isThere).length;
  return { found, share: stems.length === 0 ? 0 : found / stems.length };
}
