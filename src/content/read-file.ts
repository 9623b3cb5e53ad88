import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileChange, FileState } from '../model/changes.ts';
import { ContentError } from '../model/errors.ts';
import { decodeText } from './decode.ts';
import { formOf } from './forms.ts';
import type { FoundFile } from './scan.ts';
import { type ArticleSettings, toArticle } from './to-article.ts';

/** An article of this size is a mistake; reading it would hold up all others. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/**
 * Reads one file of the folder and says what it means for the store, given what was known of the file before.
 * Never throws for what a file holds: that becomes a problem with its place and its mend.
 */
export function readArticleFile(
  folder: string,
  found: FoundFile,
  known: FileState | undefined,
  settings: ArticleSettings,
): FileChange {
  const { path, signature } = found;
  const skipped = (message: string, line?: number, hash = ''): FileChange => ({
    kind: 'skipped',
    file: { path, signature, hash },
    problems: [{ severity: 'error', path, ...(line === undefined ? {} : { line }), message }],
  });
  if (found.bytes > MAX_FILE_BYTES) {
    const size = Math.ceil(found.bytes / MEGABYTE);
    return skipped(
      `the file is too large (${size} MB, at most ${MAX_FILE_BYTES / MEGABYTE}); divide it, or move it out of the folder`,
    );
  }
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
    if (form === undefined) throw new ContentError('no reader is for this kind of file; save it as .md or .txt');
    const draft = form.read(text);
    if (draft.isDraft) return { kind: 'read', file, form: form.name, articles: [], problems: [] };
    const { article, notes } = toArticle(draft, path, settings);
    return { kind: 'read', file, form: form.name, articles: [article], problems: notes };
  } catch (error) {
    if (error instanceof ContentError) return skipped(error.message, error.line, hash);
    throw error;
  }
}
