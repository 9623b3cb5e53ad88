import { z } from 'zod';
import type { Article } from '../model/article.ts';
import type { FileChange, FileState, Problem } from '../model/changes.ts';
import type { Instant } from '../model/instant.ts';
import { articleNumber } from './article-rows.ts';
import { bump, settleLabels } from './changed-terms.ts';
import { rememberMedia } from './file-rows.ts';
import { enterArticle, holderOf, leavePath } from './id-ledger.ts';
import { numberOf, type Operation, query, queryOne, textOf } from './operation.ts';
import { letTwinsTakeOver, type SettledFile, settleIds } from './settle-ids.ts';
import { settleSlugs } from './settle-slugs.ts';
import type { Applied, ApplyOptions } from './store.ts';
import { settleLedger } from './term-ledger.ts';
import { nothingTouched, type Touched } from './touched.ts';
import { putArticle, removeArticle } from './write-articles.ts';

/** The work behind `Store.applyChanges`; runs inside one transaction. */
export function* applyChanges(
  changes: readonly FileChange[],
  now: Instant,
  { isFirstLook = false }: ApplyOptions = {},
): Operation<Applied> {
  const touched = nothingTouched();
  const problems: Problem[] = [];
  // Articles leave their files first and go last: one that now stands in another file has only moved.
  const left: string[] = [];
  for (const change of changes) if (change.kind === 'removed') left.push(...(yield* removeFile(change.path, now)));
  const settled = new Map<FileChange, SettledFile>();
  const adopted = new Set<string>();
  for (const change of changes) {
    if (change.kind === 'read') settled.set(change, yield* settleIds(change, adopted));
  }
  for (const { change } of settled.values()) left.push(...(yield* leaveFile(change, now)));
  const older: Older | undefined = isFirstLook ? { freed: new Set() } : undefined;
  for (const change of changes) {
    const file = settled.get(change);
    if (file !== undefined) problems.push(...(yield* takeFile(file, now, touched, older)));
    else if (change.kind === 'skipped') yield* skipFile(change.file, change.problems);
    else if (change.kind === 'touched') yield* touchFile(change.file);
  }
  for (const row of yield* query(`SELECT id FROM articles WHERE path = ''`)) {
    yield* removeArticle(textOf(row, 'id'), now, touched);
  }
  for (const id of left) if ((yield* holderOf(id)) === undefined) touched.goneIds.add(id);
  yield* settleSlugs(touched, now);
  yield* settleLedger(touched.ledger);
  for (const term of yield* settleLabels([...touched.terms, ...touched.spelled])) {
    touched.terms.add(term);
    touched.shown = true;
  }
  const twins = yield* letTwinsTakeOver(touched.goneIds, now);
  const freed = yield* readAgain([...(yield* waitingFor(touched.goneIds)), ...twins, ...(older?.freed ?? [])]);
  const change = touched.shown ? yield* bump(touched.terms, now) : undefined;
  return { change, problems, freed };
}

function* removeFile(path: string, now: Instant): Operation<readonly string[]> {
  yield* query(`UPDATE articles SET path = '' WHERE path = ?`, path);
  yield* query('DELETE FROM files WHERE path = ?', path);
  yield* query('DELETE FROM media WHERE file = ?', path);
  return yield* leavePath(path, now);
}

function* leaveFile(change: SettledFile['change'], now: Instant): Operation<readonly string[]> {
  if (change.unread === 'unknown') return [];
  const ids = new Set([...change.articles.map((article) => article.id), ...(change.unread ?? [])]);
  for (const row of yield* query('SELECT id FROM articles WHERE path = ?', change.file.path)) {
    const id = textOf(row, 'id');
    if (!ids.has(id)) yield* query(`UPDATE articles SET path = '' WHERE number = ?`, articleNumber(id));
  }
  return yield* leavePath(change.file.path, now, ids);
}

