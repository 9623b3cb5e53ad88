import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';
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

const nothing = (): void => undefined;

/** What can join the gzip of a feed of finished pieces. */
export interface Joiner {
  readonly canGzip: (plain: Plain) => boolean;
  readonly gzip: (plain: Plain) => Promise<Bytes | undefined>;
}

/** Keeps the compressed bytes of feeds and pages in bounded memory. They are found by their ETag, so a change needs no clearing. */
export class EncodedBodies {
  readonly #ready: LRUCache<string, Bytes>;
  readonly #working = new Map<string, Promise<Bytes>>();

  readonly #joiner: Joiner | undefined;
  /** Bodies let go of because the memory was full. */
  evictions = 0;

  constructor(maxBytes: number, joiner?: Joiner) {
    this.#joiner = joiner;
    this.#ready = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (body) => body.byteLength + 256,
      dispose: (_body, _etag, reason) => {
        if (reason === 'evict') this.evictions += 1;
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

  /** The compressed bytes, if they are in memory. Joined ones that are asked for again are worth compressing as a whole. */
  ready(plain: Plain, form: BodyForm): Bytes | undefined {
    const found = this.#ready.get(codedEtag(plain.etag, form));
    if (found !== undefined && form === 'joined') {
      // If that fails, whoever asks for it next is told.
      this.encode(plain, 'gzip').then(nothing, nothing);
    }
    return found;
  }

  /** The same by their own ETag. */
  readyAt(etag: string): Bytes | undefined {
    return this.#ready.get(etag);
  }

  /** The compressed bytes, made off the main thread if need be, once for all who ask at the same time. */
  encode(plain: Plain, form: BodyForm): Promise<Bytes> {
    const etag = codedEtag(plain.etag, form);
    const ready = this.#ready.get(etag);
    if (ready !== undefined) return Promise.resolve(ready);
    const known = this.#working.get(etag);
    if (known !== undefined) return known;
    const working = this.#code(plain, form)
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
    return joined ?? ENCODERS[codingOf(form)](plain.body);
  }
}
