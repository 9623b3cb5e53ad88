import type { Hono } from 'hono';
import { hubAddress } from '../feeds/addresses.ts';
import type { CloudDoor } from '../hub/cloud-door.ts';
import type { Subscribing } from '../hub/subscribing.ts';
import { readFeedPath } from '../model/feed-key.ts';
import type { Site } from '../model/site.ts';
import type { Environment, Exchange } from './exchange.ts';
import type { HubLimit } from './hub-limit.ts';
import { redirectUnlessAt } from './redirect.ts';
import { readAddress } from './request-path.ts';
import { answer, takeForm } from './subscriber-form.ts';

export interface HubRoutes {
  readonly site: Site;
  /** Undefined where this server is no hub: then there is nothing at its address. */
  readonly hub?: { readonly subscribing: Subscribing; readonly cloud: CloudDoor; readonly limit: HubLimit } | undefined;
}

const ALLOW = 'GET, HEAD, POST, OPTIONS';
/** The address of the hub (WebSub §5.1): takes the forms of subscribers, and tells people what it is. Answers in plain text. */
export function serveHub(app: Hono<Environment>, { site, hub }: HubRoutes): void {
  if (hub === undefined) return;
  const { subscribing, limit } = hub;
  app.all('/hub', async (exchange) => {
    const { method } = exchange.req;
    if (method === 'POST') return subscribe(app, exchange, site, subscribing, limit);
    if (method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow: ALLOW } });
    if (method !== 'GET' && method !== 'HEAD') {
      return answer(405, `${method} is not possible here; use POST`, { allow: ALLOW });
    }
    return (
      redirectUnlessAt(exchange, site, '/hub') ??
      answer(
        200,
        `This is the WebSub hub of the feeds of ${site.baseUrl}; subscribers send a POST to ${hubAddress(site)}`,
      )
    );
  });
}

async function subscribe(
  app: Hono<Environment>,
  exchange: Exchange,
  site: Site,
  subscribing: Subscribing,
  limit: HubLimit,
): Promise<Response> {
  const form = await takeForm(exchange, limit);
  if (form instanceof Response) return form;
  const { status, text } = await subscribing(form, (topic) => canonicalOf(app, site, topic));
  return answer(status, text, status === 503 ? { 'retry-after': '300' } : {});
}

/** The self of the feed at some address of ours, found as a reader would find it: by asking there. */
async function canonicalOf(app: Hono<Environment>, site: Site, topic: string): Promise<string | undefined> {
  let url = URL.parse(topic);
  // One of our own addresses in another spelling leads to the one; that answers.
  for (let hops = 0; hops < 2 && url !== null; hops += 1) {
    const address = readAddress(`${url.origin}${url.pathname}`, new URL(site.baseUrl).pathname);
    const response = await app.fetch(new Request(url.href, { method: 'HEAD' }), { incoming: undefined, address });
    const self = /<([^>]*)>; rel="self"/.exec(response.headers.get('link') ?? '')?.[1];
    if (self?.startsWith(site.baseUrl) === true) {
      return readFeedPath(self.slice(site.baseUrl.length)) === undefined ? undefined : self;
    }
    url = URL.parse(response.headers.get('location') ?? '', url.href);
    if (response.status !== 308) return undefined;
  }
  return undefined;
}
