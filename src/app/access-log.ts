import { type BlockList, isIP } from 'node:net';
import type { Fetch } from '../http/app.ts';
import type { Incoming } from '../http/exchange.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';

export interface AccessLogOptions {
  readonly log: Pick<Logger, 'isLevelEnabled'> & { readonly debug: (line: object, message: string) => void };
  readonly metrics: Pick<Metrics, 'countAnswer'>;
  /** Networks whose word on the asker's address is taken. */
  readonly trusted: BlockList | undefined;
}

const isTrusted = (address: string, trusted: BlockList): boolean =>
  trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** An address as it stands alone: without a port, without brackets, and not IPv4 inside of IPv6. */
const plain = (address: string): string =>
  address
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');

/**
 * The address that a request came from: the peer's, or, as long as the peer is a trusted proxy, the one that it names
 * last in X-Forwarded-For, and so on to the left. Some proxies name the port, too.
 */
export function askerOf(peer: string, forwardedFor: string | undefined, trusted: BlockList | undefined): string {
  let asker = plain(peer);
  if (trusted === undefined) return asker;
  for (const hop of (forwardedFor ?? '').split(',').map(plain).reverse()) {
    if (isIP(hop) === 0 || !isTrusted(asker, trusted)) break;
    asker = hop;
  }
  return asker;
}

/** Counts every answer, and writes a line about each when the level is `debug`; else it adds nothing to a request. */
export function withAccessLog(fetch: Fetch, { log, metrics, trusted }: AccessLogOptions) {
  const isLogging = log.isLevelEnabled('debug');
  const note = (response: Response, incoming: Incoming): Response => {
    metrics.countAnswer(response.status);
    if (isLogging) {
      const forwarded = incoming.headers['x-forwarded-for'];
      const asker = askerOf(incoming.socket.remoteAddress ?? '', forwarded?.toString(), trusted);
      const agent = incoming.headers['user-agent'];
      log.debug({ method: incoming.method, url: incoming.url, status: response.status, asker, agent }, 'answered');
    }
    return response;
  };
  return (request: Request, bindings: { readonly incoming: Incoming }): Response | Promise<Response> => {
    const answer = fetch(request, bindings);
    return answer instanceof Promise
      ? answer.then((response) => note(response, bindings.incoming))
      : note(answer, bindings.incoming);
  };
}
