import type { Socket } from 'node:net';
import type { Instant } from '../model/instant.ts';
import { httpDate } from '../time/instant.ts';
import { type Asked, readAsked } from './asked.ts';
import { refuseUnreadable } from './client-errors.ts';
import type { Hot, HotFeeds } from './hot-feeds.ts';
import type { Fields } from './prepared-fields.ts';

export interface LaneOptions {
  readonly feeds: HotFeeds;
  readonly countAnswer: (status: number) => void;
  readonly now: () => Instant;
  /** How long a new connection may be silent, … */
  readonly silentMs: number;
  /** … and for how long one is kept between two requests, as answers say, or while nothing of an answer is taken. */
  readonly keepAliveMs: number;
}

interface PlainRequest {
  readonly url: string;
  readonly asked: Asked;
}

/** Longer heads are nothing that a feed reader sends. */
const MAX_HEAD_BYTES = 2_048;
/** A part of RFC 9112 of which no two parsers think differently: no bodies, no folded lines, no odd signs. */
const PLAIN_HEAD = /^GET (\/[!-~]*) HTTP\/1\.1\r\n((?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t -~]*\r\n)+)\r\n$/;
/** A reader sends the same head each time. */
const MAX_KNOWN = 1_000;
const SECOND_MS = 1_000;

/**
 * Answers plain requests for feeds on the bare connection: ready bytes from memory to the socket, or made so first.
 * Node's own request and answer cost several times what is left.
 *
 * It answers one thing: exactly one plain request that came in one piece while nothing was under way. At anything else
 * the connection goes over to Node's own server, with what has just come, for good. So nothing is ever read twice or in
 * two ways: where a request begins and ends is beyond doubt, or not decided here.
 */
export class FastLane {
  readonly #options: LaneOptions;
  readonly #sockets = new Set<Socket>();
  readonly #known = new Map<string, PlainRequest>();
  readonly #heads = new WeakMap<Fields, Head>();
  readonly #end: string;

  constructor(options: LaneOptions) {
    this.#options = options;
    this.#end = `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(options.keepAliveMs / SECOND_MS)}\r\n\r\n`;
  }

  /** Takes a new connection, until `handOver` gets it with its first bytes that are for someone else. */
  take(socket: Socket, handOver: (socket: Socket) => void): void {
    const { silentMs, keepAliveMs, now, feeds } = this.#options;
    const peer = socket.remoteAddress;
    let isNew = true;
    const passOn = (bytes: Buffer): void => {
      leave();
      handOver(socket);
      socket.unshift(bytes);
    };
    const send = (hot: Hot): void => {
      if (isNew) socket.setTimeout(keepAliveMs + SECOND_MS);
      isNew = false;
      this.#send(socket, hot);
    };
    const onData = (bytes: Buffer): void => {
      const request = socket.writableLength === 0 ? this.#read(bytes) : undefined;
      const hot = request && feeds.find(request.url, request.asked, peer);
      if (hot !== undefined) {
        send(hot);
        return;
      }
      const making = request && feeds.make(request.url, request.asked, peer);
      if (making === undefined) {
        passOn(bytes);
        return;
      }
      // What comes meanwhile waits.
      socket.pause();
      const goOn = (made: Hot | undefined): void => {
        if (socket.destroyed) return;
        if (made === undefined) passOn(bytes);
        else send(made);
        socket.resume();
      };
      // A fault is told by the usual way, which meets it, too.
      making.then(goOn, () => goOn(undefined));
    };
    const onTimeout = (): void => {
      if (isNew) refuseUnreadable(Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket, now());
      // Who has taken nothing of an answer for so long never will: waiting until it is sent would be for ever.
      if (socket.writableLength > 0 && !isNew) socket.destroy();
      else socket.destroySoon();
    };
    const onEnd = (): void => void socket.end();
    const onError = (): void => void socket.destroy();
    const onClose = (): void => void this.#sockets.delete(socket);
    const leave = (): void => {
      onClose();
      socket.setTimeout(0);
      socket
        .off('data', onData)
        .off('timeout', onTimeout)
        .off('end', onEnd)
        .off('error', onError)
        .off('close', onClose);
    };
    this.#sockets.add(socket);
    socket.setTimeout(silentMs);
    socket.on('data', onData).on('timeout', onTimeout).on('end', onEnd).on('error', onError).on('close', onClose);
  }

  /** Ends the connections on which nothing is being sent; the others when they have sent it. */
  closeIdle(): void {
    for (const socket of this.#sockets) socket.destroySoon();
  }

  closeAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #read(bytes: Buffer): PlainRequest | undefined {
    if (bytes.byteLength > MAX_HEAD_BYTES) return undefined;
    const head = bytes.toString('latin1');
    const known = this.#known.get(head);
    if (known !== undefined) return known;
    const request = readPlain(head);
    if (request === undefined) return undefined;
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(head, request);
    return request;
  }

  #send(socket: Socket, { status, fields, body }: Hot): void {
    const head = this.#headOf(status, fields);
    if (body === undefined) socket.write(head);
    else {
      socket.cork();
      socket.write(head);
      socket.write(body);
      socket.uncork();
    }
    this.#options.countAnswer(status);
  }

  /** Written once a second: all that is said before the body, as Node says it. */
  #headOf(status: Hot['status'], fields: Fields): Buffer {
    const now = this.#options.now();
    const second = Math.floor(now / SECOND_MS);
    const known = this.#heads.get(fields);
    if (known?.second === second) return known.bytes;
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
    const text = `HTTP/1.1 ${PHRASES[status]}\r\n${lines.join('')}Date: ${httpDate(now)}\r\n${this.#end}`;
    const bytes = Buffer.from(text, 'latin1');
    this.#heads.set(fields, { second, bytes });
    return bytes;
  }
}

interface Head {
  readonly second: number;
  readonly bytes: Buffer;
}

const PHRASES: Readonly<Record<Hot['status'], string>> = { 200: '200 OK', 304: '304 Not Modified' };

/** The one request of these bytes, if there is exactly one and nothing about it is unusual. */
function readPlain(head: string): PlainRequest | undefined {
  const [, url, fields] = PLAIN_HEAD.exec(head) ?? [];
  if (url === undefined || fields === undefined) return undefined;
  const rawHeaders = fields
    .split('\r\n')
    .slice(0, -1)
    .flatMap((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    });
  const isKept = rawHeaders.every(
    (name, at) => at % 2 === 1 || name.toLowerCase() !== 'connection' || /^keep-alive$/i.test(rawHeaders[at + 1] ?? ''),
  );
  const asked = isKept ? readAsked(rawHeaders) : undefined;
  return asked && { url, asked };
}
