import type { Article } from '../../src/model/article.ts';
import type { FileChange, FileState } from '../../src/model/changes.ts';
import type { Instant } from '../../src/model/instant.ts';
import { parseSelection, type Selection } from '../../src/model/selection.ts';
import { type Slug, toSlug } from '../../src/model/slug.ts';
import { type Term, type TermKind, toTerm } from '../../src/model/term.ts';
import type { Store, StoredFeed } from '../../src/store/store.ts';
import { toInstant } from '../../src/time/instant.ts';

/** An instant written as RFC 3339. */
export function at(text: string): Instant {
  const instant = toInstant(Date.parse(text));
  if (instant === undefined) throw new Error(`${text} is no instant`);
  return instant;
}

/** When the tests write, unless they say otherwise. */
export const NOW = at('2026-05-01T12:00:00Z');

export function slugNamed(text: string): Slug {
  const slug = toSlug(text);
  if (slug === undefined) throw new Error(`no slug of ${text}`);
  return slug;
}

export function termNamed(kind: TermKind, label: string): Term {
  const term = toTerm(kind, label);
  if (term === undefined) throw new Error(`no term of ${label}`);
  return term;
}

export function selectionIn(text: string): Selection {
  const parsed = parseSelection(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.selection;
}

interface Wishes extends Partial<Article> {
  readonly tags?: readonly string[];
  /** RFC 3339; is `publishedAt` and `updatedAt` where these are not given. */
  readonly on?: string;
}

/** An article called after its name, the rest of it as wished. */
export function made(name: string, { tags = [], on = '2026-04-01T08:00:00Z', ...wishes }: Wishes = {}): Article {
  return {
    id: `tag:example.org,2026:${name}`,
    slug: slugNamed(name),
    title: `About ${name}`,
    html: `<p>What there is to say of ${name}.</p>`,
    authors: [],
    terms: tags.map((label) => termNamed('tag', label)),
    publishedAt: at(on),
    updatedAt: at(on),
    attachments: [],
    source: `${name}.md`,
    ...wishes,
  };
}

/** What tells a state of a file; another word is another state. */
export const stateOf = (path: string, word = 'first'): FileState => ({
  path,
  signature: `${word} signature`,
  hash: `${word} hash`,
});

/** A file that was read well and holds these articles. */
export const read = (path: string, ...articles: readonly Article[]): FileChange & { kind: 'read' } => ({
  kind: 'read',
  file: stateOf(path),
  form: 'markdown',
  articles: articles.map((article) => ({ ...article, source: path })),
  problems: [],
});

/** Each article in a file of its own. */
export const readAll = (...articles: readonly Article[]): readonly FileChange[] =>
  articles.map((article) => read(article.source, article));

export const removed = (path: string): FileChange => ({ kind: 'removed', path });

/** The feed of a selection that is known. */
export async function feedOf(store: Store, selection: string, limit = 1_000): Promise<StoredFeed> {
  const feed = await store.readFeed(selectionIn(selection), limit);
  if (feed === undefined) throw new Error(`${selection} is unknown`);
  return feed;
}

/** The names of the articles that a feed shows; undefined for an unknown selection. */
export async function namesIn(store: Store, selection: string, limit = 1_000): Promise<string[] | undefined> {
  const feed = await store.readFeed(selectionIn(selection), limit);
  return feed?.articles.map(({ id }) => id.replace('tag:example.org,2026:', ''));
}

/** When what a selection shows last changed, RFC 3339. */
export const changedAtOf = async (store: Store, selection: string): Promise<string> =>
  new Date((await feedOf(store, selection, 1)).changedAt).toISOString();
