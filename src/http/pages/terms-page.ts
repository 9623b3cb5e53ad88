import { feedAddress, indexAddress } from '../../feeds/addresses.ts';
import { FORMATS, type Format } from '../../model/feed-key.ts';
import { selectionOf } from '../../model/selection.ts';
import type { Site } from '../../model/site.ts';
import type { TermKind } from '../../model/term.ts';
import type { TermCount } from '../../store/store.ts';
import { htmlDocument } from './document.ts';
import { inEnglish } from './language.ts';
import { html, type Markup } from './markup.ts';
import { termLink } from './term-link.ts';
import { counted, KIND_WORDS } from './term-words.ts';

interface TermsPage {
  readonly site: Site;
  readonly kind: TermKind;
  /** Those without an article are left out. */
  readonly terms: readonly TermCount[];
}

/** As a person looks for them: accents and case count last, `tram 9` stands before `tram 10`. Not by the machine's language. */
const ALPHABET = new Intl.Collator('en', { numeric: true });

/** The index of one kind of term: each with its count, its page and its feeds. */
export function termsPage({ site, kind, terms }: TermsPage): string {
  const { one, many } = KIND_WORDS[kind];
  const used = terms.filter(({ count }) => count > 0).toSorted((a, b) => ALPHABET.compare(a.label, b.label));
  const summary =
    used.length === 0
      ? `No article names a ${one.toLowerCase()} yet.`
      : `${counted(used.length, one, many).toLowerCase()},${used.length === 1 ? '' : ' each'} with feeds of its own.`;
  const content = html`<h1>${inEnglish(site, many)}</h1>
<p class="lead">${inEnglish(site, summary)}</p>
${used.length === 0 ? undefined : html`<ul class="terms">\n${used.map((term) => line(site, term))}</ul>`}`;
  return htmlDocument({
    site,
    title: `${many} – ${site.title}`,
    description: `${many} of ${site.title}: ${summary}`,
    canonical: indexAddress(site, kind),
    feeds: [],
    content,
    layout: 'wide',
    index: kind,
  });
}

/** Short names: three of them stand in every line. */
const SHORT_NAMES: Readonly<Record<Format, string>> = { rss: 'RSS', atom: 'Atom', json: 'JSON' };

function line(site: Site, term: TermCount): Markup {
  const feeds = FORMATS.map((format) => {
    const address = feedAddress(site, { selection: selectionOf(term), format });
    return html` <a href="${address}">${SHORT_NAMES[format]}</a>`;
  });
  const name = termLink(site, term, 'name');
  return html`<li><span class="name">${name} <span class="count">${term.count}</span></span><span class="formats">${feeds}</span></li>
`;
}
