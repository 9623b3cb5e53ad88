import { ContentError } from '../../model/errors.ts';
import type { Draft, Found, FoundAuthor, Stamp } from '../draft.ts';
import { hasFrontMatter, readFrontMatter } from '../fields/front-matter.ts';
import { readMarkdown } from '../markdown/markdown.ts';
import { addressClaims, baseAddress, imageClaim } from './address.ts';
import { type ArticleData, chooseArticle, dataClaims, siteNamesIn } from './article-data.ts';
import { authorClaims } from './authors.ts';
import { type Body, findBody, type KnownOfBody } from './body.ts';
import { bodyStart } from './body-start.ts';
import { type Claim, metaClaims } from './claim.ts';
import { elementsIn, linesOf, type PageDocument, parsePage, plainText, textOf } from './dom.ts';
import { type Facts, gatherFacts } from './facts.ts';
import { resolveImages } from './images.ts';
import { readJsonLd, textIn } from './json-ld.ts';
import { languageClaim } from './language.ts';
import { isListing } from './listing.ts';
import { readShown, type Shown } from './shown.ts';
import { markedStamps } from './stamps.ts';
import { sectionClaim, tagClaims } from './terms.ts';
import { titleClaims, withoutSite } from './titles.ts';

/**
 * Reads a page of HTML, whole or a piece: what its metadata says (JSON-LD, Open Graph, metas, microdata, microformats),
 * what it shows, and the text of its article. Of sources that contradict each other one order decides, told in
 * docs/articles.md; each thing found says which source it is from.
 *
 * HTML with front matter is the article itself, as Jekyll and Eleventy keep it. Throws ContentError for a page without
 * a title, without text, and for a list of articles.
 */
export function readHtmlPage(html: string, path = ''): Draft {
  if (hasFrontMatter(html)) return withFrontMatter(html, path);
  const document = parsePage(html);
  const facts = gatherFacts(document);
  const data = articleData(facts);
  const siteNames = siteNamesOf(facts, data);
  const at = (claim: Claim): Found => ({ ...claim, line: lineOf(html, claim.text) });

  const titles = titleClaims(facts, data, siteNames);
  const [title] = titles;
  if (title === undefined) throw new ContentError('the page has no title; add <title> or <h1>', 1);
  if (isListing(document, facts, data)) {
    throw new ContentError('the page is a list of articles and no article itself; leave it out of the folder', 1);
  }
  const language = languageClaim(facts, data);
  const address = addressClaims(html, facts, data)[0];
  const base = baseAddress(facts, address?.text);
  const image = imageClaim(facts, data, base);
  const lines = linesOf(document.body);
  let page: Shown | undefined;
  const shown = (): Shown => {
    page ??= readShown(lines, title.text);
    return page;
  };
  const stamps = stampsOf(facts, data, language?.text, shown).map((claim) => ({ ...claim, ...at(claim) }));
  const authors = authorClaims(facts, data, siteNames, () => shown().authors);
  const summary = summaryOf(facts, data);
  const tags = tagClaims(facts, data, siteNames);
  const section = sectionClaim(facts, data, siteNames);
  const known = {
    titles: titles.map(({ text }) => text),
    authors: authors.map(({ name }) => name),
    siteNames,
    summary,
  };
  const body = bodyOf(document, { ...known, articleBody: textIn(data.node?.articleBody) });
  return {
    title: at(title),
    html: body.html,
    ...(base === undefined ? {} : { base }),
    ...(summary === undefined ? {} : { summary }),
    ...(image === undefined ? {} : { image: at(image) }),
    stamps,
    tags: tags.map(at),
    authors: authors.map((author) => ({ ...withAddress(author, base), line: lineOf(html, author.name) })),
    related: [],
    isDraft: false,
    ...(section === undefined ? {} : { section: at(section) }),
    ...(address === undefined ? {} : { url: at(address) }),
    ...(language === undefined ? {} : { language: at(language) }),
  };
}

function articleData(facts: Facts): ArticleData {
  const addresses = [...(facts.links.get('canonical') ?? []), ...(facts.metas.get('og:url') ?? [])];
  const titles = [...(facts.metas.get('og:title') ?? []), ...facts.headings.map(({ element }) => textOf(element))];
  return chooseArticle(readJsonLd(facts.jsonLd), addresses, titles);
}

