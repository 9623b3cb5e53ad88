import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../model/changes.ts';
import { ContentError } from '../../model/errors.ts';
import type { FolderWord } from '../../model/folder-word.ts';
import { folderOf } from '../article-files.ts';
import { decodeText } from '../decode/decode.ts';
import { hasFrontMatter } from '../fields/front-matter.ts';
import { readYamlFields } from '../fields/yaml-fields.ts';
import type { FolderHabits } from '../source-file.ts';
import { learnFurniture, samplePaths } from './folder-furniture.ts';
import { HABITS_FILE, readFolderHabits, readPageHabits, withHabits } from './folder-habits.ts';
import type { FoundFile } from './scan.ts';

export interface FolderContext {
  /** By folder; one without habits is left out. */
  readonly habits: ReadonlyMap<string, FolderHabits>;
  /** Files that have to be read anew, although they are the same: what is known of their folder is not. */
  readonly outdated: ReadonlySet<string>;
  /** What is known of the folders now, to be kept when all of their files were read. */
  readonly words: ReadonlyMap<string, FolderWord>;
  /** What is wrong with the files of habits. */
  readonly problems: readonly Problem[];
}

/**
 * Gathers what is known of each folder: what its `tagwire.yaml` and those above it say, and the lines that stand in many
 * of its pages. Pages are opened only in folders whose sample is another than `known` tells. What is learned is a pure
 * function of the pages of the sample; it plays no part in ids.
 *
 * When not all files of the folder are at hand, `isWhole` is false: nothing is learned then, and nothing outdated.
 */
export function folderContext(
  root: string,
  files: readonly FoundFile[],
  known: ReadonlyMap<string, FolderWord>,
  isWhole: boolean,
): FolderContext {
  const problems: Problem[] = [];
  const declared = new Map<string, Declared>();
  const words = new Map<string, FolderWord>();
  const habits = new Map<string, FolderHabits>();
  const outdated = new Set<string>();
  for (const [folder, own] of Map.groupBy(files, ({ path }) => folderOf(path))) {
    const { text, habits: said } = declaredIn(root, folder, declared, problems);
    const pages = own.filter(({ path }) => PAGE.test(path));
    const before = known.get(folder);
    const { sample, lines } = isWhole ? learned(root, pages, before) : (before ?? UNLEARNED);
    words.set(folder, { declared: text, sample, lines });
    if (isWhole && text !== (before?.declared ?? '')) for (const { path } of own) outdated.add(path);
    else if (isWhole && !isSame(lines, before?.lines ?? [])) for (const { path } of pages) outdated.add(path);
    const all: FolderHabits = lines.length === 0 ? said : { ...said, frequent: lines };
    if (Object.keys(all).length > 0) habits.set(folder, all);
  }
  return { habits, outdated, words, problems };
}

const UNLEARNED: Pick<FolderWord, 'sample' | 'lines'> = { sample: '', lines: [] };

/** A file whose form may be that of page text. */
const PAGE = /\.te?xt$/i;

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((line, at) => line === other[at]);

/** True when nothing new is known of any folder. */
export const isSameWords = (one: ReadonlyMap<string, FolderWord>, other: ReadonlyMap<string, FolderWord>): boolean =>
  one.size === other.size &&
  [...other].every(([folder, word]) => {
    const before = one.get(folder);
    return before?.declared === word.declared && before.sample === word.sample && isSame(before.lines, word.lines);
  });

const wordOf = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

interface Declared {
  /** A word for everything that was said; empty when nothing was. */
  readonly text: string;
  readonly habits: FolderHabits;
}

/** What the files of habits of a folder and of those above it say. */
function declaredIn(root: string, folder: string, known: Map<string, Declared>, problems: Problem[]): Declared {
  const before = known.get(folder);
  if (before !== undefined) return before;
  const above = folder === '' ? { text: '', habits: {} } : declaredIn(root, folderOf(folder), known, problems);
  const path = folder === '' ? HABITS_FILE : `${folder}/${HABITS_FILE}`;
  const yaml = readYaml(join(root, path), (line, message) => problems.push({ severity: 'error', path, line, message }));
  const own =
    yaml === undefined
      ? {}
      : folder === ''
        ? rootHabits(yaml)
        : readFolderHabits(yaml, (line, message) => problems.push({ severity: 'error', path, line, message }));
  // The settings at the root have a word of their own: only what it says of pages counts here.
  const isSilent = yaml === undefined || (folder === '' && Object.keys(own).length === 0);
  const declared = {
    text: isSilent ? above.text : wordOf([above.text, yaml ?? '']),
    habits: withHabits(above.habits, own),
  };
  known.set(folder, declared);
  return declared;
}

/** Faults of this file stopped the start; one that came later is told by the next start. */
function rootHabits(yaml: string): FolderHabits {
  try {
    const field = readYamlFields(yaml, 1, HABITS_FILE).get('pages');
    return field === undefined ? {} : readPageHabits(field, () => undefined);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return {};
  }
}

function readYaml(path: string, fault: (line: number, message: string) => void): string | undefined {
  const bytes = readIfThere(path);
  if (bytes === undefined || bytes.length === 0) return undefined;
  try {
    return decodeText(bytes);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    fault(error.line ?? 1, error.message);
    return undefined;
  }
}

function readIfThere(path: string): Uint8Array | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

function learned(
  root: string,
  pages: readonly FoundFile[],
  before: FolderWord | undefined,
): Pick<FolderWord, 'sample' | 'lines'> {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const paths = samplePaths([...byPath.keys()]);
  if (paths.length === 0) return { sample: '', lines: [] };
  const sample = wordOf(paths.map((path) => `${path} ${byPath.get(path)?.signature}`));
  if (sample === before?.sample) return { sample, lines: before.lines };
  return { sample, lines: learnFurniture(paths.flatMap((path) => pageIn(root, path, byPath.get(path)?.bytes ?? 0))) };
}

/** A larger page is not looked at: what it has in common with others stands in smaller ones, too. */
const MAX_SAMPLE_BYTES = 1024 * 1024;

function pageIn(root: string, path: string, size: number): readonly string[] {
  const bytes = size > MAX_SAMPLE_BYTES ? undefined : readIfThere(join(root, path));
  if (bytes === undefined) return [];
  try {
    const text = decodeText(bytes);
    return hasFrontMatter(text) ? [] : [text];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return [];
  }
}
