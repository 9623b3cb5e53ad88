import { articleAddress } from '../../feeds/addresses.ts';
import { type CleanText, cleanLine, cleanText } from '../../feeds/clean.ts';
import { toEntryAuthor } from '../../feeds/entry.ts';
import { excerpt } from '../../feeds/excerpt.ts';
import type { Article } from '../../model/article.ts';
import type { Site } from '../../model/site.ts';
import { toSlug } from '../../model/slug.ts';
import { asMarkup, html, type Markup, type Shown } from './markup.ts';
import { termLink } from './term-link.ts';

/** The title, or a word in its place: a heading and a link need one. */
export const titleOf = (article: Pick<Article, 'title'>): string => cleanLine(article.title) || 'Untitled';

/** The address of the article's page here, also of one whose original stands elsewhere. */
export const ownAddress = (site: Site, { slug }: Pick<Article, 'slug'>): string => articleAddress(site, { slug });

/** Where the original stands, when that is elsewhere, and the name of its host. */
export function originalOf(
  site: Site,
  article: Article,
): { readonly address: string; readonly host: string } | undefined {
  const address = articleAddress(site, article);
  return address === ownAddress(site, article) ? undefined : { address, host: new URL(address).host };
}

/** The summary, else the beginning of the text, also fit for an attribute; undefined when there is neither. */
export function summaryOf({ summary, html: text }: Pick<Article, 'summary' | 'html'>): Shown {
  const given = cleanLine(summary ?? '');
  if (given !== '') return given;
  const beginning = excerpt(cleanText(text)).replaceAll('"', '&quot;');
  return beginning === '' ? undefined : asMarkup(beginning as CleanText);
}

/** The names of who wrote it, each linked to the page here with that author's articles, else to the author's own. */
export const authorsOf = (site: Site, article: Article): readonly Markup[] =>
  article.authors.flatMap((author) => {
    const known = toEntryAuthor(author);
    if (known === undefined) return [];
    const slug = toSlug(author.name);
    const term = article.terms.find((candidate) => candidate.kind === 'author' && candidate.slug === slug);
    if (term !== undefined) return [termLink(site, term, 'author')];
    return known.url === undefined
      ? [html`<span class="p-author h-card" dir="auto">${known.name}</span>`]
      : [html`<a class="p-author h-card" href="${known.url}" dir="auto">${known.name}</a>`];
  });
