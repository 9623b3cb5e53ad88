import type { KnownLine } from './known-lines.ts';

const SEPARATOR = / (?:[|–—•·»]|::?|-) /gu;
const MAX_NAME_WORDS = 5;
const LEAST_TITLE_WORDS = 3;
/** Words of the names of papers and sites. */
const OF_SITES =
  /\b(?:news|times|post|herald|gazette|tribune|journal|daily|magazine|blog|radio|tv|press|today|online|\w+\.(?:com|org|net|de|fr|es|it|ru|br|uk|in|pl|nl))\b/iu;

/**
 * Takes the name of the site off the end of a title: `Ferry Sails Again | Tidewater Courier`. Behind a bar it is taken for
 * granted; behind a dash the page must name it elsewhere, or it must sound like the name of a paper.
 */
export function withoutSiteName(title: string, lines: readonly KnownLine[]): string {
  const cuts = [...title.matchAll(SEPARATOR)];
  for (const cut of cuts.slice(0, 1).concat(cuts.slice(1).reverse())) {
    const [start, end] = [title.slice(0, cut.index).trim(), title.slice(cut.index + cut[0].length).trim()];
    if (start.split(' ').length < LEAST_TITLE_WORDS && start.length < 12) continue;
    if (end.split(' ').length > MAX_NAME_WORDS * (cuts.length > 1 ? 2 : 1)) continue;
    const isSure = /[|»•]/u.test(cut[0]) || OF_SITES.test(end);
    if (isSure || isNamed(end, start, lines)) return start;
  }
  return title;
}

const MAX_LINES = 300;

const isNamed = (name: string, start: string, lines: readonly KnownLine[]): boolean => {
  const wanted = name.toLowerCase();
  const title = start.toLowerCase();
  return lines
    .slice(0, MAX_LINES)
    .concat(lines.slice(-MAX_LINES))
    .some(({ text }) => {
      const other = text.toLowerCase();
      return other === title || other === wanted || (/^(?:©|copyright|\(c\))/.test(other) && other.includes(wanted));
    });
};
