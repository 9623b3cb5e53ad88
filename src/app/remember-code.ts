import { enableCompileCache, flushCompileCache } from 'node:module';
import { dirname, join } from 'node:path';

const FOLDER = 'compiled';

/**
 * Keeps what Node makes of the program's code beside the database, so that the next start has it at once: without it
 * a third of a start is compiling, and in a checkout making JavaScript of TypeScript. Not in the temporary folder, where
 * Node would put it: others can write there. Nothing is kept of a database in memory, nor where it cannot be written.
 */
export function rememberCode(database: string): void {
  if (database !== ':memory:') enableCompileCache(join(dirname(database), FOLDER));
}

/** Writes down what was compiled so far; Node itself does it only at its end. */
export const keepCompiledCode = (): void => flushCompileCache();
