import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FileChange, Problem } from '../model/changes.ts';
import type { Instant } from '../model/instant.ts';
import type { Store } from '../store/store.ts';
import { readArticleFile } from './read-file.ts';
import { type FoundFile, findFile, type Scan, scanFolder } from './scan.ts';
import type { FolderHabits } from './source-file.ts';
import type { ArticleSettings } from './to-article.ts';

/** Files that are read and written in one go. Between two goes requests are answered. */
const FILES_PER_BATCH = 200;

export interface IngestOptions {
  readonly folder: string;
  readonly store: Store;
  readonly settings: ArticleSettings;
  readonly now: () => Instant;
  /** Only these files are looked at, inside the folder, with `/`; without it, all that are there. */
  readonly paths?: readonly string[];
  /** What is known of the folder of the file at `path`. */
  readonly habitsOf?: (path: string) => FolderHabits | undefined;
  /** Is told after each batch how many of the changed files are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Is told what was found in each file that was read. */
  readonly onRead?: (change: FileChange) => void;
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
  const { folder, store, settings, now, habitsOf, onProgress, onRead } = options;
  const { paths } = options;
  const scan = paths === undefined ? scanFolder(folder) : findFiles(folder, paths);
  const known = await store.readFiles(paths);
  const byPath = new Map(scan.files.map((file) => [file.path, file]));
  const removed = [...known.keys()].filter((path) => !byPath.has(path) && !isHidden(path, scan.problems));
  const changed = scan.files.filter(({ path, signature }) => known.get(path)?.signature !== signature);

  const problems: Problem[] = [...scan.problems];
  const removals: FileChange[] = removed.map((path) => ({ kind: 'removed', path }));
  // New files go with the removals into the first batch: an article that has only moved is never gone in between.
  const queue: FoundFile[] = [...changed].sort((a, b) => Number(known.has(a.path)) - Number(known.has(b.path)));
  /** Their bytes are known, but not yet as articles. */
  const unread = new Set<string>();
  let done = 0;
  do {
    const batch = queue.splice(0, FILES_PER_BATCH);
    const changes = batch.map((found) => {
      const before = unread.has(found.path) ? undefined : known.get(found.path);
      return readArticleFile(folder, found, before, settings, habitsOf?.(found.path));
    });
    for (const change of changes) onRead?.(change);
    const firstRemovals = removals.splice(0);
    if (firstRemovals.length + changes.length > 0) {
      const applied = await store.applyChanges([...firstRemovals, ...changes], now(), {
        isFirstLook: paths === undefined && known.size === 0,
      });
      problems.push(...changes.flatMap((change) => ('problems' in change ? change.problems : [])), ...applied.problems);
      for (const path of applied.freed) unread.add(path);
      queue.push(...applied.freed.flatMap((path) => byPath.get(path) ?? findFile(folder, path).files));
    }
    done += batch.length;
    onProgress?.(done, done + queue.length);
    if (queue.length > 0) await nextTurn();
  } while (queue.length > 0);
  return { files: scan.files.length + scan.problems.length, read: done, removed: removed.length, problems };
}

function findFiles(folder: string, paths: readonly string[]): Scan {
  const found = paths.map((path) => findFile(folder, path));
  return { files: found.flatMap(({ files }) => files), problems: found.flatMap(({ problems }) => problems) };
}

/** A file that cannot be looked at, or whose folder cannot, is not gone: what was published of it stays. */
const isHidden = (path: string, problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.path === path || (problem.path.endsWith('/') && path.startsWith(problem.path)));
