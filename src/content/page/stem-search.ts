import { type TextIndex, textIndex } from './text-index.ts';
import { foundOf, STEM_LENGTH, type WordsFound } from './words-in-text.ts';

/**
 * How many of some stems a text holds. What is left out of it counts not, where it stands there first: a line is no proof
 * of its own words.
 */
export type StemSearch = (stems: readonly string[], without?: string) => WordsFound;

/** Looks stems up in a text in lower case. */
export function stemSearch(text: string): StemSearch {
  let index: TextIndex | undefined;
  return (stems, without = '') => {
    index ??= textIndex(text);
    const isThere = index;
    const from = without === '' ? -1 : text.indexOf(without);
    if (from === -1) return foundOf(stems, (stem) => isThere(stem));
    const to = from + without.length;
    const seam = text.slice(Math.max(0, from - STEM_LENGTH + 1), from) + text.slice(to, to + STEM_LENGTH - 1);
    return foundOf(stems, (stem) => isThere(stem, from, to) || seam.includes(stem));
  };
}
