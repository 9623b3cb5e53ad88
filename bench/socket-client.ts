import { connect } from 'node:net';
import { z } from 'zod';
import { tell } from './parent.ts';
import { responseCounter } from './response-counter.ts';

const LOAD = z.object({
  url: z.url(),
  fields: z.record(z.string(), z.string()),
  connections: z.number().int().positive(),
  seconds: z.number().positive(),
});

/** One connection: sends the request again as soon as its answer is there. Resolves when told to stop and answered. */
function keepAsking(url: URL, request: Buffer, isOver: () => boolean, note: (tookMs: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    const complete = responseCounter();
    let askedAt = 0;
    const ask = (): void => {
      askedAt = performance.now();
      socket.write(request);
    };
    socket.once('connect', ask);
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`${url.href}: the server closed a connection`)));
    socket.on('data', (chunk) => {
      try {
        if (complete(chunk) === 0) return;
      } catch (error) {
        socket.destroy();
        reject(error);
        return;
      }
      note(performance.now() - askedAt);
      if (!isOver()) return ask();
      resolve();
      socket.destroy();
    });
  });
}

process.once('message', async (message) => {
  const { url, fields, connections, seconds } = LOAD.parse(message);
  const target = new URL(url);
  const lines = Object.entries({ Host: target.host, ...fields }).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(`GET ${target.pathname}${target.search} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1');
  const tookMs: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  const isOver = (): boolean => performance.now() >= end;
  await Promise.all(
    Array.from({ length: connections }, () => keepAsking(target, request, isOver, (took) => void tookMs.push(took))),
  );
  const elapsedMs = performance.now() - start;
  tookMs.sort((a, b) => a - b);
  await tell({
    requests: tookMs.length,
    perSecond: (tookMs.length / elapsedMs) * 1000,
    medianMs: tookMs[Math.floor(tookMs.length * 0.5)] ?? Number.NaN,
    slowMs: tookMs[Math.floor(tookMs.length * 0.99)] ?? Number.NaN,
  });
});
process.once('disconnect', () => process.exit());
