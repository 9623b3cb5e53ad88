/** A place in the order of a feed: its time, and among equal times the number of an article, the lower one later. */
export interface Position {
  /** Milliseconds. */
  readonly publishedAt: number;
  readonly number: number;
}

/** The place of one article, and how many bytes it takes in a feed at the most. */
export interface Spot extends Position {
  readonly weight: number;
}

/** Of so many articles one ends an archive document, wherever it stands. */
const CUT_EVERY = 24;
const MAX_SPOTS = 48;
/** What a format writes before the first article and after the last. */
const FRAME_BYTES = 4_096;

/** Says whether an archive document ends after this article, by its number alone: all before it plays no part then. */
export const isCut = ({ number }: Position): boolean => number % CUT_EVERY === 0;

/** Negative when `a` stands before (is older than) `b`, 0 for the same place. */
export const comparePositions = (a: Position, b: Position): number =>
  a.publishedAt - b.publishedAt || b.number - a.number;

/**
 * Divides the articles from behind one cut to the next (oldest first) into archive documents: each takes as many as fit
 * into `maxBytes` and no more than 48, and one at least.
 */
export function divide(spots: readonly Spot[], maxBytes: number): readonly (readonly Spot[])[] {
  const documents: Spot[][] = [];
  let open: Spot[] = [];
  let bytes = FRAME_BYTES;
  for (const spot of spots) {
    const isFull = open.length === MAX_SPOTS || (open.length > 0 && bytes + spot.weight > maxBytes);
    if (isFull) {
      documents.push(open);
      open = [];
      bytes = FRAME_BYTES;
    }
    open.push(spot);
    bytes += spot.weight;
  }
  if (open.length > 0) documents.push(open);
  return documents;
}

/** How many of the newest articles (newest first) a feed shows: as many as fit, one at least, `maxItems` at most. */
export function countShown(newest: readonly Spot[], maxItems: number, maxBytes: number): number {
  let bytes = FRAME_BYTES;
  let count = 0;
  for (const { weight } of newest.slice(0, maxItems)) {
    bytes += weight;
    if (count > 0 && bytes > maxBytes) break;
    count += 1;
  }
  return count;
}
