import { indexAddress, pageAddress } from '../../feeds/addresses.ts';
import type { FeedContents } from '../../feeds/contents.ts';
import { feedDescription, feedTitle, selectionInWords } from '../../feeds/feed-words.ts';
import { onlyTerm, type Selection } from '../../model/selection.ts';
import type { Site } from '../../model/site.ts';
import { articleList } from './article-list.ts';
import { htmlDocument } from './document.ts';
import { inEnglish } from './language.ts';
import { html, type Markup } from './markup.ts';
import { subscribePanel } from './subscribe.ts';
import { counted, KIND_WORDS } from './term-words.ts';

interface SelectionPage {
  readonly site: Site;
  readonly selection: Selection;
  readonly contents: FeedContents;
  /** Published articles that fit, shown or not; undefined where nobody has counted them. */
  readonly count?: number | undefined;
}

/** The page of a tag, a section, a series, an author, or of what tag algebra chooses from them. */
export function selectionPage({ site, selection, contents, count }: SelectionPage): string {
  const { articles, labels } = contents;
  const title = feedTitle(site, selection, labels);
  const content = html`<div class="h-feed">
<p class="kind">${kindLink(site, selection)}</p>
<h1 class="p-name" dir="auto">${selectionInWords(selection, labels) || site.title}</h1>
<p class="lead">${inEnglish(site, countInWords(articles.length, count))}</p>
${subscribePanel(site, selection)}
${articleList(site, 'Newest articles', articles)}
</div>`;
  return htmlDocument({
    site,
    title,
    description: feedDescription(site, selection, labels),
    canonical: pageAddress(site, selection),
    feeds: [{ selection, labels }],
    content,
    layout: 'narrow',
  });
}

function kindLink(site: Site, selection: Selection): Markup {
  const kind = onlyTerm(selection)?.kind;
  return kind === undefined
    ? inEnglish(site, 'Selection')
    : html`<a href="${indexAddress(site, kind)}">${inEnglish(site, KIND_WORDS[kind].one)}</a>`;
}

function countInWords(shown: number, count: number | undefined): string {
  if (count === undefined && shown > 1) return `The newest ${counted(shown, 'article', 'articles')}`;
  const all = counted(count ?? shown, 'article', 'articles');
  return count === undefined || count <= shown ? all : `${all}, the newest ${shown} of them here`;
}
