import type { Article } from '../model/article.ts';
import { type FeedKey, feedPath, pagePath, TERM_FOLDERS } from '../model/feed-key.ts';
import { onlyTerm, printSelection, type Selection } from '../model/selection.ts';
import type { Site } from '../model/site.ts';
import type { TermKind } from '../model/term.ts';

const underBase = (site: Site, path: string): string => new URL(path, site.baseUrl).href;

/** The canonical address of a feed, absolute: its `self`, and its hub topic. */
export const feedAddress = (site: Site, key: FeedKey): string => underBase(site, feedPath(key));

/** Where this server's own hub is, absolute. */
export const hubAddress = (site: Site): string => underBase(site, 'hub');

/**
 * The hubs that a feed names (WebSub §4), absolute. Archives and feeds with parameters are no topics and name none. Other
 * hubs are told of everything and of each term; so algebra, of which there is no end, does not name them.
 */
export function hubAddresses(site: Site, { selection, archive, query }: FeedKey): readonly string[] {
  if (archive !== undefined || query !== undefined) return [];
  const isPlain = selection.kind === 'all' || onlyTerm(selection) !== undefined;
  return [...(site.hasHub === true ? [hubAddress(site)] : []), ...(isPlain ? (site.otherHubs ?? []) : [])];
}

/** Where one subscribes by rssCloud to the feeds that name our own hub, in the words of RSS. */
export function cloudOf(site: Site, key: FeedKey): { domain: string; port: string; path: string } | undefined {
  if (!hubAddresses(site, key).includes(hubAddress(site))) return undefined;
  const { hostname, port, protocol, pathname } = new URL('rsscloud/pleasenotify', site.baseUrl);
  return { domain: hostname, port: port || (protocol === 'https:' ? '443' : '80'), path: pathname };
}

/** The address of a selection's page for people, absolute. */
export const pageAddress = (site: Site, selection: Selection): string => underBase(site, pagePath(selection));

/** The address of the index of one kind of term, absolute; names the scheme of Atom and RSS categories. */
export const indexAddress = (site: Site, kind: TermKind): string => underBase(site, TERM_FOLDERS[kind]);

/** Where an article is to be read, absolute: its original when that has a web address, else its page here. */
export const articleAddress = (site: Site, article: Pick<Article, 'slug' | 'url'>): string =>
  webAddress(article.url) ?? underBase(site, `articles/${encodeURIComponent(article.slug)}`);

/**
 * The permanent id of a feed, the same in each format that has one: a `tag:` URI (RFC 4151) of the site's authority and
 * the canonical selection, `tag:example.org,2026:feed/syria`; without the last part for everything. It stays when the
 * site moves to another address.
 */
export const feedId = (site: Site, selection: Selection): string =>
  `tag:${site.idAuthority}:feed${selection.kind === 'all' ? '' : `/${printSelection(selection)}`}`;

/** Legal in an address to a browser (WHATWG URL), not to RFC 3986, which feeds obey. */
const NOT_IN_RFC_3986 = /[\^`{|}\\]/g;

/**
 * Writes a web address in its normal form, ASCII, so that it is the same in every format. Undefined for text that is
 * none, and for other schemes than http and https: a feed is no place for `javascript:`.
 */
export function webAddress(text: string | undefined): string | undefined {
  const url = text === undefined ? null : URL.parse(text);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return undefined;
  return url.href.replace(NOT_IN_RFC_3986, encodeURIComponent);
}
