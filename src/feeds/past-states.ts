import { LRUCache } from 'lru-cache';
import type { PastState } from './delta.ts';

/** What a word of a state weighs in memory, and what a state weighs besides. */
const WORD_BYTES = 120;
const STATE_BYTES = 400;

/** Remembers in bounded memory what each feed showed under which ETag. */
export class PastStates {
  readonly #states: LRUCache<string, PastState>;

  /** States let go of because the memory was full. */
  evictions = 0;

  constructor(maxBytes: number) {
    this.#states = new LRUCache({
      maxSize: maxBytes,
      dispose: (_state, _key, reason) => {
        if (reason === 'evict') this.evictions += 1;
      },
      sizeCalculation: (state, key) => state.size * WORD_BYTES + key.length * 2 + STATE_BYTES,
    });
  }

  remember(path: string, etag: string, state: PastState): void {
    this.#states.set(`${path} ${etag}`, state);
  }

  /** Undefined for a state that never was, or was long ago. */
  recall(path: string, etag: string): PastState | undefined {
    return this.#states.get(`${path} ${etag}`);
  }
}
