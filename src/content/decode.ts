import { ContentError } from '../model/errors.ts';

const NUL = 0;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The 1-based line on which a byte stands; a line ends with LF, CR LF or a lone CR. */
function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at += 1) {
    const ends = bytes[at] === CARRIAGE_RETURN ? bytes[at + 1] !== LINE_FEED : bytes[at] === LINE_FEED;
    if (ends) line += 1;
  }
  return line;
}

/** True for the byte order mark of UTF-16, either way round. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** The offset at which the first sequence begins that is no UTF-8: after the longest good beginning, found by halving. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isGoodBeginning(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  // The good beginning may end inside a letter: the byte that leads it is the one to name.
  const tail = [...bytes.subarray(Math.max(0, good - LONGEST_UNFINISHED), good)].reverse();
  const back = tail.findIndex((byte) => byte >= LEAST_LEAD);
  return back !== -1 && back + 1 < lengthOf(tail[back] ?? 0) ? good - back - 1 : good;
}

const LONGEST_UNFINISHED = 3;
const LEAST_LEAD = 0xc2;

/** How many bytes the letter has that this byte leads. */
const lengthOf = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);

function isGoodBeginning(bytes: Uint8Array): boolean {
  try {
    // With `stream` a character that is cut off at the end is no fault.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/**
 * Turns the bytes of a file into text: UTF-8, with or without a byte order mark, any line ends (all become `\n`).
 * Throws ContentError with the line and the mend for an empty, a binary and a wrongly encoded file.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new ContentError('the file is empty; write an article or remove it', 1);
  if (isUtf16(bytes)) throw new ContentError('the file is UTF-16; save it as UTF-8', 1);
  const nul = bytes.indexOf(NUL);
  if (nul !== -1) {
    const message = 'the file is binary (it holds a NUL byte); save it as UTF-8 text, or move it out of the folder';
    throw new ContentError(message, lineOf(bytes, nul));
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const offset = firstBadByte(bytes);
    const value = bytes[offset]?.toString(16).padStart(2, '0');
    throw new ContentError(`byte 0x${value} is not UTF-8; save the file as UTF-8`, lineOf(bytes, offset), {
      cause: error,
    });
  }
  if (text.trim() === '')
    throw new ContentError('the file holds nothing but white space; write an article or remove it', 1);
  return text.replace(/\r\n?/g, '\n');
}
