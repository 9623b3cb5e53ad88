import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { createHttpServer, type ServerOptions } from '../../src/http/server.ts';
import { LATER, type ServedSite } from './served-site.ts';

export interface RawServer extends AsyncDisposable {
  /** Sends these bytes on a connection of their own and answers all that comes back until its end. */
  send(bytes: string | Buffer): Promise<string>;
  readonly port: number;
}

/** Serves a site on a free port of this machine. */
export async function listen(
  { fetch }: Pick<ServedSite, 'fetch'>,
  options: Partial<ServerOptions> = {},
): Promise<RawServer> {
  const server = createHttpServer(fetch, { now: () => LATER, ...options });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    send: (bytes) =>
      new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
        const chunks: Buffer[] = [];
        socket.on('data', (chunk) => chunks.push(chunk));
        // A server that does not read to the end resets the connection; what came before that counts.
        socket.on('error', () => socket.destroy());
        socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
      }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export interface RawAnswer {
  readonly status: number;
  /** In lower case; a field that comes twice is joined with a bar. */
  readonly fields: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Reads one answer from the wire; what follows the head is its body. */
export function readAnswer(wire: string): RawAnswer {
  const end = wire.indexOf('\r\n\r\n');
  const [line = '', ...lines] = wire.slice(0, end).split('\r\n');
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(line)?.[1];
  if (end === -1 || status === undefined) throw new Error(`no answer: ${JSON.stringify(wire.slice(0, 200))}`);
  const fields: Record<string, string> = {};
  for (const field of lines) {
    const colon = field.indexOf(':');
    const name = field.slice(0, colon).toLowerCase();
    const value = field.slice(colon + 1).trim();
    fields[name] = fields[name] === undefined ? value : `${fields[name]}|${value}`;
  }
  return { status: Number(status), fields, body: wire.slice(end + 4) };
}

/** The text of a request that closes its connection. */
export const request = (line: string, ...fields: readonly string[]): string =>
  `${[`${line} HTTP/1.1`, ...(fields.some((field) => /^host:/i.test(field)) ? [] : ['Host: quay.example.org']), 'Connection: close', ...fields].join('\r\n')}\r\n\r\n`;
