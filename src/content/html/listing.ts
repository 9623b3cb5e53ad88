import type { ArticleData } from './article-data.ts';
import { weighParagraphs } from './clutter.ts';
import { attribute, elementsIn, type PageDocument, type PageElement, textOf } from './dom.ts';
import type { Facts } from './facts.ts';
import { typesOf } from './json-ld.ts';

const LEAST_TEASERS = 3;
const LEAST_LINKS = 8;
const TEXT_OF_ARTICLE = 600;
const MIN_HEADLINE = 25;

/**
 * True for a page that shows many articles and is none: a front page, a section, a search. A page that says it is an
 * article is believed.
 */
export function isListing(document: PageDocument, facts: Facts, data: ArticleData): boolean {
  const said = data.isArticle || facts.metas.has('article:published_time') || facts.properties.has('articlebody');
  if (said || (facts.metas.get('og:type') ?? []).some((type) => /article|blog/i.test(type))) return false;
  const teasers = elementsIn(document.body, isTeaser);
  const isCalledSo = data.graph.nodes.some((node) =>
    typesOf(node).some((type) => /^(?:CollectionPage|ItemList|SearchResultsPage)$/.test(type)),
  );
  const { total, weights } = weighParagraphs(document.body);
  const lengths = teasers.map((teaser) => weights.get(teaser) ?? 0);
  const inTeasers = lengths.reduce((sum, length) => sum + length, 0);
  // An article may link its own headline, and stand above the small ones.
  const isOneGreat = lengths.some((length) => length >= TEXT_OF_ARTICLE && length > total / 2);
  if (teasers.length >= LEAST_TEASERS && total - inTeasers < TEXT_OF_ARTICLE && !isOneGreat) return true;
  const links = elementsIn(document.body, ({ localName }) => localName === 'a').filter(
    (link) => textOf(link).length >= MIN_HEADLINE,
  );
  const { length } = links.reduce((sum, link) => sum + textOf(link), '');
  return links.length >= LEAST_LINKS && (total < TEXT_OF_ARTICLE || isCalledSo) && length > total * 2;
}

/** An article in small: a link in its headline leads to the whole. */
const isTeaser = (element: PageElement): boolean =>
  (element.localName === 'article' ||
    /(?:^|\s)(?:hentry|h-entry|post|teaser)(?:\s|$)/.test(attribute(element, 'class'))) &&
  elementsIn(element, ({ localName }) => /^h[1-4]$/.test(localName)).some(
    (heading) => elementsIn(heading, ({ localName }) => localName === 'a').length > 0,
  );
