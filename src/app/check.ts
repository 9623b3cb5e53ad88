import { ingest } from '../content/ingest.ts';
import { now } from './clock.ts';
import type { Config } from './config.ts';
import { articleSettings, openFolderStore } from './folder.ts';
import { createProgress } from './progress.ts';

export interface CheckOptions {
  readonly json: boolean;
  readonly write: (text: string) => void;
}

/**
 * Reads a folder whole, serves and keeps nothing, and lists what an author should know: `path:line: what is wrong and
 * how to mend it`. Answers whether every article could be read.
 */
export async function check(config: Config, { json, write }: CheckOptions): Promise<boolean> {
  const store = openFolderStore(':memory:');
  const progress = createProgress('checking');
  const { files, problems } = await ingest({
    folder: config.contentFolder,
    store,
    settings: articleSettings(config),
    now,
    onProgress: progress.show,
  });
  progress.end();
  const [articles, tags] = [await store.countArticles(), await store.readTerms('tag')];
  store.close();
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (json) {
    write(`${JSON.stringify({ files, articles, tags: tags.length, problems }, undefined, 2)}\n`);
    return errors.length === 0;
  }
  for (const { severity, path, line, message } of problems) {
    write(`${path}${line === undefined ? '' : `:${line}`}: ${severity === 'note' ? 'note: ' : ''}${message}\n`);
  }
  const skipped = new Set(errors.map(({ path }) => path)).size;
  write(
    `${files - skipped} of ${files} files read, ${skipped} skipped: ${articles} articles published, ${tags.length} tags\n`,
  );
  return errors.length === 0;
}
