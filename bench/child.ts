import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { undoLater } from './tidy.ts';

/** How long a child that was told to stop may take before it is ended. */
const STOP_MS = 15_000;

/** Another process of this Node. It ends when its block ends, and in any case with this process. */
export interface Child extends AsyncDisposable {
  readonly pid: number;
  /** Rejects, with what it wrote to standard error, when the process ends before it was told to. */
  readonly failed: Promise<never>;
  /** The next message of a child that speaks (see `startSpeakingChild`). */
  readonly answer: () => Promise<unknown>;
  readonly say: (message: object) => void;
}

/** Only what a program needs of this process's surroundings: settings of whoever runs the bench must not reach it. */
const surroundings = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC' });

/** Starts a script with some variables of the environment, and with options for Node itself. */
export function startChild(
  script: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
  options: readonly string[] = [],
): Child {
  return watched(
    spawn(process.execPath, [...options, script, ...parameters], {
      env: { ...surroundings(), ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
    script,
  );
}

/**
 * Starts one of the bench's own scripts, with options for Node itself. It answers by messages and ends when this process
 * is gone.
 */
export function startSpeakingChild(
  script: URL,
  parameters: readonly string[] = [],
  options: readonly string[] = [],
): Child {
  return watched(
    fork(script, parameters, {
      env: surroundings(),
      execArgv: [...process.execArgv, ...options],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
    }),
    script.pathname,
  );
}

function watched(child: ChildProcess, script: string): Child {
  const { pid, stderr } = child;
  if (pid === undefined || stderr === null) throw new Error(`${script} could not be started`);
  const kill = undoLater(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  const errors = text(stderr);
  let isStopping = false;
  const failed = new Promise<never>((_resolve, reject) => {
    exited.then(async ([code, signal]) => {
      if (!isStopping) reject(new Error(`${script} ended (${String(code ?? signal)}): ${await errors}`));
    }, reject);
  });
  // Whoever awaits it is told; nobody has to.
  failed.catch(() => undefined);
  return {
    pid,
    failed,
    say: (message) => void child.send(message),
    answer: async () => {
      const [message]: unknown[] = await Promise.race([once(child, 'message'), failed]);
      return message;
    },
    [Symbol.asyncDispose]: async () => {
      isStopping = true;
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await exited;
      clearTimeout(late);
      kill();
    },
  };
}
