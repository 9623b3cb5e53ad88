import { weightOf, wordCount } from '../line-shape.ts';
import { remembered } from '../remembered.ts';
import { tagLabelOf } from './tag-labels.ts';

const MAX_TAG_WORDS = 5;
const MAX_TAG_LENGTH = 60;
const SEPARATOR = /[,،、，]/u;
const NOT_IN_A_TAG = /[:;!?@…"“”«»„。！？；：「」『』؟]|\.$|['’]\s|\s['‘]/u;
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
const WITH_COMMAS = /^_*#[^\s#,]+(?:, ?#?[^\s#,]+)+$/u;

/** The tags of a line that holds nothing but hashtags, without their signs. */
export function hashtagsOfLine(text: string): readonly string[] | undefined {
  if (text.length > MAX_TAGS * MAX_TAG_LENGTH || !/#[^#\s]*\p{L}/u.test(text)) return undefined;
  if (WITH_COMMAS.test(text)) return partsOf(text, /[_#,]+/);
  return HASHTAGS.test(text) ? partsOf(text, /#/) : undefined;
}

/** Tags are divided by commas; where a line has none, by bars, dots, colons or dashes. */
function dividedTags(text: string): readonly string[] {
  const plain = text
    .replace(LINK_NUMBERS, ', ')
    .replace(BEHIND, '')
    .replace(/[.。]$|[_ ]{1,200}$/u, '');
  const separator = /[,،、，;；]/u.test(plain) ? /[,،、，;；|·•]/u : /[|·•/]| : | [–—-] /u;
  const parts = partsOf(plain, separator)
    .map((part) => part.replace(/^(?:[–—•-] )?#?(?=\S)/u, ''))
    .filter((part) => LETTER_OR_DIGIT.test(part));
  return parts.map((part, at) => (at > 1 && at === parts.length - 1 ? part.replace(AND, '') : part));
}

/** What lynx leaves between links without blanks: `trains[35]ferries`. */
const LINK_NUMBERS = /(?<=\S)\[\d{1,4}\](?=\S)/gu;
const AND = /^(?:and|und|et|y|e|en|och|og|i|и) (?=\p{L})/u;
/** What a line of a blog says behind its tags. */
const BEHIND =
  /(?: ?\||,)? ?(?:\d{1,5} (?:comments?|kommentare?)|no comments|comments? (?:are )?(?:off|closed)|leave a (?:comment|reply)|kommentare? deaktiviert|(?:hinterlasse|schreibe) einen kommentar|keine kommentare|getaggt).*$/iu;

/** The tags of a line that begins by saying so: `Tags: one, two`; undefined when it does not, empty for a label alone. */
export function labelledTags(text: string): readonly string[] | undefined {
  if (text.length > MAX_TAGS * MAX_TAG_LENGTH) return undefined;
  const label = tagLabelOf(text);
  if (label === undefined) return unmarkedTags(text);
  const rest = text.slice(label.length);
  return hashtagsOfLine(rest) ?? dividedTags(rest);
}

/** Words that only tags follow, although no colon does. */
const UNMARKED =
  /^(?:.{0,60}?(?<=\p{Ll}) )?(?:tags|tagged(?: with)?|filed under|schlagw[oö]rter|schlagworte|étiquettes|mots-clés|etiquetas|palabras clave|palavras-chave|tagi|etiketler|теги|метки)[\s#]*(?=\p{L})/iu;

/** `Tags one, two, three`, of which the label was a heading. */
function unmarkedTags(text: string): readonly string[] | undefined {
  const label = text.includes(',') ? UNMARKED.exec(text)?.[0] : undefined;
  if (label === undefined) return undefined;
  const tags = dividedTags(text.slice(label.length));
  return tags.length > 1 && tags.every(isTag) && isTerse(tags) ? tags : undefined;
}

const IN_THE_MIDDLE =
  /(?:[|·•.,] ?|\d )(?:tags?|tagged(?: with)?|schlagw[oö]rter|schlagworte|schlüsselwörter|mots-clés|étiquettes|etiquetas|palabras clave|labels|теги|метки)\s?[:：]\s?(?<tags>[^|]+)/iu;
/** What blogs write out: `Posted in Coast and tagged ferry, storm by Ann Lee`. */
const IN_A_SENTENCE =
  /(?:and|was) tagged(?: with)? (?<tags>[^|]{2,200}?)(?: (?:by|on|at) .*|\. .*|\.|$)|\bmit (?<german>[^|]{2,200}?) (?:getaggt|verschlagwortet)\b/iu;
const MAX_MIDDLE_LENGTH = 400;

/** The tags of a line that says other things before: `Posted in: Coast | Tags: ferry, storm | 5 comments`. */
export function tagsInTheMiddle(text: string): readonly string[] | undefined {
  if (text.length > MAX_MIDDLE_LENGTH) return undefined;
  const sentence = IN_A_SENTENCE.exec(text)?.groups;
  const tags = IN_THE_MIDDLE.exec(text)?.groups?.tags ?? sentence?.tags ?? sentence?.german;
  const divided = tags === undefined ? [] : dividedTags(tags);
  return divided.length > 0 && divided.every(isTag) ? divided : undefined;
}

const GLUED = /(?<=\p{Ll}|\d)(?=\p{Lu})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll})/u;
const LEAST_GLUED = 3;

/** `HarbourFerriesNorth Quay`: tags that were links beside each other. Undefined where it is no such line. */
export function gluedTags(text: string): readonly string[] | undefined {
  if (text.length > MAX_TAG_LENGTH * 4 || /[,;:.!?|]/u.test(text)) return undefined;
  const parts = text.split(GLUED).map((part) => part.trim());
  return parts.length >= LEAST_GLUED && parts.every(isTag) && isTerse(parts) ? parts : undefined;
}

const MAX_LONE_TAG_WORDS = 3;

/** True for a line that could be a single tag or a section: at most three words, no mark of a sentence or headline. */
export const isShortName = (text: string): boolean => text.length <= MAX_TAG_LENGTH && isLoneTag(text);

const isLoneTag = remembered((text) => isTag(text) && wordCount(text) <= MAX_LONE_TAG_WORDS);
