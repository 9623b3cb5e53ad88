import { type FSWatcher, lstatSync, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isArticleFile } from '../article-files.ts';

export interface FolderEventsOptions {
  readonly folder: string;
  /** Is told the path of an article file that may have changed; undefined when anything may have. */
  readonly onEvent: (path: string | undefined) => void;
  /** Events are not to be had, here or there. */
  readonly onFault: (error: unknown) => void;
}

export interface FolderEvents {
  close(): void;
}

/** Systems that tell of everything below a folder by themselves. Linux tells of each folder by itself. */
const TELLS_OF_ALL: ReadonlySet<string> = new Set(['darwin', 'win32']);

/**
 * Listens to the file system: which article files of a folder and its folders are touched. One watch for each folder and
 * none for a file, so that a hundred thousand files cost no more than the folders they lie in.
 */
export function listenToFolder(options: FolderEventsOptions): FolderEvents {
  return TELLS_OF_ALL.has(process.platform) ? listenToAll(options) : new FolderListener(options);
}

const isHiddenPath = (path: string): boolean => path.split('/').some((name) => name.startsWith('.'));

function listenToAll({ folder, onEvent, onFault }: FolderEventsOptions): FolderEvents {
  const watcher = watch(folder, { recursive: true }, (_type, name) => {
    const path = name?.split(sep).join('/');
    if (path === undefined) onEvent(undefined);
    else if (!isHiddenPath(path)) onEvent(isArticleFile(path) ? path : undefined);
  });
  watcher.on('error', onFault);
  return watcher;
}

class FolderListener implements FolderEvents {
  readonly #options: FolderEventsOptions;
  /** By the path of the folder, with a slash at its end; empty for the whole. */
  readonly #watchers = new Map<string, FSWatcher>();
  #isClosed = false;

  constructor(options: FolderEventsOptions) {
    this.#options = options;
    this.#listen('').catch(options.onFault);
  }

  close(): void {
    this.#isClosed = true;
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  /** Listens to a folder and those in it. Links are not followed: looking through finds what lies behind them. */
  async #listen(start: string): Promise<void> {
    const waiting = [start];
    for (let inside = waiting.pop(); inside !== undefined; inside = waiting.pop()) {
      if (this.#isClosed) return;
      this.#watch(inside);
      for (const entry of await readdir(join(this.#options.folder, inside), { withFileTypes: true })) {
        if (entry.isDirectory() && !entry.name.startsWith('.')) waiting.push(`${inside}${entry.name}/`);
      }
    }
  }

  #watch(inside: string): void {
    if (this.#isClosed || this.#watchers.has(inside)) return;
    const watcher = watch(join(this.#options.folder, inside), (type, name) => this.#hear(inside, type, name));
    // The folder has gone, say.
    watcher.on('error', () => this.#leave(inside));
    this.#watchers.set(inside, watcher);
  }

  #hear(inside: string, type: string, name: string | null): void {
    const { onEvent } = this.#options;
    if (name === null || name.startsWith('.')) {
      if (name === null) onEvent(undefined);
      return;
    }
    const path = `${inside}${name}`;
    if (type === 'rename' && (this.#watchers.has(`${path}/`) || this.#isFolder(path))) {
      this.#leave(`${path}/`);
      // What was put into it before it was listened to is found by looking through.
      this.#listen(`${path}/`)
        .catch(gone)
        .finally(() => onEvent(undefined));
    } else if (isArticleFile(path)) onEvent(path);
  }

  #isFolder(path: string): boolean {
    return lstatSync(join(this.#options.folder, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
  }

  #leave(inside: string): void {
    for (const [path, watcher] of [...this.#watchers]) {
      if (!path.startsWith(inside)) continue;
      watcher.close();
      this.#watchers.delete(path);
    }
  }
}

/** A folder that is not there any more has nothing to be heard of. */
const gone = (): void => undefined;
