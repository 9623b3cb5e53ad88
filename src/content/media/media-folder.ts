import { realpathSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { FileState } from '../../model/changes.ts';
import { type MediaType, mediaAddress, mediaTypeOf } from '../../model/media.ts';

/** A file of the content folder that an article may show. */
export interface LocalMedia extends MediaType {
  /** Inside the content folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Size and times in one word; equal as long as the file is the same. */
  readonly signature: string;
}

/** The file of this path as it is now; undefined when none is there that may be served. */
export function findMedia(folder: string, path: string): LocalMedia | undefined {
  const type = mediaTypeOf(path);
  if (type === undefined || !isPlain(path)) return undefined;
  try {
    const root = realpathSync(folder);
    const place = realpathSync(join(root, path));
    if (!place.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
    const stat = statSync(place);
    return stat.isFile() ? { ...type, path, bytes: stat.size, signature: signatureOf(stat) } : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

const signatureOf = ({ size, mtimeMs, ctimeMs }: Stats): string => `${size}-${mtimeMs}-${ctimeMs}`;

/** Neither leaves the folder, nor names anything hidden in it. */
const isPlain = (path: string): boolean =>
  !path.includes('\0') && !path.includes('\\') && path.split('/').every((part) => part !== '' && !part.startsWith('.'));

/** Says whether everything that an article file shows is as it was when it was read. */
export function hasSameMedia(folder: string, { media }: Pick<FileState, 'media'>): boolean {
  if (media === undefined) return true;
  return [...media].every(([path, signature]) => {
    const stat = statSync(join(folder, path), { throwIfNoEntry: false });
    if (signature === (stat === undefined ? '' : signatureOf(stat))) return true;
    return (findMedia(folder, path)?.signature ?? '') === signature;
  });
}

export interface MediaFile extends LocalMedia {
  /** Public. */
  readonly url: string;
}

/** Finds the media of one article file, and remembers what it was asked for. */
export interface MediaFinder {
  /** The file that an address in the article means; undefined for an address of the web, and where no file is. */
  readonly find: (address: string) => MediaFile | undefined;
  /** The files that were found, by address. */
  readonly found: ReadonlyMap<string, MediaFile>;
  /** The addresses that mean a file of the folder which is not there. */
  readonly missing: ReadonlySet<string>;
  /** The signatures of all files that were asked for, by path; empty for those that are not there. */
  readonly asked: ReadonlyMap<string, string>;
}

/** Where the files of an address that begins with a slash may stand: generators publish these folders at their root. */
const ROOTS = ['', 'static/', 'public/'];

/**
 * Finds beside the article file at `path`, and for `/images/x.png` from the root of the folder. Each file is looked up
 * once: a page may show one picture some thousand times.
 */
export function mediaBeside(folder: string, path: string, baseUrl: string): MediaFinder {
  const asked = new Map<string, string>();
  const all = new Map<string, MediaFile>();
  const known = new Map<string, LocalMedia | undefined>();
  const lookUp = (name: string): LocalMedia | undefined => {
    if (!known.has(name)) known.set(name, findMedia(folder, name));
    return known.get(name);
  };
  const missing = new Set<string>();
  const beside = path.replace(/[^/]*$/, '');
  return {
    asked,
    found: all,
    missing,
    find: (address) => {
      const word = localWord(address);
      if (word === undefined) return undefined;
      const candidates = word.startsWith('/') ? ROOTS.map((root) => root + word.slice(1)) : [beside + word];
      for (const candidate of candidates.flatMap((name) => pathOf(name) ?? [])) {
        const found = lookUp(candidate);
        asked.set(candidate, found?.signature ?? '');
        if (found === undefined) continue;
        const file = { ...found, url: mediaAddress(baseUrl, candidate) };
        all.set(file.url, file);
        return file;
      }
      missing.add(address);
      return undefined;
    },
  };
}

/** An address without a host as a path, escapes read; undefined for any other, and for what is no medium by its name. */
function localWord(address: string): string | undefined {
  const word = address.trim().replace(/[?#].*$/s, '');
  if (word === '' || word.startsWith('//') || /^[a-z][a-z\d+.-]*:/i.test(word)) return undefined;
  if (mediaTypeOf(word) === undefined) return undefined;
  try {
    return decodeURIComponent(word);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return word;
  }
}

/** `a/../b.png` is `b.png`; undefined for what leads out of the folder. */
function pathOf(name: string): string | undefined {
  const parts: string[] = [];
  for (const part of name.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  const path = parts.join('/');
  return isPlain(path) ? path : undefined;
}

/** Finds nothing. */
export const NO_MEDIA: MediaFinder = {
  find: () => undefined,
  found: new Map(),
  missing: new Set(),
  asked: new Map(),
};
