import { ingest } from '../content/ingest.ts';
import type { Problem } from '../model/changes.ts';
import type { SharedSlug } from '../store/store.ts';
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
  const all = [...problems, ...(await store.readSharedSlugs()).map(sharedSlugNote)];
  store.close();
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (json) {
    write(`${JSON.stringify({ files, articles, tags: tags.length, problems: all }, undefined, 2)}\n`);
    return errors.length === 0;
  }
  for (const { severity, path, line, message } of all) {
    write(`${path}${line === undefined ? '' : `:${line}`}: ${severity === 'note' ? 'note: ' : ''}${message}\n`);
  }
  const skipped = new Set(errors.map(({ path }) => path)).size;
  write(
    `${files - skipped} of ${files} files read, ${skipped} skipped: ${counted(articles, 'article')} published, ${counted(tags.length, 'tag')}\n`,
  );
  return errors.length === 0;
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** Different words are never made one in silence: `C!` and `C` have one address, and an author should know. */
function sharedSlugNote({ term, label, path }: SharedSlug): Problem {
  const message = `the ${term.kind} "${label}" has the same address as "${term.label}" (${term.slug}) and shares its feed; write one of them otherwise`;
  return { severity: 'note', path, message };
}
