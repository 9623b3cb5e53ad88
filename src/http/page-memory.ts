import { LRUCache } from 'lru-cache';
import { etagOf } from '../feeds/encodings.ts';
import type { Representation } from './prepared-fields.ts';

/** What the large pages and lists weigh besides their bytes. */
const OVERHEAD_BYTES = 1_024;

/**
 * Keeps the pages and lists that show the whole site, in bounded memory, until a change makes them old: with many tags
 * each takes long to make. Found by a name; made once for all who ask meanwhile.
 */
export class PageMemory {
  readonly #ready: LRUCache<string, Representation>;
  readonly #making = new Map<string, Promise<Representation>>();
  /** Pages made since the start. */
  renders = 0;
  /** Pages let go of because the memory was full. */
  evictions = 0;

  constructor(maxBytes: number) {
    this.#ready = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ body }) => body.byteLength + OVERHEAD_BYTES,
      dispose: (_page, _name, reason) => {
        if (reason === 'evict') this.evictions += 1;
      },
    });
  }

  /** Bytes of finished pages in memory. */
  get bytes(): number {
    return this.#ready.calculatedSize;
  }

  /**
   * The page of this name. `make` is called when it is not in memory, and reads what it shows within that call: it shows
   * every change that was told before it was asked for. Rejects with what `make` throws, and keeps nothing then.
   */
  page(name: string, make: () => Promise<string>): Representation | Promise<Representation> {
    return this.#ready.get(name) ?? this.#making.get(name) ?? this.#make(name, make);
  }

  /** To be called at each change. Who is waiting for a page gets it; who comes later gets another. */
  forget(): void {
    this.#ready.clear();
    this.#making.clear();
  }

  #make(name: string, make: () => Promise<string>): Promise<Representation> {
    const making: Promise<Representation> = make()
      .then((text) => {
        this.renders += 1;
        const body = new TextEncoder().encode(text);
        const page = { body, etag: etagOf(body) };
        if (this.#making.get(name) === making) this.#ready.set(name, page);
        return page;
      })
      .finally(() => {
        if (this.#making.get(name) === making) this.#making.delete(name);
      });
    this.#making.set(name, making);
    return making;
  }
}
