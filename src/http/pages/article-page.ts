import { articleAddress, webAddress } from '../../feeds/addresses.ts';
import { cleanLine, cleanText } from '../../feeds/clean.ts';
import { excerpt } from '../../feeds/excerpt.ts';
import type { Article, Dateline } from '../../model/article.ts';
import { selectionOf } from '../../model/selection.ts';
import type { Site } from '../../model/site.ts';
import { termKey } from '../../model/term.ts';
import { authorsOf, originalOf, summaryOf, titleOf } from './article-words.ts';
import { htmlDocument } from './document.ts';
import { type Around, directionByWords, inEnglish, insideArticle, languageOf } from './language.ts';
import { asMarkup, html, type Markup, type Shown, separated } from './markup.ts';
import { timeElement } from './readable-date.ts';
import { tagList, termLink, termsOfKind } from './term-link.ts';

interface ArticlePage {
  readonly site: Site;
  readonly article: Article;
}

/** An article's page names the feeds of its first tags; with more of them a reader's list of choices gets long. */
const MAX_ADVERTISED_TAGS = 2;

/** One article in full, as an h-entry (microformats.org/wiki/h-entry). */
export function articlePage({ site, article }: ArticlePage): string {
  const tags = termsOfKind(article, 'tag');
  return htmlDocument({
    site,
    title: `${titleOf(article)} – ${site.title}`,
    description: summaryOf(article) ?? titleOf(article),
    // The original, when it stands elsewhere: that is what the word means to a search engine.
    canonical: articleAddress(site, article),
    feeds: tags
      .slice(0, MAX_ADVERTISED_TAGS)
      .map((tag) => ({ selection: selectionOf(tag), labels: new Map([[termKey(tag), tag.label]]) })),
    content: content(site, article),
    layout: 'narrow',
  });
}

function content(site: Site, article: Article): Markup {
  const direction = directionByWords(article);
  const around = insideArticle(site, article);
  const sections = termsOfKind(article, 'section').map((section) => termLink(site, section, 'category'));
  const text = cleanText(article.html);
  return html`<article class="article h-entry"${languageOf(article)}>
<header>
${sections.length === 0 ? undefined : html`<p class="kind">${separated(sections, ' · ')}</p>`}
<h1 class="p-name"${direction}>${titleOf(article)}</h1>
${standfirst(article, direction)}
<p class="facts">${facts(site, article, around)}</p>
</header>
${text.trim() === '' ? undefined : html`<div class="e-content"${direction}>\n${asMarkup(text)}\n</div>`}
${about(site, article, around)}
</article>`;
}

/** Shown where the text does not begin with it: the summary of many articles is their first paragraph. */
function standfirst(article: Article, direction: Markup | undefined): Markup | undefined {
  const summary = cleanLine(article.summary ?? '');
  const lead = wordsOf(html`${summary}`.toString());
  const beginning = wordsOf(excerpt(cleanText(article.html)));
  const isRepeated = beginning.startsWith(lead) || lead.startsWith(beginning);
  return summary === '' || (beginning !== '' && isRepeated)
    ? undefined
    : html`<p class="lead p-summary"${direction}>${summary}</p>`;
}

/** Letters and digits of HTML without tags: quotes may stand escaped in one text and not in the other. */
const wordsOf = (text: string): string => text.replace(/&#?\w+;|[^\p{L}\p{N}]/gu, '');

function facts(site: Site, article: Article, around: Around): Shown {
  const authors = authorsOf(site, article);
  const original = originalOf(site, article);
  return separated(
    [
      authors.length === 0 ? undefined : [inEnglish(around, 'By '), separated(authors, ', ')],
      html`<a class="u-url" href="${articleAddress(site, article)}">${timeElement(article.publishedAt, 'dt-published')}</a>`,
      article.updatedAt > article.publishedAt
        ? inEnglish(around, ['updated ', timeElement(article.updatedAt, 'dt-updated')])
        : undefined,
      original && inEnglish(around, ['first at ', html`<a href="${original.address}">${original.host}</a>`]),
    ],
    ' · ',
  );
}

function about(site: Site, article: Article, around: Around): Markup | undefined {
  const series = termsOfKind(article, 'series').map((one) => termLink(site, one, 'category'));
  const tags = tagList(site, article, 'tagOfPage');
  const files = attachments(article);
  const parts = [
    files === undefined ? undefined : shelf(around, 'Attachments', files),
    series.length === 0 ? undefined : shelf(around, 'Series', html`<p>${separated(series, ' · ')}</p>`),
    tags &&
      shelf(
        around,
        'Tags',
        html`${tags}\n<p class="hint">${inEnglish(around, 'Each tag has a page with feeds of its own.')}</p>`,
      ),
    article.dateline && datelineDetails(article.dateline, around),
  ];
  return parts.every((part) => part === undefined) ? undefined : html`<footer class="about">\n${parts}\n</footer>`;
}

const ROLES: Readonly<Record<Dateline['role'], string>> = {
  published: 'says when it was published',
  updated: 'says when it was updated',
  clock: 'is the clock of the page, which shows no other time',
  file: 'is where the article begins, which shows no time; that of the file is taken',
};

/** No reader of feeds can say why a date is what it is; here anybody can look. */
function datelineDetails({ text, line, role, rule, zone }: Dateline, around: Around): Markup {
  const why = [
    `Line ${line} of its file ${ROLES[role]}. Read as: ${rule}`,
    ...(zone === undefined ? [] : [`zone ${zone}`]),
  ];
  return html`<details class="hint">
<summary>${inEnglish(around, 'How the date was read')}</summary>
<p><q dir="auto">${cleanLine(text)}</q> ${inEnglish(around, `${why.join('; ')}.`)}</p>
</details>
`;
}

const shelf = (around: Around, heading: string, body: Markup): Markup => html`<section>
<h2 class="shelf">${inEnglish(around, heading)}</h2>
${body}
</section>
`;

function attachments(article: Article): Markup | undefined {
  const files = article.attachments.flatMap(({ url, mimeType, title }) => {
    const address = webAddress(url);
    if (address === undefined) return [];
    const name = cleanLine(title ?? '') || address.replace(/^.*\/(?=.)/, '');
    return [html`<li><a href="${address}" dir="auto">${name}</a> <span class="facts">${mimeType}</span></li>\n`];
  });
  return files.length === 0 ? undefined : html`<ul class="files">\n${files}</ul>`;
}
