import { pageAddress } from '../../feeds/addresses.ts';
import { cleanLine } from '../../feeds/clean.ts';
import type { Article } from '../../model/article.ts';
import { selectionOf } from '../../model/selection.ts';
import type { Site } from '../../model/site.ts';
import type { Term, TermKind } from '../../model/term.ts';
import { html, type Markup } from './markup.ts';

/** What a link to a term's page is to programs. */
const MEANINGS = {
  name: undefined,
  author: html` class="p-author h-card"`,
  category: html` class="p-category"`,
  /** HTML §4.6.7.22: the tag applies to the whole document. So only on an article's page, not in a list of articles. */
  tagOfPage: html` class="p-category" rel="tag"`,
} as const;

/** A link to the page of a term. Its label may be of any script, and is set apart from what stands around it. */
export function termLink(site: Site, term: Term, meaning: keyof typeof MEANINGS): Markup {
  const address = pageAddress(site, selectionOf(term));
  return html`<a${MEANINGS[meaning]} href="${address}" dir="auto">${cleanLine(term.label) || term.slug}</a>`;
}

/** The terms of one kind that an article bears, in its order. */
export const termsOfKind = (article: Pick<Article, 'terms'>, kind: TermKind): readonly Term[] =>
  article.terms.filter((term) => term.kind === kind);

/** The tags of an article as a list of links; undefined when it has none. */
export function tagList(
  site: Site,
  article: Pick<Article, 'terms'>,
  meaning: 'category' | 'tagOfPage',
): Markup | undefined {
  const items = termsOfKind(article, 'tag').map((tag) => html`<li>${termLink(site, tag, meaning)}</li>\n`);
  return items.length === 0 ? undefined : html`<ul class="tags" aria-label="Tags">\n${items}</ul>`;
}
