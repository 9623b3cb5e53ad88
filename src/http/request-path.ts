import type { Problem } from './problem.ts';

/** The longest canonical address is far shorter; what is longer was not made by a link of ours. */
const MAX_PATH_LENGTH = 2000;

/** The path of a request as it was sent, percent-encoded, without the path of the base address, where that stands. */
export function pathBelow(url: string, basePath: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  const end = url.indexOf('?', start);
  const path = url.slice(start, end === -1 ? undefined : end);
  return basePath !== '/' && path.startsWith(basePath) ? path.slice(basePath.length - 1) : path;
}

/** What keeps a path from being read at all: its length (RFC 9110 §15.5.15), or an escape that is none. */
export function faultOfPath(path: string): Problem | undefined {
  if (path.length > MAX_PATH_LENGTH) {
    return {
      status: 414,
      detail: `the address is ${path.length} characters long, at most ${MAX_PATH_LENGTH} are read`,
    };
  }
  if (!path.includes('%')) return undefined;
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
    if (!/[\u0000-\u001f\u007f]/.test(decodeURIComponent(path))) return undefined;
    return { status: 400, detail: 'the address holds a control character; copy it again from its page' };
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return {
      status: 400,
      detail: `the escapes of "${path}" are not UTF-8 in percent-encoding; copy the address again`,
    };
  }
}

/** A path in lower case, without trailing slashes: how every address here is spelt. Escapes stay as they are. */
export const usualSpelling = (path: string): string =>
  path
    .replace(/\/+$/, '')
    .replace(/%[0-9a-f]{2}|[^%]+/gi, (part) => (part.startsWith('%') ? part : part.toLowerCase())) || '/';
