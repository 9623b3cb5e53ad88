import type { Store } from '../store/store.ts';
import { now } from './clock.ts';
import type { Logger } from './log.ts';

/** A timer of Node cannot wait longer than this; and a machine that slept is late by no more. */
const MAX_WAIT_MS = 60_000;

export interface Due {
  /** Looks when the next article or tombstone is due: at the start, and after each change of the folder. */
  look(): void;
  stop(): void;
}

/** Publishes articles that are dated in the future when their time comes, and lets go of old tombstones. */
export function publishOnTime(store: Store, log: Logger): Due {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const plan = async (): Promise<void> => {
    const change = await store.publishDue(now());
    if (change !== undefined) log.info({ terms: change.terms.length }, 'the time of an article has come');
    await store.dropTombstones(now());
    const next = await store.nextDue();
    clearTimeout(timer);
    if (next === undefined || isStopped) return;
    timer = setTimeout(look, Math.min(MAX_WAIT_MS, Math.max(1, next - now())));
    timer.unref();
  };
  const look = (): void => {
    plan().catch((error: unknown) => log.error({ err: error }, 'articles that are due could not be published'));
  };
  return {
    look,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
