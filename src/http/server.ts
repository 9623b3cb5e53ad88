import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Incoming } from './exchange.ts';

/** How long a client may take to send the head of a request, and how long a quiet connection is kept. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 15_000;
const KEEP_ALIVE_MS = 65_000;
const MAX_HEADER_BYTES = 16 * 1024;

export type Answer = (request: Request, bindings: { readonly incoming: Incoming }) => Response | Promise<Response>;

/** A web server, not yet listening, that hands each request to `answer`. Slow and swollen requests are cut off. */
export function createHttpServer(answer: Answer): Server {
  const limits = {
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Longer than the proxies before us keep theirs, so that they never send on a connection that is being closed.
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
  };
  return createServer(limits, getRequestListener(answer));
}
