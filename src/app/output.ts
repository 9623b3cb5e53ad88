/** Text waits until so many characters are there, or until the program has nothing else to do at the moment. */
const ENOUGH = 64 * 1024;

/**
 * Writes to a stream in few large pieces: a line of its own for each of 100,000 answers costs more than the answers.
 * Nothing waits longer than until the program is idle, so a person who types lines sees each answer at once.
 */
export function gatheredOutput(stream: NodeJS.WritableStream): (bytes: string | Uint8Array) => void {
  let pending = '';
  const flush = (): void => {
    if (pending === '') return;
    stream.write(pending);
    pending = '';
  };
  return (bytes) => {
    if (typeof bytes !== 'string') {
      flush();
      stream.write(bytes);
      return;
    }
    if (pending === '') setImmediate(flush);
    pending += bytes;
    if (pending.length >= ENOUGH) flush();
  };
}
