import { ingest } from '../content/ingest.ts';
import type { Problem } from '../model/changes.ts';
import type { Store } from '../store/store.ts';
import { now } from './clock.ts';
import type { Config } from './config.ts';
import { articleSettings } from './folder.ts';
import type { Logger } from './log.ts';
import { createProgress } from './progress.ts';

/**
 * Makes the function that brings the store up to date with the folder and logs what came of it. A problem that stays
 * from one look to the next (a link that leads nowhere, say) is told once.
 */
export function folderReader(config: Config, store: Store, log: Logger): (paths?: readonly string[]) => Promise<void> {
  let told: ReadonlySet<string> = new Set();
  return async (paths) => {
    const progress = createProgress('reading the folder');
    const { problems, read, removed } = await ingest({
      folder: config.contentFolder,
      store,
      settings: articleSettings(config),
      now,
      onProgress: progress.show,
      ...(paths === undefined ? {} : { paths }),
    });
    progress.end();
    const errors = problems.filter(({ severity }) => severity === 'error');
    for (const problem of errors) if (!told.has(nameOf(problem))) warn(problem, log);
    told = new Set([...(paths === undefined ? [] : told), ...errors.map(nameOf)]);
    if (read + removed > 0) log.info({ read, removed }, 'the folder was read');
  };
}

const nameOf = (problem: Problem): string => JSON.stringify(problem);

const warn = ({ path, line, message }: Problem, log: Logger): void =>
  log.warn({ path, ...(line === undefined ? {} : { line }) }, message);
