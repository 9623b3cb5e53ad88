import type { Article } from '../model/article.ts';
import type { FileState } from '../model/changes.ts';
import type { Instant } from '../model/instant.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import { toInstant } from '../time/instant.ts';
import { articleNumber, instantOf } from './article-rows.ts';
import { numberOf, type Operation, query, queryOne, type Row, textOf } from './operation.ts';

const SECOND_MS = 1000;

/** The path of the file that has an article of this id, or of its number; undefined when no file has. */
export function* holderOf(id: string): Operation<{ readonly path: string; readonly isOther: boolean } | undefined> {
  const row = yield* queryOne('SELECT id, path FROM ids WHERE number = ? AND removed_at IS NULL', articleNumber(id));
  return row === undefined ? undefined : { path: textOf(row, 'path'), isOther: textOf(row, 'id') !== id };
}

/**
 * Enters an article as it stands in its file now, and answers it with the time of its last update. An edit is seen when
 * the bytes of the file and what they say are others than before. Then `updatedAt` becomes `now`, unless a stamp of the
 * article tells the time, or the edit is minor.
 */
export function* enterArticle(article: Article, file: FileState, ownId: string, now: Instant): Operation<Article> {
  const number = articleNumber(article.id);
  const { idFrom, text, whole, updatedBy } = article.trace ?? UNTRACED;
  const before = yield* queryOne('SELECT whole, file, first_seen, edited_at FROM ids WHERE number = ?', number);
  const known = before === undefined ? '' : textOf(before, 'whole');
  const isEdit = before !== undefined && known !== '' && known !== whole && textOf(before, 'file') !== file.hash;
  const editedBefore = before === undefined || before.edited_at === null ? undefined : instantOf(before, 'edited_at');
  const editedAt = isEdit && updatedBy === 'sight' ? toInstant(now - (now % SECOND_MS)) : editedBefore;
  yield* query(
    `INSERT OR REPLACE INTO ids (number, id, own_id, id_from, path, text, whole, file, first_seen, edited_at, removed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)`,
    number,
    article.id,
    ownId,
    idFrom,
    article.source,
    text,
    whole,
    file.hash,
    before === undefined ? now : numberOf(before, 'first_seen'),
    editedAt ?? null,
  );
  const isLater = editedAt !== undefined && editedAt > article.updatedAt && updatedBy !== 'stamp';
  return isLater ? { ...article, updatedAt: editedAt } : article;
}

const UNTRACED = { idFrom: 'author', text: '', whole: '', updatedBy: 'stamp' } as const;

/** Enters that a file is gone, with all that it had, or with all but the articles of these ids. Answers the others' ids. */
export function* leavePath(path: string, now: Instant, kept: ReadonlySet<string> = new Set()): Operation<string[]> {
  const left: string[] = [];
  for (const row of yield* query('SELECT id FROM ids WHERE path = ? AND removed_at IS NULL', path)) {
    const id = textOf(row, 'id');
    if (kept.has(id)) continue;
    yield* query('UPDATE ids SET removed_at = ? WHERE number = ?', now, articleNumber(id));
    left.push(id);
  }
  return left;
}

/** Forgets articles that went at `time` or earlier. */
export function* forgetIds(time: number): Operation<void> {
  yield* query('DELETE FROM ids WHERE removed_at <= ?', time);
}

/** The work behind `Store.readLedger`. */
export function* readLedger(): Operation<readonly LedgerEntry[]> {
  return (yield* query('SELECT * FROM ids ORDER BY path, id')).map(toEntry);
}

/** The work behind `Store.takeLedger`. */
export function* takeLedger(entries: readonly LedgerEntry[]): Operation<void> {
  for (const entry of entries) {
    yield* query(
      `INSERT INTO ids (number, id, own_id, id_from, path, text, whole, file, first_seen, edited_at, removed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      articleNumber(entry.id),
      entry.id,
      entry.ownId ?? entry.id,
      entry.idFrom,
      entry.path,
      entry.text,
      entry.whole,
      entry.file,
      entry.firstSeen,
      entry.editedAt ?? null,
      entry.removedAt ?? null,
    );
    if (entry.removedAt !== undefined) continue;
    // A file that is not there any more is then found to be gone, and may be found again under another name.
    yield* query(
      `INSERT INTO files (path, signature, hash, problems) VALUES (?, '', '', '[]') ON CONFLICT DO NOTHING`,
      entry.path,
    );
  }
}

function toEntry(row: Row): LedgerEntry {
  const [id, ownId] = [textOf(row, 'id'), textOf(row, 'own_id')];
  const idFrom = ORIGINS.find((origin) => origin === row.id_from);
  if (idFrom === undefined) throw new Error('The database holds an id of no origin; delete it, and it is built anew');
  return {
    id,
    path: textOf(row, 'path'),
    ...(ownId === id ? {} : { ownId }),
    idFrom,
    text: textOf(row, 'text'),
    whole: textOf(row, 'whole'),
    file: textOf(row, 'file'),
    firstSeen: instantOf(row, 'first_seen'),
    ...(row.edited_at === null ? {} : { editedAt: instantOf(row, 'edited_at') }),
    ...(row.removed_at === null ? {} : { removedAt: instantOf(row, 'removed_at') }),
  };
}

const ORIGINS = ['author', 'address', 'path'] as const;
