import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** One connection to a port of this machine, on which requests go one after another. */
export interface KeptConnection extends Disposable {
  /** Sends these pieces as they are, with a rest between them, and answers when each request in them was answered. */
  ask(pieces: readonly string[]): Promise<string>;
  /** Resolves when the server has ended the connection. */
  readonly closed: Promise<unknown>;
  readonly socket: Socket;
}

const REST_MS = 5;

/** Opens a connection that stays open. */
export async function keepConnection(port: number): Promise<KeptConnection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let seen = '';
  socket.on('data', (bytes: Buffer) => {
    seen += bytes.toString('latin1');
  });
  socket.on('error', () => socket.destroy());
  const closed = once(socket, 'close');
  await once(socket, 'connect');
  return {
    socket,
    closed,
    ask: async (pieces) => {
      seen = '';
      const methods = methodsOf(pieces.join(''));
      for (const [place, piece] of pieces.entries()) {
        if (place > 0) await new Promise((resolve) => setTimeout(resolve, REST_MS));
        socket.write(piece, 'latin1');
      }
      while (countAnswers(seen, methods) < methods.length && !socket.closed) {
        await Promise.race([once(socket, 'data'), closed]);
      }
      return seen;
    },
    [Symbol.dispose]: () => socket.destroy(),
  };
}

/** The methods of the requests that these bytes are, as whoever means well reads them; one where none can be read. */
function methodsOf(bytes: string): readonly string[] {
  const methods: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\r\n\r\n', at);
    if (end === -1) break;
    const head = bytes.slice(at, end);
    const [method] = /^[a-z]+(?= )/im.exec(head) ?? [];
    if (method !== undefined) methods.push(method);
    at = end + 4 + Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
  }
  return methods.length === 0 ? [''] : methods;
}

/** How many whole answers these bytes are; each has a length or no body. */
function countAnswers(bytes: string, methods: readonly string[]): number {
  let at = 0;
  for (let count = 0; ; count += 1) {
    const end = bytes.indexOf('\r\n\r\n', at);
    if (end === -1) return count;
    const head = bytes.slice(at, end);
    const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
    at = end + 4 + (/^HTTP\/1\.1 304 /.test(head) || methods[count] === 'HEAD' ? 0 : length);
    if (at > bytes.length) return count;
  }
}
