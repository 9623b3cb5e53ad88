import type { Claim } from './claim.ts';
import { type Graph, type LinkedData, nodeOf, textIn, textsIn, typesOf } from './json-ld.ts';

/** The JSON-LD of a page as far as it is about its article. */
export interface ArticleData {
  readonly graph: Graph;
  /** The article, else the page or the recording that stands for it. */
  readonly node: LinkedData | undefined;
  /** Whether it is called an article. */
  readonly isArticle: boolean;
}

const ARTICLE =
  /(?:Article|Posting|^Report|^Review|^Recipe|^HowTo|^LiveBlog|^SatiricalArticle|^Thesis|^PressRelease|^CreativeWork|^DiscussionForumPosting|^Question|^APIReference)$/;
const STAND_IN: readonly RegExp[] = [
  /^(?:VideoObject|AudioObject|PodcastEpisode|Episode|NewsMediaOrganizationArticle|Event|Book)$/,
  /^(?:ItemPage|WebPage|AboutPage|MedicalWebPage|QAPage)$/,
];

/**
 * Chooses the node that is the page's article: of several the one at one of `addresses`, else the one whose headline is
 * one of `titles`, else the first. Where none is called an article a recording or the page itself stands for it.
 */
export function chooseArticle(graph: Graph, addresses: readonly string[], titles: readonly string[]): ArticleData {
  const articles = graph.nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)) && hasFields(node));
  const [first, second] = articles;
  if (first !== undefined) {
    const node =
      second === undefined
        ? first
        : (articles.find((one) => addressesOf(one).some((address) => addresses.includes(address))) ??
          articles.find((one) => titles.includes(textIn(one.headline ?? one.name) ?? '')) ??
          first);
    return { graph, node, isArticle: true };
  }
  for (const type of STAND_IN) {
    const node = graph.nodes.find((one) => typesOf(one).some((name) => type.test(name)));
    if (node !== undefined) return { graph, node, isArticle: false };
  }
  return { graph, node: undefined, isArticle: false };
}

/** A reference to an article is none. */
const hasFields = (node: LinkedData): boolean =>
  ['headline', 'name', 'datePublished', 'articleBody', 'author'].some((key) => node[key] !== undefined);

const addressesOf = (node: LinkedData): readonly string[] =>
  [node.url, node['@id'], node.mainEntityOfPage].flatMap((value) => textsIn(value, '@id', 'url'));

/** What some fields of the article say, by the order of the fields. */
export const dataClaims = ({ node }: ArticleData, ...fields: readonly string[]): readonly Claim[] =>
  fields.flatMap((field) =>
    textsIn(node?.[field], 'name', 'headline', 'url', '@id').map((text) => ({ text, source: `JSON-LD ${field}` })),
  );

/** Names of the site: of its publisher, and of what the article is part of. */
export const siteNamesIn = ({ graph, node }: ArticleData): readonly string[] => [
  ...[node?.publisher, node?.isPartOf, node?.sourceOrganization].flatMap(
    (value) => textIn(nodeOf(value, graph), 'name') ?? [],
  ),
  ...graph.nodes
    .filter((one) => typesOf(one).some((type) => /^(?:WebSite|NewsMediaOrganization|Organization)$/.test(type)))
    .flatMap((one) => textsIn([one.name, one.alternateName].flat())),
];
