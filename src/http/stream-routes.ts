import type { BlockList } from 'node:net';
import type { Hono } from 'hono';
import { feedAddress, pageAddress } from '../feeds/addresses.ts';
import type { Wire } from '../hub/live-listener.ts';
import type { LiveStreams } from '../hub/live-streams.ts';
import { RequestError } from '../model/errors.ts';
import { streamPath } from '../model/feed-key.ts';
import { ALL, type Selection } from '../model/selection.ts';
import { quoted } from '../model/selection-reader.ts';
import type { Site } from '../model/site.ts';
import type { Store } from '../store/store.ts';
import { askerOf, isPublic } from './asker.ts';
import { type Environment, type Exchange, fieldOf, type Incoming, type Outgoing } from './exchange.ts';
import { serveGet } from './methods.ts';
import { type Problem, replyProblem } from './problem.ts';
import { redirectUnlessAt } from './redirect.ts';
import { ANSWERED } from './server.ts';

export interface StreamRoutes {
  readonly site: Site;
  readonly store: Pick<Store, 'readFeed'>;
  /** Undefined: there are no streams. */
  readonly streams?: LiveStreams | undefined;
  /**
   * How many streams one address may have open; 0 is without limit. Undefined: 50 for addresses of the public internet,
   * and no limit for the others, behind which a proxy may stand that nobody named in TRUSTED_PROXIES.
   */
  readonly listenersPerAddress?: number | undefined;
  readonly trusted?: BlockList | undefined;
}

const USUAL_PER_ADDRESS = 50;
const RETRY_SECONDS = '30';

/** The stream of everything; those of terms stand beside their pages. */
export function serveStreams(app: Hono<Environment>, routes: StreamRoutes): void {
  serveGet(app, routes.site, `/${streamPath(ALL)}`, (exchange) => serveStream(exchange, ALL, routes));
}

/** Answers with the changes of a selection as they come (WHATWG HTML §9.2), until one of both goes. */
export function serveStream(
  exchange: Exchange,
  selection: Selection,
  routes: StreamRoutes,
): Response | Promise<Response> {
  const path = streamPath(selection);
  return redirectUnlessAt(exchange, routes.site, `/${path}`) ?? stream(exchange, selection, path, routes);
}

async function stream(exchange: Exchange, selection: Selection, path: string, routes: StreamRoutes): Promise<Response> {
  const { site, store, streams, trusted } = routes;
  if (streams === undefined) throw new RequestError(404, 'this server has no streams (STREAM_LISTENERS is 0)');
  if ((await store.readFeed(selection, 1)) === undefined) {
    throw new RequestError(404, `there is no article and no tag for ${quoted(`/${path}`)}; see the list of tags`);
  }
  const fields = fieldsOf(site, selection);
  const { incoming, outgoing } = exchange.env;
  if (exchange.req.method === 'HEAD' || outgoing === undefined) return new Response(null, { headers: fields });
  const forwardedFor = trusted && incoming?.headers['x-forwarded-for']?.toString();
  const asker = askerOf(incoming?.socket.remoteAddress ?? '', forwardedFor, trusted);
  const refused = refusal(asker, streams, routes.listenersPerAddress);
  if (refused !== undefined) return replyProblem(fieldOf(exchange, 'accept'), site, refused);
  outgoing.writeHead(200, fields);
  const gone = streams.open(
    { selection, path, asker, lastEventId: lastEventIdOf(exchange) },
    wireOf(outgoing, incoming?.socket),
  );
  outgoing.once('close', gone);
  return ANSWERED;
}

function refusal(asker: string, streams: LiveStreams, perAddress: number | undefined): Problem | undefined {
  const headers = { 'retry-after': RETRY_SECONDS, 'access-control-expose-headers': 'Retry-After' };
  if (streams.isFull) {
    return {
      status: 503,
      detail: `as many listen as this server takes; come again in ${RETRY_SECONDS} seconds`,
      headers,
    };
  }
  const limit = perAddress ?? (isPublic(asker) ? USUAL_PER_ADDRESS : 0);
  if (limit === 0 || streams.listenersOf(asker) < limit) return undefined;
  return { status: 429, detail: `your address has ${limit} streams open, and more it cannot have; close one`, headers };
}

const fieldsOf = (site: Site, selection: Selection): Record<string, string> => ({
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // For nginx and those who learned it from there: nothing is to be held back.
  'x-accel-buffering': 'no',
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  link: `<${feedAddress(site, { selection, format: 'json' })}>; rel="alternate"; type="application/feed+json", <${pageAddress(site, selection)}>; rel="alternate"; type="text/html"`,
});

/** Browsers send the field when they come back, but a page cannot when it begins: for that there is the parameter. */
function lastEventIdOf(exchange: Exchange): string | undefined {
  const field = fieldOf(exchange, 'last-event-id');
  if (field !== undefined && field !== '') return field;
  return new URLSearchParams(exchange.env.address.query).get('lastEventId') || undefined;
}

/** What a stream needs of Node's own answer. */
const wireOf = (outgoing: Outgoing, socket: Pick<Incoming['socket'], 'destroySoon'> | undefined): Wire => ({
  get queuedBytes() {
    return outgoing.writableLength;
  },
  get isFull() {
    return outgoing.writableNeedDrain;
  },
  send: (chunk) => {
    if (!outgoing.writableEnded) outgoing.write(chunk);
  },
  drained: () =>
    new Promise((resolve) => {
      if (outgoing.destroyed) return resolve();
      const done = (): void => {
        outgoing.off('drain', done);
        outgoing.off('close', done);
        resolve();
      };
      outgoing.once('drain', done);
      outgoing.once('close', done);
    }),
  // The connection with it: a server that stops waits for all of them.
  end: () => void outgoing.end(() => socket?.destroySoon?.()),
  cut: () => void outgoing.destroy(),
});
