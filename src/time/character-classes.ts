import { isUnspaced } from './scripts.ts';

/** What a UTF-16 code unit is to the lexer. */
export const digit = 1;
export const lower = 2;
export const upper = 3;
const letter = 4;
export const unspaced = 5;
export const space = 6;
export const mark = 7;
/** A combining mark belongs to the letter before it, whatever that is. */
export const combining = 8;

/** The class of every UTF-16 code unit that was met so far. */
const classes = new Uint8Array(0x10000);

/** The class of a UTF-16 code unit; looked up once for each, as lines are made of the same few. */
export function classOf(code: number): number {
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
