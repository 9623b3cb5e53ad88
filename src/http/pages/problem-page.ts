import { indexAddress, pageAddress } from '../../feeds/addresses.ts';
import { ALL } from '../../model/selection.ts';
import type { Site } from '../../model/site.ts';
import { htmlDocument } from './document.ts';
import { inEnglish } from './language.ts';
import { html } from './markup.ts';

interface ProblemPage {
  readonly site: Site;
  /** Of the answer: 404. */
  readonly status: number;
  /** What the status is called: `Not found`. */
  readonly title: string;
  /** What is wrong and how to mend it. */
  readonly detail: string;
}

/** What a person gets where a program gets problem details (RFC 9457): the same words, and a way on. */
export function problemPage({ site, status, title, detail }: ProblemPage): string {
  const wayOn = html`Go on with <a href="${pageAddress(site, ALL)}">the newest articles</a> or <a href="${indexAddress(site, 'tag')}">all tags</a>.`;
  const content = html`<div class="problem">
<p class="kind">${inEnglish(site, `Error ${status}`)}</p>
<h1>${inEnglish(site, title)}</h1>
<p class="lead">${inEnglish(site, detail)}</p>
<p class="hint">${inEnglish(site, wayOn)}</p>
</div>`;
  return htmlDocument({
    site,
    title: `${title} – ${site.title}`,
    description: detail,
    canonical: undefined,
    feeds: [],
    content,
    layout: 'narrow',
  });
}
