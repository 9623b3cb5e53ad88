import { ContentError } from '../model/errors.ts';

const NUL = 0;
const LINE_FEED = 10;

/** The 1-based line on which a byte stands. */
function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1 && at < offset; at = bytes.indexOf(LINE_FEED, at + 1)) line += 1;
  return line;
}

/** The offset of the first byte that no UTF-8 text can hold there: the longest good beginning, found by halving. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isGoodBeginning(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

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
