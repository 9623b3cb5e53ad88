import type { ArchiveName } from './archive-name.ts';
import { ALL, onlyTerm, parseSelection, printSelection, type Selection } from './selection.ts';
import { TERM_KINDS, type TermKind } from './term.ts';

export const FORMATS = ['rss', 'atom', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** Names one feed document: what it shows, and in which format. */
export interface FeedKey {
  readonly selection: Selection;
  readonly format: Format;
  /** One of the archives of the feed (RFC 5005); without it, the feed itself. */
  readonly archive?: ArchiveName;
  /** Canonical, with its `?`: only of feeds with parameters. */
  readonly query?: string;
}

/** Where the pages and feeds of each kind of term stand. Algebra stands under `tags`, whatever it speaks of. */
export const TERM_FOLDERS: Readonly<Record<TermKind, string>> = {
  tag: 'tags',
  section: 'sections',
  series: 'series',
  author: 'authors',
};

/** The canonical path of a selection's page, relative to the base address: `tags/syria`, `sections/middle-east`, `` for all. */
export function pagePath(selection: Selection): string {
  if (selection.kind === 'all') return '';
  const term = onlyTerm(selection);
  return term === undefined
    ? `tags/${printSelection(selection)}`
    : `${TERM_FOLDERS[term.kind]}/${encodeURIComponent(term.slug)}`;
}

/**
 * The canonical path of a feed, relative to the base address: `feed.rss`, `tags/syria.atom`, `feed.rss?limit=5`,
 * `tags/syria/archive/first.atom`.
 */
export function feedPath({ selection, format, archive, query = '' }: FeedKey): string {
  const page = pagePath(selection);
  if (archive !== undefined) return `${page === '' ? '' : `${page}/`}archive/${archive}.${format}`;
  return `${page === '' ? 'feed' : page}.${format}${query}`;
}

/** The canonical path of a selection's stream of changes, relative to the base address: `feed.stream`, `tags/syria.stream`. */
export const streamPath = (selection: Selection): string => `${pagePath(selection) || 'feed'}.stream`;

/** A folder, the name of a selection in it, and a format. */
const FEED_PATH = /^(?:feed|([a-z]+)\/([^/]+))\.([a-z]+)$/;

/**
 * Reads the canonical path of a feed, as `feedPath` writes it, back. Undefined for every other text: another spelling, an
 * archive, a feed with parameters.
 */
export function readFeedPath(path: string): FeedKey | undefined {
  const [, folder, name = '', ending] = FEED_PATH.exec(path) ?? [];
  const format = FORMATS.find((one) => one === ending);
  if (format === undefined) return undefined;
  if (folder === undefined) return { selection: ALL, format };
  const kind = TERM_KINDS.find((one) => TERM_FOLDERS[one] === folder);
  if (kind === undefined) return undefined;
  const parsed = parseSelection(kind === 'tag' ? name : `${kind}:${name}`);
  if ('problem' in parsed) return undefined;
  const key = { selection: parsed.selection, format };
  return feedPath(key) === path ? key : undefined;
}
