import { ALL, type Selection, selectionOf } from '../model/selection.ts';
import type { Site } from '../model/site.ts';
import { termKey } from '../model/term.ts';
import type { TermCount } from '../store/store.ts';
import { feedAddress, pageAddress } from './addresses.ts';
import { cleanLine, escapeHtml } from './clean.ts';
import { toEntryAuthor } from './entry.ts';
import { feedTitle } from './feed-words.ts';

/** OPML has no registered media type; this is the one of its specification, and what readers look for. */
export const OPML_CONTENT_TYPE = 'text/x-opml; charset=utf-8';

/** Where the list of all feeds stands, absolute. */
export const opmlAddress = (site: Pick<Site, 'baseUrl'>): string => new URL('feeds.opml', site.baseUrl).href;

/**
 * The list of all feeds, OPML 2.0 ("Subscription lists"): the feed of everything, then that of each term by its slug.
 *
 * RSS alone, though each feed has three formats: a reader subscribes to every outline it meets, and would show each
 * article three times. RSS is the one that all of them read. Terms without an article are left out: only a database that
 * was not built anew remembers them, and the same articles shall give the same bytes. No date, for the same reason.
 */
export function renderOpml(site: Site, terms: readonly TermCount[]): string {
  const used = terms.filter(({ count }) => count > 0).sort((a, b) => (termKey(a) < termKey(b) ? -1 : 1));
  const owner = site.author && toEntryAuthor(site.author);
  return `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
  <head>
    <title>${asXml(`Feeds of ${site.title}`)}</title>${owner === undefined ? '' : `\n    <ownerName>${asXml(owner.name)}</ownerName>`}
    <docs>http://opml.org/spec2.opml</docs>
  </head>
  <body>
${outline(site, ALL, new Map())}${used.map((term) => outline(site, selectionOf(term), new Map([[termKey(term), term.label]]))).join('')}  </body>
</opml>
`;
}

function outline(site: Site, selection: Selection, labels: ReadonlyMap<string, string>): string {
  const title = asXml(feedTitle(site, selection, labels));
  const xmlUrl = asXml(feedAddress(site, { selection, format: 'rss' }));
  const htmlUrl = asXml(pageAddress(site, selection));
  return `    <outline text="${title}" title="${title}" type="rss" xmlUrl="${xmlUrl}" htmlUrl="${htmlUrl}"/>\n`;
}

/** Plain text for an element or an attribute between double quotes. */
const asXml = (text: string): string => escapeHtml(cleanLine(text)).replaceAll('"', '&quot;');
