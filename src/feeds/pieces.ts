import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, deflateRawSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';

import type { FeedKey, Format } from '../model/feed-key.ts';
import type { Site } from '../model/site.ts';
import type { StoredOutline } from '../store/store.ts';
import { articleWord, type PastState, pastStateOf } from './delta.ts';
import type { Plain } from './encodings.ts';
import { renderParts } from './render.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** An article as it stands in every feed of one format. */
interface Piece {
  readonly bytes: Bytes;
  /** What a past state remembers of it. */
  readonly word: string;
  /** The bytes deflated, up to a byte's end and without an end of the stream; made when first asked for. */
  deflated: Bytes | undefined;
}

/** An article in the formats that it was rendered in. */
type Pieced = Readonly<Partial<Record<Format, Piece>>>;

/** Where the pieces of a finished document are. */
interface Recipe {
  readonly format: Format;
  readonly marks: readonly string[];
  readonly startBytes: number;
  readonly betweenBytes: number;
}

export interface Assembled {
  readonly body: Bytes;
  readonly state: PastState;
}

/** What an article weighs besides its pieces, and a piece besides its bytes: mark, word, records, headers of buffers. */
const OVERHEAD_BYTES = 400;
/** Deflated, text takes about half; room for it is counted from the start. */
const DEFLATED_SHARE = 0.5;
/** Smaller documents are compressed as quickly as they are joined. */
const LEAST_JOINED_BYTES = 16 * 1024;

const deflateRawed = promisify<Bytes, object, Bytes>(deflateRaw);

/**
 * Keeps each article as it stands in feeds, in bounded memory: rendered once for each format, by the mark that the store
 * gives it. A feed that nobody has asked for yet is then put together by copying, and so is its gzip.
 */
export class Pieces {
  readonly #site: Site;
  /** By mark. */
  readonly #pieces: LRUCache<string, Pieced>;
  /** By the bytes of the document. */
  readonly #recipes = new WeakMap<Bytes, Recipe>();
  /** Articles rendered since the start. */
  renders = 0;
  /** Articles let go of because the memory was full. */
  evictions = 0;

  constructor(site: Site, maxBytes: number) {
    this.#site = site;
    this.#pieces = new LRUCache({
      maxSize: maxBytes,
      dispose: (_pieced, _mark, reason) => {
        if (reason === 'evict') this.evictions += 1;
      },
      sizeCalculation: (pieced) => Object.values(pieced).reduce((sum, piece) => sum + weightOf(piece), OVERHEAD_BYTES),
    });
  }

  /** Bytes of pieces in memory. */
  get bytes(): number {
    return this.#pieces.calculatedSize;
  }

  /** Whether an article need not be read for a feed of this format. Reading begins and ends before any other call. */
  knows(format: Format, mark: string): boolean {
    return this.#pieces.get(mark)?.[format] !== undefined;
  }

  /** Puts a feed together. Undefined when a piece has gone meanwhile: the memory is too small for this feed. */
  assemble(key: FeedKey, outline: StoredOutline): Assembled | undefined {
    const { format } = key;
    const missing = outline.articles.flatMap(({ article, mark }) => (article === undefined ? [] : { article, mark }));
    const fresh = missing.map(({ article }) => article);
    const parts = renderParts(this.#site, key, { ...outline, neighbours: outline }, fresh);
    const made = new Map<string, Piece>();
    for (const [place, { article, mark }] of missing.entries()) {
      const bytes = encoder.encode(parts.entries[place] ?? '');
      made.set(mark, { bytes, word: articleWord(article), deflated: undefined });
    }
    this.renders += made.size;
    const pieces: Piece[] = [];
    for (const { mark } of outline.articles) {
      const piece = made.get(mark) ?? this.#pieces.get(mark)?.[format];
      if (piece === undefined) return undefined;
      pieces.push(piece);
    }
    for (const [mark, piece] of made) this.#pieces.set(mark, { ...this.#pieces.peek(mark), [format]: piece });
    const frame = { start: encoder.encode(parts.start), between: encoder.encode(parts.between) };
    const body = joined(frame.start, frame.between, pieces, encoder.encode(parts.end));
    this.#recipes.set(body, {
      format,
      marks: outline.articles.map(({ mark }) => mark),
      startBytes: frame.start.byteLength,
      betweenBytes: frame.between.byteLength,
    });
    return {
      body,
      state: pastStateOf(
        pieces.map(({ word }) => word),
        outline.tombstones,
      ),
    };
  }

  /** Whether the gzip of a document can be joined: it was put together here, of pieces that are in memory still. */
  canGzip({ body }: Pick<Plain, 'body'>): boolean {
    const recipe = this.#recipes.get(body);
    return (
      recipe !== undefined &&
      body.byteLength >= LEAST_JOINED_BYTES &&
      recipe.marks.every((mark) => this.#pieces.peek(mark)?.[recipe.format] !== undefined)
    );
  }

  /**
   * The gzip (RFC 1952) of a document, joined of its pieces: one member, a third larger than if it was compressed as a
   * whole, for a copy's worth of work once they are deflated. Undefined where `canGzip` says no.
   */
  async gzip({ body }: Pick<Plain, 'body'>): Promise<Bytes | undefined> {
    const recipe = this.#recipes.get(body);
    if (recipe === undefined) return undefined;
    const pieces: Piece[] = [];
    for (const mark of recipe.marks) {
      const piece = this.#pieces.get(mark)?.[recipe.format];
      if (piece === undefined) return undefined;
      pieces.push(piece);
    }
    await Promise.all(pieces.map(deflate));
    return gzipOf(body, recipe, pieces);
  }
}

