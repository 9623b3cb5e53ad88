import { Hono } from 'hono';
import { RequestError } from '../model/errors.ts';
import { type Environment, fieldOf, queryOf } from './exchange.ts';
import { serveFeeds } from './feed-routes.ts';
import { type OperatorRoutes, serveOperators } from './operator-routes.ts';
import { type PageRoutes, servePages } from './page-routes.ts';
import { replyProblem } from './problem.ts';
import { redirectTo } from './redirect.ts';
import { faultOfPath, pathBelow, usualSpelling } from './request-path.ts';

export interface AppOptions extends PageRoutes, OperatorRoutes {
  /** Is told of an error that is our own fault, before the asker gets a 500. */
  readonly onFault: (error: unknown, request: { readonly method: string; readonly path: string }) => void;
}

/** What a web server calls for each request; answers at once where the bytes are ready. */
export type Fetch = (request: Request, bindings?: Environment['Bindings']) => Response | Promise<Response>;

/** Addresses that are answered while the folder is being read for the first time. */
const ALWAYS_OPEN: ReadonlySet<string> = new Set(['/livez', '/readyz', '/metrics']);

/**
 * Builds the web server's inside: every address, for GET and HEAD. The path is taken as it was sent, below the path of
 * the base address (a proxy may strip that or not), and decoded once, part by part.
 */
export function createApp(options: AppOptions): Fetch {
  const app = createRoutes(options);
  const { site, isReady } = options;
  const basePath = new URL(site.baseUrl).pathname;
  return (request, bindings = {}) => {
    const path = pathBelow(request.url, basePath);
    const refuse = (problem: Parameters<typeof replyProblem>[2]): Response =>
      replyProblem(bindings.incoming?.headers.accept ?? request.headers.get('accept') ?? undefined, site, problem);
    const fault = faultOfPath(path);
    if (fault !== undefined) return refuse(fault);
    if (!isReady() && !ALWAYS_OPEN.has(path)) {
      const detail = 'the folder is being read for the first time; try again in a moment';
      return refuse({ status: 503, detail, headers: { 'retry-after': '2' } });
    }
    return app.fetch(request, bindings);
  };
}

function createRoutes(options: AppOptions): Hono<Environment> {
  const { site, onFault } = options;
  const basePath = new URL(site.baseUrl).pathname;
  const app = new Hono<Environment>({ getPath: (request) => pathBelow(request.url, basePath) });
  serveOperators(app, options);
  serveFeeds(app, options);
  servePages(app, options);

  app.notFound((exchange) => {
    const { path } = exchange.req;
    const spelling = usualSpelling(path);
    if (spelling !== path && app.router.match('GET', spelling)[0].length > 0) {
      return redirectTo(site, spelling, queryOf(exchange));
    }
    const detail = `there is nothing at "${path}"; see the list of tags`;
    return replyProblem(fieldOf(exchange, 'accept'), site, { status: 404, detail });
  });

  app.onError((error, exchange) => {
    const accept = fieldOf(exchange, 'accept');
    if (error instanceof RequestError) {
      return replyProblem(accept, site, { status: error.status, detail: error.message });
    }
    onFault(error, { method: exchange.req.method, path: exchange.req.path });
    return replyProblem(accept, site, { status: 500, detail: 'the fault is ours and has been logged' });
  });
  return app;
}
