import { createHash, timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import { readPushReport } from '../hub/push-report.ts';
import type { Site } from '../model/site.ts';
import { type Environment, type Exchange, fieldOf } from './exchange.ts';
import type { HubLimit } from './hub-limit.ts';
import { serveGetAt } from './methods.ts';
import { hubPage } from './pages/hub-page.ts';
import { PAGE_HEADERS } from './pages/page-headers.ts';
import { replyProblem } from './problem.ts';

export interface AdminRoutes {
  readonly site: Site;
  /** Undefined: there are no pages for operators. */
  readonly admin?: { readonly token: string; readonly limit: HubLimit } | undefined;
  readonly store: { readonly push: Parameters<typeof readPushReport>[0] };
}

const SHOWN = 100;

/** The page for operators; asks for the token as a password (Basic, any name) or as a Bearer token. Never kept. */
export function serveAdmin(app: Hono<Environment>, { site, admin, store }: AdminRoutes): void {
  if (admin === undefined) return;
  const { token, limit } = admin;
  serveGetAt(app, site, '/admin/hub', async (exchange) => {
    const accept = fieldOf(exchange, 'accept');
    const given = tokenIn(exchange);
    const waitSeconds = given === undefined ? undefined : limit.refuse(exchange);
    if (waitSeconds !== undefined) {
      const headers = { 'retry-after': String(waitSeconds) };
      const detail = `too many tries from your address; come again in ${waitSeconds} seconds`;
      return replyProblem(accept, site, { status: 429, detail, headers });
    }
    if (given === undefined || !isSame(given, token)) {
      const headers = { 'www-authenticate': 'Basic realm="Tagwire", charset="UTF-8", Bearer realm="Tagwire"' };
      return replyProblem(accept, site, { status: 401, detail: 'give ADMIN_TOKEN as the password', headers });
    }
    return reply(hubPage(site, await readPushReport(store.push, SHOWN)));
  });
}

function reply(page: string): Response {
  const headers = {
    ...PAGE_HEADERS,
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(Buffer.byteLength(page)),
    'cache-control': 'no-store',
  };
  return new Response(page, { headers });
}

/** RFC 6750 §2.1, or the password of RFC 7617 §2. */
function tokenIn(exchange: Exchange): string | undefined {
  const [, scheme = '', value = ''] =
    /^(bearer|basic) +([\w.~+/=-]+|\S+) *$/i.exec(fieldOf(exchange, 'authorization') ?? '') ?? [];
  if (scheme === '') return undefined;
  if (scheme.toLowerCase() === 'bearer') return value;
  const pair = Buffer.from(value, 'base64').toString();
  return pair.slice(pair.indexOf(':') + 1);
}

/** Takes as long whatever is equal. */
const isSame = (given: string, token: string): boolean => timingSafeEqual(digest(given), digest(token));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
