import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'tagwire.mjs');
/** Far more than anything takes here; a journey that waits this long has failed. */
const PATIENCE_MS = 15_000;

export type Variables = Readonly<Record<string, string>>;

export interface Finished {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Variables of the machine that runs the tests must not become settings. */
const bare = (variables: Variables): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, ...variables });

function start(
  words: readonly string[],
  variables: Variables,
): { child: ChildProcess; finished: Promise<Finished>; seen: () => string } {
  const child = spawn(process.execPath, [PROGRAM, ...words], { env: bare(variables), stdio: ['pipe', 'pipe', 'pipe'] });
  // A test that runs out of time leaves nothing behind.
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('close', () => process.off('exit', kill));
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const finished = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output, errors }));
  });
  return { child, finished, seen: () => errors };
}

/** Runs a command of the real program to its end. */
export async function runProgram(words: readonly string[], variables: Variables = {}, input = ''): Promise<Finished> {
  const { child, finished } = start(words, variables);
  child.stdin?.end(input);
  return finished;
}

export interface Serving {
  readonly url: string;
  /** The JSON lines of its log so far. */
  log(): readonly Record<string, unknown>[];
  stop(signal?: NodeJS.Signals): Promise<Finished>;
}

/** Starts the real server on a free port and waits until it says that it listens. */
export async function serveFolder(folder: string, variables: Variables = {}): Promise<Serving> {
  const { child, finished, seen } = start(['serve', folder], {
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: ':memory:',
    ...variables,
  });
  const ended = { now: false };
  void finished.then(() => {
    ended.now = true;
  });
  await until(() => ended.now || /listening on port \d+/.test(seen())).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  const port = /listening on port (\d+)/.exec(seen())?.[1];
  if (port === undefined) throw new Error(`the server did not start: ${seen()}`);
  return {
    url: `http://127.0.0.1:${port}`,
    log: () =>
      seen()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line): Record<string, unknown> => JSON.parse(line)),
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return finished;
    },
  };
}

/** Waits until something holds, looking often; throws when it never does. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`still not so after ${PATIENCE_MS} ms: ${holds}`);
    await pause(15);
  }
}

/** A new folder that is removed at the end of the test that holds it with `using`. */
export function temporaryFolder(): { readonly path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), 'tagwire-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
