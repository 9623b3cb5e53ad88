import { countShown } from '../model/archive-cuts.ts';
import { archiveAfter } from '../model/archive-name.ts';
import type { Selection } from '../model/selection.ts';
import { readMarked } from './article-marks.ts';
import { readNumbered } from './article-rows.ts';
import { changedAtOf, countOf, knownTerms, labelsOf } from './known-terms.ts';
import type { Operation } from './operation.ts';
import { documentEndingAt } from './read-archive.ts';
import { readNewestBuried, readSpots } from './selection-rows.ts';
import type { DocumentLimits, StoredDocument, StoredFeed, StoredOutline } from './store.ts';
import { readBuried } from './tombstones.ts';

/** The work behind `Store.readFeed`. */
export function* readFeed(selection: Selection, limit: number): Operation<StoredFeed | undefined> {
  const known = yield* knownTerms(selection);
  if (known === undefined) return undefined;
  const spots = yield* readSpots(selection, known, { order: 'newest first', limit });
  return {
    articles: yield* readNumbered(spots.map(({ number }) => number)),
    labels: labelsOf(known),
    changedAt: yield* changedAtOf(selection, known),
    count: yield* countOf(selection, known),
  };
}

/** The work behind `Store.readHead`. */
export function readHead(selection: Selection, limits: DocumentLimits): Operation<StoredDocument | undefined> {
  return readNewest(selection, limits, readNumbered);
}

/** The work behind `Store.readOutline`. */
export function readOutline(
  selection: Selection,
  limits: DocumentLimits,
  isKnown: (mark: string) => boolean,
): Operation<StoredOutline | undefined> {
  return readNewest(selection, limits, (numbers) => readMarked(numbers, isKnown));
}

function* readNewest<Shown>(
  selection: Selection,
  { items, bytes }: DocumentLimits,
  readShown: (numbers: readonly number[]) => Operation<readonly Shown[]>,
): Operation<(Omit<StoredDocument, 'articles'> & { readonly articles: readonly Shown[] }) | undefined> {
  const known = yield* knownTerms(selection);
  if (known === undefined) return undefined;
  const newest = yield* readSpots(selection, known, { order: 'newest first', limit: items + 1 });
  const count = countShown(newest, items, bytes);
  const next = newest[count];
  const archive = next && (yield* documentEndingAt(selection, known, next, bytes));
  return {
    articles: yield* readShown(newest.slice(0, count).map(({ number }) => number)),
    tombstones: yield* readBuried(yield* readNewestBuried(selection, known, items)),
    labels: labelsOf(known),
    changedAt: yield* changedAtOf(selection, known),
    older: archive && archiveAfter(archive.after),
    newer: undefined,
  };
}
