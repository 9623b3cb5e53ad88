import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listenToFolder } from './folder-events.ts';

/** Files are written in several steps: one is looked at when nothing was heard of it for so long, … */
const QUIET_MS = 8;
/** … and when something is missing, after so long: some editors take the old file away before they put the new one. */
const MISSING_MS = 60;
/** Whatever is heard, nothing waits longer. */
const LONGEST_WAIT_MS = 250;
/** More paths at a time are found by looking through. */
const MOST_PATHS = 500;
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
  /**
   * Brings everything up to date, or the files at these paths (inside the folder, with `/`); is never called twice at a
   * time.
   */
  readonly onChange: (paths?: readonly string[]) => Promise<void>;
  /** Events are not to be had (too many folders for this system, say); looking through goes on. */
  readonly onFault: (error: unknown) => void;
}

/**
 * Calls `onChange` soon after article files of the folder were added, changed or removed: with their paths as the events
 * of the file system tell them, and besides for everything every 0.7 seconds or, in a large folder, as often as costs 2 %
 * of the time.
 */
export function watchFolder({ folder, onChange, onFault }: WatchOptions): Watching {
  /** When each path was last heard of, since the first of them. */
  const heard = new Map<string, number>();
  let firstHeard = 0;
  let isAllWanted = false;
  let running: Promise<void> | undefined;
  let isStopped = false;
  let soon: NodeJS.Timeout | undefined;
  let later: NodeJS.Timeout | undefined;

  const planLook = (pauseMs: number): void => {
    clearTimeout(later);
    if (!isStopped) later = setTimeout(lookThrough, pauseMs);
  };
  const run = (work: () => Promise<void>): void => {
    running = work()
      .catch(onFault)
      .finally(() => {
        running = undefined;
        if (isAllWanted) planLook(QUIET_MS);
        else planHeard(QUIET_MS);
      });
  };
  const lookThrough = (): void => {
    if (running !== undefined) {
      isAllWanted = true;
      return;
    }
    isAllWanted = false;
    const started = performance.now();
    run(() => onChange().finally(() => planLook(Math.max(LEAST_PAUSE_MS, (performance.now() - started) / MOST_SHARE))));
  };

  const planHeard = (pauseMs: number): void => {
    if (!isStopped && heard.size > 0) soon ??= setTimeout(lookAtHeard, pauseMs);
  };
  /** How long to wait still, for files that are being written, moved or put in another's place. */
  const toWaitMs = (now: number): number => {
    const waitedMs = now - firstHeard;
    if (waitedMs >= LONGEST_WAIT_MS) return 0;
    const quietMs = now - Math.max(...heard.values());
    const isMissing = waitedMs < MISSING_MS && [...heard.keys()].some((path) => !existsSync(join(folder, path)));
    return Math.max(0, QUIET_MS - quietMs, isMissing ? MISSING_MS - waitedMs : 0);
  };
  const lookAtHeard = (): void => {
    soon = undefined;
    if (running !== undefined || heard.size === 0) return;
    const waitMs = heard.size > MOST_PATHS ? 0 : toWaitMs(performance.now());
    if (waitMs > 0) {
      planHeard(waitMs);
      return;
    }
    const paths = [...heard.keys()];
    heard.clear();
    if (paths.length > MOST_PATHS) lookThrough();
    else run(() => onChange(paths));
  };

  const events = listenToFolder({
    folder,
    onFault,
    onEvent: (path) => {
      if (path === undefined) {
        planLook(QUIET_MS);
        return;
      }
      const now = performance.now();
      if (heard.size === 0) firstHeard = now;
      heard.set(path, now);
      planHeard(QUIET_MS);
    },
  });
  planLook(LEAST_PAUSE_MS);
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(soon);
      clearTimeout(later);
      events.close();
      await running;
    },
  };
}
