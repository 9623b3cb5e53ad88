import { foundOf, STEM_LENGTH, type WordsFound } from './words-in-text.ts';

/**
 * How many of some stems a text holds. What is left out of it counts not, where it stands there first: a line is no proof
 * of its own words.
 */
export type StemSearch = (stems: readonly string[], without?: string) => WordsFound;

/** Says whether a stem stands somewhere before one place of a text, or from another place on. */
type IsBeside = (stem: string, before: number, from: number) => boolean;

/** Looks stems up in a text in lower case. It is read once, so that asking again and again costs little. */
export function stemSearch(text: string): StemSearch {
  let isBeside: IsBeside | undefined;
  return (stems, without = '') => {
    isBeside ??= text.length <= MAX_INDEXED ? indexed(text) : scanned(text);
    const isThere = isBeside;
    const from = without === '' ? -1 : text.indexOf(without);
    if (from === -1) return foundOf(stems, (stem) => isThere(stem, 0, 0));
    const to = from + without.length;
    const seam = text.slice(Math.max(0, from - STEM_LENGTH + 1), from) + text.slice(to, to + STEM_LENGTH - 1);
    return foundOf(stems, (stem) => isThere(stem, from, to) || seam.includes(stem));
  };
}

function scanned(text: string): IsBeside {
  return (stem, before, from) => {
    const first = text.indexOf(stem);
    return first !== -1 && (first + stem.length <= before || text.includes(stem, from));
  };
}

/** Shorter stems are looked for in the text itself. */
const RUN = 4;
const BUCKETS = 4096;
/** Places are numbers of two bytes. */
const MAX_INDEXED = 65_000;

/** Chains the places of a text at which the same four letters stand (or others with the same hash), the first place first. */
function indexed(text: string): IsBeside {
  const first = new Uint16Array(BUCKETS);
  const next = new Uint16Array(text.length);
  let [second, third, fourth] = [0, 0, 0];
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const letter = text.charCodeAt(at);
    const bucket = bucketOf(letter, second, third, fourth);
    fourth = third;
    third = second;
    second = letter;
    next[at] = first[bucket] ?? 0;
    first[bucket] = at + 1;
  }
  const isInText = scanned(text);
  return (stem, before, from) => {
    if (stem.length < RUN) return isInText(stem, before, from);
    for (let place = first[bucketOfStem(stem)] ?? 0; place !== 0; place = next[place - 1] ?? 0) {
      const at = place - 1;
      if ((at >= from || at + stem.length <= before) && text.startsWith(stem, at)) return true;
    }
    return false;
  };
}

const bucketOf = (first: number, second: number, third: number, fourth: number): number =>
  (first * 29_791 + second * 961 + third * 31 + fourth) & (BUCKETS - 1);

const bucketOfStem = (stem: string): number =>
  bucketOf(stem.charCodeAt(0), stem.charCodeAt(1), stem.charCodeAt(2), stem.charCodeAt(3));
