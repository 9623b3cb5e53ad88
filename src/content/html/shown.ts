import type { FoundAuthor, Stamp } from '../draft.ts';
import { dividePage } from '../page/divide-page.ts';
import { knownLines } from '../page/known-lines.ts';
import { pageAuthors } from '../page/page-authors.ts';
import { pageStamps } from '../page/page-stamps.ts';
import type { Claim } from './claim.ts';
import { folded } from './titles.ts';

export interface Shown {
  readonly stamps: readonly (Claim & Pick<Stamp, 'role'>)[];
  readonly authors: readonly Omit<FoundAuthor, 'line'>[];
}

const SOURCE = 'text of the page';

/** What the lines of a page show of its article besides the markup, read as the text of a page is. */
export function readShown(lines: readonly string[], title: string): Shown {
  const page = dividePage(knownLines(lines.join('\n\n')));
  if (page === undefined) return { stamps: [], authors: [] };
  const headline = page.head.findLast(({ text }) => folded(text) === folded(title));
  const stamps = pageStamps(page, headline);
  return {
    stamps: stamps.map(({ text, role }) => ({ text, role, source: SOURCE })),
    authors: pageAuthors(page, headline, undefined, stamps).map(({ name }) => ({ name, source: SOURCE })),
  };
}
