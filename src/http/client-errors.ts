import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Instant } from '../model/instant.ts';
import { httpDate } from '../time/instant.ts';
import { ALLOW } from './methods.ts';
import { type Problem, problemDetails } from './problem.ts';

/** The most that the head of a request may weigh. */
export const MAX_HEAD_BYTES = 16 * 1024;

/** What Node's parser tells of a request that it gave up. */
interface ParseError extends Error {
  readonly code?: string;
  /** The bytes that came last, … */
  readonly rawPacket?: Uint8Array;
  /** … and how many of them could be read. */
  readonly bytesParsed?: number;
}

type Refusal = Problem | { readonly movedTo: string };

const METHOD_NOT_KNOWN = /^[\w!#$%&'*+.^`|~-]+ [^ ]+ HTTP\/1\.[01]\r?$/;
const LONG_LINE = new RegExp(`^[A-Z]+ .{${MAX_HEAD_BYTES - 100},}`);
/** Not `//`: what follows that is the name of a host. */
const UNESCAPED_PATH = /^(?:GET|HEAD) (\/(?!\/)[\x21\x23-\x5b\x5d-\x7e\x80-\xff]*) HTTP\/1\.[01]\r?$/;

/** The answer to a request that ended before it could be read, by the code of Node's error and the line it happened in. */
function refusalOf(code: string | undefined, line: string): Refusal {
  switch (code) {
    case 'HPE_INVALID_URL': {
      // Letters of another script, sent without escapes: several readers send what was typed.
      const target = UNESCAPED_PATH.exec(line)?.[1];
      if (target !== undefined) return { movedTo: target.replace(/[\x80-\xff]/g, escapeByte) };
      return { status: 400, detail: 'the address holds signs that none can hold; write them in percent-encoding' };
    }
    case 'HPE_HEADER_OVERFLOW':
      return LONG_LINE.test(line)
        ? { status: 414, detail: 'the address is too long to be read' }
        : { status: 431, detail: 'the fields of the request are too large; send fewer or shorter ones' };
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return { status: 413, detail: 'the chunks of the request say too much about themselves' };
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, detail: 'the request took too long to come; send it again' };
    case 'HPE_INVALID_METHOD':
      return METHOD_NOT_KNOWN.test(line)
        ? { status: 405, detail: 'nobody knows this method; use GET', headers: { allow: ALLOW } }
        : { status: 400, detail: 'this is no request of HTTP/1.1' };
    default:
      return { status: 400, detail: 'the request cannot be read; it breaks the rules of HTTP/1.1 (RFC 9112)' };
  }
}

const escapeByte = (byte: string): string => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`;

/** The line of the request in which the parser stopped. */
function lineOf({ rawPacket = new Uint8Array(), bytesParsed = 0 }: ParseError): string {
  const text = Buffer.from(rawPacket).toString('latin1');
  const start = text.lastIndexOf('\n', bytesParsed - 1) + 1;
  return text.slice(start).split('\n', 1)[0] ?? '';
}

/** Answers a request that Node could not read, and closes the connection: where the next request begins is unknown. */
export function refuseUnreadable(error: ParseError, socket: Duplex, now: Instant | undefined): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = refusalOf(error.code, lineOf(error));
  const { status, headers, body } =
    'movedTo' in refusal
      ? { status: 308, headers: { location: refusal.movedTo, 'content-length': '0' }, body: '' }
      : problemDetails(refusal);
  const date = now === undefined ? {} : { date: httpDate(now) };
  const fields = Object.entries({ ...headers, ...date, connection: 'close' });
  const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${head}\r\n${body}`);
}