const SITE_METAS = [
  'og:site_name',
  'application-name',
  'twitter:site',
  'dc.publisher',
  'apple-mobile-web-app-title',
  'cre',
];

/** Every name of the site that the page tells of, its host among them. */
function siteNamesOf(facts: Facts, data: ArticleData): readonly string[] {
  const told = [
    ...metaClaims(facts, SITE_METAS).map(({ text }) => plainText(text)),
    ...siteNamesIn(data),
    ...facts.names,
  ];
  const hosts = [...(facts.links.get('canonical') ?? []), ...(facts.metas.get('og:url') ?? [])].flatMap((address) => {
    const host = URL.parse(address)?.hostname.replace(/^www\./, '');
    return host === undefined ? [] : [host, host.split('.')[0] ?? host];
  });
  return [...told, ...told.map((name) => name.replace(/^@|^The (?=\S)/i, '')), ...hosts].filter((name) => name !== '');
}

type StampClaim = Claim & Pick<Stamp, 'role'>;

/** The times that the markup gives; where it gives no publication, those that the page shows. */
function stampsOf(
  facts: Facts,
  data: ArticleData,
  language: string | undefined,
  shown: () => Shown,
): readonly StampClaim[] {
  const marked = markedStamps(facts, data, language);
  if (marked.some(({ role }) => role === 'published')) return marked;
  const { stamps } = shown();
  const published = stamps.filter(({ role }) => role === 'published');
  if (published.length > 0) return [...published, ...marked];
  const dated = addressStamp(facts);
  return dated === undefined ? [...stamps, ...marked] : [dated, ...marked];
}

const DAY_IN_ADDRESS = /\/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-])/;

/** `/2024/03/14/` in the page's address is the day on which it came into being. */
function addressStamp(facts: Facts): StampClaim | undefined {
  const [address = ''] = [...(facts.links.get('canonical') ?? []), ...(facts.metas.get('og:url') ?? [])];
  const [, year, month, day] = DAY_IN_ADDRESS.exec(address) ?? [];
  return day === undefined
    ? undefined
    : { text: `${year}-${month}-${day}`, source: 'the address of the page', role: 'published' };
}

type NamedAuthor = Omit<FoundAuthor, 'line'>;

function withAddress({ url, ...author }: NamedAuthor, base: string | undefined): NamedAuthor {
  const address = url === undefined ? null : URL.parse(url, base);
  return address === null || !/^https?:$/.test(address.protocol) ? author : { ...author, url: address.href };
}

function summaryOf(facts: Facts, data: ArticleData): string | undefined {
  const claims = [
    ...metaClaims(facts, ['og:description', 'description', 'twitter:description']),
    ...dataClaims(data, 'description'),
    ...metaClaims(facts, ['dc.description', 'sailthru.description']),
  ];
  return claims.map(({ text }) => plainText(text)).find((text) => text !== '');
}

function bodyOf(document: PageDocument, known: KnownOfBody): Body {
  const body = findBody(document, known);
  if (body === undefined) {
    throw new ContentError(
      'the page has no text; save it after its scripts have run, or leave it out of the folder',
      1,
    );
  }
  return body;
}

/** The 1-based line on which a text first stands; 1 where it is written otherwise. */
function lineOf(html: string, text: string): number {
  const at = html.indexOf(text);
  if (at <= 0) return 1;
  let line = 1;
  for (let end = html.indexOf('\n'); end !== -1 && end < at; end = html.indexOf('\n', end + 1)) line += 1;
  return line;
}

/** The fields are those of Markdown; without a title the first heading is it. */
function withFrontMatter(text: string, path: string): Draft {
  const { body, bodyLine } = readFrontMatter(text);
  const fields = text.slice(0, text.length - body.length);
  const { body: content } = parsePage(body);
  const [heading] = elementsIn(content, ({ localName }) => localName === 'h1');
  const first =
    textOf(heading) || withoutSite(textOf(elementsIn(content, ({ localName }) => localName === 'title')[0]), []);
  const draft = readMarkdown(first === '' ? fields : `${fields}\n# ${first}`, path);
  resolveImages(content);
  const authors = draft.authors.map(({ name }) => name);
  bodyStart(content, { titles: [draft.title.text], authors, siteNames: [] });
  const { titleNote, ...rest } = draft;
  return {
    ...rest,
    ...(titleNote === undefined ? {} : { titleNote, title: { text: first, line: bodyLine } }),
    html: content.innerHTML,
  };
}
