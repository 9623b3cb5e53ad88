import { feedAddress, indexAddress, pageAddress } from '../../feeds/addresses.ts';
import { cleanText } from '../../feeds/clean.ts';
import { opmlAddress } from '../../feeds/opml.ts';
import { FORMATS } from '../../model/feed-key.ts';
import { PROGRAM } from '../../model/program.ts';
import { ALL } from '../../model/selection.ts';
import type { Site } from '../../model/site.ts';
import { TERM_KINDS, type TermKind } from '../../model/term.ts';
import { FORMAT_NAMES, feedLinks, type NamedSelection } from './advertised-feeds.ts';
import { directionOf, inEnglish, pageLanguage } from './language.ts';
import { asMarkup, html, type Markup, type Shown, separated } from './markup.ts';
import { STYLESHEET } from './stylesheet.ts';
import { KIND_WORDS } from './term-words.ts';

interface PageParts {
  readonly site: Site;
  /** For the window and for lists of search results. */
  readonly title: string;
  readonly description: Shown;
  /** Absolute; undefined for a page that no search engine should keep. */
  readonly canonical: string | undefined;
  /** The page's own feeds; the site's are always added. */
  readonly feeds: readonly NamedSelection[];
  readonly content: Markup;
  readonly layout: 'home' | 'wide' | 'narrow';
  /** The index that the page is. */
  readonly index?: TermKind;
}

/** A tag, drawn: an image in the address itself, so that it costs no request. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cpath fill='%23b4540a' " +
  "d='M3 3h13l13 13-13 13L3 16z'/%3E%3Ccircle cx='9.5' cy='9.5' r='2.5' fill='%23fff'/%3E%3C/svg%3E";

/** The whole HTML document around a page's content. Also well-formed XML, as far as the articles are. */
export function htmlDocument(page: PageParts): string {
  const { site, canonical } = page;
  const language = pageLanguage(site);
  return html`<!DOCTYPE html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${page.title}</title>
<meta name="description" content="${page.description}" />
<meta name="generator" content="${PROGRAM.name} ${PROGRAM.version}" />
${canonical === undefined ? html`<meta name="robots" content="noindex" />` : html`<link rel="canonical" href="${canonical}" />`}
${feedLinks(site, page.feeds)}<link rel="icon" type="image/svg+xml" href="${ICON}" />
<style>${STYLE}</style>
</head>
<body${page.layout === 'narrow' ? '' : html` class="wide"`}>
<a class="skip" href="#content">${inEnglish(site, 'Skip to the content')}</a>
${header(page)}
<main id="content">
${page.content}
</main>
${footer(site)}
</body>
</html>
`.toString();
}

const STYLE = asMarkup(cleanText(STYLESHEET));

const header = ({ site, layout, index }: PageParts): Markup => html`<header class="top">
${layout === 'home' ? undefined : html`<a class="brand" href="${pageAddress(site, ALL)}" dir="auto">${site.title}</a>`}
<nav aria-label="Site">${TERM_KINDS.map(
  (kind) =>
    html`<a href="${indexAddress(site, kind)}"${kind === index ? html` aria-current="page"` : ''}>${inEnglish(site, KIND_WORDS[kind].many)}</a> `,
)}</nav>
</header>`;

function footer(site: Site): Markup {
  const feeds = FORMATS.map(
    (format) => html`<a href="${feedAddress(site, { selection: ALL, format })}">${FORMAT_NAMES[format]}</a>`,
  );
  const opml = html`<a href="${opmlAddress(site)}">every tag in one file (OPML)</a>`;
  const { name, url } = PROGRAM;
  const program = url === undefined ? name : html`<a href="${url}">${name}</a>`;
  return html`<footer class="foot">
<p>${inEnglish(site, ['Feeds of everything: ', separated([...feeds, opml], ' · ')])}</p>
<p>${inEnglish(site, ['Every tag has feeds of its own. Made by ', program, '.'])}</p>
</footer>`;
}
