import type { Position } from './archive-cuts.ts';

/** The name of an archive document in its address: `first`, or `after-…`. Only `archiveAfter` and `toArchiveName` make one. */
export type ArchiveName = string & { readonly brand: 'ArchiveName' };

/** The archives beside a document of a feed, if there are some. */
export interface Neighbours {
  /** The one with the articles before. */
  readonly older: ArchiveName | undefined;
  /** The one with the articles after; of a feed itself, and of its newest archive, undefined. */
  readonly newer: ArchiveName | undefined;
}

const PATTERN = /^after-(-?[0-9a-z]{1,11})-([0-9a-z]{1,11})$/;

/** Names the document that begins behind an article, by that article's place; without one, the oldest document. */
export const archiveAfter = (last: Position | undefined): ArchiveName =>
  (last === undefined ? 'first' : `after-${last.publishedAt.toString(36)}-${last.number.toString(36)}`) as ArchiveName;

/** Reads a name as it stands in an address. Undefined for text that no document can be called. */
export function toArchiveName(text: string): ArchiveName | undefined {
  const place = readPlace(text);
  const isName = text === 'first' || (place !== undefined && archiveAfter(place) === text);
  return isName ? (text as ArchiveName) : undefined;
}

/** The place behind which a document begins; undefined for the oldest. */
export const placeIn = (name: ArchiveName): Position | undefined => readPlace(name);

function readPlace(text: string): Position | undefined {
  const [, time, number] = PATTERN.exec(text) ?? [];
  if (time === undefined || number === undefined) return undefined;
  const place = { publishedAt: Number.parseInt(time, 36), number: Number.parseInt(number, 36) };
  return Number.isSafeInteger(place.publishedAt) && Number.isSafeInteger(place.number) ? place : undefined;
}
