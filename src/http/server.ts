import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener, RequestError } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Instant } from '../model/instant.ts';
import { MAX_HEAD_BYTES, refuseUnreadable } from './client-errors.ts';
import type { Incoming, Outgoing } from './exchange.ts';
import { type Problem, problemDetails } from './problem.ts';

type Answer = (
  request: Request,
  bindings: { readonly incoming: Incoming; readonly outgoing: Outgoing },
) => Response | Promise<Response>;

/** What a handler returns that has answered by Node's own answer. */
export const ANSWERED = RESPONSE_ALREADY_SENT;

/** Answers what it has ready on Node's own request and answer. */
export type Front = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

export interface ServerOptions {
  /** For the Date of answers to requests that cannot be read; without it these have none. */
  readonly now?: () => Instant;
  /** Is offered every request first; answers true when it has answered it, and touches nothing when not. */
  readonly front?: Front;
  /** How long a client may take to send the head of a request, … */
  readonly headersTimeoutMs?: number;
  /** … and all of it. */
  readonly requestTimeoutMs?: number;
  /** How often it is looked after them. */
  readonly checkEveryMs?: number;
  /** How long a connection is kept between two requests. */
  readonly keepAliveMs?: number;
  /** How long one may stand still while an answer is being sent. */
  readonly idleMs?: number;
}

/** A web server, not yet listening, that hands each request to `answer`. Slow and swollen requests are cut off. */
export function createHttpServer(answer: Answer, options: ServerOptions = {}): Server {
  const listener = getRequestListener(answer, {
    // HTTP/1.0 knows no Host; no answer depends on it.
    hostname: 'localhost',
    errorHandler: (error) => replyFault(error instanceof RequestError ? UNREADABLE : OUR_FAULT),
  });
  const limits = {
    headersTimeout: options.headersTimeoutMs ?? 10_000,
    requestTimeout: options.requestTimeoutMs ?? 15_000,
    connectionsCheckingInterval: options.checkEveryMs ?? 2_000,
    // Longer than the proxies before us keep theirs, so that they never send on a connection that is being closed.
    keepAliveTimeout: options.keepAliveMs ?? 65_000,
    maxHeaderSize: MAX_HEAD_BYTES,
    // Looked at here, so that the answer says what is wrong.
    requireHostHeader: false,
  };
  const { front } = options;
  const server = createServer(limits, (incoming, outgoing) => {
    if (front?.(incoming, outgoing) === true) return;
    if (!hasOneHost(incoming)) {
      const { status, headers, body } = problemDetails(NOT_ONE_HOST);
      outgoing.writeHead(status, { ...headers, connection: 'close' }).end(body);
      return;
    }
    // Who asks about the whole server (RFC 9110 §9.3.7) is answered by its root.
    if (incoming.url === '*' && incoming.method === 'OPTIONS') incoming.url = '/';
    void listener(incoming, outgoing);
  });
  server.timeout = options.idleMs ?? 60_000;
  server.on('clientError', (error, socket) => refuseUnreadable(error, socket, options.now?.()));
  return server;
}

const NOT_ONE_HOST: Problem = { status: 400, detail: 'a request of HTTP/1.1 has one Host field (RFC 9112 §3.2)' };
const UNREADABLE: Problem = { status: 400, detail: 'the address or the Host field of the request cannot be read' };
const OUR_FAULT: Problem = { status: 500, detail: 'the fault is ours' };

function replyFault(problem: Problem): Response {
  const { status, headers, body } = problemDetails(problem);
  return new Response(body, { status, headers });
}

/** Node's own record of fields shows the first Host alone. */
function hasOneHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.length === 4 && /^host$/i.test(name)).length;
  return hosts === 1 || (hosts === 0 && httpVersion === '1.0');
}
