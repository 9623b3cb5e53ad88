import { type IncomingMessage, Server, type ServerOptions as ServerLimits } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Instant } from '../model/instant.ts';
import { MAX_HEAD_BYTES, refuseUnreadable } from './client-errors.ts';
import type { Incoming, Outgoing } from './exchange.ts';
import { FastLane } from './fast-lane.ts';
import { createFront, type HotFeeds } from './hot-feeds.ts';
import { type Problem, problemDetails } from './problem.ts';

type Answer = (
  request: Request,
  bindings: { readonly incoming: Incoming; readonly outgoing: Outgoing },
) => Response | Promise<Response>;

/** What a handler returns that has answered by Node's own answer. */
export const ANSWERED = RESPONSE_ALREADY_SENT;

/** What is answered before anybody else is asked. */
export interface HotOptions {
  readonly feeds: HotFeeds;
  readonly countAnswer: (status: number) => void;
}

export interface ServerOptions {
  readonly now: () => Instant;
  readonly hot?: HotOptions;
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
export function createHttpServer(answer: Answer, options: ServerOptions): Server {
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
  const { hot, now } = options;
  const front = hot && createFront(hot.feeds, hot.countAnswer);
  const lane =
    hot && new FastLane({ ...hot, now, silentMs: limits.headersTimeout, keepAliveMs: limits.keepAliveTimeout });
  const server = new FeedServer(limits, lane).on('request', (incoming, outgoing) => {
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
  server.on('clientError', (error, socket) => refuseUnreadable(error, socket, now()));
  return server;
}

/** Node's own server, with the lane before it: what the lane does not answer comes in as if there was none. */
class FeedServer extends Server {
  readonly #lane: FastLane | undefined;

  constructor(options: ServerLimits, lane: FastLane | undefined) {
    super(options);
    this.#lane = lane;
    if (lane === undefined) return;
    const usual = this.listeners('connection');
    const handOver = (socket: Socket): void => {
      for (const listener of usual) listener.call(this, socket);
    };
    this.removeAllListeners('connection').on('connection', (socket: Socket) => lane.take(socket, handOver));
  }

  /** Asked for by `close`, too. */
  override closeIdleConnections(): void {
    super.closeIdleConnections();
    this.#lane?.closeIdle();
  }

  override closeAllConnections(): void {
    super.closeAllConnections();
    this.#lane?.closeAll();
  }
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
