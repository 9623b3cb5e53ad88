import type { Article } from '../model/article.ts';
import type { FileChange } from '../model/changes.ts';
import type { Instant } from '../model/instant.ts';
import { articleNumber } from './article-rows.ts';
import { numberOf, type Operation, query, queryOne, textOf } from './operation.ts';

/** What was read of a file, each article under the id that it keeps. */
export interface SettledFile {
  readonly change: FileChange & { readonly kind: 'read' };
  /** By id: the id that the rule gives, where it is another one. */
  readonly ownIds: ReadonlyMap<string, string>;
}

/**
 * Gives each article that was read the id that it is to have. One that an author gave, or that is an address, stands as
 * it is. An id made of the path gives way to the one under which the article is known already: its file has kept its
 * name, or an article with the same title and body is gone (`removed_at` is written before this is asked).
 */
export function* settleIds(change: FileChange & { kind: 'read' }, adopted: Set<string>): Operation<SettledFile> {
  const ownIds = new Map<string, string>();
  const articles: Article[] = [];
  for (const article of change.articles) {
    const id = article.trace?.idFrom === 'path' ? yield* keptId(article, article.trace.text, adopted) : article.id;
    if (id !== article.id) ownIds.set(id, article.id);
    adopted.add(id);
    articles.push(id === article.id ? article : { ...article, id });
  }
  if (change.unread === undefined || change.unread === 'unknown') return { change: { ...change, articles }, ownIds };
  const unread: string[] = [];
  for (const id of change.unread) unread.push((yield* idAtPath(id)) ?? id);
  return { change: { ...change, articles, unread }, ownIds };
}

function* keptId(article: Article, text: string, adopted: ReadonlySet<string>): Operation<string> {
  return (
    (yield* idAtPath(article.id)) ??
    (yield* idOfText(article.id, text, adopted)) ??
    (yield* idOnceAtPath(article.id)) ??
    (yield* freeId(article.id))
  );
}

/** The id of the article that stands where this one stands. */
function* idAtPath(ownId: string): Operation<string | undefined> {
  const row = yield* queryOne(
    `SELECT id FROM ids WHERE own_id = ? AND id_from = 'path' AND removed_at IS NULL ORDER BY number LIMIT 1`,
    ownId,
  );
  return row === undefined ? undefined : textOf(row, 'id');
}

/** The id of an article with this text that is gone: the last one to go, and of several the first by id. */
function* idOfText(ownId: string, text: string, adopted: ReadonlySet<string>): Operation<string | undefined> {
  if (text === '') return undefined;
  const site = siteOf(ownId);
  const rows = yield* query(
    `SELECT id FROM ids WHERE text = ? AND id_from = 'path' AND removed_at IS NOT NULL
     ORDER BY own_id = ? DESC, removed_at DESC, id`,
    text,
    ownId,
  );
  return rows.map((row) => textOf(row, 'id')).find((id) => siteOf(id) === site && !adopted.has(id));
}

function* idOnceAtPath(ownId: string): Operation<string | undefined> {
  const row = yield* queryOne(
    `SELECT id FROM ids WHERE own_id = ? AND id_from = 'path' ORDER BY removed_at DESC, number LIMIT 1`,
    ownId,
  );
  return row === undefined ? undefined : textOf(row, 'id');
}

/** Another article has taken this id along to another path: then this one is the second of its name. */
function* freeId(ownId: string): Operation<string> {
  for (let place = 1; ; place++) {
    const id = place === 1 ? ownId : `${ownId}:${place}`;
    const row = yield* queryOne(
      'SELECT own_id FROM ids WHERE number = ? AND removed_at IS NULL AND own_id != id',
      articleNumber(id),
    );
    if (row === undefined) return id;
  }
}

/** `tag:example.org,2026:` of an id; ids of another SITE_ID are those of another site. */
const siteOf = (id: string): string => /^tag:[^:]*:/.exec(id)?.[0] ?? '';

/** A copy that was made this long before its original went was a renaming in two steps. */
const RENAMING_MS = 60 * 60 * 1000;

/**
 * The files that have the articles of these ids, which are gone, under another name since a short time: they are entered
 * as unknown, so that they take over the ids when they are read again. Answers their paths.
 */
export function* letTwinsTakeOver(gone: Iterable<string>, now: Instant): Operation<ReadonlySet<string>> {
  const paths = new Set<string>();
  for (const id of gone) {
    const twin = yield* queryOne(
      `SELECT twin.number, twin.path FROM ids gone JOIN ids twin ON twin.text = gone.text AND twin.text != ''
       WHERE gone.number = ? AND gone.id_from = 'path' AND gone.removed_at IS NOT NULL
         AND twin.id_from = 'path' AND twin.removed_at IS NULL AND twin.own_id = twin.id
         AND twin.first_seen > ? AND twin.first_seen > gone.first_seen
       ORDER BY twin.path LIMIT 1`,
      articleNumber(id),
      now - RENAMING_MS,
    );
    if (twin === undefined) continue;
    yield* query('DELETE FROM ids WHERE number = ?', numberOf(twin, 'number'));
    paths.add(textOf(twin, 'path'));
  }
  return paths;
}
