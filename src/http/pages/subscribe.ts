import { feedAddress } from '../../feeds/addresses.ts';
import { FORMATS } from '../../model/feed-key.ts';
import type { Selection } from '../../model/selection.ts';
import type { Site } from '../../model/site.ts';
import { FORMAT_NAMES } from './advertised-feeds.ts';
import { inEnglish } from './language.ts';
import { html, type Markup } from './markup.ts';

/** The three feed addresses of a selection, to be read and copied, and what to do with them. */
export const subscribePanel = (site: Site, selection: Selection): Markup => html`<section class="subscribe">
<h2>${inEnglish(site, 'Subscribe')}</h2>
<p class="hint">${inEnglish(site, 'Copy one of these addresses into your feed reader: new articles then come to you.')}</p>
<ul class="addresses">
${FORMATS.map((format) => {
  const address = feedAddress(site, { selection, format });
  return html`<li><b>${inEnglish(site, FORMAT_NAMES[format])}</b> <a href="${address}" dir="ltr">${breakable(address)}</a></li>
`;
})}</ul>
</section>`;

/** An address that does not fit on its line is parted before its last word, where that can be told from a blank. */
const breakable = (address: string): Markup =>
  html`${address.replace(/[^/]*$/, '')}<wbr />${address.replace(/^.*\//, '')}`;
