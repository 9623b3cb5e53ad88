import type { Chunk } from './live-events.ts';

/** An open connection, as far as a stream needs it. */
export interface Wire {
  /** Bytes that were handed over and that the network has not taken. */
  readonly queuedBytes: number;
  send(chunk: Chunk): void;
  /** So much of it that the sender had better wait. */
  readonly isFull: boolean;
  /** Resolves when the network has taken all of it, or the connection is gone. */
  drained(): Promise<void>;
  /** Ends the answer as it should end, and the connection with it. */
  end(): void;
  /** Breaks the connection off. */
  cut(): void;
}

/** More than this is kept for nobody; the bytes themselves are shared by all listeners of a selection. */
const MAX_QUEUED_BYTES = 1024 * 1024;

/** One who listens to a stream. Nobody waits for it: one that is too slow is cut off, and may come back. */
export class Listener {
  readonly asker: string;
  readonly #wire: Wire;
  #isStuck = false;
  isGone = false;

  constructor(wire: Wire, asker: string) {
    this.#wire = wire;
    this.asker = asker;
  }

  /** Sends, and answers whether it could: too much was waiting already when not. */
  send(chunk: Chunk): boolean {
    if (this.isGone) return true;
    if (this.#wire.queuedBytes > MAX_QUEUED_BYTES) return false;
    this.#wire.send(chunk);
    return true;
  }

  /** Sends a sign of life; answers false when not everything was taken since the last one, and the one before. */
  beat(chunk: Chunk): boolean {
    const isWaiting = this.#wire.queuedBytes > 0;
    if (isWaiting && this.#isStuck) return false;
    this.#isStuck = isWaiting;
    return this.send(chunk);
  }

  /** For one that is read to what it has missed: nobody else waits meanwhile. */
  drained(): Promise<void> {
    return this.#wire.isFull ? this.#wire.drained() : Promise.resolve();
  }

  end(): void {
    if (this.#wire.isFull) this.#wire.cut();
    else this.#wire.end();
  }

  cut(): void {
    this.#wire.cut();
  }
}
