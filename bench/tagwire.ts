import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { askOnce } from './answer.ts';
import { type Child, startChild } from './child.ts';

const PROGRAM = join(import.meta.dirname, '../bin/tagwire.mjs');
/** As in the container. */
export const NODE_FLAGS = ['--max-semi-space-size=4'];
const POLL_MS = 20;
/** Reading a large folder for the first time may take long. */
const READY_MS = 1_800_000;

export interface RunningTagwire extends AsyncDisposable {
  readonly pid: number;
  /** With a trailing slash. */
  readonly baseUrl: string;
  readonly port: number;
  readonly failed: Child['failed'];
}

/** Starts the real program on a folder and waits until the folder is read. `data` is where its database may lie, `settings` are further ones. */
export async function startTagwire(
  folder: string,
  data: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningTagwire> {
  const port = await freePort();
  const environment = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: data,
    LOG_LEVEL: 'warn',
    LOG_FORMAT: 'json',
    MALLOC_ARENA_MAX: '1',
    // Not the port, which is another one at each start: what articles are made with would be another, too.
    BASE_URL: 'http://localhost:3000/',
    ...settings,
  };
  const child = startChild(PROGRAM, ['serve', folder], environment, NODE_FLAGS);
  const baseUrl = `http://127.0.0.1:${port}/`;
  try {
    await Promise.race([isReady(`${baseUrl}readyz`), child.failed]);
  } catch (error) {
    await child[Symbol.asyncDispose]();
    throw error;
  }
  return { pid: child.pid, baseUrl, port, failed: child.failed, [Symbol.asyncDispose]: child[Symbol.asyncDispose] };
}

async function isReady(url: string): Promise<void> {
  const until = performance.now() + READY_MS;
  while (performance.now() < until) {
    const status = await askOnce(url).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    await pause(POLL_MS);
  }
  throw new Error(`${url} did not answer 200 within ${READY_MS / 1000} seconds`);
}

/** A port that nothing listens on; the program is told it, since it does not log its own at this level. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
      server.close(() => resolve(port));
    });
  });
}
