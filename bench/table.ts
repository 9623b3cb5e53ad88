import type { Summary } from './statistics.ts';

/** One part of the bench, ready to be printed. The first column is text, the others are figures. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Sentences below the table: what was compared, and how. */
  readonly notes: readonly string[];
}

/** A figure with three digits that count, whole from 100 on: `0.972`, `24.1`, `34,963`. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** `0.97 (0.95–0.99)`: the median, and from the least to the most. */
export const withSpread = ({ median, least, most }: Summary): string =>
  `${figure(median)} (${figure(least)}–${figure(most)})`;

/** For a terminal: columns in line, figures to the right. */
export function asText({ title, columns, rows, notes }: Table): string {
  const widths = columns.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [title, '', line(columns), rule, ...rows.map(line), '', ...notes, ''].join('\n');
}

/** For `bench/README.md`. */
export function asMarkdown({ title, columns, rows, notes }: Table): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = columns.map((_name, column) => (column === 0 ? '---' : '---:'));
  return [
    `### ${title}`,
    '',
    line(columns),
    line(rule),
    ...rows.map(line),
    '',
    ...notes.map((note) => `- ${note}`),
    '',
  ].join('\n');
}
