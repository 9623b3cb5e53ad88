import type { DividedPage } from './divide-page.ts';
import type { KnownLine } from './known-lines.ts';
import { seriesOf, wordCount } from './line-shape.ts';
import { isShortName } from './tag-line.ts';

const MAX_SECTION_WORDS = 4;
/** The names of an article stand near it; a page may have thousands of others. */
const MAX_CANDIDATES = 60;

/**
 * The name right above the button for the short address, of at most four words; else the last short name above the text
 * that stands in one block with something of the article: its time, series, byline or headline. Short names among
 * themselves are navigation, one that stands alone is the name of the site.
 */
export function findSection(head: readonly KnownLine[]): KnownLine | undefined {
  const button = head.findIndex(({ kind }) => kind === 'button');
  const above = head.slice(0, Math.max(0, button)).findLast(({ kind }) => kind === 'name');
  if (above !== undefined && wordCount(above.text) <= MAX_SECTION_WORDS) return above;
  const near = head.slice(-MAX_CANDIDATES);
  return near.findLast((line, at) => isShort(line) && blockOf(near, at).some(isOfArticle));
}

const isShort = ({ kind, text }: KnownLine): boolean => kind === 'name' && isShortName(text);

const isOfArticle = (line: KnownLine): boolean =>
  ['stamp', 'series', 'byline', 'button'].includes(line.kind) || (line.kind === 'name' && !isShortName(line.text));

/** The lines around one line that no blank line divides from it. */
function blockOf(lines: readonly KnownLine[], at: number): readonly KnownLine[] {
  const start = lines.findLastIndex(({ opensBlock }, index) => opensBlock && index <= at);
  const end = lines.findIndex(({ opensBlock }, index) => opensBlock && index > at);
  return lines.slice(Math.max(0, start), end === -1 ? lines.length : end);
}

const BREADCRUMB = / ?[/>»›→] ?/u;

/** The last part of a path such as `News / Coast / Ferries`. */
export const lastOfPath = (text: string): string =>
  text
    .split(BREADCRUMB)
    .findLast((part) => part.trim() !== '')
    ?.trim() ?? text;

/**
 * The name of the series that the article belongs to: one that stands above and below the text; else one above it, or by
 * itself right below it. A number in brackets behind a headline of another article names no series.
 */
export function findSeries({
  head,
  body,
  tail,
}: DividedPage): { readonly name: string; readonly line: number } | undefined {
  const named = (lines: readonly KnownLine[]) =>
    lines.flatMap((line) =>
      line.kind === 'series' ? [{ name: seriesOf(line.text) ?? line.text, line: line.line }] : [],
    );
  const all = named([...head, ...body, ...tail]);
  const twice = all.find(({ name }) => all.filter((other) => other.name === name).length > 1);
  if (twice !== undefined) return twice;
  const below = tail.findIndex(({ kind }) => kind !== 'furniture' && kind !== 'mark' && kind !== 'stamp');
  const isAlone = tail[below]?.opensBlock === true && tail[below + 1]?.opensBlock !== false;
  return named(head).at(-1) ?? (isAlone ? named(tail.slice(below, below + 1))[0] : undefined);
}
