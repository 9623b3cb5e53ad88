import { watch } from 'chokidar';
import { isArticleFile } from './forms.ts';

/** Editors and copies write in several steps; their events are gathered for this long. */
const GATHER_MS = 40;
/** A folder is looked through this often although no event came: mounts of other systems send none. */
const LEAST_PAUSE_MS = 700;
/** Looking through takes at most this share of the time, however many files there are. */
const MOST_SHARE = 0.02;

export interface Watching {
  /** Ends the watching; a look that has begun is waited for. */
  stop(): Promise<void>;
}

export interface WatchOptions {
  readonly folder: string;
  /** Brings everything up to date; is never called twice at a time. */
  readonly onChange: () => Promise<void>;
  /** Events are not to be had (too many folders for this system, say); looking through goes on. */
  readonly onFault: (error: unknown) => void;
}

/**
 * Calls `onChange` soon after an article file of the folder was added, changed or removed: by the events of the file
 * system, and besides by looking through every 0.7 seconds or, in a large folder, as often as costs 2 % of the time.
 */
export function watchFolder({ folder, onChange, onFault }: WatchOptions): Watching {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isAgain = false;
  let isStopped = false;

  const plan = (pauseMs: number): void => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(look, pauseMs);
  };
  const look = (): void => {
    if (running !== undefined) {
      isAgain = true;
      return;
    }
    const started = performance.now();
    running = onChange()
      .catch(onFault)
      .finally(() => {
        running = undefined;
        const tookMs = performance.now() - started;
        plan(isAgain ? GATHER_MS : Math.max(LEAST_PAUSE_MS, tookMs / MOST_SHARE));
        isAgain = false;
      });
  };

  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path, stats) => /[/\\]\.[^/\\]+$/.test(path) || (stats?.isFile() === true && !isArticleFile(path)),
  });
  watcher.on('all', () => plan(GATHER_MS));
  watcher.on('error', onFault);
  plan(LEAST_PAUSE_MS);
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await watcher.close();
      await running;
    },
  };
}
