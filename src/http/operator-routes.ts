import type { Hono } from 'hono';
import type { Site } from '../model/site.ts';
import type { Environment } from './exchange.ts';
import { serveGetAt } from './methods.ts';

export interface OperatorRoutes {
  readonly site: Site;
  /** The folder has been read: what is served is what is there. */
  readonly isReady: () => boolean;
  /** The metrics in Prometheus' text format. */
  readonly metrics: () => Promise<{ readonly text: string; readonly contentType: string }>;
}

/** What an answer says before the folder has been read for the first time: how many seconds to wait. */
export const NOT_READY = { 'retry-after': '2' };

/** Addresses that are answered even then. */
export const ALWAYS_OPEN: ReadonlySet<string> = new Set(['/livez', '/readyz', '/metrics']);

/** The addresses for operators: alive, ready, and the figures. Never cached. */
export function serveOperators(app: Hono<Environment>, { site, isReady, metrics }: OperatorRoutes): void {
  const answer = (status: number, text: string, more: Readonly<Record<string, string>>): Response =>
    new Response(text, {
      status,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-length': String(Buffer.byteLength(text)),
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        ...more,
      },
    });
  serveGetAt(app, site, '/livez', () => answer(200, 'alive\n', {}));
  serveGetAt(app, site, '/readyz', () =>
    isReady() ? answer(200, 'ready\n', {}) : answer(503, 'the folder is being read\n', NOT_READY),
  );
  serveGetAt(app, site, '/metrics', async () => {
    const { text, contentType } = await metrics();
    return answer(200, text, { 'content-type': contentType });
  });
}
