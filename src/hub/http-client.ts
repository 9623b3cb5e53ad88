import { isIP } from 'node:net';
import { Agent, buildConnector, type Dispatcher, errors } from 'undici';
import { PROGRAM } from '../model/program.ts';
import { type AddressGuard, guardedLookup, type Lookup, RefusedAddressError } from './address-guard.ts';
import type { Callback } from './callback.ts';
import type { Message, Reply } from './message.ts';

export interface HttpClientOptions {
  /** For callbacks of strangers. Those that the operator named in the settings may lead anywhere. */
  readonly guard: AddressGuard;
  /** From the beginning of a request to the end of its answer. */
  readonly timeoutMs: number;
  /** Connections to one origin at a time. */
  readonly connectionsPerHost: number;
  /** How names are looked up; the system's way when nothing is said. */
  readonly lookup?: Lookup;
}

export interface HttpClient {
  /** Sends once; never throws, and follows no redirect. `isTrusted`: the operator named the callback. */
  send(callback: Callback, message: Message, isTrusted?: boolean): Promise<Reply>;
  /** Ends all that is under way. */
  close(): Promise<void>;
}

/** So much of an answer is read; the connection of a longer one is closed. */
const MAX_ANSWER_BYTES = 65_536;
const MAX_HEAD_BYTES = 16_384;
/** Longer than the gaps in a fan-out, shorter than most servers keep a connection. */
const KEEP_ALIVE_MS = 4_000;

const USER_AGENT = PROGRAM.url
  ? `${PROGRAM.name}/${PROGRAM.version} (+${PROGRAM.url})`
  : `${PROGRAM.name}/${PROGRAM.version}`;

/** Opens the client. Each origin has a pool of connections, which is let go of when it rests. */
export function openHttpClient({ guard, timeoutMs, connectionsPerHost, lookup }: HttpClientOptions): HttpClient {
  const limits: Agent.Options = {
    connections: connectionsPerHost,
    pipelining: 1,
    allowH2: false,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxHeaderSize: MAX_HEAD_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
  };
  const guarded = new Agent({ ...limits, connect: guardedConnector(guard, timeoutMs, lookup) });
  const trusted = new Agent({ ...limits, connect: { timeout: timeoutMs } });
  return {
    send: (callback, message, isTrusted = false) => send(isTrusted ? trusted : guarded, callback, message, timeoutMs),
    close: async () => {
      await Promise.all([guarded.destroy(), trusted.destroy()]);
    },
  };
}

/** Asks the guard before a connection is opened, by name or by address, and once more when it stands. */
function guardedConnector(
  guard: AddressGuard,
  timeoutMs: number,
  lookup: Lookup | undefined,
): buildConnector.connector {
  const connect = buildConnector({ timeout: timeoutMs, lookup: guardedLookup(guard, lookup) });
  return (options, callback) => {
    const host = options.hostname.replace(/^\[(.*)\]$/, '$1');
    // Node looks addresses up by no function: those are looked at here.
    if (isIP(host) !== 0 && !guard(host)) return callback(new RefusedAddressError(host, []), null);
    connect(options, (...result) => {
      // On an error there is no second, whatever the types say.
      const socket = result[1] ?? undefined;
      if (socket !== undefined && !guard(socket.remoteAddress ?? '')) {
        socket.destroy();
        return callback(new RefusedAddressError(host, [socket.remoteAddress ?? 'closed']), null);
      }
      callback(...result);
    });
  };
}

async function send(
  agent: Agent,
  { origin, target }: Callback,
  { method, headers, body }: Message,
  timeoutMs: number,
): Promise<Reply> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeoutMs);
  try {
    const answer = await agent.request({
      origin,
      path: target,
      method,
      headers: { 'user-agent': USER_AGENT, ...headers },
      body: body ?? null,
      signal: late.signal,
    });
    return { kind: 'answered', status: answer.statusCode, ...(await readStart(answer.body)) };
  } catch (error) {
    return { kind: 'unanswered', reason: reasonOf(error, late.signal.aborted, timeoutMs) };
  } finally {
    clearTimeout(timer);
  }
}

/** A body that breaks off or hangs takes nothing away from the status before it. */
async function readStart(
  body: Dispatcher.ResponseData['body'],
): Promise<{ readonly body: string; readonly isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let isWhole = true;
  try {
    for await (const chunk of body) {
      if (!(chunk instanceof Uint8Array)) continue;
      chunks.push(chunk);
      bytes += chunk.byteLength;
      // Leaving the loop destroys the stream and its connection.
      if (bytes > MAX_ANSWER_BYTES) break;
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    isWhole = false;
  }
  const text = Buffer.concat(chunks).subarray(0, MAX_ANSWER_BYTES).toString();
  return { body: text, isWhole: isWhole && bytes <= MAX_ANSWER_BYTES };
}

function reasonOf(error: unknown, isLate: boolean, timeoutMs: number): string {
  if (isLate || error instanceof errors.HeadersTimeoutError || error instanceof errors.ConnectTimeoutError) {
    return `no answer within ${timeoutMs / 1000} seconds`;
  }
  if (!(error instanceof Error)) throw error;
  const causes = error instanceof AggregateError ? error.errors : [error];
  const [first] = causes;
  return first instanceof Error && first.message !== '' ? first.message : error.name;
}
