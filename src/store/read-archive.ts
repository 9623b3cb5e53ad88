import { comparePositions, countShown, divide, isCut, type Position, type Spot } from '../model/archive-cuts.ts';
import { type ArchiveName, archiveAfter, placeIn } from '../model/archive-name.ts';
import type { Selection } from '../model/selection.ts';
import { readNumbered } from './article-rows.ts';
import { changedAtOf, type KnownTerms, knownTerms, labelsOf } from './known-terms.ts';
import type { Operation } from './operation.ts';
import { readSpots } from './selection-rows.ts';
import type { DocumentLimits, MovedArchive, StoredDocument } from './store.ts';

/** Rows that are read at once in search of a cut: seldom are two cuts so far apart. */
const PAGE_ROWS = 128;

interface ArchiveDocument {
  /** The last article of the document before it; undefined for the oldest document. */
  readonly after: Position | undefined;
  /** Oldest first. */
  readonly spots: readonly Spot[];
}

/** The work behind `Store.readArchive`. */
export function* readArchive(
  selection: Selection,
  name: ArchiveName,
  limits: DocumentLimits,
): Operation<StoredDocument | MovedArchive | undefined> {
  const known = yield* knownTerms(selection);
  if (known === undefined) return undefined;
  const newestArchived = yield* newestArchivedOf(selection, known, limits);
  if (newestArchived === undefined) return { movedTo: undefined };
  const start = placeIn(name);
  const cut = start && (yield* cutUpTo(selection, known, start));
  const documents = yield* documentsAfter(selection, known, cut, newestArchived, limits.bytes);
  const place = documents.findIndex(({ after }) => isSame(after, start));
  const document = documents[place];
  if (document === undefined) {
    const holder = documents.find(({ spots }) => isOlder(start, spots.at(-1)));
    return { movedTo: holder && archiveAfter(holder.after) };
  }
  const before = documents[place - 1] ?? (cut && (yield* documentEndingAt(selection, known, cut, limits.bytes)));
  const last = document.spots.at(-1);
  return {
    articles: yield* readNumbered(document.spots.map(({ number }) => number).reverse()),
    tombstones: [],
    labels: labelsOf(known),
    changedAt: yield* changedAtOf(selection, known),
    older: before && archiveAfter(before.after),
    newer: isSame(last, newestArchived) ? undefined : archiveAfter(last),
  };
}

/**
 * The archive document whose last article is `last`. Reads from there back to the cut before it, never the whole
 * selection.
 */
export function* documentEndingAt(
  selection: Selection,
  known: KnownTerms,
  last: Position,
  maxBytes: number,
): Operation<ArchiveDocument | undefined> {
  const spots: Spot[] = [];
  let cut: Spot | undefined;
  let from: Position | undefined = last;
  while (from !== undefined) {
    const inclusive = spots.length === 0;
    const stretch = { order: 'newest first', from, inclusive, limit: PAGE_ROWS } as const;
    const page: readonly Spot[] = yield* readSpots(selection, known, stretch);
    const end = page.findIndex((spot, place) => isCut(spot) && (place > 0 || !inclusive));
    cut = page[end];
    spots.push(...page.slice(0, end === -1 ? undefined : end));
    from = end === -1 && page.length === PAGE_ROWS ? page.at(-1) : undefined;
  }
  return withStarts(cut, divide(spots.reverse(), maxBytes)).at(-1);
}

function* newestArchivedOf(
  selection: Selection,
  known: KnownTerms,
  { items, bytes }: DocumentLimits,
): Operation<Spot | undefined> {
  const newest = yield* readSpots(selection, known, { order: 'newest first', limit: items + 1 });
  return newest[countShown(newest, items, bytes)];
}

/** The newest cut at a place or before it. */
function* cutUpTo(selection: Selection, known: KnownTerms, place: Position): Operation<Spot | undefined> {
  let from: Position | undefined = place;
  let inclusive = true;
  while (from !== undefined) {
    const stretch = { order: 'newest first', from, inclusive, limit: PAGE_ROWS } as const;
    const page: readonly Spot[] = yield* readSpots(selection, known, stretch);
    const cut = page.find(isCut);
    if (cut !== undefined) return cut;
    inclusive = false;
    from = page.length === PAGE_ROWS ? page.at(-1) : undefined;
  }
  return undefined;
}

/** The documents from behind a cut (or from the beginning) to the next one, as far as articles are archived. */
function* documentsAfter(
  selection: Selection,
  known: KnownTerms,
  cut: Spot | undefined,
  newestArchived: Spot,
  maxBytes: number,
): Operation<readonly ArchiveDocument[]> {
  const spots: Spot[] = [];
  let from: Position | undefined = cut;
  let isDone = false;
  while (!isDone) {
    const stretch = { order: 'oldest first', ...(from && { from }), limit: PAGE_ROWS } as const;
    const page: readonly Spot[] = yield* readSpots(selection, known, stretch);
    const archived = page.filter((spot) => !isOlder(newestArchived, spot));
    const end = archived.findIndex(isCut);
    spots.push(...archived.slice(0, end === -1 ? undefined : end + 1));
    isDone = end !== -1 || archived.length < PAGE_ROWS;
    from = page.at(-1);
  }
  return withStarts(cut, divide(spots, maxBytes));
}

const withStarts = (cut: Position | undefined, parts: readonly (readonly Spot[])[]): readonly ArchiveDocument[] =>
  parts.map((spots, place) => ({ after: place === 0 ? cut : parts[place - 1]?.at(-1), spots }));

const isSame = (a: Position | undefined, b: Position | undefined): boolean =>
  a === undefined || b === undefined ? a === b : comparePositions(a, b) === 0;

/** What has no place stands before everything. */
const isOlder = (a: Position | undefined, b: Position | undefined): boolean =>
  b !== undefined && (a === undefined || comparePositions(a, b) < 0);
