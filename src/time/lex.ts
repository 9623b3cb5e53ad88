import { type Entry, fold } from './entry.ts';
import { type Lexicon, lexicon } from './lexicon.ts';
import { isUnspaced } from './scripts.ts';

/** A number, a word (or a known phrase), or a mark of a cleaned line. */
export type Lexeme = {
  readonly kind: 'number' | 'word' | 'mark';
  /** Folded: lower case. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A space stands before it. */
  readonly spaced: boolean;
  /** The value of a number of at most 15 digits, else -1. */
  readonly value: number;
  /** Written in capitals only. */
  readonly isUpper: boolean;
  /** Half of a number that was cut in two. */
  readonly isCut: boolean;
  readonly entry: Entry | undefined;
};

const digit = 1;
const lower = 2;
const upper = 3;
const letter = 4;
const unspaced = 5;
const space = 6;
const mark = 7;
/** A combining mark belongs to the letter before it, whatever that is. */
const combining = 8;

/** The class of every UTF-16 code unit that was met so far. */
const classes = new Uint8Array(0x10000);

function classOf(code: number): number {
  const known = classes[code];
  if (known !== undefined && known !== 0) return known;
  const found = classify(code);
  classes[code] = found;
  return found;
}

function classify(code: number): number {
  const character = String.fromCharCode(code);
  if (code >= 48 && code <= 57) return digit;
  if (/\s/.test(character)) return space;
  // The zero of Han numbers is no letter in Unicode.
  if (character === '〇') return unspaced;
  if (!/[\p{L}\p{M}]/u.test(character)) return mark;
  if (isUnspaced(code)) return unspaced;
  if (/\p{M}/u.test(character)) return combining;
  if (/\p{Ll}/u.test(character)) return lower;
  return /[\p{Lu}\p{Lt}]/u.test(character) ? upper : letter;
}

/** Folded words by their written form; pages repeat theirs. */
const foldedWords = new Map<string, string>();
const maxFoldedWords = 20_000;
const maxRememberedLength = 24;

function foldedOf(text: string): string {
  const remembered = foldedWords.get(text);
  if (remembered !== undefined) return remembered;
  const folded = fold(text);
  if (foldedWords.size >= maxFoldedWords) foldedWords.clear();
  if (text.length <= maxRememberedLength) foldedWords.set(text, folded);
  return folded;
}

/** Cuts a cleaned line into lexemes. `PublishedApr 20` and `02:27GMTUpdated` are cut where the case says so. */
export function lex(line: string): Lexeme[] {
  const known = lexicon(line);
  const lexemes: Lexeme[] = [];
  let spaced = false;
  let index = 0;
  while (index < line.length) {
    const kind = classOf(line.charCodeAt(index));
    if (kind === space) {
      spaced = true;
      index += 1;
      continue;
    }
    const end = kind === mark ? index + 1 : endAt(line, index, kind, lexemes.at(-1));
    if (kind === unspaced) segment(line, index, end, spaced, known, lexemes);
    else {
      const seam = seamOf(line, index, end, kind, known);
      lexemes.push(lexemeOf(line, index, seam, spaced, kind, known));
      if (seam < end) lexemes.push(lexemeOf(line, seam, end, false, kind, known));
    }
    spaced = false;
    index = end;
  }
  return mergePhrases(lexemes, known);
}

const isMeridiemAt = (line: string, start: number): boolean =>
  (line.charCodeAt(start + 1) | 32) === 109 && /[AaPp]/.test(line.charAt(start));

/** The `PM` of `5:55PMfirst` ends before the word that is glued to it. */
function endAt(line: string, start: number, kind: number, before: Lexeme | undefined): number {
  const isBehindNumber = kind === upper && before?.kind === 'number' && before.end === start;
  return isBehindNumber && isMeridiemAt(line, start) ? start + 2 : endOf(line, start, kind);
}

/** Where a word that is glued to the one before it begins, else its end. */
function seamOf(line: string, start: number, end: number, kind: number, known: Lexicon): number {
  if (kind === upper && end - start > 3) return seamAt(line, start, end, known);
  const isGlued = kind === lower && end - start > 2 && isMeridiemAt(line, start) && start > 0;
  const isBehindNumber = isGlued && classOf(line.charCodeAt(start - 1)) === digit;
  return isBehindNumber && !known.words.has(line.slice(start, end)) ? start + 2 : end;
}

/** Where the capitals of two words run together: `2:27AMEDT`, `9:14 SGTUPDATED`. */
function seamAt(line: string, start: number, end: number, known: Lexicon): number {
  const isMeridiem = line.charCodeAt(start + 1) === 77 && /[AP]/.test(line.charAt(start));
  if (!isMeridiem && (end - start < 8 || classOf(line.charCodeAt(end - 1)) !== upper)) return end;
  const whole = line.slice(start, end);
  if (!isMeridiem && known.words.has(foldedOf(whole))) return end;
  for (const length of isMeridiem ? [2] : headLengths) {
    const rest = known.words.get(foldedOf(whole.slice(length)));
    const head = known.words.get(foldedOf(whole.slice(0, length)));
    const isHead = isMeridiem || (head?.zone !== undefined && rest?.zone === undefined);
    if (isHead && (rest?.zone !== undefined || rest?.label !== undefined)) return start + length;
  }
  return end;
}

/** Letters of a zone's name in front of a label. */
const headLengths = [2, 3, 4];

