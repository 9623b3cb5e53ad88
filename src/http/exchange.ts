import type { IncomingHttpHeaders } from 'node:http';
import type { Context } from 'hono';
import type { Address } from './request-path.ts';

/** What we look at of Node's own request. */
export interface Incoming {
  readonly headers: IncomingHttpHeaders;
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly socket: { readonly remoteAddress?: string | undefined; readonly destroySoon?: () => void };
}

/** What we use of Node's own answer, for one that goes on for long. */
export interface Outgoing {
  readonly destroyed: boolean;
  readonly writableEnded: boolean;
  readonly writableLength: number;
  readonly writableNeedDrain: boolean;
  writeHead(status: number, fields: Record<string, string>): unknown;
  write(chunk: Uint8Array): unknown;
  end(done: () => void): unknown;
  destroy(): unknown;
  once(event: 'close' | 'drain', listener: () => void): unknown;
  off(event: 'close' | 'drain', listener: () => void): unknown;
}

/** What a request is, besides its `Request`. */
export interface Environment {
  Bindings: {
    /** Node's own request; undefined in tests without a socket. */
    readonly incoming: Incoming | undefined;
    readonly outgoing: Outgoing | undefined;
    /** As it was sent. `exchange.req.path` is its usual spelling. */
    readonly address: Address;
  };
}
export type Exchange = Context<Environment>;

/** One field of a request, from Node's parsed ones where there are some: many times cheaper than a `Headers` object. */
export function fieldIn(request: Request, incoming: Incoming | undefined, name: string): string | undefined {
  if (incoming === undefined) return request.headers.get(name) ?? undefined;
  const value = incoming.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

export const fieldOf = ({ req, env }: Exchange, name: string): string | undefined =>
  fieldIn(req.raw, env.incoming, name);

/** One segment of the path in its usual spelling, still percent-encoded. */
export const segmentOf = ({ req }: Exchange, index: number): string => req.path.split('/')[index + 1] ?? '';
