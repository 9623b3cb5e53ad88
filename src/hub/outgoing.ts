import { isIP } from 'node:net';
import { RefusedAddressError } from './address-guard.ts';
import type { Callback } from './callback.ts';
import type { HttpClient, HttpClientOptions } from './http-client.ts';

/** The only way out of the house: what strangers or the operator want to be told goes out here. */
export interface Outgoing extends HttpClient {
  /** Says why a callback can never be sent to: it names an address that is not allowed. */
  refuse(callback: Callback): string | undefined;
}

/** Opens the way out. The client behind it is loaded when there is something to send: most servers start without. */
export function openOutgoing(options: HttpClientOptions): Outgoing {
  let client: Promise<HttpClient> | undefined;
  const opened = (): Promise<HttpClient> => {
    client ??= import('./http-client.ts').then(({ openHttpClient }) => openHttpClient(options));
    return client;
  };
  return {
    send: async (callback, message, isTrusted) => (await opened()).send(callback, message, isTrusted),
    refuse: ({ host }) => {
      const isLocal = /(?:^|\.)localhost$/i.test(host);
      const addresses = isLocal ? ['127.0.0.1', '::1'] : isIP(host) === 0 ? [] : [host];
      if (addresses.length === 0 || addresses.some(options.guard)) return undefined;
      return new RefusedAddressError(host, addresses).message;
    },
    close: async () => (await client)?.close(),
  };
}
