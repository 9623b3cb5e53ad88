import { indexAddress, pageAddress } from '../../feeds/addresses.ts';
import { cleanLine } from '../../feeds/clean.ts';
import { feedDescription, feedTitle } from '../../feeds/feed-words.ts';
import type { Article } from '../../model/article.ts';
import { ALL, selectionOf } from '../../model/selection.ts';
import type { Site } from '../../model/site.ts';
import type { TermKind } from '../../model/term.ts';
import type { TermCount } from '../../store/store.ts';
import { articleList } from './article-list.ts';
import { htmlDocument } from './document.ts';
import { inEnglish } from './language.ts';
import { html, type Markup } from './markup.ts';
import { subscribePanel } from './subscribe.ts';
import { counted, KIND_WORDS } from './term-words.ts';

interface HomePage {
  readonly site: Site;
  /** Newest first. */
  readonly articles: readonly Article[];
  readonly tags: readonly TermCount[];
  readonly sections: readonly TermCount[];
}

/** More would be a wall; the index has them all. */
const MAX_TERMS = 30;

/** The front page: the newest articles, the feeds of everything, and the most used tags and sections. */
export function homePage({ site, articles, tags, sections }: HomePage): string {
  const labels = new Map();
  const description = feedDescription(site, ALL, labels);
  const content = html`<div class="h-feed">
<h1 class="p-name" dir="auto">${cleanLine(site.title)}</h1>
${cleanLine(site.description) === '' ? undefined : html`<p class="lead p-summary" dir="auto">${site.description}</p>`}
<div class="columns">
${subscribePanel(site, ALL)}
${articleList(site, 'Newest articles', articles)}
<aside>
${shelf(site, 'tag', tags)}
${shelf(site, 'section', sections)}
</aside>
</div>
</div>`;
  return htmlDocument({
    site,
    title: feedTitle(site, ALL, labels),
    description,
    canonical: pageAddress(site, ALL),
    feeds: [],
    content,
    layout: 'home',
  });
}

/** The most used terms of a kind, most used first; undefined when not one is in use. */
function shelf(site: Site, kind: TermKind, terms: readonly TermCount[]): Markup | undefined {
  const used = terms.filter(({ count }) => count > 0);
  if (used.length === 0) return undefined;
  const shown = used.toSorted((a, b) => b.count - a.count).slice(0, MAX_TERMS);
  const { many } = KIND_WORDS[kind];
  const all = html`<p class="hint"><a href="${indexAddress(site, kind)}">${inEnglish(site, `All ${counted(used.length, many, many).toLowerCase()}`)}</a></p>`;
  return html`<section>
<h2 class="shelf">${inEnglish(site, many)}</h2>
<ul class="tags">
${shown.map(
  (
    term,
  ) => html`<li><a href="${pageAddress(site, selectionOf(term))}"><bdi>${term.label}</bdi> <span class="count">${term.count}</span></a></li>
`,
)}</ul>
${shown.length < used.length ? all : undefined}
</section>`;
}
