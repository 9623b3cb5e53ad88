import { z } from 'zod';
import type { FileState, Problem } from '../model/changes.ts';
import { type Operation, query, queryOne, textOf } from './operation.ts';

const PROBLEMS = z.array(
  z.object({
    severity: z.enum(['error', 'note']),
    path: z.string(),
    line: z.number().exactOptional(),
    message: z.string(),
  }),
);

/** The work behind `Store.hasFiles`. */
export function* hasFiles(): Operation<boolean> {
  return (yield* queryOne('SELECT 1 FROM files LIMIT 1')) !== undefined;
}

/** The work behind `Store.readPaths`. */
export function* readPaths(paths?: readonly string[]): Operation<readonly string[]> {
  const rows =
    paths === undefined
      ? yield* query('SELECT path FROM files')
      : yield* query(`SELECT path FROM files WHERE path IN (${THESE})`, JSON.stringify(paths));
  return rows.map((row) => textOf(row, 'path'));
}

/** The work behind `Store.readFiles`. */
export function* readFiles(paths: readonly string[]): Operation<ReadonlyMap<string, FileState>> {
  const these = JSON.stringify(paths);
  const rows = yield* query(`SELECT path, signature, hash FROM files WHERE path IN (${THESE})`, these);
  const media = new Map<string, Map<string, string>>();
  for (const row of yield* query(`SELECT file, path, signature FROM media WHERE file IN (${THESE})`, these)) {
    const file = textOf(row, 'file');
    const known = media.get(file) ?? new Map<string, string>();
    media.set(file, known.set(textOf(row, 'path'), textOf(row, 'signature')));
  }
  return new Map(
    rows.map((row) => {
      const path = textOf(row, 'path');
      const shown = media.get(path);
      const state = { path, signature: textOf(row, 'signature'), hash: textOf(row, 'hash') };
      return [path, shown === undefined ? state : { ...state, media: shown }];
    }),
  );
}

/** The paths of a list that is bound as JSON: one statement for lists of any length. */
const THESE = 'SELECT value FROM json_each(?)';

/** Writes down which files of the folder an article file shows. */
export function* rememberMedia({ path: file, media = new Map() }: FileState): Operation<void> {
  yield* query('DELETE FROM media WHERE file = ?', file);
  for (const [path, signature] of media) {
    yield* query('INSERT INTO media (file, path, signature) VALUES (?, ?, ?)', file, path, signature);
  }
}

/** The work behind `Store.isShown`. */
export function* isShown(path: string): Operation<boolean> {
  const row = yield* queryOne(
    `SELECT 1 FROM media m WHERE m.path = ? AND EXISTS (SELECT 1 FROM articles a WHERE a.path = m.file AND a.visible = 1)
     LIMIT 1`,
    path,
  );
  return row !== undefined;
}

/** The work behind `Store.readProblems`. */
export function* readProblems(): Operation<readonly Problem[]> {
  const rows = yield* query(`SELECT problems FROM files WHERE problems != '[]' ORDER BY path`);
  return rows.flatMap((row) => PROBLEMS.parse(JSON.parse(textOf(row, 'problems'))));
}

/** The work behind `Store.keepFingerprint`. */
export function* keepFingerprint(fingerprint: string): Operation<boolean> {
  const row = yield* queryOne(`SELECT value FROM meta WHERE name = 'fingerprint'`);
  if (row !== undefined && textOf(row, 'value') === fingerprint) return true;
  yield* query(`UPDATE files SET signature = '', hash = ''`);
  yield* query(`INSERT OR REPLACE INTO meta (name, value) VALUES ('fingerprint', ?)`, fingerprint);
  return false;
}
