import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What must not outlive the bench, whatever ends it. */
const undoings = new Set<() => void>();

/**
 * Undoes what is left when this process ends: children end, temporary folders go. Holds for an orderly end, an error
 * that nobody caught, and the signals of a terminal.
 */
export function tidyAtExit(): void {
  process.once('exit', () => {
    for (const undo of [...undoings].reverse()) undo();
  });
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
}

/** Keeps `undo` (synchronous, may be called twice) for the end; answers what calls it at once and then forgets it. */
export function undoLater(undo: () => void): () => void {
  undoings.add(undo);
  return () => {
    undoings.delete(undo);
    undo();
  };
}

/** A new empty folder in the system's place for such; it goes when its block ends or this process does. */
export function temporaryFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'tagwire-bench-'));
  const remove = undoLater(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }));
  return { path, [Symbol.dispose]: remove };
}
