import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { ContentError } from '../../model/errors.ts';
import { LOOKED_AT_BYTES } from './encoding.ts';

const PIECE_BYTES = 1024 * 1024;

/** The bytes of a file piece by piece; each is overwritten by the next. Throws what the file system throws. */
function* bytesOfFile(place: string): Iterable<Uint8Array> {
  const file = openSync(place, 'r');
  try {
    const buffer = new Uint8Array(PIECE_BYTES);
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) yield buffer.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

/** What can be known of a file without holding it. */
export function lookAtFile(place: string): { readonly hash: string; readonly beginning: Uint8Array } {
  const hash = createHash('sha256');
  let beginning: Uint8Array | undefined;
  for (const piece of bytesOfFile(place)) {
    beginning ??= piece.slice(0, LOOKED_AT_BYTES + 1);
    hash.update(piece);
  }
  return { hash: hash.digest('hex'), beginning: beginning ?? new Uint8Array() };
}

/** The text of a file piece by piece, every line end a `\n`. Throws ContentError for bytes that are not of its encoding. */
export function* textOfFile(place: string, label: string): Iterable<string> {
  const decoder = new TextDecoder(label, { fatal: true });
  let before = '';
  let line = 1;
  const read = (decode: () => string): string => {
    try {
      return decode();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new ContentError(`from here on the file is not ${label}; save it as UTF-8`, line, { cause: error });
    }
  };
  for (const bytes of bytesOfFile(place)) {
    const text = `${before}${read(() => decoder.decode(bytes, { stream: true }))}`;
    // A carriage return at the end may be half a line end.
    before = text.endsWith('\r') ? '\r' : '';
    const piece = text.slice(0, text.length - before.length).replace(/\r\n?/g, '\n');
    yield piece;
    for (let at = piece.indexOf('\n'); at !== -1; at = piece.indexOf('\n', at + 1)) line += 1;
  }
  yield `${before.replace('\r', '\n')}${read(() => decoder.decode())}`;
}

/** The lines of a text that comes in pieces. */
export function* linesOf(pieces: Iterable<string>): Iterable<string> {
  let rest = '';
  for (const piece of pieces) {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
