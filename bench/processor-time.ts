import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the kernel's own clock. */
const TICK_MS = 10;

/**
 * Milliseconds of processor time that a process has used, all its threads and the kernel's work for it included.
 * Undefined where the system does not tell (only Linux has `/proc`).
 */
export function processorMsOf(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program stands in brackets and may hold anything.
  const values = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return (Number(values[11]) + Number(values[12])) * TICK_MS;
}
