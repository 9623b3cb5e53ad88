/** What runs in the thread of a `FarReader`, and nowhere else: it listens as soon as it is loaded. */
import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../../store/open.ts';
import type { Asked, FarReaderOptions, Told } from './far-reader.ts';
import { lookAt } from './look.ts';
import { readArticleFile } from './read-file.ts';

const { folder, database, settings }: FarReaderOptions = workerData;
const store = openStore(database);

async function answer(asked: Asked): Promise<Told> {
  const { number } = asked;
  if (asked.name === 'look') return { number, look: await lookAt(folder, store, undefined) };
  const changes = asked.files.map(({ found, known, habits }) =>
    readArticleFile(folder, found, known, settings, habits),
  );
  return { number, changes };
}

parentPort?.on('message', (asked: Asked) => {
  answer(asked).then(
    (told) => parentPort?.postMessage(told),
    (error: unknown) => parentPort?.postMessage({ number: asked.number, error }),
  );
});
