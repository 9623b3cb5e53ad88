/** What a plain request for a feed says. */
export interface Asked {
  acceptEncoding: string | undefined;
  ifNoneMatch: string | undefined;
  /** If-Modified-Since, which counts only without If-None-Match (RFC 9110 §13.2.2). */
  hasOtherCondition: boolean;
  /** X-Forwarded-For, all of it. */
  forwardedFor: string | undefined;
}

/** The hosts that node-server takes as they are; it reads others as part of an address. */
const PLAIN_HOST = /^[a-z0-9._-]+(?::(?:[1-5]\d{3,4}|[6-9]\d{3}))?$/;

/** Fields that bring other answers than the usual ones, or a body to be read. */
const UNUSUAL: ReadonlySet<string> = new Set([
  'a-im',
  'content-length',
  'expect',
  'if-match',
  'if-range',
  'if-unmodified-since',
  'range',
  'transfer-encoding',
  'upgrade',
]);
/** The lengths of all names that matter: most others are passed over by theirs. */
const LENGTHS: ReadonlySet<number> = new Set(
  ['host', 'accept-encoding', 'if-none-match', 'if-modified-since', 'x-forwarded-for', ...UNUSUAL].map(
    (name) => name.length,
  ),
);

/** Reads the fields that answers depend on (names and values by turns); undefined when one is out of the ordinary. */
export function readAsked(rawHeaders: readonly string[]): Asked | undefined {
  const asked: Asked = {
    acceptEncoding: undefined,
    ifNoneMatch: undefined,
    hasOtherCondition: false,
    forwardedFor: undefined,
  };
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const written = rawHeaders[at] ?? '';
    if (!LENGTHS.has(written.length)) continue;
    const name = written.toLowerCase();
    const value = rawHeaders[at + 1] ?? '';
    if (name === 'host') {
      hosts += 1;
      if (!PLAIN_HOST.test(value)) return undefined;
    } else if (name === 'accept-encoding') {
      if (asked.acceptEncoding !== undefined) return undefined;
      asked.acceptEncoding = value;
    } else if (name === 'if-none-match') {
      if (asked.ifNoneMatch !== undefined) return undefined;
      asked.ifNoneMatch = value;
    } else if (name === 'if-modified-since') asked.hasOtherCondition = true;
    else if (name === 'x-forwarded-for') {
      asked.forwardedFor = asked.forwardedFor === undefined ? value : `${asked.forwardedFor}, ${value}`;
    } else if (UNUSUAL.has(name)) return undefined;
  }
  return hosts === 1 ? asked : undefined;
}
