import { z } from 'zod';
import type { FileChange, FileState, Problem } from '../model/changes.ts';
import type { Instant } from '../model/instant.ts';
import { articleNumber } from './article-rows.ts';
import { bump, settleLabels } from './changed-terms.ts';
import { type Operation, query, queryOne, textOf } from './operation.ts';
import { settleSlugs } from './settle-slugs.ts';
import type { Applied } from './store.ts';
import { settleLedger } from './term-ledger.ts';
import { nothingTouched, type Touched } from './touched.ts';
import { putArticle, removeArticle } from './write-articles.ts';

/** The work behind `Store.applyChanges`; runs inside one transaction. */
export function* applyChanges(changes: readonly FileChange[], now: Instant): Operation<Applied> {
  const touched = nothingTouched();
  const problems: Problem[] = [];
  // Articles leave their files first and go last: one that now stands in another file has only moved.
  for (const change of changes) {
    if (change.kind === 'removed') yield* removeFile(change.path);
    else if (change.kind === 'read') yield* leaveFile(change);
  }
  for (const change of changes) {
    if (change.kind === 'read') problems.push(...(yield* takeFile(change, now, touched)));
    else if (change.kind === 'skipped') yield* skipFile(change.file, change.problems);
    else if (change.kind === 'touched') yield* touchFile(change.file);
  }
  for (const row of yield* query(`SELECT id FROM articles WHERE path = ''`)) {
    yield* removeArticle(textOf(row, 'id'), now, touched);
  }
  yield* settleSlugs(touched);
  yield* settleLedger(touched.ledger);
  for (const term of yield* settleLabels([...touched.terms, ...touched.spelled])) {
    touched.terms.add(term);
    touched.shown = true;
  }
  const freed = yield* freeWaiting(touched.goneIds);
  const change = touched.shown ? yield* bump(touched.terms, now) : undefined;
  return { change, problems, freed };
}

function* removeFile(path: string): Operation<void> {
  yield* query(`UPDATE articles SET path = '' WHERE path = ?`, path);
  yield* query('DELETE FROM files WHERE path = ?', path);
}

function* leaveFile(change: FileChange & { kind: 'read' }): Operation<void> {
  if (change.unread === 'unknown') return;
  const ids = new Set([...change.articles.map((article) => article.id), ...(change.unread ?? [])]);
  for (const row of yield* query('SELECT id FROM articles WHERE path = ?', change.file.path)) {
    const id = textOf(row, 'id');
    if (!ids.has(id)) yield* query(`UPDATE articles SET path = '' WHERE number = ?`, articleNumber(id));
  }
}

function* takeFile(
  change: FileChange & { kind: 'read' },
  now: Instant,
  touched: Touched,
): Operation<readonly Problem[]> {
  const { path } = change.file;
  const found: Problem[] = [];
  const kept = new Set<string>();
  const waitsFor: string[] = [];
  for (const article of change.articles) {
    const holder = yield* holderOf(article.id, path);
    if (holder === undefined && !kept.has(article.id)) {
      kept.add(article.id);
      yield* putArticle(article, now, touched);
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
  return found;
}

/** The path of another file that has an article of this id. */
function* holderOf(id: string, path: string): Operation<string | undefined> {
  const row = yield* queryOne('SELECT path, id FROM articles WHERE number = ?', articleNumber(id));
  const holder = row === undefined ? '' : textOf(row, 'path');
  if (row === undefined || holder === '' || (holder === path && textOf(row, 'id') === id)) return undefined;
  return holder;
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

/** Files that were turned away for one of these ids are to be read again. They are few: all of them are looked at. */
function* freeWaiting(ids: ReadonlySet<string>): Operation<readonly string[]> {
  if (ids.size === 0) return [];
  const freed: string[] = [];
  for (const row of yield* query('SELECT path, waits_for FROM files WHERE waits_for IS NOT NULL')) {
    if (!IDS.parse(JSON.parse(textOf(row, 'waits_for'))).some((id) => ids.has(id))) continue;
    const path = textOf(row, 'path');
    yield* query(`UPDATE files SET signature = '', hash = '' WHERE path = ?`, path);
    freed.push(path);
  }
  return freed.sort();
}
