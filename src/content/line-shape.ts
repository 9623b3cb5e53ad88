/** Words of the page around the article: buttons, links and notices that stand alone on a line. Lower case. */
const FURNITURE: ReadonlySet<string> = new Set([
  'listen live',
  'get short url',
  'short url',
  'copy link',
  'community standards',
  'community standardsdiscussion',
  'discussion',
  'comments',
  'comment',
  'leave a comment',
  'add a comment',
  'read more',
  'related',
  'related articles',
  'related news',
  'see also',
  'share',
  'share this',
  'share this article',
  'print',
  'print this page',
  'send by e-mail',
  'subscribe',
  'sign in',
  'sign up',
  'log in',
  'register',
  'search',
  'menu',
  'home',
  'advertisement',
  'sponsored',
  'topic',
  'topic:',
  'tags',
  'tags:',
  'newsletter',
  'facebook',
  'twitter',
  'telegram',
  'whatsapp',
  'back to top',
  'all rights reserved',
  'cookie settings',
  'privacy policy',
  'terms of use',
]);

const COPYRIGHT = /^(?:©|\(c\)|copyright\b)/i;

/** True for a line that belongs to the page and not to its article. */
export const isFurniture = (text: string): boolean =>
  FURNITURE.has(text.toLowerCase()) || (text.length < 160 && COPYRIGHT.test(text));

const ENDS_SENTENCE = /(?<![.])[.!?…。．！？؟۔।]["'”’»›」』)\]]*$/u;
const ENDS_PLAINLY = /(?<![.])[.。．۔।]["'”’»›」』)\]]*$/u;
const WIDE_SIGN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** The length of a line as a reader of Latin letters would feel it: a Han sign says as much as about three letters. */
const weightOf = (text: string): number => text.length + 2 * (text.match(WIDE_SIGN)?.length ?? 0);

const LONG_PROSE = 160;
const PROSE = 80;
const SHORT_PROSE_WORDS = 4;

/**
 * True for a line that reads as a paragraph: long, or of middle length with the end of a sentence, or at least a short
 * sentence that ends with a full stop (a headline may end with a question, hardly with a stop).
 */
export function isProse(text: string): boolean {
  const weight = weightOf(text);
  if (weight >= LONG_PROSE) return tagsOfLine(text) === undefined;
  if (weight >= PROSE) return ENDS_SENTENCE.test(text);
  return ENDS_PLAINLY.test(text) && (text.split(' ').length >= SHORT_PROSE_WORDS || weight >= PROSE / 2);
}

const SERIES = /^(?<name>\S.{0,118}?) ?\((?<count>\d{1,6})\)$/u;

/** Reads a line such as `Harbour Lights Festival (42)`: the name of a series and how many articles it has. */
export function seriesOf(text: string): { readonly name: string; readonly count: number } | undefined {
  const { name, count } = SERIES.exec(text)?.groups ?? {};
  if (name === undefined || count === undefined || ENDS_SENTENCE.test(name)) return undefined;
  return { name, count: Number(count) };
}

const MAX_TAG_WORDS = 5;
const MAX_TAG_LENGTH = 48;
const SEPARATOR = /\s*[,،、，]\s*/u;
const NOT_IN_A_TAG = /[:;!?…"“”«»„。！？；：「」『』؟]|\.$|['’]\s|\s['‘]/u;
/** Words that join or report: a tag hardly holds two of them, a headline often does. */
const MEAN_TAG_WORDS = 2.6;

/**
 * Divides a line of tags at its commas (Latin, Arabic, Chinese); undefined when its shape is not that of a tag line:
 * two short parts at the least, none longer than five words, on the average under three, none with the marks of a
 * sentence or headline.
 */
export function tagsOfLine(text: string): readonly string[] | undefined {
  const parts = text
    .replace(SEPARATOR, ', ')
    .split(SEPARATOR)
    .filter((part) => part !== '');
  if (parts.length < 2) return undefined;
  const words = parts.map((part) => part.split(' ').length);
  const fits = parts.every((part, index) => {
    const count = words[index] ?? 0;
    return count <= MAX_TAG_WORDS && weightOf(part) <= MAX_TAG_LENGTH && !NOT_IN_A_TAG.test(part);
  });
  const mean = words.reduce((sum, count) => sum + count, 0) / parts.length;
  return fits && mean <= MEAN_TAG_WORDS ? parts : undefined;
}

const MAX_LONE_TAG_WORDS = 3;

/** True for a line that could be a single tag: at most three words, no mark of a sentence or headline. */
export const isLoneTag = (text: string): boolean =>
  weightOf(text) <= MAX_TAG_LENGTH && text.split(' ').length <= MAX_LONE_TAG_WORDS && !NOT_IN_A_TAG.test(text);
