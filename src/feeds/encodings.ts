import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { Snapshot } from '../model/snapshot.ts';

/** The content codings that a feed is offered in besides its plain bytes, the one to prefer first. */
export const CODINGS = ['zstd', 'br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

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

/** The ETag of the same in a coding: other bytes, so another strong tag (RFC 9110 §8.8.3.3). */
export const codedEtag = (etag: string, coding: Coding): string => `${etag.slice(0, -1)}-${coding}"`;

/** The ETag before coding, of an ETag in any coding. */
export function plainEtag(etag: string): string {
  const coding = CODINGS.find((one) => etag.endsWith(`-${one}"`));
  return coding === undefined ? etag : `${etag.slice(0, -coding.length - 2)}"`;
}

/** Keeps the compressed bytes of feeds and pages in bounded memory. They are found by their ETag, so a change needs no clearing. */
export class EncodedBodies {
  readonly #ready: LRUCache<string, Bytes>;
  readonly #working = new Map<string, Promise<Bytes>>();

  constructor(maxBytes: number) {
    this.#ready = new LRUCache({ maxSize: maxBytes, sizeCalculation: (body) => body.byteLength + 256 });
  }

  /** Bytes of compressed feeds and pages in memory. */
  get bytes(): number {
    return this.#ready.calculatedSize;
  }

  /** The compressed bytes, if they are in memory. */
  ready({ etag }: Plain, coding: Coding): Bytes | undefined {
    return this.#ready.get(codedEtag(etag, coding));
  }

  /** The same by their own ETag. */
  readyAt(etag: string): Bytes | undefined {
    return this.#ready.get(etag);
  }

  /** The compressed bytes, made off the main thread if need be, once for all who ask at the same time. */
  encode({ etag: plain, body }: Plain, coding: Coding): Promise<Bytes> {
    const etag = codedEtag(plain, coding);
    const ready = this.#ready.get(etag);
    if (ready !== undefined) return Promise.resolve(ready);
    const known = this.#working.get(etag);
    if (known !== undefined) return known;
    const working = ENCODERS[coding](body)
      .then((coded) => {
        this.#ready.set(etag, coded);
        return coded;
      })
      .finally(() => this.#working.delete(etag));
    this.#working.set(etag, working);
    return working;
  }
}
