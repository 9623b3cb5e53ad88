import type { ArticleData } from './article-data.ts';
import { dataClaims } from './article-data.ts';
import { type Claim, metaClaims, microformatClaims, propertyClaims, shownAt } from './claim.ts';
import { attribute, elementsIn, type PageElement, plainText, textOf } from './dom.ts';
import { type Facts, leadsHome, ownPlaces, type Place } from './facts.ts';

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
  const isSite = new Set(siteNames.map(folded));
  const parts = new Set(told.flatMap(({ text }) => [text, ...text.split(DIVIDER)]).map(folded));
  const shown = shownHeadlines(facts, parts).filter(({ text }) => !isSite.has(folded(text)));
  const agreed = agreedOf(shown, told) ?? lonely(shown, told);
  const claims = [...(agreed === undefined ? [] : [agreed]), ...told, ...shown];
  const titles = claims.filter(({ text }) => text !== '' && text.length <= MAX_TITLE_LENGTH);
  if (!shown.some(({ source }) => source === 'h1')) return titles;
  return titles.toSorted((a, b) => Number(isSite.has(folded(a.text))) - Number(isSite.has(folded(b.text))));
}

/** The headline that is shown as it is told; else the first that is told in other words, but is no small part of them. */
function agreedOf(shown: readonly Claim[], told: readonly Claim[]): Claim | undefined {
  for (const { text } of told) {
    const same = shown.find((claim) => folded(claim.text) === folded(text));
    if (same !== undefined) return same;
  }
  const alike = shown.flatMap((claim) => {
    const other = told.find(({ text }) => isAlike(claim.text, text));
    return other === undefined ? [] : [{ claim, share: claim.text.length / other.text.length }];
  });
  return (alike.find(({ share }) => share >= LEAST_OF_TITLE) ?? alike[0])?.claim;
}

const LEAST_OF_TITLE = 0.4;

/** The headlines that a page shows; `parts` are those of its told titles, which a smaller heading may be. */
function shownHeadlines(facts: Facts, parts: ReadonlySet<string>): readonly Claim[] {
  const headings = facts.headings
    .filter(({ element }) => !elementsIn(element, ({ localName }) => localName === 'a').some(leadsHome))
    .toSorted((a, b) => Number(a.isBeside) - Number(b.isBeside))
    .slice(0, MAX_HEADINGS);
  const smaller = ownPlaces(facts.subheadings).filter((place) => {
    const text = folded(headlineAt(place));
    return text.length >= MIN_PART && parts.has(text);
  });
  return [
    ...propertyClaims(facts, 'headline', (place) => headlineAt(place, parts)),
    ...headings.map((place) => ({ text: headlineAt(place, parts), source: 'h1' })),
    ...ownPlaces(facts.microformats.get('p-name')).map((place) => ({ text: shownAt(place), source: 'class p-name' })),
    ...microformatClaims(facts, 'entry-title', (place) => headlineAt(place, parts)),
    ...smaller.map((place) => ({ text: headlineAt(place), source: place.element.localName })),
    ...propertyClaims(facts, 'name', shownAt).filter(({ text }) => text.includes(' ')),
  ].filter(({ text }) => text !== '');
}

/** A page with more of them is no article with one headline. */
const MAX_HEADINGS = 50;

const KICKER =
  /(?:^|[\s_-])\w{0,12}(?:kicker|dachzeile|(?:over|roof|high|pre|spitz)-?(?:line|marke)|top-?line|top-?title|roof|eyebrow|antetitulo|surtitre|occhiello|topic-?label|sub-?head(?:ing|line)?|sub-?title|title-?header|colon|date|category|hidden|invisible|sr-?only|screen-?reader(?:-text)?)(?:dash)?(?:$|[\s_-])/i;

/**
 * The text of a headline without a kicker above and a line below it: what is called so, or stands in an element of its
 * own beside words that are a told title.
 */
