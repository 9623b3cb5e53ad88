/**
 * The processor time that this thread has used, in ms: for tests that something does not take much longer than it should.
 * A clock would tell of the machine's other work, too.
 */
export function processorNow(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
