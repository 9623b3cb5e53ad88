import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzip, gzip, zstdCompress } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { Snapshot } from '../model/snapshot.ts';

/** The content codings that a feed is offered in besides its plain bytes, the one to prefer first. */
export const CODINGS = ['zstd', 'br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** How a body is coded: `joined` is gzip, too, of finished pieces, and so of other bytes. */
export type BodyForm = Coding | 'joined';

/** What tells the ETags of one body's forms apart. */
const ETAG_ENDS: Readonly<Record<BodyForm, string>> = { zstd: '-zstd"', br: '-br"', gzip: '-gzip"', joined: '-gzip0"' };

/** The content coding of a form (RFC 9110 §8.4.1). */
const codingOf = (form: BodyForm): Coding => (form === 'joined' ? 'gzip' : form);

type Bytes = Uint8Array<ArrayBuffer>;

/** A feed or a page as it is before coding. */
export type Plain = Pick<Snapshot, 'body' | 'etag'>;

const gzipped = promisify<Bytes, object, Bytes>(gzip);
const gunzipped = promisify<Bytes, Bytes>(gunzip);
const brotlied = promisify<Bytes, object, Bytes>(brotliCompress);
const zstdded = promisify<Bytes, object, Bytes>(zstdCompress);

/** Levels at which one feed of 120 KB takes a few milliseconds and is about as small as it gets for that. */
const ENCODERS: Readonly<Record<Coding, (body: Bytes) => Promise<Bytes>>> = {
  gzip: (body) => gzipped(body, { level: constants.Z_DEFAULT_COMPRESSION }),
  br: (body) => brotlied(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  zstd: (body) => zstdded(body, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }),
};

/** The strong ETag of these bytes: the same wherever and whenever they are made. 162 bits tell all bytes apart. */
export const etagOf = (body: Bytes): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

/** The ETag of the same in another form: other bytes, so another strong tag (RFC 9110 §8.8.3.3). */
export const codedEtag = (etag: string, form: BodyForm): string => etag.slice(0, -1) + ETAG_ENDS[form];

/** The ETag before coding, of an ETag in any coding. */
export function plainEtag(etag: string): string {
  const end = Object.values(ETAG_ENDS).find((one) => etag.endsWith(one));
  return end === undefined ? etag : `${etag.slice(0, -end.length)}"`;
}

/** What Node's zlib answers may be the small start of a large buffer, all of which would be kept. */
const exact = (bytes: Bytes): Bytes => (bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes));

/** Nobody waits for joined bodies to be compressed as a whole: those that find no room now are asked for again. */
const MOST_AT_A_TIME = 2;

const nothing = (): void => undefined;

/** What can join the gzip of a feed of finished pieces. */
export interface Joiner {
  readonly canGzip: (plain: Plain) => boolean;
  readonly gzip: (plain: Plain) => Promise<Bytes | undefined>;
}

/** Where bytes go that memory has no room for, under a name that stands for just these bytes. */
export interface BackRoom {
  put(name: string, bytes: Bytes): void;
  /** Undefined for what is not there any more. */
  get(name: string): Bytes | undefined;
}

export interface EncodedOptions {
  readonly joiner?: Joiner;
  readonly backRoom?: BackRoom;
}

/**
 * Keeps the compressed bytes of feeds and pages in bounded memory, and what has no room there in a back room, if there is
 * one. They are found by their ETag, so a change needs no clearing.
 */
export class EncodedBodies {
  readonly #ready: LRUCache<string, Bytes>;
  readonly #working = new Map<string, Promise<Bytes>>();

  readonly #joiner: Joiner | undefined;
  readonly #backRoom: BackRoom | undefined;
  /** Joined bodies that are just being compressed as a whole. */
  #compressing = 0;
  /** Bodies let go of because the memory was full. */
  evictions = 0;

  constructor(maxBytes: number, { joiner, backRoom }: EncodedOptions = {}) {
    this.#joiner = joiner;
    this.#backRoom = backRoom;
    this.#ready = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (body) => body.byteLength + 256,
      dispose: (body, etag, reason) => {
        if (reason !== 'evict') return;
        this.evictions += 1;
        backRoom?.put(etag, body);
      },
    });
  }

  /** Bytes of compressed feeds and pages in memory. */
  get bytes(): number {
    return this.#ready.calculatedSize;
  }

  /**
   * The form in which a body is best sent just now in this coding: gzip is joined of pieces where that can be done, until
   * it was compressed as a whole.
   */
  formFor(plain: Plain, coding: Coding): BodyForm {
    if (coding !== 'gzip' || this.#joiner === undefined || this.readyAt(codedEtag(plain.etag, 'gzip'))) return coding;
    const isJoined = this.readyAt(codedEtag(plain.etag, 'joined')) !== undefined;
    return isJoined || this.#joiner.canGzip(plain) ? 'joined' : coding;
  }

  /** The compressed bytes, if they are at hand. Joined ones that are asked for again are worth compressing as a whole. */
  ready({ etag }: Pick<Plain, 'etag'>, form: BodyForm): Bytes | undefined {
    const found = this.readyAt(codedEtag(etag, form));
    // If that fails, whoever asks for it next is told.
    if (found !== undefined && form === 'joined') this.#compressJoined(etag, found).then(nothing, nothing);
    return found;
  }

  /** The same by their own ETag. */
  readyAt(etag: string): Bytes | undefined {
    const ready = this.#ready.get(etag);
    if (ready !== undefined || this.#backRoom === undefined) return ready;
    const found = this.#backRoom.get(etag);
    if (found !== undefined) this.#ready.set(etag, found);
    return found;
  }

  async #compressJoined(etag: string, joined: Bytes): Promise<void> {
    const gzipEtag = codedEtag(etag, 'gzip');
    if (this.#compressing >= MOST_AT_A_TIME || this.#working.has(gzipEtag) || this.readyAt(gzipEtag)) return;
    this.#compressing += 1;
    try {
      await this.#once(gzipEtag, async () => exact(await ENCODERS.gzip(await gunzipped(joined))));
      this.#ready.delete(codedEtag(etag, 'joined'));
    } finally {
      this.#compressing -= 1;
    }
  }

  /** The compressed bytes, made off the main thread if need be, once for all who ask at the same time. */
  encode(plain: Plain, form: BodyForm): Promise<Bytes> {
    const etag = codedEtag(plain.etag, form);
    const ready = this.readyAt(etag);
    return ready === undefined ? this.#once(etag, () => this.#code(plain, form)) : Promise.resolve(ready);
  }

  #once(etag: string, make: () => Promise<Bytes>): Promise<Bytes> {
    const known = this.#working.get(etag);
    if (known !== undefined) return known;
    const working = make()
      .then((coded) => {
        this.#ready.set(etag, coded);
        return coded;
      })
      .finally(() => this.#working.delete(etag));
    this.#working.set(etag, working);
    return working;
  }

  async #code(plain: Plain, form: BodyForm): Promise<Bytes> {
    const joined = form === 'joined' ? await this.#joiner?.gzip(plain) : undefined;
    return joined ?? exact(await ENCODERS[codingOf(form)](plain.body));
  }
}
