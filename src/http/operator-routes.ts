import type { Hono } from 'hono';
import type { Site } from '../model/site.ts';
import type { Environment } from './exchange.ts';
import { serveGet } from './methods.ts';

export interface OperatorRoutes {
  readonly site: Site;
  /** The folder has been read: what is served is what is there. */
  readonly isReady: () => boolean;
  /** The metrics in Prometheus' text format. */
  readonly metrics: () => Promise<{ readonly text: string; readonly contentType: string }>;
}

const NEVER_CACHED = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** The addresses for operators: alive, ready, and the figures. */
export function serveOperators(app: Hono<Environment>, { site, isReady, metrics }: OperatorRoutes): void {
  const plain = (status: number, text: string): Response =>
    new Response(text, { status, headers: { ...NEVER_CACHED, 'content-type': 'text/plain; charset=utf-8' } });
  serveGet(app, site, '/livez', () => plain(200, 'alive\n'));
  serveGet(app, site, '/readyz', () => (isReady() ? plain(200, 'ready\n') : plain(503, 'the folder is being read\n')));
  serveGet(app, site, '/metrics', async () => {
    const { text, contentType } = await metrics();
    return new Response(text, { status: 200, headers: { ...NEVER_CACHED, 'content-type': contentType } });
  });
}
