import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileChange } from '../../model/changes.ts';
import type { FolderHabits } from '../source-file.ts';
import type { ArticleSettings } from '../to-article.ts';
import type { ChangedFile, Look } from './look.ts';

/** What the other thread is told once. */
export interface FarReaderOptions {
  readonly folder: string;
  /** The file of the database: the other thread reads there which files are known. */
  readonly database: string;
  readonly settings: ArticleSettings;
}

export interface FarReaderData extends FarReaderOptions {
  /** Where the first thread keeps compiled code, if it does. */
  readonly compiledIn?: string;
}

/** A file to be read, with what is known of its folder. */
export interface FileToRead extends ChangedFile {
  readonly habits?: FolderHabits;
}

export type Task = { readonly name: 'look' } | { readonly name: 'read'; readonly files: readonly FileToRead[] };
export type Asked = Task & { readonly number: number };
export type Told =
  | { readonly number: number; readonly look: Look }
  | { readonly number: number; readonly changes: readonly FileChange[] }
  | { readonly number: number; readonly error: unknown };

/** The program runs as TypeScript in a checkout, and as JavaScript in the package. */
const WORKER = new URL(`./far-reader-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/**
 * What is read is short-lived: with a small nursery the thread holds 150 MB less, for a little more work of the processor
 * (decision 20). The other limit is only to be none: it is far above what a folder or an export needs.
 */
const HEAP = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 };

interface Waiting {
  readonly resolve: (told: Told) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Looks through a folder and reads its files in another thread, so that requests are answered meanwhile. What was read is
 * handed over; nothing is written there. The thread is started when it is first needed.
 */
export class FarReader {
  readonly #options: FarReaderOptions;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #number = 0;

  constructor(options: FarReaderOptions) {
    this.#options = options;
  }

  /** `lookAt` for the whole folder. */
  async look(): Promise<Look> {
    const told = await this.#ask({ name: 'look' });
    if ('look' in told) return told.look;
    throw new Error('the reading thread answered something else');
  }

  /** `readArticleFile` for each of these. */
  async read(files: readonly FileToRead[]): Promise<readonly FileChange[]> {
    const told = await this.#ask({ name: 'read', files });
    if ('changes' in told) return told.changes;
    throw new Error('the reading thread answered something else');
  }

  /** Ends the thread; its memory is given back. It is started again when it is needed. */
  async rest(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #ask(task: Task): Promise<Told> {
    this.#worker ??= this.#start();
    this.#number += 1;
    const asked: Asked = { ...task, number: this.#number };
    // It keeps the program running only as long as somebody waits for it.
    this.#worker.ref();
    this.#worker.postMessage(asked);
    return new Promise((resolve, reject) => this.#waiting.set(asked.number, { resolve, reject }));
  }

  #start(): Worker {
    // Node tells the folder of its own version below the one that was named.
    const compiled = getCompileCacheDir();
    const workerData: FarReaderData = {
      ...this.#options,
      ...(compiled === undefined ? {} : { compiledIn: dirname(compiled) }),
    };
    const worker = new Worker(WORKER, { workerData, resourceLimits: HEAP });
    worker.on('message', (told: Told) => {
      const waiting = this.#waiting.get(told.number);
      this.#waiting.delete(told.number);
      if (this.#waiting.size === 0) worker.unref();
      if ('error' in told) waiting?.reject(told.error);
      else waiting?.resolve(told);
    });
    worker.on('error', (error) => this.#fail(worker, error));
    worker.on('exit', () => this.#fail(worker, new Error('the reading thread has ended')));
    return worker;
  }

  #fail(worker: Worker, error: unknown): void {
    if (this.#worker === worker) this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(error);
  }
}
