import { classOf, combining, digit, lower, mark, space, unspaced, upper } from './character-classes.ts';
import { type Entry, fold } from './entry.ts';
import { type Lexicon, lexicon } from './lexicon.ts';

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

/** A word as it was written, folded, and what the lexicon knows of it. */
type Word = { readonly text: string; readonly entry: Entry | undefined; readonly beginsPhrase: boolean };

/** Words by their written form, as pages repeat theirs, and the lexicon that told of them. */
const metWords = new Map<string, Word>();
let metIn: Lexicon | undefined;
const maxMetWords = 20_000;
const maxMetLength = 24;

function wordOf(written: string, known: Lexicon): Word {
  if (metIn !== known || metWords.size >= maxMetWords) metWords.clear();
  metIn = known;
  const met = metWords.get(written);
  if (met !== undefined) return met;
  const text = fold(written);
  const word = { text, entry: known.words.get(text), beginsPhrase: known.phrases.has(text) };
  if (written.length <= maxMetLength) metWords.set(written, word);
  return word;
}

/** Cuts a cleaned line into lexemes. `PublishedApr 20` and `02:27GMTUpdated` are cut where the case says so. */
export function lex(line: string): Lexeme[] {
  const known = lexicon(line);
  const lexemes: Lexeme[] = [];
  let beginsPhrase = false;
  let spaced = false;
  let index = 0;
  while (index < line.length) {
    const kind = classOf(line.charCodeAt(index));
    if (kind === space) {
      spaced = true;
      index += 1;
      continue;
    }
    let end = index + 1;
    if (kind === mark) lexemes.push(markAt(line, index, spaced));
    else if (kind === digit) {
      end = endOf(line, index, kind);
      lexemes.push(numberAt(line, index, end, spaced));
    } else if (kind === unspaced) {
      end = endOf(line, index, kind);
      beginsPhrase = segment(line, index, end, spaced, known, lexemes) || beginsPhrase;
    } else {
      end = endAt(line, index, kind, lexemes[lexemes.length - 1]);
      const seam = seamOf(line, index, end, kind, known);
      beginsPhrase = pushWord(line, index, seam, spaced, kind, known, lexemes) || beginsPhrase;
      if (seam < end) beginsPhrase = pushWord(line, seam, end, false, kind, known, lexemes) || beginsPhrase;
    }
    spaced = false;
    index = end;
  }
  return beginsPhrase ? mergePhrases(lexemes, known) : lexemes;
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
  if (!isMeridiem && wordOf(whole, known).entry !== undefined) return end;
  for (const length of isMeridiem ? [2] : headLengths) {
    const rest = wordOf(whole.slice(length), known).entry;
    const head = wordOf(whole.slice(0, length), known).entry;
    const isHead = isMeridiem || (head?.zone !== undefined && rest?.zone === undefined);
    if (isHead && (rest?.zone !== undefined || rest?.label !== undefined)) return start + length;
  }
  return end;
}

/** Letters of a zone's name in front of a label. */
const headLengths = [2, 3, 4];

/** Where the number or word ends that begins at `start`. */
function endOf(line: string, start: number, kind: number): number {
  if (kind === digit || kind === unspaced || kind === combining) return pastAll(line, start + 1, kind, kind);
  const end = kind === upper ? pastAll(line, start + 1, upper, combining) : start + 1;
  if (kind === upper && end > start + 1 && end < line.length && classOf(line.charCodeAt(end)) === lower) return end - 1;
  return pastAll(line, end, kind === upper ? lower : kind, combining);
}

/** Where the run of characters of one class or another ends. */
function pastAll(line: string, start: number, one: number, other: number): number {
  let end = start;
  while (end < line.length) {
    const kind = classOf(line.charCodeAt(end));
    if (kind !== one && kind !== other) break;
    end += 1;
  }
  return end;
}

function markAt(line: string, start: number, spaced: boolean): Lexeme {
  const text = line.charAt(start);
  return {
    kind: 'mark',
    text,
    start,
    end: start + 1,
    spaced,
    value: -1,
    isUpper: false,
    isCut: false,
    entry: undefined,
  };
}

function numberAt(line: string, start: number, end: number, spaced: boolean): Lexeme {
  const text = line.slice(start, end);
  const value = text.length > 15 ? -1 : Number(text);
  return { kind: 'number', text, start, end, spaced, value, isUpper: false, isCut: false, entry: undefined };
}

/** True when the word begins a known phrase. */
function pushWord(
  line: string,
  start: number,
  end: number,
  spaced: boolean,
  kind: number,
  known: Lexicon,
  lexemes: Lexeme[],
): boolean {
  const { text, entry, beginsPhrase } = wordOf(line.slice(start, end), known);
  const isUpper = kind === upper && (end - start === 1 || classOf(line.charCodeAt(end - 1)) === upper);
  lexemes.push({ kind: 'word', text, start, end, spaced, value: -1, isUpper, isCut: false, entry });
  return beginsPhrase;
}

const hanDigits = '〇一二三四五六七八九';
const hanNumerals = `${hanDigits}零十`;
const hanUnits = /^[年月日号號時时點点分秒]/;

/**
 * Finds known words, the longest first, in a run of letters that has no spaces; what is between them is one word.
 * True when one of them begins a known phrase.
 */
function segment(line: string, from: number, to: number, spaced: boolean, known: Lexicon, lexemes: Lexeme[]): boolean {
  let unknownFrom = from;
  let index = from;
  let beginsPhrase = false;
  while (index < to) {
    const number = hanNumberAt(line, index);
    const length = number?.length ?? lengthOfWordAt(line, index, to, known);
    const end = index + length;
    if (length > 0) {
      if (index > unknownFrom)
        lexemes.push(partAt(line, unknownFrom, index, spaced && unknownFrom === from, undefined));
      const part = partAt(line, index, end, spaced && index === from, known);
      beginsPhrase ||= known.phrases.has(part.text);
      const isNumber = number !== undefined;
      lexemes.push(
        isNumber
          ? { ...part, kind: 'number', text: String(number.value), value: number.value, entry: undefined }
          : part,
      );
      unknownFrom = end;
    }
    index = Math.max(end, index + 1);
  }
  if (to > unknownFrom) lexemes.push(partAt(line, unknownFrom, to, spaced && unknownFrom === from, undefined));
  return beginsPhrase;
}

/** A part of a run without spaces, as the lexicon knows it. */
function partAt(line: string, start: number, end: number, spaced: boolean, known: Lexicon | undefined): Lexeme {
  const text = line.slice(start, end);
  const entry = known?.words.get(text);
  return { kind: 'word', text, start, end, spaced, value: -1, isUpper: false, isCut: false, entry };
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
  while (end < start + 5 && end < line.length && hanNumerals.includes(line.charAt(end))) end += 1;
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
