import { LRUCache } from 'lru-cache';
import { jsonItem, jsonRemoval } from '../feeds/json-item.ts';
import type { Article } from '../model/article.ts';
import type { JournalEntry, JournalPlace } from '../model/journal.ts';
import type { Site } from '../model/site.ts';
import { toInstant } from '../time/instant.ts';
import type { News } from './news.ts';

/** Bytes of a stream of Server-Sent Events (WHATWG HTML §9.2): one event, several, or a part of one's own meaning. */
export type Chunk = Uint8Array<ArrayBuffer>;

/** After how many milliseconds a browser comes back that has lost its stream. */
const RETRY_MS = 3_000;
const MAX_KEPT_BYTES = 4 * 1024 * 1024;
const OVERHEAD_BYTES = 300;
const SECOND_MS = 1_000;

const encoder = new TextEncoder();
const chunkOf = (...lines: readonly string[]): Chunk => encoder.encode(`${lines.join('\n')}\n\n`);

/** Begins every stream. */
export const opening = (): Chunk => chunkOf(`retry: ${RETRY_MS}`);

/** Says where the stream stands, without an event: what a browser sends back as `Last-Event-ID`. */
export const placeMark = (place: JournalPlace): Chunk => chunkOf(`id: ${place}`);

/** A comment, so that proxies see life; with the place where that is another one than at the last beat. */
export const heartbeat = (place?: JournalPlace): Chunk =>
  place === undefined ? chunkOf(':') : chunkOf(':', `id: ${place}`);

/** Says that what the listener knows cannot be continued; the items of the feed follow, the newest last. */
export const resetEvent = (site: Site, feedAddress: string, articles: readonly Article[]): Chunk =>
  Buffer.concat([
    chunkOf('event: reset', `data: ${JSON.stringify({ feed_url: feedAddress })}`),
    ...articles.toReversed().map((article) => chunkOf(`data: ${jsonItem(site, article)}`)),
  ]);

/** Makes the events of entries, each once for all who listen, and for those who come back a while later. */
export class LiveEvents {
  readonly #site: Site;
  readonly #kept = new LRUCache<string, Chunk>({
    maxSize: MAX_KEPT_BYTES,
    sizeCalculation: (chunk) => chunk.byteLength + OVERHEAD_BYTES,
  });

  constructor(site: Site) {
    this.#site = site;
  }

  /** An item of JSON Feed, or `event: removed` with the id. Undefined where there is nothing to tell. */
  eventOf(entry: JournalEntry, news: News): Chunk | undefined {
    const { place, id, at, article } = entry;
    if (news === 'removal') {
      const removedAt = toInstant(at - (at % SECOND_MS)) ?? at;
      return chunkOf(`id: ${place}`, 'event: removed', `data: ${jsonRemoval({ id, removedAt })}`);
    }
    if (news === undefined || article === undefined) return undefined;
    const known = this.#kept.get(place);
    if (known !== undefined) return known;
    const chunk = chunkOf(`id: ${place}`, `data: ${jsonItem(this.#site, article)}`);
    this.#kept.set(place, chunk);
    return chunk;
  }
}
