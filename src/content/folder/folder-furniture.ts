import { pageLines } from '../page/page-lines.ts';

/** A folder is learned from so many of its pages, always the same ones as long as they are there. */
const MOST_SAMPLES = 64;
/** A folder with fewer pages teaches nothing. */
const LEAST_SAMPLES = 6;
/** A line is furniture that stands in so many of them, and in this share. */
const LEAST_PAGES = 3;
const LEAST_SHARE = 0.3;
/** Longer lines are not alike by chance and not furniture either; shorter ones are names. */
const MAX_LINE_LENGTH = 600;
const MIN_LINE_LENGTH = 12;
/** Of a larger page only the beginning is looked at. */
const MAX_PAGE_LENGTH = 60_000;
const MOST_LINES = 500;

/**
 * Which pages of a folder are looked at to learn its furniture: those whose names have the least hashes, so that a new
 * page seldom changes the choice, and the order in which pages came never does. Empty for a folder with few pages.
 */
export function samplePaths(paths: readonly string[]): readonly string[] {
  if (paths.length < LEAST_SAMPLES) return [];
  return paths
    .map((path) => ({ path, hash: hashOf(path) }))
    .sort((a, b) => a.hash - b.hash || (a.path < b.path ? -1 : 1))
    .slice(0, MOST_SAMPLES)
    .map(({ path }) => path);
}

/** FNV-1a with a mixing of its bits at the end; quick, and no secret. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The lines that stand in many of these pages, sorted: a pure function of the texts, whatever their order. */
export function learnFurniture(pages: readonly string[]): readonly string[] {
  if (pages.length < LEAST_SAMPLES) return [];
  const counts = new Map<string, number>();
  for (const page of pages) {
    const lines = pageLines(page.slice(0, MAX_PAGE_LENGTH)).map(({ text }) => text);
    for (const line of new Set(lines)) {
      if (line.length < MIN_LINE_LENGTH || line.length > MAX_LINE_LENGTH) continue;
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  const least = Math.max(LEAST_PAGES, pages.length * LEAST_SHARE);
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort(([a, often], [b, seldom]) => seldom - often || (a < b ? -1 : 1))
    .slice(0, MOST_LINES)
    .map(([line]) => line)
    .sort();
}
