import { seriesOf } from '../line-shape.ts';
import type { DividedPage } from './divide-page.ts';
import type { KnownLine } from './known-lines.ts';

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
