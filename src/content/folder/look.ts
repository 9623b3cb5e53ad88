import type { FileState, Problem } from '../../model/changes.ts';
import type { FolderWord } from '../../model/folder-word.ts';
import type { Store } from '../../store/store.ts';
import { hasSameMedia } from '../media/media-folder.ts';
import type { FolderHabits } from '../source-file.ts';
import { type FoundFile, findFile, type Scan, scanFolder } from './scan.ts';

/** A file that is not as it was. */
export interface ChangedFile {
  readonly found: FoundFile;
  /** Undefined for a new one. */
  readonly known: FileState | undefined;
}

/** What of a folder is not as the store knows it. */
export interface Look {
  /** Article files that were looked at, those that cannot be looked at among them. */
  readonly files: number;
  readonly changed: readonly ChangedFile[];
  /** Paths of files that are gone. */
  readonly removed: readonly string[];
  readonly problems: readonly Problem[];
  /** What is known of each folder that has habits. */
  readonly habits: ReadonlyMap<string, FolderHabits>;
  /** What is known of all folders now, when it is not what the store has: to be kept when the files were read. */
  readonly words?: ReadonlyMap<string, FolderWord>;
  /** Nothing was known of the folder. */
  readonly isFirst: boolean;
}

/**
 * Compares a folder, or the files at some paths of it, with what the store knows; opens no article, but for those that a
 * folder is learned from when they are others than before. A file whose folder has other habits now counts as new. Throws
 * when the folder itself cannot be read.
 */
export async function lookAt(
  folder: string,
  store: Pick<Store, 'readFiles' | 'readPaths' | 'readFolderWords'>,
  paths: readonly string[] | undefined,
): Promise<Look> {
  const scan = paths === undefined ? scanFolder(folder) : findFiles(folder, paths);
  // It brings parsers with it; a thread that never looks needs none of them.
  const { folderContext, isSameWords } = await import('./folder-context.ts');
  const known = await store.readPaths(paths);
  const words = await store.readFolderWords();
  const context = folderContext(folder, scan.files, words, paths === undefined);
  const found = new Set(scan.files.map(({ path }) => path));
  return {
    files: scan.files.length + scan.problems.length + new Set(context.problems.map(({ path }) => path)).size,
    changed: await changedOf(folder, scan.files, store, context.outdated),
    removed: known.filter((path) => !found.has(path) && !isHidden(path, scan.problems)),
    problems: [...scan.problems, ...context.problems],
    habits: context.habits,
    ...(paths !== undefined || isSameWords(words, context.words) ? {} : { words: context.words }),
    isFirst: paths === undefined && known.length === 0,
  };
}

/** Of so many files at a time the store tells what it knows: of all at once it would fill the memory for a moment. */
const FILES_AT_A_TIME = 2_000;

async function changedOf(
  folder: string,
  files: readonly FoundFile[],
  store: Pick<Store, 'readFiles'>,
  outdated: ReadonlySet<string>,
): Promise<readonly ChangedFile[]> {
  const changed: ChangedFile[] = [];
  for (let at = 0; at < files.length; at += FILES_AT_A_TIME) {
    const some = files.slice(at, at + FILES_AT_A_TIME);
    const states = await store.readFiles(some.map(({ path }) => path));
    for (const found of some) {
      const known = outdated.has(found.path) ? undefined : states.get(found.path);
      if (known?.signature !== found.signature || !hasSameMedia(folder, known)) changed.push({ found, known });
    }
  }
  return changed;
}

/** What is at some paths of a folder. */
export function findFiles(folder: string, paths: readonly string[]): Scan {
  const found = paths.map((path) => findFile(folder, path));
  return { files: found.flatMap(({ files }) => files), problems: found.flatMap(({ problems }) => problems) };
}

/** A file that cannot be looked at, or whose folder cannot, is not gone: what was published of it stays. */
const isHidden = (path: string, problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.path === path || (problem.path.endsWith('/') && path.startsWith(problem.path)));
