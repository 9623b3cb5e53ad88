import type { MessagePort } from 'node:worker_threads';
import { openStore } from '../../store/open.ts';
import type { Asked, FarReaderOptions, Told } from './far-reader.ts';
import { lookAt } from './look.ts';

/** Answers what a `FarReader` asks, in its thread. */
export function answerAll(port: MessagePort, { folder, database, settings }: FarReaderOptions): void {
  const store = openStore(database);
  const answer = async (asked: Asked): Promise<Told> => {
    const { number } = asked;
    if (asked.name === 'look') return { number, look: await lookAt(folder, store, undefined) };
    // Loaded when there is something to read: a look that finds nothing new needs no reader.
    const { readArticleFile } = await import('./read-file.ts');
    const changes = asked.files.map(({ found, known, habits }) =>
      readArticleFile(folder, found, known, settings, habits),
    );
    return { number, changes };
  };
  port.on('message', (asked: Asked) => {
    answer(asked).then(
      (told) => port.postMessage(told),
      (error: unknown) => port.postMessage({ number: asked.number, error }),
    );
  });
}
