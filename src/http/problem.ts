import type { Site } from '../model/site.ts';
import { prefersHtml } from './accept.ts';
import { PAGE_HEADERS } from './pages/page-headers.ts';
import { problemPage } from './pages/problem-page.ts';

/** What the statuses that we send are called (RFC 9110 §15, RFC 6585). */
const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not without the token',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Request too slow',
  410: 'Gone',
  412: 'Another state',
  413: 'Request too large',
  414: 'Address too long',
  429: 'Too many requests',
  431: 'Header too large',
  500: 'Internal error',
  503: 'Not possible just now',
};

/** How long a shared cache may keep an error: long enough for a burst, short enough for a tag that is about to be. */
const ERROR_MAX_AGE_SECONDS = 60;

export interface Problem {
  readonly status: number;
  /** Quotes the value, says the mend. */
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ProblemAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The parts of an answer with problem details (RFC 9457). */
export function problemDetails({ status, detail, headers }: Problem): ProblemAnswer {
  const body = `${JSON.stringify({ type: 'about:blank', title: titleOf(status), status, detail })}\n`;
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...commonFields(status, body), ...headers },
    body,
  };
}

/** Answers with problem details; a browser, by its Accept field, gets a page that says the same. */
export function replyProblem(accept: string | undefined, site: Site, problem: Problem): Response {
  if (!prefersHtml(accept)) {
    const { status, headers, body } = problemDetails(problem);
    return new Response(body, { status, headers });
  }
  const { status, detail } = problem;
  const body = problemPage({ site, status, title: titleOf(status), detail });
  const fields = { ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8', ...commonFields(status, body) };
  return new Response(body, { status, headers: { ...fields, ...problem.headers } });
}

const titleOf = (status: number): string => TITLES[status] ?? 'Error';

const commonFields = (status: number, body: string): Readonly<Record<string, string>> => ({
  'content-length': String(Buffer.byteLength(body)),
  'cache-control': status === 404 || status === 410 ? `public, max-age=${ERROR_MAX_AGE_SECONDS}` : 'no-store',
  vary: 'Accept',
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
});
