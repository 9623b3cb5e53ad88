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

/** The work behind `Store.readFiles`. */
export function* readFiles(paths?: readonly string[]): Operation<ReadonlyMap<string, FileState>> {
  const rows =
    paths === undefined
      ? yield* query('SELECT path, signature, hash FROM files')
      : yield* query(
          'SELECT path, signature, hash FROM files WHERE path IN (SELECT value FROM json_each(?))',
          JSON.stringify(paths),
        );
  return new Map(
    rows.map((row) => {
      const path = textOf(row, 'path');
      return [path, { path, signature: textOf(row, 'signature'), hash: textOf(row, 'hash') }];
    }),
  );
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
