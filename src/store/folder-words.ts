import { z } from 'zod';
import type { FolderWord } from '../model/folder-word.ts';
import { type Operation, query, textOf } from './operation.ts';

const WORD = z.object({ declared: z.string(), sample: z.string(), lines: z.array(z.string()) });
const PREFIX = 'folder:';

/** The work behind `Store.readFolderWords`. */
export function* readFolderWords(): Operation<ReadonlyMap<string, FolderWord>> {
  const rows = yield* query(`SELECT name, value FROM meta WHERE name >= 'folder:' AND name < 'folder;'`);
  return new Map(
    rows.map((row) => [textOf(row, 'name').slice(PREFIX.length), WORD.parse(JSON.parse(textOf(row, 'value')))]),
  );
}

/** The work behind `Store.keepFolderWords`. */
export function* keepFolderWords(words: ReadonlyMap<string, FolderWord>): Operation<void> {
  yield* query(`DELETE FROM meta WHERE name >= 'folder:' AND name < 'folder;'`);
  for (const [folder, word] of words) {
    yield* query('INSERT INTO meta (name, value) VALUES (?, ?)', `${PREFIX}${folder}`, JSON.stringify(word));
  }
}