const encoder = new TextEncoder();
const weightOf = ({ bytes }: Piece): number => Math.ceil(bytes.byteLength * (1 + DEFLATED_SHARE)) + OVERHEAD_BYTES;

function joined(start: Bytes, between: Bytes, pieces: readonly Piece[], end: Bytes): Bytes {
  const parts = [start, ...pieces.flatMap(({ bytes }, place) => (place === 0 ? bytes : [between, bytes])), end];
  return inOne(parts);
}

function inOne(parts: readonly Uint8Array[]): Bytes {
  // Every byte is written below: filling it with zeros first takes as long again.
  const whole = Buffer.allocUnsafeSlow(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

async function deflate(piece: Piece): Promise<void> {
  const { bytes } = piece;
  if (piece.deflated !== undefined) return;
  piece.deflated =
    bytes.byteLength <= SMALL_BYTES
      ? new Uint8Array(deflateRawSync(bytes, SMALL_DEFLATE))
      : await deflateRawed(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
}

/** An article of this size is deflated in less time than another thread takes to be asked, … */
const SMALL_BYTES = 16 * 1024;
/** … and needs no larger tables: making these takes longer than filling them. */
const SMALL_DEFLATE = { finishFlush: constants.Z_SYNC_FLUSH, windowBits: 13, memLevel: 6 };

/** No name, no time, and no word on the system (RFC 1952 §2.3). */
const GZIP_HEAD = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
/** A last block with nothing in it (RFC 1951 §3.2.6). */
const LAST_BLOCK = Uint8Array.of(3, 0);

function gzipOf(body: Bytes, { startBytes, betweenBytes }: Recipe, pieces: readonly Piece[]): Bytes {
  const parts: Uint8Array[] = [GZIP_HEAD, ...stored(body.subarray(0, startBytes))];
  let at = startBytes;
  for (const [place, { bytes, deflated = new Uint8Array() }] of pieces.entries()) {
    if (place > 0) {
      parts.push(...stored(body.subarray(at, at + betweenBytes)));
      at += betweenBytes;
    }
    parts.push(deflated);
    at += bytes.byteLength;
  }
  const tail = new DataView(new ArrayBuffer(8));
  tail.setUint32(0, crc32(body), true);
  tail.setUint32(4, body.byteLength, true);
  parts.push(...stored(body.subarray(at)), LAST_BLOCK, new Uint8Array(tail.buffer));
  return inOne(parts);
}

const MOST_STORED = 0xffff;

/** Bytes as they are, in blocks without compression (RFC 1951 §3.2.4). What is before must end on a whole byte. */
function stored(bytes: Uint8Array): readonly Uint8Array[] {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < bytes.byteLength; at += MOST_STORED) {
    const block = bytes.subarray(at, at + MOST_STORED);
    const { byteLength } = block;
    blocks.push(
      Uint8Array.of(0, byteLength & 255, byteLength >> 8, ~byteLength & 255, (~byteLength >> 8) & 255),
      block,
    );
  }
  return blocks;
}
