import { Hono } from 'hono';
import { RequestError } from '../model/errors.ts';
import { quoted } from '../model/selection-reader.ts';
import { type AdminRoutes, serveAdmin } from './admin-routes.ts';
import { serveArchives } from './archive-routes.ts';
import { serveCloud } from './cloud-routes.ts';
import { createDeltaReply } from './delta-reply.ts';
import { type Environment, fieldIn, fieldOf, type Incoming, type Outgoing } from './exchange.ts';
import { serveHabits } from './feed-habits.ts';
import { type FeedRoutes, serveFeeds } from './feed-routes.ts';
import { type HubRoutes, serveHub } from './hub-routes.ts';
import { serveLists } from './list-routes.ts';
import { type MediaRoutes, serveMedia } from './media-routes.ts';
import { ALWAYS_OPEN, NOT_READY, type OperatorRoutes, serveOperators } from './operator-routes.ts';
import { type PageRoutes, servePages } from './page-routes.ts';
import { PreparedFields } from './prepared-fields.ts';
import { type Problem, replyProblem } from './problem.ts';
import { createReply, type ReplyOptions } from './reply.ts';
import { faultOf, readAddress, usualSpelling } from './request-path.ts';
import { type RobotRoutes, serveRobots } from './robot-routes.ts';
import { type StreamRoutes, serveStreams } from './stream-routes.ts';

export interface AppOptions extends ReplyOptions, OperatorRoutes, HubRoutes {
  readonly publisher: FeedRoutes['publisher'];
  readonly admin?: AdminRoutes['admin'];
  readonly store: AdminRoutes['store'] & PageRoutes['store'] & RobotRoutes['store'];
  readonly openMedia: MediaRoutes['openMedia'];
  readonly fullFetches: FeedRoutes['fullFetches'];
  readonly variants: FeedRoutes['variants'];
  readonly streams?: StreamRoutes['streams'];
  readonly listenersPerAddress?: StreamRoutes['listenersPerAddress'];
  readonly trusted?: StreamRoutes['trusted'];
  /** For feeds with parameters: nobody who thinks up some takes room from the plain feeds. */
  readonly encodedVariants: ReplyOptions['encoded'];
  readonly pages: PageRoutes['pages'];
  /** How many articles a page lists. */
  readonly items: number;
  /** Is told of an error that is our own fault, before the asker gets a 500. */
  readonly onFault: (error: unknown, request: { readonly method: string; readonly path: string }) => void;
}

interface Bindings {
  readonly incoming?: Incoming;
  readonly outgoing?: Outgoing;
}

/** What a web server calls for each request; answers at once where the bytes are ready. */
export type Fetch = (request: Request, bindings?: Bindings) => Response | Promise<Response>;

/**
 * Builds the web server's inside: every address, for GET and HEAD. The path is taken as it was sent, below the path of
 * the base address (a proxy may strip that or not), and decoded once, part by part.
 */
export function createApp(options: AppOptions): Fetch {
  const app = createRoutes(options);
  const { site, isReady } = options;
  const basePath = new URL(site.baseUrl).pathname;
  return (request, { incoming, outgoing } = {}) => {
    const address = readAddress(request.url, basePath);
    const problem = faultOf(address) ?? (isReady() || ALWAYS_OPEN.has(address.path) ? undefined : READING);
    if (problem !== undefined) return replyProblem(fieldIn(request, incoming, 'accept'), site, problem);
    return app.fetch(request, { incoming, outgoing, address });
  };
}

const READING: Problem = {
  status: 503,
  detail: 'the folder is being read for the first time; try again in a moment',
  headers: NOT_READY,
};

function createRoutes(options: AppOptions): Hono<Environment> {
  const { site, onFault } = options;
  // Every spelling finds its route; the handlers compare what was sent with their one address.
  const app = new Hono<Environment>({
    getPath: (_request, context) => usualSpelling(context?.env?.address.path ?? '/'),
  });
  const { variants, encodedVariants, now } = options;
  const prepared = new PreparedFields();
  const variantReply = createReply({ site: variants.site, encoded: encodedVariants, prepared, now });
  const routes = { ...options, reply: createReply(options), replyDelta: createDeltaReply(options), variantReply };
  serveOperators(app, options);
  serveFeeds(app, routes);
  serveStreams(app, routes);
  serveArchives(app, routes);
  serveHabits(app, routes);
  servePages(app, routes);
  serveLists(app, routes);
  serveRobots(app, routes);
  serveHub(app, options);
  serveMedia(app, routes);
  serveCloud(app, options);
  serveAdmin(app, options);

  app.notFound((exchange) => {
    const detail = `there is nothing at ${quoted(exchange.env.address.path)}; see the list of tags`;
    return replyProblem(fieldOf(exchange, 'accept'), site, { status: 404, detail });
  });

  app.onError((error, exchange) => {
    const accept = fieldOf(exchange, 'accept');
    if (error instanceof RequestError) {
      const headers = error.status === 503 ? { 'retry-after': '2' } : {};
      return replyProblem(accept, site, { status: error.status, detail: error.message, headers });
    }
    onFault(error, { method: exchange.req.method, path: exchange.req.path });
    return replyProblem(accept, site, { status: 500, detail: 'the fault is ours and has been logged' });
  });
  return app;
}