/** Where the number or word ends that begins at `start`. */
function endOf(line: string, start: number, kind: number): number {
  let end = start + 1;
  const isAt = (one: number, other = one): boolean => {
    const at = end < line.length ? classOf(line.charCodeAt(end)) : 0;
    return at === one || at === other;
  };
  if (kind === digit || kind === unspaced || kind === combining) {
    while (isAt(kind)) end += 1;
    return end;
  }
  while (kind === upper && isAt(upper, combining)) end += 1;
  if (kind === upper && end > start + 1 && isAt(lower)) return end - 1;
  while (isAt(kind === upper ? lower : kind, combining)) end += 1;
  return end;
}

function lexemeOf(line: string, start: number, end: number, spaced: boolean, kind: number, known: Lexicon): Lexeme {
  const text = line.slice(start, end);
  if (kind === digit) {
    const value = text.length > 15 ? -1 : Number(text);
    return { kind: 'number', text, start, end, spaced, value, isUpper: false, isCut: false, entry: undefined };
  }
  if (kind === mark)
    return { kind: 'mark', text, start, end, spaced, value: -1, isUpper: false, isCut: false, entry: undefined };
  const folded = foldedOf(text);
  const isUpper = kind === upper && (end - start === 1 || classOf(line.charCodeAt(end - 1)) === upper);
  return {
    kind: 'word',
    text: folded,
    start,
    end,
    spaced,
    value: -1,
    isUpper,
    isCut: false,
    entry: known.words.get(folded),
  };
}

const hanDigits = '〇一二三四五六七八九';
const hanUnits = /^[年月日号號時时點点分秒]/;

/** Finds known words, the longest first, in a run of letters that has no spaces; what is between them is one word. */
function segment(line: string, from: number, to: number, spaced: boolean, known: Lexicon, lexemes: Lexeme[]): void {
  let unknownFrom = from;
  let index = from;
  const push = (start: number, end: number, found: Partial<Lexeme>): void => {
    const text = line.slice(start, end);
    lexemes.push({
      kind: 'word',
      text,
      start,
      end,
      spaced: spaced && start === from,
      value: -1,
      isUpper: false,
      isCut: false,
      entry: undefined,
      ...found,
    });
  };
  while (index < to) {
    const number = hanNumberAt(line, index);
    const length = number?.length ?? lengthOfWordAt(line, index, to, known);
    if (length === 0) {
      index += 1;
      continue;
    }
    if (index > unknownFrom) push(unknownFrom, index, {});
    if (number === undefined)
      push(index, index + length, { entry: known.words.get(line.slice(index, index + length)) });
    else push(index, index + length, { kind: 'number', text: String(number.value), value: number.value });
    index += length;
    unknownFrom = index;
  }
  if (to > unknownFrom) push(unknownFrom, to, {});
}

function lengthOfWordAt(line: string, index: number, to: number, known: Lexicon): number {
  const longest = known.longestUnspaced.get(line.charAt(index)) ?? 0;
  for (let length = Math.min(longest, to - index); length > 0; length -= 1) {
    const text = line.slice(index, index + length);
    if (known.words.has(text) || known.phrases.has(text)) return length;
  }
  return 0;
}

/** A number in Han characters before a unit: `二〇二一年`, `二十日`. */
function hanNumberAt(line: string, start: number): { readonly value: number; readonly length: number } | undefined {
  let end = start;
  while (end < start + 5 && /[〇零一二三四五六七八九十]/.test(line.charAt(end))) end += 1;
  if (end === start || !hanUnits.test(line.charAt(end))) return undefined;
  const written = line.slice(start, end).replaceAll('零', '〇');
  const [tens, ones, more] = written.split('十');
  if (more !== undefined) return undefined;
  const digits = (text: string): number => Number([...text].map((one) => hanDigits.indexOf(one)).join(''));
  if (ones === undefined) return { value: digits(written), length: end - start };
  return { value: (tens === '' || tens === undefined ? 1 : digits(tens)) * 10 + digits(ones), length: end - start };
}

const phraseMarks = new Set(['.', "'", '-', '(', ')']);

/** Joins the words of known phrases into one lexeme: `p. m.`, `terça-feira`, `Eastern Time`. */
function mergePhrases(lexemes: Lexeme[], known: Lexicon): Lexeme[] {
  if (!lexemes.some((lexeme) => lexeme.kind === 'word' && known.phrases.has(lexeme.text))) return lexemes;
  const merged: Lexeme[] = [];
  let index = 0;
  while (index < lexemes.length) {
    const first = lexemes[index];
    if (first === undefined) break;
    const phrases = first.kind === 'word' ? known.phrases.get(first.text) : undefined;
    let next = index + 1;
    for (const phrase of phrases ?? []) {
      const end = phraseEnd(lexemes, index, phrase.rest);
      if (end === undefined) continue;
      const last = lexemes[end - 1];
      const text = `${first.text} ${phrase.rest.join(' ')}`;
      merged.push({ ...first, text, end: last?.end ?? first.end, entry: phrase.entry });
      next = end;
      break;
    }
    if (next === index + 1) merged.push(first);
    index = next;
  }
  return merged;
}

function phraseEnd(lexemes: readonly Lexeme[], start: number, rest: readonly string[]): number | undefined {
  let index = start + 1;
  for (const word of rest) {
    let marks = 0;
    while (lexemes[index]?.kind === 'mark' && phraseMarks.has(lexemes[index]?.text ?? '') && marks < 2) {
      index += 1;
      marks += 1;
    }
    if (lexemes[index]?.text !== word) return undefined;
    index += 1;
  }
  return index;
}
