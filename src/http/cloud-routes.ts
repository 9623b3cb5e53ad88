import type { BlockList } from 'node:net';
import type { Hono } from 'hono';
import type { CloudAnswer, CloudDoor } from '../hub/cloud-door.ts';
import type { Site } from '../model/site.ts';
import { askerOf } from './asker.ts';
import { type Environment, type Exchange, fieldOf } from './exchange.ts';
import type { HubLimit } from './hub-limit.ts';
import { redirectUnlessAt } from './redirect.ts';
import { answer, takeForm } from './subscriber-form.ts';

export interface CloudRoutes {
  readonly site: Site;
  /** Undefined where this server is no hub. */
  readonly hub?: { readonly cloud: CloudDoor; readonly limit: HubLimit } | undefined;
  readonly trusted?: BlockList | undefined;
}

const PATH = '/rsscloud/pleasenotify';
const ALLOW = 'GET, HEAD, POST, OPTIONS';

/** The address that RSS feeds name in `cloud`: takes the forms of rssCloud subscribers. */
export function serveCloud(app: Hono<Environment>, routes: CloudRoutes): void {
  const { site, hub } = routes;
  if (hub === undefined) return;
  app.all(PATH, async (exchange) => {
    const { method } = exchange.req;
    if (method === 'POST') return subscribe(exchange, hub.cloud, hub.limit, routes.trusted);
    if (method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow: ALLOW } });
    if (method !== 'GET' && method !== 'HEAD') {
      return answer(405, `${method} is not possible here; use POST`, { allow: ALLOW });
    }
    const text = `This is the rssCloud of the feeds of ${site.baseUrl}; subscribers send a form with port, path, protocol=http-post and url1`;
    return redirectUnlessAt(exchange, site, PATH) ?? answer(200, text);
  });
}

async function subscribe(
  exchange: Exchange,
  door: CloudDoor,
  limit: HubLimit,
  trusted: BlockList | undefined,
): Promise<Response> {
  const form = await takeForm(exchange, limit);
  if (form instanceof Response) return form;
  const { incoming } = exchange.env;
  const forwardedFor = trusted && incoming?.headers['x-forwarded-for']?.toString();
  const asker = askerOf(incoming?.socket.remoteAddress ?? '', forwardedFor, trusted);
  return replyResult(await door(form, asker), fieldOf(exchange, 'accept'));
}

/** 200 in any case: in this protocol the body says how it went. XML, or JSON for who asks for that. */
function replyResult({ isDone, text }: CloudAnswer, accept: string | undefined): Response {
  const isJson = accept !== undefined && /\bapplication\/json\b/i.test(accept) && !/\bxml\b/i.test(accept);
  const attribute = text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const body = isJson
    ? `${JSON.stringify({ success: isDone, msg: text })}\n`
    : `<?xml version="1.0"?>\n<notifyResult success="${isDone}" msg="${attribute}"/>\n`;
  return new Response(body, {
    headers: {
      'content-type': isJson ? 'application/json' : 'text/xml; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'cache-control': 'no-store',
      vary: 'Accept',
      'x-content-type-options': 'nosniff',
    },
  });
}
