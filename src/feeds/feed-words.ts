import { type Literal, onlyTerm, type Selection } from '../model/selection.ts';
import type { Site } from '../model/site.ts';
import { type TermKind, termKey } from '../model/term.ts';

/** Label by `termKey`; a term that has none is called by its slug. */
type Labels = ReadonlyMap<string, string>;

/** `a`, `a or b`, `a, b or c`. */
function listed(words: readonly string[], conjunction: string): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

const labelOf = (literal: Literal, labels: Labels): string => labels.get(termKey(literal)) ?? literal.slug;

/** Among others, what is no tag says what it is: a tag and a section may have the same label. */
const labelAmongOthers = (literal: Literal, labels: Labels): string =>
  `${labelOf(literal, labels)}${literal.kind === 'tag' ? '' : ` (${literal.kind})`}`;

function alternativeInWords(literals: readonly Literal[], labels: Labels): string {
  const wanted = literals.filter(({ negated }) => !negated).map((literal) => labelAmongOthers(literal, labels));
  const unwanted = literals.filter(({ negated }) => negated).map((literal) => labelAmongOthers(literal, labels));
  const names = listed(wanted, 'and');
  if (unwanted.length === 0) return names;
  return `${wanted.length === 0 ? 'Everything' : `${names},`} without ${listed(unwanted, 'or')}`;
}

/**
 * Says a selection in words: `Syria`, `Syria or Russia`, `Syria and Russia, without France`, `Everything without France`.
 * Alternatives that are more than a name are kept apart: `Syria and Russia; or France`. In algebra what is no tag says
 * what it is: `Syria and Politics (section), without J. Doe (author)`. The empty text for everything.
 */
export function selectionInWords(selection: Selection, labels: Labels): string {
  if (selection.kind === 'all') return '';
  const term = onlyTerm(selection);
  if (term !== undefined) return labelOf(term, labels);
  const alternatives = selection.alternatives.map((literals) => alternativeInWords(literals, labels));
  const areNames = selection.alternatives.every(([first, ...others]) => !first?.negated && others.length === 0);
  return areNames ? listed(alternatives, 'or') : alternatives.join('; or ');
}

/** `Syria – Tidewater Courier`; the site's title alone for everything. */
export const feedTitle = (site: Pick<Site, 'title'>, selection: Selection, labels: Labels): string =>
  selection.kind === 'all' ? site.title : `${selectionInWords(selection, labels)} – ${site.title}`;

const ABOUT: Readonly<Record<TermKind, (label: string, title: string) => string>> = {
  tag: (label, title) => `Articles tagged ${label} in ${title}`,
  section: (label, title) => `Articles of the section ${label} in ${title}`,
  series: (label, title) => `Articles of the series ${label} in ${title}`,
  author: (label, title) => `Articles by ${label} in ${title}`,
};

/** One sentence that names the selection; the site's own description (or else its title) for everything. */
export function feedDescription(
  site: Pick<Site, 'title' | 'description'>,
  selection: Selection,
  labels: Labels,
): string {
  if (selection.kind === 'all') return site.description.trim() === '' ? site.title : site.description;
  const term = onlyTerm(selection);
  return term === undefined
    ? `Articles in ${site.title}: ${selectionInWords(selection, labels)}`
    : ABOUT[term.kind](labelOf(term, labels), site.title);
}
