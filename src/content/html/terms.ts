import { isTag } from '../page/tag-line.ts';
import { type ArticleData, dataClaims } from './article-data.ts';
import { type Claim, metaClaims, microformatClaims, propertyClaims, shownAt } from './claim.ts';
import { attribute, elementsIn, plainText, textOf } from './dom.ts';
import { type Facts, linkTexts, ownPlaces, type Place } from './facts.ts';
import { nodeOf, textIn, textsIn, typesOf } from './json-ld.ts';
import { folded } from './titles.ts';

/** More are words for search machines, not the tags of one article. */
const MAX_KEYWORDS = 20;
const MAX_TAGS = 40;

/**
 * The tags of a page by the first source that has some: what is made as tags (`article:tag`, `rel=tag`, a list of tags
 * that is shown) before what is made for search machines (keywords), of which long lists count for nothing.
 */
export function tagClaims(facts: Facts, data: ArticleData, siteNames: readonly string[]): readonly Claim[] {
  const sites = new Set(siteNames.map(folded));
  const sources: readonly (() => readonly Claim[])[] = [
    () => metaClaims(facts, ['article:tag', 'og:article:tag']).flatMap(parted),
    () => relatedTags(facts),
    () => microformatClaims(facts, 'p-category', shownAt),
    () => shownTags(facts),
    () => keywords(dataKeywords(data)),
    () => keywords(metaClaims(facts, ['parsely-tags', 'sailthru.tags', 'cxenseparse:keywords', 'cxenseparse:tags'])),
    () => keywords(propertyClaims(facts, 'keywords')),
    () => keywords(metaClaims(facts, ['news_keywords', 'dc.subject', 'dcterms.subject', 'og:keywords'])),
    () => keywords(metaClaims(facts, ['keywords'])),
  ];
  for (const take of sources) {
    const tags = new Map<string, Claim>();
    for (const claim of take()) {
      const text = plainText(claim.text)
        .replace(/^#(?=\p{L})/u, '')
        .replace(/[,;]$/, '')
        .trim();
      const key = folded(text);
      if (key !== '' && text.length <= MAX_TAG_LENGTH && !sites.has(key) && !tags.has(key) && !CODE.test(text)) {
        tags.set(key, { text, source: claim.source });
      }
    }
    if (tags.size > 0) return [...tags.values()].slice(0, MAX_TAGS);
  }
  return [];
}

const MAX_TAG_LENGTH = 80;
/** Words of programs: `type:article`, `tag_4711`, `a1b2c3d4e5`, addresses. */
const CODE = /^[\w-]+:[^ ]|^https?:|^\d{5,}$|^[0-9a-f-]{16,}$|^[a-z]+(?:_[a-z0-9]+)+$|\/\w+\//i;

const parted = ({ text, source }: Claim): readonly Claim[] => {
  const parts = text.split(/\s*[,;،、，；|]\s*/u).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => isTag(part))
    ? parts.map((part) => ({ text: part, source }))
    : [{ text, source }];
};

/** Several metas or items are the tags; one is a list with commas. */
function keywords(claims: readonly Claim[]): readonly Claim[] {
  const [first] = claims;
  const source = first?.source;
  const own = claims.filter((claim) => claim.source === source);
  const parts = own.length > 1 ? own : own.flatMap(parted);
  return parts.length > MAX_KEYWORDS || parts.some(({ text }) => text.length > MAX_TAG_LENGTH) ? [] : parts;
}

const dataKeywords = (data: ArticleData): readonly Claim[] => {
  const claims = dataClaims(data, 'keywords');
  return claims.length > 0 ? claims : dataClaims(data, 'about').filter(({ text }) => isTag(text));
};

/** WordPress says `category tag` of sections. */
const isSection = ({ element }: Place): boolean => /\bcategory\b/i.test(attribute(element, 'rel'));

const relatedTags = (facts: Facts): readonly Claim[] =>
  (facts.relations.get('tag') ?? [])
    .filter((place) => !place.isBeside && !isSection(place))
    .map((place) => ({ text: shownAt(place), source: 'rel tag' }));

const LIST_ITEM = /^(?:a|li|span|button)$/;

/** The first list of tags that the page shows of its article. */
function shownTags(facts: Facts): readonly Claim[] {
  for (const place of ownPlaces(facts.tagLists)) {
    const links = linkTexts(place);
    const texts =
      links.length > 0 ? links : elementsIn(place.element, ({ localName }) => LIST_ITEM.test(localName)).map(textOf);
    const tags = texts.filter((text) => isTag(text.replace(/^#/, '')));
    if (tags.length > 0 && tags.length === texts.length) return tags.map((text) => ({ text, source: 'class of tags' }));
  }
  return [];
}

const SECTION_METAS = `article:section og:article:section parsely-section section cxenseparse:category
  cxenseparse:recs:category article.section og:section category dc.type.section sailthru.section`.split(/\s+/);

/** The section of a page: what is called so, else its category, else the crumb before the article itself. */
export function sectionClaim(facts: Facts, data: ArticleData, siteNames: readonly string[]): Claim | undefined {
  const sites = new Set(siteNames.map(folded));
  const claims = [
    ...metaClaims(facts, SECTION_METAS.slice(0, 2)),
    ...dataClaims(data, 'articleSection'),
    ...metaClaims(facts, ['articlesection']),
    ...propertyClaims(facts, 'articlesection', shownAt),
    ...metaClaims(facts, SECTION_METAS.slice(2)),
    ...(facts.relations.get('category') ?? [])
      .filter(({ isBeside }) => !isBeside)
      .map((place) => ({ text: shownAt(place), source: 'rel category' })),
    ...crumbs(data),
  ].map(({ text, source }) => ({ text: plainText(text), source }));
  return claims.find(
    ({ text }) => text !== '' && text.length <= MAX_TAG_LENGTH && !sites.has(folded(text)) && !CODE.test(text),
  );
}

const HOME = /^(?:home|start(?:seite)?|accueil|inicio|início|главная|ホーム|首页|首頁|홈|news)$/i;

/** The crumbs lead from the home page to the article; the last that is neither is its section. */
function crumbs({ graph, node }: ArticleData): readonly Claim[] {
  const list = graph.nodes.find((one) => typesOf(one).includes('BreadcrumbList'))?.itemListElement;
  const titles = new Set(textsIn([node?.headline, node?.name].flat()).map(folded));
  const names = (Array.isArray(list) ? list : []).flatMap((one) => {
    const item = nodeOf(one, graph);
    return textIn(item?.name ?? nodeOf(item?.item, graph)?.name) ?? [];
  });
  const section = names.slice(0, -1).findLast((name) => !HOME.test(name) && !titles.has(folded(name)));
  return section === undefined ? [] : [{ text: section, source: 'JSON-LD breadcrumb' }];
}
