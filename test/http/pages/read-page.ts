/** Pages as a strict XML parser reads them: every page is written so that it is well-formed XML too. */

import type { Article } from '../../../src/model/article.ts';
import { selectionOf } from '../../../src/model/selection.ts';
import type { Site } from '../../../src/model/site.ts';
import type { Term } from '../../../src/model/term.ts';
import type { TermCount } from '../../../src/store/store.ts';
import { PLAIN, RECORDINGS } from '../../feeds/sample-articles.ts';
import { type Element, readXml } from '../../feeds/xml-tree.ts';

export const SITE: Site = {
  title: 'Tidal Post',
  description: 'News from an invented quay.',
  language: 'en-GB',
  baseUrl: 'https://post.example/news/',
  idAuthority: 'post.example,2026',
  maxAgeSeconds: 300,
};

/** One of the articles that the golden feeds show, by its slug. */
export function sample(slug: string): Article {
  const article = [...PLAIN, ...RECORDINGS].find((one) => one.slug === slug);
  if (article === undefined) throw new Error(`There is no sample article "${slug}"`);
  return article;
}

export const counted = (term: Term, count: number): TermCount => ({ ...term, count });

export const alone = (term: Term) => selectionOf(term);

/** An element and all that it holds, in the order of the document. */
export const elementsIn = (element: Element): readonly Element[] => [element, ...element.children.flatMap(elementsIn)];

/** All elements of a page; throws at the first thing that is not well-formed. */
export const readPage = (page: string): readonly Element[] => elementsIn(readXml(page));

/** The text in an element and in all that it holds; in document order only where an element holds no text beside others. */
export const wordsIn = (element: Element): string =>
  [element.text, ...element.children.map(wordsIn)].join(' ').replace(/\s+/g, ' ').trim();

export const named = (elements: readonly Element[], name: string): readonly Element[] =>
  elements.filter((element) => element.name === name);

/** Those with a class among their classes. */
export const classed = (elements: readonly Element[], className: string): readonly Element[] =>
  elements.filter(({ attributes }) => attributes.class?.split(' ').includes(className));

/** The one element that is meant; throws when there are none or several. */
export function only(elements: readonly Element[]): Element {
  const [first, second] = elements;
  if (first === undefined || second !== undefined) throw new Error(`There are ${elements.length} such elements, not 1`);
  return first;
}

/** `type title href` of each link by which readers find feeds, in order. */
export const advertised = (page: string): readonly string[] =>
  named(readPage(page), 'link')
    .filter(({ attributes }) => attributes.rel?.includes('alternate'))
    .map(({ attributes: { rel, type, title, href } }) => `${rel} | ${type} | ${title} | ${href}`);

/** The canonical address; undefined for a page without. */
export const canonicalOf = (page: string): string | undefined =>
  named(readPage(page), 'link').find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href;

/** Where the links of a class lead. */
export const addressesOf = (elements: readonly Element[]): readonly (string | undefined)[] =>
  elements.map(({ attributes }) => attributes.href);
