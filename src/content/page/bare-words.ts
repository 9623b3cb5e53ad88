/**
 * True for a text in which every letter is a Latin one: between signs such as `’` or `…` most texts hold nothing else.
 * Asking what a sign is in all of Unicode costs several times as much.
 */
export const isPlain = (text: string): boolean => !NOT_PLAIN.test(text);

const NOT_PLAIN = /[^\0-\u024f\u2000-\u206f]/;
/** Letters and numbers of a plain text, of which none is a mark of another. */
const PLAIN_LETTERS = '0-9a-zA-Z\\xaa\\xb2\\xb3\\xb5\\xb9\\xba\\xbc-\\xbe\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u024f';
const LETTERS = '\\p{L}\\p{N}';
const LETTERS_AND_MARKS = '\\p{L}\\p{M}\\p{N}';

/** Everything but letters, and no single blank: it needs no replacing. */
const between = (letters: string, flags: string): RegExp =>
  new RegExp(` [^${letters}]+|[^${letters} ][^${letters}]*`, flags);

const PLAIN_BETWEEN = between(PLAIN_LETTERS, 'g');
const BETWEEN = between(LETTERS, 'gu');
const BETWEEN_WITH_MARKS = between(LETTERS_AND_MARKS, 'gu');

/** The letters and numbers of a text, with one blank for everything that stands between them. */
export const bareLetters = (text: string): string =>
  text.replaceAll(isPlain(text) ? PLAIN_BETWEEN : BETWEEN, ' ').trim();

/** The same, where a mark above or below a letter belongs to its word. */
export const bareWords = (text: string): string =>
  text.replaceAll(isPlain(text) ? PLAIN_BETWEEN : BETWEEN_WITH_MARKS, ' ').trim();

const PLAIN_WORD = new RegExp(`[${PLAIN_LETTERS}]+`, 'g');
const WORD = new RegExp(`[${LETTERS_AND_MARKS}]+`, 'gu');

/** The words of a text that divides them. */
export const wordsOf = (text: string): readonly string[] => text.match(isPlain(text) ? PLAIN_WORD : WORD) ?? [];
