import { LRUCache } from 'lru-cache';
import type { Neighbours } from '../model/archive-name.ts';
import { type FeedKey, readFeedPath } from '../model/feed-key.ts';
import type { Instant } from '../model/instant.ts';
import { changeKeys } from '../model/selection.ts';
import type { SnapshotHead } from '../model/snapshot.ts';
import { toInstant } from '../time/instant.ts';
import { CONTENT_TYPES } from './render.ts';

const SECOND_MS = 1000;
/** For the states of some 60,000 feeds: three formats of 20,000 tags. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Two states of a feed that were both shown never share a second, since If-Modified-Since could not tell them apart. */
export const laterThan = (last: Instant | undefined, changedAt: Instant): Instant =>
  last === undefined || last < changedAt ? changedAt : (toInstant(last + SECOND_MS) ?? changedAt);

interface State {
  readonly etag: string;
  readonly changedAt: Instant;
  readonly neighbours: Neighbours;
  /** How many changes had been told when it was read. */
  readonly readAfter: number;
}

/**
 * Remembers the last state of each feed, without its bytes: one made anew to the same bytes keeps its time, and one whose
 * bytes lie elsewhere is known to hold still.
 */
export class FeedStates {
  /** By path. */
  readonly #states = new LRUCache<string, State>({
    maxSize: MAX_BYTES,
    sizeCalculation: (_state, path) => path.length + 200,
  });
  /** When each thing that feeds depend on last changed, counted in changes. */
  readonly #changed = new Map<string, number>();
  /** Changes that were told. */
  #changes = 0;

  get changes(): number {
    return this.#changes;
  }

  /** Is told what changed: `changeKeys`. */
  forget(dependencies: Iterable<string>): void {
    this.#changes += 1;
    for (const dependency of dependencies) this.#changed.set(dependency, this.#changes);
  }

  /** Notes the bytes of a feed that was read after so many changes. */
  note(
    path: string,
    key: FeedKey,
    read: Pick<SnapshotHead, 'etag' | 'changedAt' | 'neighbours'>,
    readAfter: number,
  ): SnapshotHead {
    const last = this.#states.get(path);
    const changedAt = last?.etag === read.etag ? last.changedAt : laterThan(last?.changedAt, read.changedAt);
    const state = { ...read, changedAt, readAfter };
    this.#states.set(path, state);
    return headOf(key, state);
  }

  /** The state of a feed, if nothing that it depends on has changed since it was read. */
  recall(path: string): SnapshotHead | undefined {
    const state = this.#states.get(path);
    const key = state && readFeedPath(path);
    if (state === undefined || key === undefined) return undefined;
    const isGood = changeKeys(key.selection).every((key) => (this.#changed.get(key) ?? 0) <= state.readAfter);
    return isGood ? headOf(key, state) : undefined;
  }
}

const headOf = (key: FeedKey, { etag, changedAt, neighbours }: State): SnapshotHead => ({
  key,
  neighbours,
  contentType: CONTENT_TYPES[key.format],
  etag,
  changedAt,
});
