import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as a server on loopback saw it. */
export interface Seen {
  readonly method: string;
  /** As it stood in the request line. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  /** `performance.now()` when it was there whole. */
  readonly at: number;
}

export interface LoopbackServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly seen: readonly Seen[];
  close(): Promise<void>;
}

/** Starts a server on an address of this machine, until the end of the test. */
export async function listen(
  answer: (seen: Seen, response: ServerResponse) => void,
  host = '127.0.0.1',
): Promise<LoopbackServer> {
  const seen: Seen[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('error', () => undefined);
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers, rawHeaders } = request;
      const one = { method, target: url, headers, rawHeaders, body: Buffer.concat(chunks), at: performance.now() };
      seen.push(one);
      answer(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  onTestFinished(close);
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, port, seen, close };
}
