/**
 * The shape of a line is the line without the values of its digits: `20 April 2021` has the shape of `03 April 1999`.
 * Lines of one shape have the same words, marks and numbers at the same places.
 */

const zero = 48;

const isDigit = (code: number): boolean => code >= zero && code <= 57;

/** A whole number for the shape of a line; two shapes seldom share one (FNV-1a). */
export function shapeHash(line: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    hash = Math.imul(hash ^ (isDigit(code) ? zero : code), 0x01000193);
  }
  return hash | 0;
}

/** True when two lines have one shape. */
export function haveOneShape(line: string, other: string): boolean {
  if (line.length !== other.length) return false;
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    const known = other.charCodeAt(index);
    if (code !== known && !(isDigit(code) && isDigit(known))) return false;
  }
  return true;
}

/** The number that the ASCII digits from `start` to `end` make. */
export function numberIn(line: string, start: number, end: number): number {
  let value = 0;
  for (let index = start; index < end; index += 1) value = value * 10 + line.charCodeAt(index) - zero;
  return value;
}
