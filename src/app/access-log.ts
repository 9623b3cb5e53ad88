import type { BlockList } from 'node:net';
import type { Fetch } from '../http/app.ts';
import { askerOf } from '../http/asker.ts';
import type { Incoming } from '../http/exchange.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';

export interface AccessLogOptions {
  readonly log: Pick<Logger, 'isLevelEnabled'> & { readonly debug: (line: object, message: string) => void };
  readonly metrics: Pick<Metrics, 'countAnswer'>;
  /** Networks whose word on the asker's address is taken. */
  readonly trusted: BlockList | undefined;
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
