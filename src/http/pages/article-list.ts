import type { Article } from '../../model/article.ts';
import type { Site } from '../../model/site.ts';
import { authorsOf, originalOf, ownAddress, summaryOf, titleOf } from './article-words.ts';
import { directionByWords, inEnglish, languageOf } from './language.ts';
import { html, type Markup, separated } from './markup.ts';
import { timeElement } from './readable-date.ts';
import { tagList, termLink, termsOfKind } from './term-link.ts';

/** Articles as entries of an h-feed (microformats.org/wiki/h-feed), in the order given, under a heading of level two. */
export const articleList = (
  site: Site,
  heading: string,
  articles: readonly Article[],
): Markup => html`<section class="list">
<h2 class="shelf">${inEnglish(site, heading)}</h2>
${
  articles.length === 0
    ? html`<p class="nothing">${inEnglish(site, 'There is no article yet.')}</p>`
    : articles.map((article) => entry(site, article))
}
</section>`;

function entry(site: Site, article: Article): Markup {
  const original = originalOf(site, article);
  const summary = summaryOf(article);
  const direction = directionByWords(article);
  const facts = [
    ...termsOfKind(article, 'section').map((section) => termLink(site, section, 'category')),
    timeElement(article.publishedAt, 'dt-published'),
    ...authorsOf(site, article),
    original && html`<a class="u-url" href="${original.address}" dir="ltr">${original.host}</a>`,
  ];
  return html`<article class="h-entry"${languageOf(article)}>
<p class="facts">${separated(facts, ' · ')}</p>
<h3 class="p-name"${direction}><a${original === undefined ? html` class="u-url"` : ''} href="${ownAddress(site, article)}">${titleOf(article)}</a></h3>
${summary === undefined ? undefined : html`<p class="p-summary"${direction}>${summary}</p>`}
${tagList(site, article, 'category')}
</article>
`;
}
