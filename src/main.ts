import { gatheredOutput } from './app/output.ts';
import { run } from './app/program.ts';

/** Runs the command line of this process, and ends with the exit code that it earned. */
export async function main(): Promise<void> {
  // A reader that has seen enough (`| head`) closes the pipe; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  process.exitCode = await run(process.argv.slice(2), {
    environment: process.env,
    input: process.stdin,
    write: gatheredOutput(process.stdout),
    writeError: (text) => void process.stderr.write(text),
  });
}
