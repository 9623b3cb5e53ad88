import type { IncomingHttpHeaders } from 'node:http';
import type { Context } from 'hono';

/** What we look at of Node's own request. */
export interface Incoming {
  readonly headers: IncomingHttpHeaders;
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** Behind node-server the bindings hold Node's own request; in tests without a socket they are empty. */
export interface Environment {
  Bindings: { readonly incoming?: Incoming };
}
export type Exchange = Context<Environment>;

/** One field of a request, from Node's parsed ones where there are some: many times cheaper than a `Headers` object. */
export function fieldOf(exchange: Exchange, name: string): string | undefined {
  const incoming = exchange.env?.incoming;
  if (incoming === undefined) return exchange.req.header(name);
  const value = incoming.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** The query of a request with its `?`, as it was sent; empty without one. */
export function queryOf(exchange: Exchange): string {
  const { url } = exchange.req;
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
}

/** One segment of the path as it was sent, still percent-encoded. */
export function segmentOf(path: string, index: number): string {
  return path.split('/')[index + 1] ?? '';
}

/** Undoes percent-encoding once. Paths with malformed escapes were turned away at the door. */
export const decodeSegment = (segment: string): string => decodeURIComponent(segment);
