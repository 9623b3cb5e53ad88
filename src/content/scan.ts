import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Problem } from '../model/changes.ts';
import { isArticleFile } from './forms.ts';

/** A file of the folder as the file system tells of it, unread. */
export interface FoundFile {
  /** Inside the content folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Size and times in one word; equal as long as the file is the same. */
  readonly signature: string;
}

export interface Scan {
  /** By path, in the order of code units: alike on every machine. */
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
}

/**
 * Lists the article files of a folder and its folders. Names that begin with a dot are passed over, and so are files of
 * kinds that no reader is for. A link counts as the file it leads to, as long as that lies in the folder too.
 *
 * Synchronous: five times as fast as promises for many small files. Throws when the folder itself cannot be read.
 */
export function scanFolder(folder: string): Scan {
  const root = realpathSync(folder);
  const files: FoundFile[] = [];
  const problems: Problem[] = [];
  const waiting = [''];
  for (let inside = waiting.pop(); inside !== undefined; inside = waiting.pop()) {
    for (const entry of entriesOf(root, inside, problems)) {
      const path = `${inside}${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) waiting.push(`${path}/`);
      else if (isArticleFile(path)) {
        const found = lookAt(root, path, entry.isSymbolicLink());
        if ('path' in found && 'signature' in found) files.push(found);
        else problems.push(found);
      }
    }
  }
  const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : Number(a.path > b.path));
  return { files: files.sort(byPath), problems: problems.sort(byPath) };
}

function entriesOf(root: string, inside: string, problems: Problem[]): ReturnType<typeof readEntries> {
  try {
    return readEntries(join(root, inside));
  } catch (error) {
    if (inside === '' || !isFileError(error)) throw error;
    problems.push({
      severity: 'error',
      path: inside,
      message: `the folder cannot be read (${error.code}); mend its permissions`,
    });
    return [];
  }
}

const readEntries = (folder: string) => readdirSync(folder, { withFileTypes: true });

const isFileError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error;

/** Says what is at a path, or why it counts for nothing. */
function lookAt(root: string, path: string, isLink: boolean): FoundFile | Problem {
  const problem = (message: string): Problem => ({ severity: 'error', path, message });
  try {
    if (isLink && !realpathSync(join(root, path)).startsWith(root + sep)) {
      return problem('the link leads out of the content folder; copy the file into it');
    }
    const { size, mtimeMs, ctimeMs, isFile } = statOf(join(root, path));
    if (!isFile) return problem('it is named like an article but is no file; rename or remove it');
    return { path, bytes: size, signature: `${size}-${mtimeMs}-${ctimeMs}` };
  } catch (error) {
    if (!isFileError(error)) throw error;
    const reason = error.code === 'ENOENT' ? 'the link leads nowhere' : `it cannot be looked at (${error.code})`;
    return problem(`${reason}; mend or remove it`);
  }
}

function statOf(path: string): { size: number; mtimeMs: number; ctimeMs: number; isFile: boolean } {
  const stat = statSync(path);
  return { size: stat.size, mtimeMs: stat.mtimeMs, ctimeMs: stat.ctimeMs, isFile: stat.isFile() };
}
