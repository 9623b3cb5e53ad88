/** A part of a file, its last byte included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** What a `Range` field asks of a file: a part, all of it (undefined), or what is not there. */
export type AskedRange = ByteRange | 'beyond' | undefined;

const ONE_RANGE = /^bytes\s*=\s*(?:(?<first>\d{1,16})-(?<last>\d{0,16})|-(?<suffix>\d{1,16}))$/i;

/**
 * Reads a `Range` field (RFC 9110 §14.1.2, §14.2) for a file of `size` bytes. Several ranges, another unit and what
 * cannot be read are passed over, as §14.2 allows: then all of it is sent. `beyond`: nothing of it is there (416).
 */
export function readRange(field: string | undefined, size: number): AskedRange {
  const groups = field === undefined ? undefined : ONE_RANGE.exec(field.trim())?.groups;
  if (groups === undefined) return undefined;
  const { first, last, suffix } = groups;
  if (suffix !== undefined) {
    const length = Math.min(Number(suffix), size);
    return length === 0 ? 'beyond' : { first: size - length, last: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return undefined;
  return start >= size ? 'beyond' : { first: start, last: end };
}
