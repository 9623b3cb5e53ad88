import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileChange, FileState, Problem } from '../../model/changes.ts';
import { ContentError } from '../../model/errors.ts';
import { toInstant } from '../../time/instant.ts';
import { type Decoded, decode, decodeBeginning } from '../decode/decode.ts';
import { lookAtFile, textOfFile } from '../decode/large-file.ts';
import { type Form, formOf, maxBytesOf } from '../forms.ts';
import { hasSameMedia, mediaBeside } from '../media/media-folder.ts';
import { type OnArticle, readArticles } from '../read-articles.ts';
import type { FolderHabits, SourceFile } from '../source-file.ts';
import type { ArticleSettings } from '../to-article.ts';
import type { FoundFile } from './scan.ts';

const SECOND_MS = 1000;
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
  onArticle?: OnArticle,
): FileChange {
  const { path, signature } = found;
  const skipped = (message: string, line?: number, hash = ''): FileChange => ({
    kind: 'skipped',
    file: { path, signature, hash },
    problems: [{ severity: 'error', path, ...(line === undefined ? {} : { line }), message }],
  });
  const maxBytes = maxBytesOf(path);
  if (found.bytes > maxBytes) return skipped(tooLarge(found.bytes, maxBytes));
  let opened: Opened;
  try {
    opened = openFile(join(folder, path), found.bytes);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT') return skipped('the file went away while it was read; it is looked for again');
    return skipped(`the file cannot be read (${String(error.code)}); mend its permissions`);
  }
  const { hash } = opened;
  const modifiedAt =
    found.modifiedMs === undefined ? undefined : toInstant(Math.floor(found.modifiedMs / SECOND_MS) * SECOND_MS);
  const datedHash = `${hash}@${modifiedAt}`;
  const file: FileState = { path, signature, hash };
  const isKnown = known?.hash === hash || known?.hash === datedHash;
  if (isKnown && hasSameMedia(folder, known)) return { kind: 'touched', file };
  const finder = mediaBeside(folder, path, settings.site.baseUrl);
  try {
    const { form, note, ...text } = textOf(opened, path, found.bytes);
    const source = {
      path,
      ...text,
      ...(modifiedAt === undefined ? {} : { modifiedAt }),
      ...(habits === undefined ? {} : { habits }),
    };
    const { articles, unread, failed, ...told } = readArticles(form, source, settings, finder, onArticle);
    const encodingNote: readonly Problem[] = note === undefined ? [] : [{ severity: 'note', path, message: note }];
    const problems = [...told.problems, ...encodingNote];
    // Nothing of it could be read: it counts as a file that could not be.
    if (articles.length === 0 && unread.length > 0) return { kind: 'skipped', file, failed, problems };
    return {
      kind: 'read',
      // The time of the file has become the time of the article: another one is another article.
      file: {
        ...file,
        ...(articles.some(({ dateline }) => dateline?.role === 'file') ? { hash: datedHash } : {}),
        ...(finder.asked.size === 0 ? {} : { media: finder.asked }),
      },
      form: form.name,
      articles,
      ...(unread.length === 0 ? {} : { unread, failed }),
      problems,
    };
  } catch (error) {
    if (error instanceof ContentError) return skipped(error.message, error.line, hash);
    throw error;
  }
}

/** Larger files are read piece by piece where their form can be. */
const LARGE_BYTES = 10 * MEGABYTE;

interface Opened {
  readonly place: string;
  readonly hash: string;
  /** All of a small file, the beginning of a large one. */
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

function openFile(place: string, size: number): Opened {
  if (size > LARGE_BYTES) {
    const { hash, beginning } = lookAtFile(place);
    return { place, hash, bytes: beginning, isWhole: false };
  }
  const bytes = readFileSync(place);
  return { place, hash: createHash('sha256').update(bytes).digest('hex'), bytes, isWhole: true };
}

interface FormedText extends Decoded, Pick<SourceFile, 'pieces'> {
  readonly form: Form;
}

/** The text of a file and its form. Throws ContentError for what is no text, and for a form that nobody reads. */
function textOf({ place, bytes, isWhole }: Opened, path: string, size: number): FormedText {
  if (isWhole) {
    const whole = decode(bytes);
    return { ...whole, form: formFor(path, whole.text, size) };
  }
  const { text, note, label } = decodeBeginning(bytes);
  const form = formFor(path, text, size);
  if (form.readsPieces !== true) return { ...decode(readFileSync(place)), form };
  return { text, form, pieces: () => textOfFile(place, label), ...(note === undefined ? {} : { note }) };
}

function formFor(path: string, text: string, size: number): Form {
  const form = formOf(path, text);
  if (form === undefined)
    throw new ContentError('no reader is for this kind of file; docs/articles.md lists those that are read');
  if (size > form.maxBytes) throw new ContentError(tooLarge(size, form.maxBytes));
  return form;
}

const tooLarge = (bytes: number, maxBytes: number): string =>
  `the file is too large (${Math.ceil(bytes / MEGABYTE)} MB, at most ${maxBytes / MEGABYTE}); divide it, or move it out of the folder`;
