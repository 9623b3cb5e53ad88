import type { ArticleData } from './article-data.ts';
import { dataClaims } from './article-data.ts';
import { type Claim, metaClaims, microformatClaims, propertyClaims, shownAt } from './claim.ts';
import { plainText } from './dom.ts';
import { type Facts, ownPlaces } from './facts.ts';

const MAX_TITLE_LENGTH = 400;
const DIVIDER = /\s*(?:[|｜¦•·»«›‹—–]|::| - | -- |\s:\s|_| – )\s*/u;

/** Letters and digits alone, for comparisons. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * The headlines that a page gives its article, the best first: the visible one when a title of the metadata agrees with
 * it, for readers know the article by it; then the metadata's own, without the name of the site.
 */
export function titleClaims(facts: Facts, data: ArticleData, siteNames: readonly string[]): readonly Claim[] {
  const clean = ({ text, source }: Claim): Claim => ({ text: withoutSite(plainText(text), siteNames), source });
  const told = [
    ...dataClaims(data, ...(data.isArticle ? ['headline', 'name'] : [])),
    ...metaClaims(facts, [
      'og:title',
      'twitter:title',
      'parsely-title',
      'sailthru.title',
      'dc.title',
      'citation_title',
    ]),
    ...(facts.documentTitle === '' ? [] : [{ text: facts.documentTitle, source: 'title' }]),
    ...dataClaims(data, ...(data.isArticle ? [] : ['headline'])),
  ].map(clean);
  const shown = shownHeadlines(facts).filter(({ text }) => !siteNames.some((name) => folded(name) === folded(text)));
  const agreed = shown.find(({ text }) => told.some((claim) => isAlike(text, claim.text)));
  const claims = [...(agreed === undefined ? [] : [agreed]), ...told, ...shown];
  return claims.filter(({ text }) => text !== '' && text.length <= MAX_TITLE_LENGTH);
}

function shownHeadlines(facts: Facts): readonly Claim[] {
  const headings = [...facts.headings].sort((a, b) => Number(a.isBeside) - Number(b.isBeside));
  return [
    ...propertyClaims(facts, 'headline', shownAt),
    ...headings.map((place) => ({ text: shownAt(place), source: 'h1' })),
    ...ownPlaces(facts.microformats.get('p-name')).map((place) => ({ text: shownAt(place), source: 'class p-name' })),
    ...microformatClaims(facts, 'entry-title', shownAt),
    ...propertyClaims(facts, 'name', shownAt).filter(({ text }) => text.includes(' ')),
  ].filter(({ text }) => text !== '');
}

const LEAST_SHARED = 0.6;

/** True for two headlines of one article: one begins or ends the other, or most words are the same. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)];
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= MIN_PART && long.includes(short)) return true;
  const words = new Set(wordsIn(other));
  const own = wordsIn(one);
  const shared = own.filter((word) => words.has(word)).length;
  return shared > 1 && shared / Math.max(own.length, 1) >= LEAST_SHARED;
}

const MIN_PART = 12;
const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Takes the name of the site from the end or the beginning of a title; what would leave nothing is left. */
export function withoutSite(title: string, siteNames: readonly string[]): string {
  const parts = title.split(DIVIDER);
  const names = new Set(siteNames.map(folded).filter((name) => name !== ''));
  if (parts.length < 2) return title;
  const isSite = (part: string | undefined): boolean => part !== undefined && names.has(folded(part));
  let kept = title;
  // `Headline | Politics | The Courier`: what stands beside the site's name is a section.
  for (let last = parts.at(-1); parts.length > 1 && isSite(last); last = parts.at(-1)) {
    kept = kept.slice(0, kept.lastIndexOf(last ?? '')).replace(TRAILING_DIVIDER, '');
    parts.pop();
  }
  for (let first = parts[0]; parts.length > 1 && isSite(first); first = parts[0]) {
    kept = kept.slice(kept.indexOf(first ?? '') + (first?.length ?? 0)).replace(LEADING_DIVIDER, '');
    parts.shift();
  }
  return kept.trim() === '' ? title : kept.trim();
}

const TRAILING_DIVIDER = /\s*(?:[|｜¦•·»«›‹—–:_]|-)+\s*$/u;
const LEADING_DIVIDER = /^\s*(?:[|｜¦•·»«›‹—–:_]|-)+\s*/u;
