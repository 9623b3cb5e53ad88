import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';

interface Place {
  readonly name: string;
  readonly at: number;
  readonly length: number;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** What takes more than this share of the shelf is not put there: it would push out too much. */
const LARGEST_SHARE = 0.1;

/**
 * Keeps bytes by name in one file of bounded size: what was put there first goes first. The file has no name in its folder
 * from the start, so that nothing of it is left when the process ends, however that ends.
 *
 * A fault of the disk is told once; from then on the shelf is empty and stays so.
 */
export class Shelf {
  readonly #maxBytes: number;
  readonly #onFault: (error: unknown) => void;
  /** Undefined after a fault, and where nothing is to be kept. */
  #file: number | undefined;
  readonly #places = new Map<string, Place>();
  /** In the order of their places in the file: from `#first` on those of the last lap, then those of this one. */
  readonly #order: Place[] = [];
  #first = 0;
  #end = 0;
  #bytes = 0;
  /** What was pushed out by others. */
  evictions = 0;

  /** Makes the file anew. `maxBytes` 0 keeps nothing. */
  constructor(path: string, maxBytes: number, onFault: (error: unknown) => void) {
    this.#maxBytes = maxBytes;
    this.#onFault = onFault;
    if (maxBytes === 0) return;
    try {
      this.#file = openSync(path, 'w+', 0o600);
      unlinkSync(path);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Bytes that can be had again. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Keeps bytes under a name that stands for just these bytes; a name that is there already is left as it is. */
  put(name: string, bytes: Uint8Array): void {
    const length = bytes.byteLength;
    if (this.#file === undefined || this.#places.has(name) || length > this.#maxBytes * LARGEST_SHARE) return;
    if (this.#end + length > this.#maxBytes) {
      this.#clear(this.#maxBytes);
      this.#end = 0;
    }
    this.#clear(this.#end + length);
    try {
      if (writeSync(this.#file, bytes, 0, length, this.#end) !== length) throw new Error('the disk is full');
    } catch (error) {
      this.#fail(error);
      return;
    }
    const place = { name, at: this.#end, length };
    this.#end += length;
    this.#bytes += length;
    this.#places.set(name, place);
    this.#order.push(place);
  }

  /** The bytes of a name; undefined for those that are not there any more. */
  get(name: string): Bytes | undefined {
    const place = this.#places.get(name);
    if (place === undefined || this.#file === undefined) return undefined;
    const bytes = Buffer.allocUnsafeSlow(place.length);
    try {
      if (readSync(this.#file, bytes, 0, place.length, place.at) === place.length) return bytes;
      throw new Error('the file of finished feeds is shorter than what was written into it');
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  /** Gives back what the file takes on the disk. */
  close(): void {
    const file = this.#file;
    this.#file = undefined;
    this.#places.clear();
    this.#order.length = 0;
    this.#first = 0;
    this.#bytes = 0;
    if (file !== undefined) closeSync(file);
  }

  /** Forgets what stands from the end of what was written last up to here. */
  #clear(until: number): void {
    for (let next = this.#order[this.#first]; next !== undefined; next = this.#order[this.#first]) {
      // What stands before the end was written in this lap.
      if (next.at < this.#end || next.at >= until) break;
      this.#places.delete(next.name);
      this.#bytes -= next.length;
      this.#first += 1;
      this.evictions += 1;
    }
    if (this.#first < this.#order.length / 2) return;
    this.#order.splice(0, this.#first);
    this.#first = 0;
  }

  #fail(error: unknown): void {
    this.close();
    this.#onFault(error);
  }
}
