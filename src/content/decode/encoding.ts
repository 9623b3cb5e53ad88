import { analyse } from 'chardet';

/** How the letters of a file are written as bytes. */
export interface Encoding {
  /** As `TextDecoder` knows it. */
  readonly label: string;
  /** `shape` is UTF-16 told by where its zeros stand; `detected` is told by its letters, and may be wrong. */
  readonly from: 'utf-8' | 'mark' | 'shape' | 'declared' | 'detected';
}

/** As much of a file as is looked at. */
export const LOOKED_AT_BYTES = 65_536;
const MIN_ZERO_SHARE = 0.2;
/** A few zeros are those of a binary file. */
const MIN_ZEROS = 4;

/**
 * Tells the encoding of a file by its beginning: its byte order mark, the zeros of UTF-16, UTF-8 when it is good UTF-8,
 * what HTML or XML declares, and else by its letters. Undefined when none is clear, and for what is no text.
 */
export function findEncoding(bytes: Uint8Array): Encoding | undefined {
  const start = bytes.subarray(0, LOOKED_AT_BYTES);
  if (start[0] === 0xff && start[1] === 0xfe) return { label: 'utf-16le', from: 'mark' };
  if (start[0] === 0xfe && start[1] === 0xff) return { label: 'utf-16be', from: 'mark' };
  const shape = utf16Of(start);
  if (shape !== undefined) return { label: shape, from: 'shape' };
  if (start.includes(0)) return undefined;
  const declared = declaredIn(start);
  if (decoded('utf-8', start, start.length < bytes.length) !== undefined && declared !== 'iso-2022-jp') {
    return { label: 'utf-8', from: 'utf-8' };
  }
  if (declared !== undefined && decoded(declared, start, true) !== undefined) {
    return { label: declared, from: 'declared' };
  }
  const detected = looksLikeUtf8(start) ? undefined : detect(start);
  return detected === undefined ? undefined : { label: detected, from: 'detected' };
}

/** The text of some bytes; undefined when they are not of this encoding. `isCut` lets the last letter be cut off. */
export function decoded(label: string, bytes: Uint8Array, isCut: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: isCut });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** UTF-16 without a mark: the letters of ASCII have a zero on one side, and nothing has it on the other. */
function utf16Of(bytes: Uint8Array): string | undefined {
  if (!bytes.includes(0)) return undefined;
  let [even, odd] = [0, 0];
  for (const [at, byte] of bytes.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const least = Math.max(MIN_ZEROS, (bytes.length / 2) * MIN_ZERO_SHARE);
  const label = odd >= least && even === 0 ? 'utf-16le' : even >= least && odd === 0 ? 'utf-16be' : undefined;
  return label !== undefined && decoded(label, bytes, true) !== undefined ? label : undefined;
}

const DECLARATION = /<\?xml[^<>]*\bencoding\s*=\s*["']([\w.:-]+)|<meta\b[^<>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i;
const DECLARED_WITHIN = 2_048;
const LESS_THAN = 0x3c;

/** What the beginning of XML or HTML says, when it names an encoding that is known and is not UTF-8. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const beginning = bytes.subarray(0, DECLARED_WITHIN);
  if (!beginning.includes(LESS_THAN)) return undefined;
  const start = new TextDecoder('latin1').decode(beginning);
  const [, xml, html] = DECLARATION.exec(start) ?? [];
  const label = xml ?? html;
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    // Who can be read as ASCII and says UTF-16 was converted, and its declaration was not.
    return /^utf-/.test(encoding) ? undefined : encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const SEQUENCE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;
const HIGH = /[\x80-\xff]/g;

/** True for UTF-8 that is broken somewhere: most of its bytes above ASCII belong to good letters. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const high = text.match(HIGH)?.length ?? 0;
  const inLetters = (text.match(SEQUENCE) ?? []).reduce((sum, letter) => sum + letter.length, 0);
  return inLetters > high / 2;
}

/** Less is a guess. */
const MIN_CONFIDENCE = 25;
const MIN_BYTES = 12;

/** What is decoded otherwise than it is called: the encodings of Windows hold more than those of ISO. */
const WIDER: Readonly<Record<string, string>> = { 'ISO-8859-8': 'windows-1255', 'KOI8-R': 'koi8-u' };

/** The likeliest encoding that gives a text which reads like one. */
function detect(bytes: Uint8Array): string | undefined {
  if (bytes.length < MIN_BYTES) return undefined;
  const likely = analyse(bytes)
    .filter(({ confidence }) => confidence >= MIN_CONFIDENCE)
    .map(({ name }) => WIDER[name] ?? name);
  return [...likely, 'ibm866'].find((label) => {
    const text = isKnown(label) ? decoded(label, bytes, true) : undefined;
    return text !== undefined && readsLikeText(text, label === 'ibm866');
  });
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== 'utf-8';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const BEYOND_ASCII = /[^\p{ASCII}]/gu;
const USUAL =
  /[\p{L}\p{M}\p{N}\p{Sc}\p{Pd}\p{Pi}\p{Pf}„‚…•·§©®™°«»¿¡№、。・ー〜！？：；（）［］｛｝「」『』【】〈〉《》，．\u00a0\u00ad\u3000\u200b-\u200f]/u;
/** Fewer letters of another script can be those of any other as well. */
const MIN_SIGNS = 4;
const LATIN = /[\p{Script=Latin}\p{P}]/u;
const MAX_UNUSUAL_SHARE = 0.05;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const MIN_CYRILLIC_SHARE = 0.9;
const MIN_CYRILLIC = 10;
/** Half a word in one script and half in another: the bytes were letters of another encoding. */
const MIXED = /[A-Za-z][\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]/u;

function readsLikeText(text: string, isCyrillic: boolean): boolean {
  const signs = text.match(BEYOND_ASCII) ?? [];
  const unusual = signs.filter((sign) => !USUAL.test(sign)).length;
  if (signs.length === 0 || unusual > signs.length * MAX_UNUSUAL_SHARE || MIXED.test(text)) return false;
  if (signs.length < MIN_SIGNS && !signs.every((sign) => LATIN.test(sign))) return false;
  if (!isCyrillic) return true;
  const cyrillic = signs.filter((sign) => CYRILLIC.test(sign)).length;
  return cyrillic >= MIN_CYRILLIC && cyrillic > signs.length * MIN_CYRILLIC_SHARE;
}