function headlineAt({ element }: Place, parts: ReadonlySet<string> = new Set()): string {
  const isKicker = (inner: PageElement): boolean =>
    inner.localName === 'small' || KICKER.test(attribute(inner, 'class').replace(/([a-z])(?=[A-Z])/g, '$1-'));
  const besides = elementsIn(element, isKicker).map((inner) => textOf(inner));
  const whole = textOf(element);
  let text = whole;
  for (const beside of besides.filter((words) => words !== '')) {
    if (text.startsWith(beside)) text = text.slice(beside.length).trim();
    else if (text.endsWith(beside)) text = text.slice(0, -beside.length).trim();
  }
  text = text
    .replace(/^[:–—|/-]\s+/u, '')
    .replace(ANCHOR, '')
    .trim();
  if (!parts.has(folded(text))) text = besideFirst(element, text, parts) ?? text;
  return folded(text) === '' ? whole : text;
}

function besideFirst(heading: PageElement, text: string, parts: ReadonlySet<string>): string | undefined {
  const [first = ''] = elementsIn(heading, () => true)
    .map((inner) => textOf(inner))
    .filter((words) => words !== '');
  const rest = text.startsWith(first) ? text.slice(first.length).replace(/^[\s:–—|/-]+/u, '') : '';
  return folded(rest).length >= MIN_PART && parts.has(folded(rest)) ? rest.trim() : undefined;
}

/** The sign of a link to the heading itself. */
const ANCHOR = /\s?[¶🔗]\ufe0f?$/u;

const LEAST_LONELY_WORDS = 4;
const LEAST_LETTERS = 5;

/** The one great heading of a page is its headline, though its metadata says it in other words, for search machines. */
function lonely(shown: readonly Claim[], told: readonly Claim[]): Claim | undefined {
  const headings = shown.filter(({ source }) => source === 'h1');
  const [first] = headings;
  if (first === undefined || headings.some(({ text }) => text !== first.text)) return undefined;
  const words = wordsIn(first.text);
  const others = new Set(told.flatMap(({ text }) => wordsIn(text)));
  return words.length >= LEAST_LONELY_WORDS && words.some((word) => word.length >= LEAST_LETTERS && others.has(word))
    ? first
    : undefined;
}

const LEAST_SHARED = 0.6;

/** True for two headlines of one article: one begins or ends the other, or most words are the same. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)];
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= MIN_PART && long.includes(short)) return true;
  const [own, words] = [wordsIn(one), wordsIn(other)];
  if (sharedIn(own, words) >= Math.max(own.length * LEAST_SHARED, 2)) return true;
  // The one may be the short form of the other; then small words count for nothing.
  const [great, greatOther] = [own.filter(isGreat), words.filter(isGreat)];
  return sharedIn(great, greatOther) >= Math.max(Math.min(great.length, greatOther.length) * LEAST_SHARED, 3);
}

const isGreat = (word: string): boolean => word.length >= 4;
const sharedIn = (words: readonly string[], others: readonly string[]): number => {
  const known = new Set(others);
  return words.filter((word) => known.has(word)).length;
};

const MIN_PART = 12;
const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Takes the name of the site from the end or the beginning of a title; what would leave nothing is left. */
export function withoutSite(given: string, siteNames: readonly string[]): string {
  const title = given.replace(BEHIND_HAN, '');
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

/** Sites in Han script put their sections and their name behind the headline, without a space. */
const BEHIND_HAN =
  /(?<=\p{Script=Han}.{4,})(?:_.*|[-—|]\s?[\p{Script=Han}\w]{1,10}(?:网|網|报|報|新闻|新聞|在线|频道))$/u;

const TRAILING_DIVIDER = /\s*(?:[|｜¦•·»«›‹—–:_]|-)+\s*$/u;
const LEADING_DIVIDER = /^\s*(?:[|｜¦•·»«›‹—–:_]|-)+\s*/u;
