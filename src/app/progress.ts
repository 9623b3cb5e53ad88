/** Work that is over sooner needs no line about itself. */
const QUIET_MS = 400;
const REDRAW_MS = 100;

export interface Progress {
  show(done: number, total: number): void;
  end(): void;
}

/** Shows on a terminal, in one line of standard error, how far long work is; elsewhere it shows nothing. */
export function createProgress(what: string): Progress {
  if (!process.stderr.isTTY) return { show: () => undefined, end: () => undefined };
  const started = performance.now();
  let drawn = 0;
  return {
    show: (done, total) => {
      const at = performance.now();
      if (at - started < QUIET_MS || at - drawn < REDRAW_MS) return;
      drawn = at;
      process.stderr.write(`\r\u001b[K${what}: ${done} of ${total} files`);
    },
    end: () => {
      if (drawn > 0) process.stderr.write('\r\u001b[K');
    },
  };
}
