import { weightOf, wordCount } from './line-shape.ts';

const MAX_TAG_WORDS = 5;
const MAX_TAG_LENGTH = 60;
const SEPARATOR = /[,،、，]/u;
const NOT_IN_A_TAG = /[:;!?…"“”«»„。！？；：「」『』؟]|\.$|['’]\s|\s['‘]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const partsOf = (text: string, separator: RegExp): readonly string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** True for what could be a tag: short, of at most five words, without the marks of a sentence or headline. */
export const isTag = (part: string): boolean =>
  part.length <= MAX_TAG_LENGTH &&
  weightOf(part) <= MAX_TAG_LENGTH &&
  wordCount(part) <= MAX_TAG_WORDS &&
  !NOT_IN_A_TAG.test(part) &&
  LETTER_OR_DIGIT.test(part);

const MAX_LONG_WORDS = 10;
const MAX_LONG_LENGTH = 100;
/** One tag in so many may be the long name of an office. */
const LONG_IN = 4;

const isLongTag = (part: string): boolean =>
  weightOf(part) <= MAX_LONG_LENGTH && wordCount(part) <= MAX_LONG_WORDS && !NOT_IN_A_TAG.test(part);

/** A line of more tags than these is a hostile one. */
const MAX_TAGS = 200;

/**
 * Divides a line at its commas (Latin, Arabic, Chinese) when every part could be a tag; undefined for any other line.
 * One part in four may have up to ten words, others at most five; none has the marks of a sentence. Headlines with
 * commas may pass: see `isTerse`.
 */
export function tagsOfLine(text: string): readonly string[] | undefined {
  if (!SEPARATOR.test(text) || text.length > MAX_TAGS * MAX_TAG_LENGTH) return undefined;
  const parts = partsOf(text, SEPARATOR);
  if (parts.length < 2 || parts.length > MAX_TAGS) return undefined;
  const others = parts.filter((part) => !isTag(part));
  return others.length * LONG_IN <= parts.length && others.every(isLongTag) ? parts : undefined;
}

/** Tags have seldom more than two words on the average, parts of a headline often do. */
const MEAN_TAG_WORDS = 2.6;

/** True for parts as short as those of a line of tags mostly are. */
export const isTerse = (parts: readonly string[]): boolean =>
  parts.reduce((sum, part) => sum + wordCount(part), 0) <= MEAN_TAG_WORDS * parts.length;

const HASHTAGS = /^#[^\s#]+(?: ?#[^\s#]+)*$/u;

/** The tags of a line that holds nothing but hashtags, without their signs. */
export const hashtagsOfLine = (text: string): readonly string[] | undefined =>
  text.length <= MAX_TAGS * MAX_TAG_LENGTH && HASHTAGS.test(text) ? partsOf(text, /#/) : undefined;

const LABEL =
  /^(?:tags?|topics?|keywords?|filed under|schlagw[oö]rte[rn]?|stichworte|themen|mots[- ]clés|étiquettes|thèmes|sujets|etiquetas|temas|palabras clave|palavras[- ]chave|marcadores|tópicos|argomenti|etichette|trefwoorden|onderwerpen|ämnen|emner|tagi|tematy|štítky|etiketler|теги|тэги|метки|темы|ключевые слова|ключові слова|وسوم|الوسوم|كلمات مفتاحية|الكلمات المفتاحية|الكلمات الدلالية|标签|標籤|关键词|關鍵詞|タグ|キーワード|태그)\s?[:：]\s?/iu;

/** The tags of a line that begins by saying so: `Tags: one, two`; undefined when it does not, empty for a label alone. */
export function labelledTags(text: string): readonly string[] | undefined {
  const label = LABEL.exec(text)?.[0];
  if (label === undefined || text.length > MAX_TAGS * MAX_TAG_LENGTH) return undefined;
  const rest = text.slice(label.length);
  return hashtagsOfLine(rest) ?? partsOf(rest, /[,،、，;；|·•/]/u);
}

const MAX_LONE_TAG_WORDS = 3;

/** True for a line that could be a single tag or a section: at most three words, no mark of a sentence or headline. */
export const isShortName = (text: string): boolean => wordCount(text) <= MAX_LONE_TAG_WORDS && isTag(text);
