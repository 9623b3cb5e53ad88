import { toTerm } from '../model/term.ts';
import { termOf } from './article-rows.ts';
import { numberOf, type Operation, query, queryOne, textOf } from './operation.ts';
import type { SharedSlug } from './store.ts';

/** Labels that differ in case, width or spaces are one label in several spellings. */
const withoutSpelling = (label: string): string => label.normalize('NFKC').toLowerCase().normalize('NFC');

/** The work behind `Store.readSharedSlugs`. */
export function* readSharedSlugs(): Operation<readonly SharedSlug[]> {
  const rows = yield* query(
    `SELECT t.number, t.kind, t.slug, t.label AS current, l.label FROM term_labels l JOIN terms t ON t.number = l.term
     WHERE l.term IN (SELECT term FROM term_labels GROUP BY term HAVING count(*) > 1)
     ORDER BY t.kind, t.slug, l.uses DESC, l.label`,
  );
  const shared: SharedSlug[] = [];
  for (const row of rows) {
    const label = textOf(row, 'label');
    const term = toTerm(termOf(row).kind, textOf(row, 'current'));
    if (term === undefined || withoutSpelling(label) === withoutSpelling(term.label)) continue;
    const where = yield* queryOne(
      `SELECT a.path FROM article_terms at JOIN articles a ON a.number = at.article
       WHERE at.term = ? AND at.label = ? ORDER BY a.path LIMIT 1`,
      numberOf(row, 'number'),
      label,
    );
    if (where !== undefined) shared.push({ term, label, path: textOf(where, 'path') });
  }
  return shared;
}
