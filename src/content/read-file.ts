import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileChange, FileState } from '../model/changes.ts';
import { ContentError } from '../model/errors.ts';
import { decodeText } from './decode.ts';
import { formOf, maxBytesOf } from './forms.ts';
import { readArticles } from './read-articles.ts';
import type { FoundFile } from './scan.ts';
import type { FolderHabits } from './source-file.ts';
import type { ArticleSettings } from './to-article.ts';

const MEGABYTE = 1024 * 1024;

/**
 * Reads one file of the folder and says what it means for the store, given what was known of the file before.
 * Never throws for what a file holds: that becomes a problem with its place and its mend. `habits` is what is known of
 * the file's folder.
 */
export function readArticleFile(
  folder: string,
  found: FoundFile,
  known: FileState | undefined,
  settings: ArticleSettings,
  habits?: FolderHabits,
): FileChange {
  const { path, signature } = found;
  const skipped = (message: string, line?: number, hash = ''): FileChange => ({
    kind: 'skipped',
    file: { path, signature, hash },
    problems: [{ severity: 'error', path, ...(line === undefined ? {} : { line }), message }],
  });
  const maxBytes = maxBytesOf(path);
  if (found.bytes > maxBytes) return skipped(tooLarge(found.bytes, maxBytes));
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(folder, path));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT') return skipped('the file went away while it was read; it is looked for again');
    return skipped(`the file cannot be read (${String(error.code)}); mend its permissions`);
  }
  const hash = createHash('sha256').update(bytes).digest('hex');
  const file: FileState = { path, signature, hash };
  if (known?.hash === hash) return { kind: 'touched', file };
  try {
    const text = decodeText(bytes);
    const form = formOf(path, text);
    if (form === undefined)
      throw new ContentError('no reader is for this kind of file; docs/articles.md lists those that are read');
    if (found.bytes > form.maxBytes) return skipped(tooLarge(found.bytes, form.maxBytes), undefined, hash);
    const source = { path, text, ...(habits === undefined ? {} : { habits }) };
    const { articles, problems, unread } = readArticles(form, source, settings);
    // Nothing of it could be read: it counts as a file that could not be.
    if (articles.length === 0 && unread.length > 0) return { kind: 'skipped', file, problems };
    return {
      kind: 'read',
      file,
      form: form.name,
      articles,
      ...(unread.length === 0 ? {} : { unread }),
      problems,
    };
  } catch (error) {
    if (error instanceof ContentError) return skipped(error.message, error.line, hash);
    throw error;
  }
}

const tooLarge = (bytes: number, maxBytes: number): string =>
  `the file is too large (${Math.ceil(bytes / MEGABYTE)} MB, at most ${maxBytes / MEGABYTE}); divide it, or move it out of the folder`;
