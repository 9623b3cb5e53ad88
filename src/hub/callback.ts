import { quoted } from '../model/selection-reader.ts';

/** An address to send to, in the parts that a request is made of. */
export interface Callback {
  /** As it was given, byte for byte. */
  readonly url: string;
  /** Scheme, host and port, in their normal form: `http://127.0.0.2:8080`. */
  readonly origin: string;
  /** Name or address without a port and without brackets, in its normal form. */
  readonly host: string;
  /** Path and query, byte for byte as they were given. Begins with a slash. */
  readonly target: string;
}

/** As many characters as every software reads (RFC 9110 §4.1), less what a verification adds. */
const MAX_LENGTH = 7_000;

/** Scheme, authority, the rest up to a fragment. A backslash would be a slash to some and a letter to others. */
const PARTS = /^https?:\/\/([^/?#\\@]+)([^#]*)/i;

/**
 * Reads the address of a callback. Its query is part of its name and must come back as it was given (WebSub §5.1.1), so
 * nothing of it is decoded, sorted or written anew. Answers what is wrong with it in words instead.
 */
export function readCallback(text: string): Callback | { readonly problem: string } {
  if (text.length > MAX_LENGTH) {
    return { problem: `it is ${text.length} characters long, at most ${MAX_LENGTH} are possible` };
  }
  if (!/^[\x21-\x7e]*$/.test(text)) return { problem: `${quoted(text)} holds signs that must be percent-encoded` };
  const [, authority, rest = ''] = PARTS.exec(text) ?? [];
  const url = URL.parse(text);
  if (authority === undefined || url === null || url.username !== '' || url.password !== '' || rest.includes('\\')) {
    return { problem: `${quoted(text)} is no web address; write one such as https://reader.example.org/callback` };
  }
  return {
    url: text,
    origin: url.origin,
    host: url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, ''),
    target: rest.startsWith('/') ? rest : `/${rest}`,
  };
}

/** The same with more parameters at the end of its query (WebSub §5.3); those that it has stay as they are. */
export function withParameters({ target, ...callback }: Callback, parameters: URLSearchParams): Callback {
  const sign = target.includes('?') ? (/[?&]$/.test(target) ? '' : '&') : '?';
  return { ...callback, target: `${target}${sign}${parameters.toString()}` };
}
