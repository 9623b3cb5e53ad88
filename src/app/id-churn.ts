import type { Problem } from '../model/changes.ts';
import type { LedgerEntry } from '../model/ledger.ts';

/** Articles that are there, of a ledger. */
const present = (entries: readonly LedgerEntry[]): readonly LedgerEntry[] =>
  entries.filter(({ removedAt }) => removedAt === undefined);

/**
 * What subscribers would see of a change from one ledger to the next that is no news: articles that come a second time
 * under another id, and ids that are gone. By path.
 */
export function idChurn(previous: readonly LedgerEntry[], current: readonly LedgerEntry[]): readonly Problem[] {
  const before = new Set(present(previous).map(({ id }) => id));
  const now = present(current);
  const still = new Set(now.map(({ id }) => id));
  const fresh = now.filter(({ id }) => !before.has(id));
  return present(previous)
    .filter(({ id }) => !still.has(id))
    .map((gone) => churnOf(gone, fresh))
    .sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}

function churnOf({ id, path, text }: LedgerEntry, fresh: readonly LedgerEntry[]): Problem {
  const here = fresh.filter((entry) => entry.path === path);
  const same = [...here, ...fresh].find((entry) => text !== '' && entry.text === text) ?? here[0];
  return {
    severity: 'error',
    path: same?.path ?? path,
    message:
      same === undefined
        ? `the article with the id "${id}" is gone; bring it back, or, when that is meant, write the list anew: tagwire ids > FILE`
        : `its id was "${id}" and is "${same.id}" now, so subscribers see it a second time; write "id: ${id}" into it`,
  };
}

/** Articles that have another id than their path gives them: only the ledger knows it. */
export const keptIds = (current: readonly LedgerEntry[]): readonly Problem[] =>
  present(current)
    .filter(({ ownId }) => ownId !== undefined)
    .map(({ id, path }) => ({
      severity: 'note',
      path,
      message: `it keeps its id "${id}" although its file was renamed; write "id: ${id}" into it, so that it stays without the database, too`,
    }));
