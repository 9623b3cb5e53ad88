import { type FieldName, type Judgement, judge } from '../test/content/corpus/score.ts';
import { type SamplePage, samplePages } from '../test/content/corpus/sites.ts';

const FIELDS: readonly FieldName[] = [
  'title',
  'start',
  'whole',
  'clean',
  'published',
  'noWrongTime',
  'updated',
  'tags',
  'noFalseTags',
  'section',
  'series',
  'authors',
];

/** Prints, for each field, how many of the pages that show it were read right: open pages beside those held back. */
export function benchPages(print: (line: string) => void): void {
  const judged = samplePages().map((page) => ({ page, judgements: judge(page) }));
  const parts = [judged.filter(({ page }) => !page.isHeldBack), judged.filter(({ page }) => page.isHeldBack)];
  print(`${'field'.padEnd(14)}${['open', 'held back'].map((name) => name.padStart(20)).join('')}`);
  for (const field of FIELDS)
    print(`${field.padEnd(14)}${parts.map((part) => share(part, field).padStart(20)).join('')}`);
  const [open, held] = parts.map((part) => part.length);
  print(`${open} open pages, ${held} held back, ${new Set(judged.map(({ page }) => page.site)).size} sites`);
}

function share(
  pages: readonly { readonly page: SamplePage; readonly judgements: readonly Judgement[] }[],
  field: FieldName,
): string {
  const all = pages.flatMap(({ judgements }) => judgements.filter((one) => one.field === field));
  const right = all.filter(({ isRight }) => isRight).length;
  return `${((100 * right) / Math.max(1, all.length)).toFixed(1)} % of ${all.length}`;
}
