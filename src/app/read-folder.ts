import { FarReader } from '../content/folder/far-reader.ts';
import { ingest } from '../content/folder/ingest.ts';
import type { Problem } from '../model/changes.ts';
import type { Store } from '../store/store.ts';
import { now } from './clock.ts';
import type { Config } from './config.ts';
import { articleSettings } from './folder.ts';
import type { Logger } from './log.ts';
import { createProgress } from './progress.ts';

export interface FolderReader {
  /** Reads what is new or changed in the folder, or at some paths of it. */
  readonly read: (paths?: readonly string[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** After so many files, read or only looked at, the other thread has grown so large that its memory is better given back. */
const MUCH = 1_000;

/**
 * Makes the function that brings the store up to date with the folder and logs what came of it. A problem that stays
 * from one look to the next (a link that leads nowhere, say) is told once.
 */
export function folderReader(config: Config, store: Store, log: Logger): FolderReader {
  let told: ReadonlySet<string> = new Set();
  // A database in memory is another one in each thread.
  const farReader =
    config.database === ':memory:'
      ? undefined
      : new FarReader({
          folder: config.contentFolder,
          database: config.database,
          settings: articleSettings(config),
        });
  const read = async (paths?: readonly string[]): Promise<void> => {
    const progress = createProgress('reading the folder');
    const {
      files,
      problems,
      read: done,
      removed,
    } = await ingest({
      folder: config.contentFolder,
      store,
      settings: articleSettings(config),
      now,
      onProgress: progress.show,
      ...(paths === undefined ? {} : { paths }),
      ...(farReader === undefined ? {} : { farReader }),
    });
    progress.end();
    const errors = problems.filter(({ severity }) => severity === 'error');
    for (const problem of errors) if (!told.has(nameOf(problem))) warn(problem, log);
    told = new Set([...(paths === undefined ? [] : told), ...errors.map(nameOf)]);
    if (done + removed > 0) log.info({ read: done, removed }, 'the folder was read');
    if ((paths === undefined ? files : done) > MUCH) await farReader?.rest();
  };
  return { read, stop: async () => farReader?.rest() };
}

const nameOf = (problem: Problem): string => JSON.stringify(problem);

const warn = ({ path, line, message }: Problem, log: Logger): void =>
  log.warn({ path, ...(line === undefined ? {} : { line }) }, message);
