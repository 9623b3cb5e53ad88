import type { ServerResponse } from 'node:http';
import { expect } from 'vitest';
import { until } from '../journeys/real-program.ts';
import { type LoopbackServer, listen, type Seen } from './loopback-server.ts';
import type { PushingSite } from './pushing-site.ts';

export interface Subscriber extends LoopbackServer {
  /** What the hub asked, oldest first: the parameters of each request. */
  readonly asked: readonly URLSearchParams[];
  /** What was delivered, oldest first. */
  readonly delivered: readonly Seen[];
}

/** What a subscriber does with a request; by default it echoes challenges and takes deliveries. */
export interface Habits {
  readonly verify?: (parameters: URLSearchParams, response: ServerResponse) => void;
  readonly take?: (seen: Seen, response: ServerResponse, count: number) => void;
  readonly host?: string;
}

/** The hub's own parameters are the last ones: the callback may have some of the same names. */
export const echo = (parameters: URLSearchParams, response: ServerResponse): void =>
  void response.end(parameters.getAll('hub.challenge').at(-1) ?? '');

/** A real subscriber: a server on loopback. */
export async function subscriber({ verify = echo, take, host }: Habits = {}): Promise<Subscriber> {
  const asked: URLSearchParams[] = [];
  const delivered: Seen[] = [];
  const server = await listen((seen, response) => {
    if (seen.method === 'GET') {
      const parameters = new URLSearchParams(seen.target.split('?')[1]);
      asked.push(parameters);
      verify(parameters, response);
      return;
    }
    delivered.push(seen);
    if (take === undefined) response.writeHead(204).end();
    else take(seen, response, delivered.length);
  }, host);
  return { ...server, asked, delivered };
}

/** Subscribes and waits until it holds. */
export async function subscribed(
  site: PushingSite,
  callback: string,
  path: string,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const before = (await site.events()).length;
  const answer = await site.ask({
    'hub.mode': 'subscribe',
    'hub.topic': site.topic(path),
    'hub.callback': callback,
    ...more,
  });
  expect([answer.status, await answer.text()]).toEqual([202, expect.any(String)]);
  await until(async () => (await site.events()).length > before);
  expect((await site.events())[0]?.what).toMatch(/^(?:subscribed|renewed)$/);
}
