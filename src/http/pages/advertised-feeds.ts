import { feedAddress } from '../../feeds/addresses.ts';
import { feedTitle } from '../../feeds/feed-words.ts';
import { MEDIA_TYPES } from '../../feeds/media-types.ts';
import { FORMATS, type Format } from '../../model/feed-key.ts';
import { ALL, type Selection } from '../../model/selection.ts';
import type { Site } from '../../model/site.ts';
import { html, type Markup } from './markup.ts';

/** What people call the formats. */
export const FORMAT_NAMES: Readonly<Record<Format, string>> = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' };

/** A selection, and how its terms are written (label by `termKey`). */
export interface NamedSelection {
  readonly selection: Selection;
  readonly labels: ReadonlyMap<string, string>;
}

/**
 * The links by which readers find feeds (RSS Advisory Board, "RSS Autodiscovery"; WHATWG HTML §4.6.7.1): those of the
 * page's own selections in the order given, then the site's. Many readers take the first link without asking, and
 * `rel` has to be no more than `alternate`.
 */
export const feedLinks = (site: Site, own: readonly NamedSelection[]): readonly Markup[] =>
  [...own, { selection: ALL, labels: new Map() }].flatMap(({ selection, labels }) =>
    FORMATS.map((format) => {
      const title = `${feedTitle(site, selection, labels)} (${FORMAT_NAMES[format]})`;
      const href = feedAddress(site, { selection, format });
      return html`<link rel="alternate" type="${MEDIA_TYPES[format]}" title="${title}" href="${href}" />
`;
    }),
  );
