import { remembered } from './remembered.ts';

const ENDS_SENTENCE = /(?<![.])[.!?…。．！？؟۔।] ?["'”’“»«›」』)\]]{0,5}$/u;
const ENDS_PLAINLY = /(?<![.])[.。．۔।] ?["'”’“»«›」』)\]]{0,5}$/u;
const WIDE_SIGN = /[ー\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** True for text that ends as a sentence does. */
export const endsSentence = (text: string): boolean => ENDS_SENTENCE.test(text.slice(-8));

/** True for text that ends with a full stop. */
export const endsPlainly = (text: string): boolean => ENDS_PLAINLY.test(text.slice(-8));

/** Whether there may be a wide sign at all; most texts have none, and asking for scripts costs. */
const MAY_BE_WIDE = /[\u1100-\u11ff\u2e80-\uffff]/;

/** Longer lines are weighed by their beginning: they are prose in any case. */
const MAX_WEIGHED = 400;

/** The length of a line as a reader of Latin letters would feel it: a Han sign says as much as about three letters. */
export function weightOf(text: string): number {
  const start = text.slice(0, MAX_WEIGHED);
  return text.length + (MAY_BE_WIDE.test(start) ? 2 * (start.match(WIDE_SIGN)?.length ?? 0) : 0);
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** From Thai on; whether there may be one at all. */
const MAY_BE_UNSPACED = /[\u0e00-\uffff]/;
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** How many words a short text has, in scripts without spaces, too. */
export function wordCount(text: string): number {
  if (!MAY_BE_UNSPACED.test(text) || !UNSPACED.test(text)) return blanksIn(text) + 1;
  return unspacedCount(text.slice(0, MAX_WEIGHED));
}

const unspacedCount = remembered(
  (text) => [...words.segment(text)].filter(({ isWordLike }) => isWordLike === true).length,
);

function blanksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) count += 1;
  return count;
}

const ADDRESS = /^https?:\S+$/;
const LONG_PROSE = 160;
const PROSE = 80;
const SHORT_PROSE_WORDS = 4;

const PUNCTUATED = /[.,;:!?…·](?:["'”’“»«›)\]]{0,3}(?: |$))|[،؛؟۔।。，、！？：]| [–—-] /u;
const LONG_MENU = 280;

/** So many words without a single comma or stop are names that stood in a row: a menu, a cloud of tags. */
function isMenu(text: string): boolean {
  const start = text.slice(0, MAX_WEIGHED);
  if (PUNCTUATED.test(start) || MAY_BE_UNSPACED.test(start)) return false;
  const words = start.split(' ');
  return start.length >= LONG_MENU || words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > words.length;
}

/**
 * True for a line that reads as a paragraph: long, or of middle length with the end of a sentence, or at least a short
 * sentence that ends with a full stop (a headline may end with a question, hardly with a stop). Whether a long line is a
 * list of tags is not asked here.
 */
export function isProse(text: string): boolean {
  if (ADDRESS.test(text)) return false;
  const weight = weightOf(text);
  if (weight >= LONG_PROSE) return !isMenu(text);
  if (weight >= PROSE) return endsSentence(text);
  return endsPlainly(text) && (text.split(' ').length >= SHORT_PROSE_WORDS || weight >= PROSE / 2);
}

const SERIES = /^(?<name>\S.{0,118}?) ?[(（] ?(?<count>\p{Nd}[\p{Nd} .,']{0,8}) ?[)）]$/u;
const MAX_SERIES_LENGTH = 140;

/** Reads a line such as `Harbour Lights Festival (42)`: the name of a series, which has that many articles. */
export function seriesOf(text: string): string | undefined {
  if (text.length > MAX_SERIES_LENGTH) return undefined;
  const name = SERIES.exec(text)?.groups?.name;
  return name === undefined || endsPlainly(name) || !/\p{L}/u.test(name) ? undefined : name;
}
