import type { Site } from '../model/site.ts';
import type { DatedSlug, MonthOfArticles } from '../store/store.ts';
import { isoText } from '../time/instant.ts';
import { articleAddress } from './addresses.ts';
import { cleanLine, escapeHtml } from './clean.ts';
import { PARAMETERS } from './parameters.ts';

export const SITEMAP_CONTENT_TYPE = 'application/xml; charset=utf-8';

/** sitemaps.org: no sitemap may name more addresses than these. */
export const MAX_ADDRESSES = 50_000;

const START = '<?xml version="1.0" encoding="utf-8"?>';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

const under = (site: Site, path: string): string => new URL(path, site.baseUrl).href;
const asXml = (text: string): string => escapeHtml(cleanLine(text));

/**
 * The index of all sitemaps (sitemaps.org 0.9): one for each month in which articles were published, the newest first.
 * A month with more than 50,000 has several, `2026-04` and `2026-04-2`.
 */
export function renderSitemapIndex(site: Site, months: readonly MonthOfArticles[]): string {
  // The protocol's dates have years of four digits.
  const told = months.filter(({ month }) => month.length === 7);
  const entries = told.flatMap(({ month, count, updatedAt }) =>
    Array.from({ length: Math.ceil(count / MAX_ADDRESSES) }, (_, index) => {
      const name = index === 0 ? month : `${month}-${index + 1}`;
      return `  <sitemap><loc>${asXml(under(site, `sitemaps/${name}.xml`))}</loc><lastmod>${isoText(updatedAt)}</lastmod></sitemap>\n`;
    }),
  );
  return `${START}\n<sitemapindex ${NAMESPACE}>\n${entries.join('')}</sitemapindex>\n`;
}

/** The sitemap of a month: the page of each article, and when it was last changed. */
export function renderSitemap(site: Site, articles: readonly DatedSlug[]): string {
  const entries = articles.map(
    ({ slug, updatedAt }) =>
      `  <url><loc>${asXml(articleAddress(site, { slug }))}</loc><lastmod>${isoText(updatedAt)}</lastmod></url>\n`,
  );
  return `${START}\n<urlset ${NAMESPACE}>\n${entries.join('')}</urlset>\n`;
}

/**
 * robots.txt (RFC 9309): everybody may read everything but the feeds with parameters, of which there is no end. Robots
 * read it at the root of a host only; below a path, the operator has to put its lines there.
 */
export function renderRobots(site: Site): string {
  const { pathname } = new URL(site.baseUrl);
  const lines = Object.keys(PARAMETERS).flatMap((name) => [
    `Disallow: ${pathname}*?${name}=`,
    `Disallow: ${pathname}*?*&${name}=`,
  ]);
  return ['User-agent: *', `Allow: ${pathname}`, ...lines, '', `Sitemap: ${under(site, 'sitemap.xml')}`, ''].join('\n');
}
