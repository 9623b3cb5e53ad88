import { quoted } from '../model/selection-reader.ts';
import type { Problem } from './problem.ts';

/** What RFC 9110 §4.1 wants everybody to read; no link of ours is longer but for selections that nobody types. */
const MAX_LENGTH = 8_000;

/** What a request asks for, as it was sent: percent-encoded, not decoded, not tidied. */
export interface Address {
  /** Below the path of the base address. Begins with a slash, but is empty for the base address without its last slash. */
  readonly path: string;
  /** With its `?`; empty without one. */
  readonly query: string;
}

/** Cuts an address out of an absolute URL. A proxy may have taken off the path of the base address, or not. */
export function readAddress(url: string, basePath: string): Address {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  const mark = url.indexOf('?', start);
  const end = mark === -1 ? url.length : mark;
  const query = url.slice(end);
  const isBelow = basePath !== '/' && url.startsWith(basePath.slice(0, -1), start);
  const below = isBelow ? url.slice(start + basePath.length - 1, end) : undefined;
  const path = below === '' || below?.startsWith('/') ? below : url.slice(start, end);
  return { path, query };
}

/** What keeps an address from being read at all: its length (RFC 9110 §15.5.15), or signs that none can hold. */
export function faultOf({ path, query }: Address): Problem | undefined {
  const length = path.length + query.length;
  if (length > MAX_LENGTH) {
    return { status: 414, detail: `the address is ${length} characters long, at most ${MAX_LENGTH} are read` };
  }
  if (path.includes('#')) {
    return { status: 400, detail: `${quoted(path)} holds a "#", which is not sent; write %23 for one in a name` };
  }
  if (!path.includes('%')) return undefined;
  try {
    if (!/\p{Cc}/u.test(decodeURIComponent(path))) return undefined;
    return { status: 400, detail: 'the address holds a control character; copy it again from its page' };
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return {
      status: 400,
      detail: `the escapes of ${quoted(path)} are not UTF-8 in percent-encoding; copy the address again`,
    };
  }
}

/** An escape, or a run of what needs none. */
const ESCAPE_OR_RUN = /%[0-9a-f]{2}|[^%]+/gi;
/** RFC 3986 §2.3: means the same with and without its escape. */
const UNRESERVED = /[\w.~-]/;
/** A capital outside of an escape, a small letter in one, an escape without need, a slash at the end: few addresses. */
const UNUSUAL = /(?<!%.?)[A-Z]|%.?[a-f]|%(?:2[DE]|3\d|[46][1-9A-F]|[57][\dA]|5F|7E)|.\/$|^$/;

/**
 * The spelling of a path by which it finds its route: lower case, no slash at the end, no escape without need, escapes
 * in upper case (RFC 3986 §6.2.2). `/TAGS/Tides%2erss/` is `/tags/tides.rss`.
 */
export function usualSpelling(path: string): string {
  if (!UNUSUAL.test(path)) return path;
  const spelt = path.replace(ESCAPE_OR_RUN, (part) => {
    if (!part.startsWith('%')) return part.toLowerCase();
    const sign = String.fromCharCode(Number.parseInt(part.slice(1), 16));
    return UNRESERVED.test(sign) ? sign.toLowerCase() : part.toUpperCase();
  });
  return spelt.replace(/\/+$/, '') || '/';
}
