import type { Site } from '../model/site.ts';
import { PAGE_HEADERS } from './pages/page-headers.ts';
import { problemPage } from './pages/problem-page.ts';

/** What the statuses that we send are called (RFC 9110 §15). */
const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
  410: 'Gone',
  414: 'Address too long',
  500: 'Internal error',
  503: 'Not ready yet',
};

/** How long a shared cache may keep an error: long enough for a burst, short enough for a tag that is about to be. */
const ERROR_MAX_AGE_SECONDS = 60;

export interface Problem {
  readonly status: number;
  /** Quotes the value, says the mend. */
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A browser names HTML first among what it accepts; feed readers that name it at all name it last. */
const isBrowser = (accept: string | undefined): boolean =>
  /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(accept ?? '');

/** Answers with problem details (RFC 9457); a browser, by its Accept field, gets a page that says the same. */
export function replyProblem(accept: string | undefined, site: Site, problem: Problem): Response {
  const { status, detail } = problem;
  const title = TITLES[status] ?? 'Error';
  const cacheControl = status === 404 || status === 410 ? `public, max-age=${ERROR_MAX_AGE_SECONDS}` : 'no-store';
  const asPage = isBrowser(accept);
  const body = Buffer.from(
    asPage
      ? problemPage({ site, status, title, detail })
      : `${JSON.stringify({ type: 'about:blank', title, status, detail })}\n`,
  );
  return new Response(body, {
    status,
    headers: {
      ...(asPage ? PAGE_HEADERS : { 'x-content-type-options': 'nosniff' }),
      'content-type': asPage ? 'text/html; charset=utf-8' : 'application/problem+json',
      'content-length': String(body.byteLength),
      'cache-control': cacheControl,
      'access-control-allow-origin': '*',
      vary: 'Accept',
      ...problem.headers,
    },
  });
}