/** At the first look nobody has had an id before: of two articles that claim one, the older is to have it. */
interface Older {
  /** Files whose article was turned out by an older one. */
  readonly freed: Set<string>;
}

function* takeFile(
  { change, ownIds }: SettledFile,
  now: Instant,
  touched: Touched,
  older: Older | undefined,
): Operation<readonly Problem[]> {
  const { path } = change.file;
  const found: Problem[] = [];
  const kept = new Set<string>();
  const waitsFor: string[] = [];
  for (const article of change.articles) {
    const holder = yield* otherHolderOf(article.id, path);
    const isOlder = older !== undefined && holder !== undefined && (yield* isOlderThanHeld(article));
    if ((holder === undefined || isOlder) && !kept.has(article.id)) {
      if (holder !== undefined) older?.freed.add(holder);
      kept.add(article.id);
      const ownId = ownIds.get(article.id) ?? article.id;
      yield* putArticle(yield* enterArticle(article, change.file, ownId, now), now, touched);
      continue;
    }
    if (holder !== undefined) waitsFor.push(article.id);
    found.push({
      severity: 'error',
      path,
      message: `the id "${article.id}" is taken by ${holder ?? 'an earlier article of this file'}; give each article an id of its own`,
    });
  }
  yield* rememberFile(change.file, change.form, [...change.problems, ...found], waitsFor);
  yield* rememberMedia(change.file);
  return found;
}

/** The path of another file that has an article of this id. */
function* otherHolderOf(id: string, path: string): Operation<string | undefined> {
  const holder = yield* holderOf(id);
  return holder === undefined || (holder.path === path && !holder.isOther) ? undefined : holder.path;
}

/** Dated earlier than the article that has its id, or on the same instant in a file that comes first by its path. */
function* isOlderThanHeld({ id, publishedAt, source }: Article): Operation<boolean> {
  const held = yield* queryOne('SELECT id, published_at, path FROM articles WHERE number = ?', articleNumber(id));
  if (held === undefined || textOf(held, 'id') !== id) return false;
  const heldAt = numberOf(held, 'published_at');
  return publishedAt < heldAt || (publishedAt === heldAt && source < textOf(held, 'path'));
}

function* skipFile(file: FileState, problems: readonly Problem[]): Operation<void> {
  const before = yield* queryOne('SELECT form FROM files WHERE path = ?', file.path);
  const form = before === undefined || before.form === null ? null : textOf(before, 'form');
  yield* rememberFile(file, form, problems, []);
}

function* touchFile(file: FileState): Operation<void> {
  yield* query('UPDATE files SET signature = ? WHERE path = ?', file.signature, file.path);
}

function* rememberFile(
  file: FileState,
  form: string | null,
  problems: readonly Problem[],
  waitsFor: readonly string[],
): Operation<void> {
  yield* query(
    'INSERT OR REPLACE INTO files (path, signature, hash, form, problems, waits_for) VALUES (?, ?, ?, ?, ?, ?)',
    file.path,
    file.signature,
    file.hash,
    form,
    JSON.stringify(problems),
    waitsFor.length === 0 ? null : JSON.stringify(waitsFor),
  );
}

const IDS = z.array(z.string());

/** Files that were turned away for one of these ids. They are few: all of them are looked at. */
function* waitingFor(ids: ReadonlySet<string>): Operation<readonly string[]> {
  if (ids.size === 0) return [];
  const rows = yield* query('SELECT path, waits_for FROM files WHERE waits_for IS NOT NULL');
  return rows
    .filter((row) => IDS.parse(JSON.parse(textOf(row, 'waits_for'))).some((id) => ids.has(id)))
    .map((row) => textOf(row, 'path'));
}

function* readAgain(paths: readonly string[]): Operation<readonly string[]> {
  for (const path of paths) yield* query(`UPDATE files SET signature = '', hash = '' WHERE path = ?`, path);
  return [...new Set(paths)].sort();
}
