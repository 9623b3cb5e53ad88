import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { startSpeakingChild } from './child.ts';
import { undoLater } from './tidy.ts';

/** What one client found out in a few seconds. */
const LOADED = z.object({
  requests: z.number().positive(),
  perSecond: z.number().positive(),
  medianMs: z.number(),
  /** The slowest hundredth took at least this long. */
  slowMs: z.number(),
});
export type Loaded = z.output<typeof LOADED>;

export interface Load {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
  /** A script that says what to ask for; for wrk alone. */
  readonly script?: string;
}

export interface LoadClient {
  /** For the notes under the table. */
  readonly name: string;
  /** Asks as fast as it can. Throws when an answer is missing or is none of 2xx and 3xx. */
  readonly run: (load: Load) => Promise<Loaded>;
}

const execute = promisify(execFile);
const OWN_CLIENT = new URL('./socket-client.ts', import.meta.url);

const ownClient: LoadClient = {
  name: 'our own in Node, without wrk: it is slower than the servers for small answers, so there the processor time tells more than the throughput',
  run: async (load) => {
    await using child = startSpeakingChild(OWN_CLIENT);
    child.say(load);
    return LOADED.parse(await child.answer());
  },
};

const UNITS_MS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000 };

const wrk: LoadClient = {
  name: 'wrk with one thread',
  run: async ({ url, fields, connections, seconds, script }) => {
    const headers = Object.entries(fields).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
    const shape = [
      '-t',
      '1',
      '-c',
      String(connections),
      '-d',
      `${seconds}s`,
      '--latency',
      ...(script === undefined ? [] : ['-s', script]),
    ];
    const running = execute('wrk', [...shape, ...headers, url]);
    const end = undoLater(() => void running.child.kill('SIGKILL'));
    const { stdout } = await running.finally(end);
    // A slow answer is not a wrong one: it stands in the percentiles.
    const isBroken = /Non-2xx|Socket errors: (?!connect 0, read 0, write 0,)/.test(stdout);
    if (isBroken) throw new Error(`wrk met errors at ${url}:\n${stdout}`);
    const number = (shown: RegExp): number => Number(shown.exec(stdout)?.[1]);
    const latencyMs = (share: string): number => {
      const [, value, unit = ''] = new RegExp(`^\\s+${share}%\\s+([\\d.]+)(\\w+)`, 'm').exec(stdout) ?? [];
      return Number(value) * (UNITS_MS[unit] ?? Number.NaN);
    };
    return LOADED.parse({
      requests: number(/(\d+) requests in/),
      perSecond: number(/Requests\/sec:\s+([\d.]+)/),
      medianMs: latencyMs('50'),
      slowMs: latencyMs('99'),
    });
  },
};

/** The client to measure with: wrk where it is installed, else our own, which needs nothing but this Node. */
export async function chooseClient(ownOnly: boolean): Promise<LoadClient> {
  if (ownOnly) return ownClient;
  // Without arguments it explains itself, with a bad exit code; where it is missing the code says so.
  return execute('wrk').then(
    () => wrk,
    (error: unknown) => (error instanceof Error && 'code' in error && error.code === 'ENOENT' ? ownClient : wrk),
  );
}
