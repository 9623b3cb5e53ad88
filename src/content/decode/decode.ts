import { ContentError } from '../../model/errors.ts';
import { decoded, type Encoding, findEncoding } from './encoding.ts';

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

const isGoodBeginning = (bytes: Uint8Array): boolean => decoded('utf-8', bytes, true) !== undefined;

export interface Decoded {
  /** Every line ends with `\n`. */
  readonly text: string;
  /** What an author should know, when the encoding had to be detected. */
  readonly note?: string;
}

/** What is told of a file whose encoding was detected by its letters. */
const noteOf = ({ label, from }: Encoding): string | undefined =>
  from === 'detected'
    ? `the file is no UTF-8 and is read as ${label}, told by its letters; save it as UTF-8`
    : undefined;

/**
 * Turns the bytes of a file into text, whatever its line ends (all become `\n`): UTF-8 with or without a byte order mark,
 * UTF-16, what HTML or XML declares, and other encodings when they can be told by their letters.
 *
 * Throws ContentError with the line and the mend for an empty and a binary file, and for one that no encoding fits:
 * nothing is decoded with a letter missing.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new ContentError('the file is empty; write an article or remove it', 1);
  const encoding = findEncoding(bytes);
  const text = encoding === undefined ? undefined : decoded(encoding.label, bytes, false);
  if (encoding === undefined || text === undefined) throw undecodable(bytes, encoding);
  const nul = text.indexOf('\u0000');
  if (nul !== -1) throw new ContentError(BINARY, text.slice(0, nul).split(/\r\n|[\r\n]/).length);
  if (text.trim() === '')
    throw new ContentError('the file holds nothing but white space; write an article or remove it', 1);
  const note = noteOf(encoding);
  return { text: text.replace(/\r\n?/g, '\n'), ...(note === undefined ? {} : { note }) };
}

/**
 * The text of the beginning of a file that is read piece by piece, and the encoding of the rest. Throws ContentError as
 * `decode` does.
 */
export function decodeBeginning(bytes: Uint8Array): Decoded & Pick<Encoding, 'label'> {
  const encoding = findEncoding(bytes);
  const text = encoding === undefined ? undefined : decoded(encoding.label, bytes, true);
  if (encoding === undefined || text === undefined) throw undecodable(bytes, encoding);
  const note = noteOf(encoding);
  return { text: text.replace(/\r\n?/g, '\n'), label: encoding.label, ...(note === undefined ? {} : { note }) };
}

/** The text of a file alone. */
export const decodeText = (bytes: Uint8Array): string => decode(bytes).text;

const BINARY = 'the file is binary (it holds a NUL byte); save it as UTF-8 text, or move it out of the folder';

function undecodable(bytes: Uint8Array, encoding: Encoding | undefined): ContentError {
  if (encoding?.label.startsWith('utf-16') === true) {
    return new ContentError('the file is UTF-16 with half a letter in it; save it as UTF-8', 1);
  }
  const nul = bytes.indexOf(NUL);
  if (nul !== -1) return new ContentError(BINARY, lineOf(bytes, nul));
  const offset = firstBadByte(bytes);
  const value = bytes[offset]?.toString(16).padStart(2, '0');
  return new ContentError(`byte 0x${value} is not UTF-8; save the file as UTF-8`, lineOf(bytes, offset));
}
