import type { Found } from '../draft.ts';
import { bareWords, isPlain } from './bare-words.ts';
import type { KnownLine } from './known-lines.ts';
import { textIndex } from './text-index.ts';
import { searchable } from './words-in-text.ts';

/** The paragraphs of an article, as tags are looked for in them. */
export interface TagText {
  /** In lower case. */
  readonly text: string;
  /** Looks for words in the same text with one blank around each of them and nothing else. */
  readonly hasWords: (words: string) => boolean;
}

/** The beginning of the text, without the lines that may be tags themselves. */
export function tagText(body: readonly KnownLine[]): TagText {
  const text = searchable(body.filter(({ kind }) => kind === 'prose'));
  return { text, hasWords: textIndex(spaced(text)) };
}

const spaced = (text: string): string => ` ${bareWords(text)} `;

/** In these scripts words are divided by blanks, and begin with no article or preposition. */
const DIVIDED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u;
/** Words bend at their end: longer ones are compared by their beginnings. */
const STEM_LENGTH = 5;
const MIN_STEM_LENGTH = 4;

/** True when the text has the words of a tag together, or each of its longer words. */
export function isInText(tag: string, { text, hasWords }: TagText): boolean {
  const lower = tag.toLowerCase();
  if (!isPlain(lower) && !DIVIDED.test(lower)) return text.includes(lower);
  const own = spaced(lower);
  if (hasWords(own) || (own.length > STEM_LENGTH && hasWords(own.trimEnd()))) return true;
  const stems = own.split(' ').filter((word) => word.length >= MIN_STEM_LENGTH);
  return stems.length > 0 && stems.every((stem) => hasWords(` ${stem.slice(0, STEM_LENGTH)}`));
}

/** True when the text has these words one behind the other. */
export const areTogether = (phrase: string, { hasWords }: TagText): boolean =>
  hasWords(spaced(phrase.toLowerCase()).trimEnd());

/** Words of buttons and links that stand among tags. */
const NO_TAG =
  /^(?:all|alle|alle themen|all topics|all tags|view all|see all|show (?:more|all|less)|see more|load more|more|explore|mehr|mehr anzeigen|alle anzeigen|(?:subscribe|sign up|sign in|log in|follow|share|print|edit|reply|save|send|download|continue reading|read more|add to|report)(?: .*)?|comments?(?: .*)?|\d+ (?:comments?|shares?|replies|kommentare?).*|(?:leave|add|post|write) a (?:comment|reply)|no comments|reuse (?:this )?content|reprints?|permalink|previous|next|back to top|top|home|teilen|drucken|seite drucken|inhalt teilen|merken|kommentare?|kommentieren|antworten|anzeige|werbung|advertisement|newsletter|ver más|compartir(?: .*)?|comentarios|partager|imprimer|commentaires?|condividi|commenti|stampa|get it|read|e-?mail|rss|\.{2,}|…)$/iu;
/** A day, or a number of one or two figures. */
const NUMBERS = /^(?:\d{0,2}|\d{1,4}[./:-]\d{1,2}(?:[./:-]\d{1,4})?)$/u;

/** A tag without the signs around it; empty for the words of a button, for a day, and for a number of one or two figures. */
export function cleanTag(text: string): string {
  const tag = text
    .replace(/^[#•·\s]+|[\s,;،、，|]+$/gu, '')
    .replace(/^["“„”«»'‘]+(.*?)["“”„«»'’]+$/u, '$1')
    .trim();
  return NO_TAG.test(tag) || NUMBERS.test(tag) ? '' : tag;
}

export interface PageTags {
  readonly tags: readonly Found[];
  /** The lines that are spent on them. */
  readonly lines: readonly KnownLine[];
}

/** The tags of one line, clean. */
export const toTags = ({ line }: KnownLine, tags: readonly string[]): readonly Found[] =>
  tags.flatMap((tag) => {
    const text = cleanTag(tag);
    return text === '' ? [] : [{ text, line }];
  });
