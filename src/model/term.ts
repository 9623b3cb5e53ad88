import { type Slug, toSlug } from './slug.ts';

export const TERM_KINDS = ['tag', 'section', 'series', 'author'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** A word that articles are grouped by. Kind and slug are its identity; the label is how people write it. */
export interface Term {
  readonly kind: TermKind;
  readonly slug: Slug;
  readonly label: string;
}

/** White space, no-break spaces and line ends are one blank; nothing else of the label changes. */
const tidyLabel = (label: string): string =>
  label
    .normalize('NFC')
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim();

/** Makes a term of what an author wrote; undefined when no address can be made of it (see `toSlug`). */
export function toTerm(kind: TermKind, label: string): Term | undefined {
  const tidy = tidyLabel(label);
  const slug = toSlug(tidy);
  return slug === undefined
    ? undefined
    : { kind, slug, label: kind === 'tag' ? tidy.replace(/^#+(?=[\p{L}\p{N}])/u, '') : tidy };
}

/** The identity of a term as one word, `tag:syria`; slugs hold no colon, so it is unambiguous. */
export const termKey = (term: Pick<Term, 'kind' | 'slug'>): string => `${term.kind}:${term.slug}`;
