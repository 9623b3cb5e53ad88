import type { ArticleData } from './article-data.ts';
import { type Claim, metaClaims } from './claim.ts';
import type { Facts } from './facts.ts';
import { textsIn } from './json-ld.ts';

const SAVED = [
  [/<!--\s*saved from url=\(\d+\)(https?:\/\/[^\s>]+)/i, 'saved from url'],
  [/<!--\s*Page saved with SingleFile\s+url:\s*(https?:\/\/[^\s>]+)/i, 'SingleFile comment'],
] as const;
/** Browsers write where a page was saved from at its top. */
const MAX_SEARCHED = 4_000;

/** The addresses that a page gives itself, the best first; those of a site's front page are no article's. */
export function addressClaims(html: string, facts: Facts, data: ArticleData): readonly Claim[] {
  const start = html.slice(0, MAX_SEARCHED);
  const saved = SAVED.flatMap(([form, source]) => {
    const text = form.exec(start)?.[1];
    return text === undefined ? [] : [{ text, source }];
  });
  const claims = [
    ...(facts.links.get('canonical') ?? []).map((text) => ({ text, source: 'link canonical' })),
    ...metaClaims(facts, ['og:url']),
    ...linked(data, ['url', 'mainEntityOfPage', '@id'], ['@id', 'url']),
    ...metaClaims(facts, ['parsely-link', 'twitter:url', 'dc.identifier', 'citation_public_url']),
    ...saved,
  ];
  const base = [facts.base, ...claims.map(({ text }) => text)].find(isAbsolute);
  return claims.flatMap(({ text, source }) => {
    const url = URL.parse(text, base);
    return url !== null && /^https?:$/.test(url.protocol) && !isFrontPage(url)
      ? [{ text: withoutAnchor(url), source }]
      : [];
  });
}

const linked = ({ node }: ArticleData, fields: readonly string[], keys: readonly string[]): readonly Claim[] =>
  fields.flatMap((field) => textsIn(node?.[field], ...keys).map((text) => ({ text, source: `JSON-LD ${field}` })));

const isAbsolute = (text: string): boolean => /^https?:\/\//i.test(text);
const isFrontPage = ({ pathname, search }: URL): boolean => pathname === '/' && search === '';

/** JSON-LD names its nodes by anchors of the page. */
function withoutAnchor(url: URL): string {
  const [address = url.href] = url.href.split('#');
  return address;
}

/** What relative addresses of the page are read from. */
export function baseAddress(facts: Facts, address: string | undefined): string | undefined {
  const base = URL.parse(facts.base, address);
  return base === null ? address : base.href;
}

/** The lead image of the page, its address absolute. */
export function imageClaim(facts: Facts, data: ArticleData, base: string | undefined): Claim | undefined {
  const claims = [
    ...metaClaims(facts, ['og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src']),
    ...linked(data, ['image', 'thumbnailUrl'], ['url', 'contentUrl', '@id']),
    ...metaClaims(facts, ['parsely-image-url', 'sailthru.image.full', 'thumbnail']),
    ...(facts.links.get('image_src') ?? []).map((text) => ({ text, source: 'link image_src' })),
  ];
  for (const { text, source } of claims) {
    const url = URL.parse(text, base);
    if (url !== null && /^https?:$/.test(url.protocol)) return { text: url.href, source };
  }
  return undefined;
}
