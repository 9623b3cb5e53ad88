import type { TermKind } from '../../model/term.ts';

/** What people call one and several of each kind of term. */
export const KIND_WORDS: Readonly<Record<TermKind, { readonly one: string; readonly many: string }>> = {
  tag: { one: 'Tag', many: 'Tags' },
  section: { one: 'Section', many: 'Sections' },
  series: { one: 'Series', many: 'Series' },
  author: { one: 'Author', many: 'Authors' },
};

const NUMBERS = new Intl.NumberFormat('en');

/** `1 article`, `12,345 articles`. */
export const counted = (count: number, one: string, many: string): string =>
  `${NUMBERS.format(count)} ${count === 1 ? one : many}`;
