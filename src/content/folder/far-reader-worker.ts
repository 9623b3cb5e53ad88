/** What runs in the thread of a `FarReader`, and nowhere else: it listens as soon as it is loaded. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { FarReaderData } from './far-reader.ts';

const { compiledIn, ...options }: FarReaderData = workerData;
// A thread has to be told where compiled code is kept, before it loads any.
if (compiledIn !== undefined) enableCompileCache(compiledIn);
const { answerAll } = await import('./far-answers.ts');
if (parentPort !== null) answerAll(parentPort, options);
// Written now, because a thread that is ended writes nothing.
flushCompileCache();
