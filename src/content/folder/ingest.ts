import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FileChange, Problem } from '../../model/changes.ts';
import type { Instant } from '../../model/instant.ts';
import type { Store } from '../../store/store.ts';
import { folderOf } from '../article-files.ts';
import type { OnArticle } from '../read-articles.ts';
import type { ArticleSettings } from '../to-article.ts';
import type { FarReader, FileToRead } from './far-reader.ts';
import { findFiles, lookAt } from './look.ts';

/** Files that are read and written in one go. Between two goes requests are answered: none may wait for long, … */
const FILES_PER_BATCH = 16;
/** … but the first time, when nobody is answered yet, and when files may have moved: then all that belongs together. */
const FILES_AT_FIRST = 200;
/** More files than these are read in the other thread, if there is one. */
const MOST_READ_HERE = 64;

export interface IngestOptions {
  readonly folder: string;
  readonly store: Store;
  readonly settings: ArticleSettings;
  readonly now: () => Instant;
  /** Only these files are looked at, inside the folder, with `/`; without it, all that are there. */
  readonly paths?: readonly string[];
  /** Looks through the folder, and reads where there is much to read, in another thread. */
  readonly farReader?: Pick<FarReader, 'look' | 'read'>;
  /** Is told after each batch how many of the changed files are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Is told what was found in each file that was read. */
  readonly onRead?: (change: FileChange) => void;
  /** Is told of each article that is read in this thread what its reader found. */
  readonly onArticle?: OnArticle;
}

export interface Ingested {
  /** Article files that were looked at, those that cannot be looked at among them. */
  readonly files: number;
  /** Files that were opened, because they are new or changed. */
  readonly read: number;
  readonly removed: number;
  /** Of the files that were read, and of the folder itself. */
  readonly problems: readonly Problem[];
}

/**
 * Brings the store up to date with the folder: reads the new and changed files, and takes out what is gone.
 * One bad file never stops the others. Throws when the folder itself cannot be read.
 */
export async function ingest(options: IngestOptions): Promise<Ingested> {
  const { folder, store, settings, now, paths, farReader, onProgress, onRead, onArticle } = options;
  const isFar = farReader !== undefined && paths === undefined && (await store.hasFiles());
  const look = isFar ? await farReader.look() : await lookAt(folder, store, paths);
  const problems: Problem[] = [...look.problems];
  const removals: FileChange[] = look.removed.map((path) => ({ kind: 'removed', path }));
  // New files go with the removals into the first batch: an article that has only moved is never gone in between.
  const queue = [...look.changed].sort((a, b) => Number(a.known !== undefined) - Number(b.known !== undefined));
  const isMuch = queue.length > MOST_READ_HERE;

  const readNext = async (isLarge: boolean): Promise<readonly FileChange[]> => {
    const batch = queue.splice(0, isLarge || look.isFirst ? FILES_AT_FIRST : FILES_PER_BATCH).map((file) => {
      const habits = look.habits.get(folderOf(file.found.path));
      return habits === undefined ? file : { ...file, habits };
    });
    if (batch.length === 0) return [];
    if (farReader !== undefined && isMuch) return farReader.read(batch);
    // Loaded when there is something to read: a start that finds nothing new needs no reader.
    const { readArticleFile } = await import('./read-file.ts');
    return batch.map(({ found, known, habits }: FileToRead) =>
      readArticleFile(folder, found, known, settings, habits, onArticle),
    );
  };
  let done = 0;
  let total = queue.length;
  let reading: ReturnType<typeof readNext> | undefined = readNext(look.removed.length > 0);
  while (reading !== undefined) {
    const changes = await reading;
    // Far away the next files are read while these are written.
    reading = isMuch && queue.length > 0 ? readNext(false) : undefined;
    // A fault of it is met at its turn, unless this turn has one.
    reading?.catch(() => undefined);
    for (const change of changes) onRead?.(change);
    const firstRemovals = removals.splice(0);
    if (firstRemovals.length + changes.length > 0) {
      const applied = await store.applyChanges([...firstRemovals, ...changes], now(), { isFirstLook: look.isFirst });
      problems.push(...changes.flatMap((change) => ('problems' in change ? change.problems : [])), ...applied.problems);
      // Their bytes are known, but not yet as articles.
      const freed = findFiles(folder, applied.freed).files.map((found) => ({ found, known: undefined }));
      queue.push(...freed);
      total += freed.length;
    }
    done += changes.length;
    onProgress?.(done, total);
    if (reading === undefined && queue.length > 0) {
      await nextTurn();
      reading = readNext(false);
    }
  }
  if (look.words !== undefined) await store.keepFolderWords(look.words);
  return { files: look.files, read: done, removed: look.removed.length, problems };
}
