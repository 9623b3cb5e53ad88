import type { Instant } from '../model/instant.ts';
import { readHttpDate } from '../time/instant.ts';

/** What of a request speaks of the state that the asker knows. */
export interface Validators {
  readonly ifNoneMatch?: string | undefined;
  readonly ifModifiedSince?: string | undefined;
  readonly ifMatch?: string | undefined;
  readonly ifUnmodifiedSince?: string | undefined;
}

/** What a representation is now. */
export interface Current {
  /** Strong, with its quotes. */
  readonly etag: string;
  /** Undefined where there is no true one. */
  readonly changedAt?: Instant;
}

/** RFC 9110 §8.8.3; a tag may hold commas, so the list is not simply split. */
const ENTITY_TAG = /(W\/)?("[\x21\x23-\x7e\x80-\u00ff]*")/g;

/** Compares with each tag of a list, weakly or (RFC 9110 §8.8.3.2) strongly; `*` fits anything that exists. */
function matches(field: string, etag: string, comparison: 'weak' | 'strong'): boolean {
  // Nearly always the one tag that we gave.
  if (field === etag || field.trim() === '*') return true;
  return [...field.matchAll(ENTITY_TAG)].some(
    ([, weak, opaque]) => opaque === etag && (comparison === 'weak' || weak === undefined),
  );
}

/** The tags of a list without their weakness; none of `*`. */
export const entityTagsIn = (field: string): readonly string[] =>
  [...field.matchAll(ENTITY_TAG)].map(([, , opaque = '']) => opaque);

/**
 * Says whether the asker's copy is still good (answer 304).
 *
 * RFC 9110 §13.2.2: If-None-Match decides alone; If-Modified-Since counts only without it, and only when it is a date.
 * `Cache-Control: no-cache` in a request plays no part: the origin has been asked, and its answer is fresh.
 */
export function isFresh(asked: Validators, current: Current, now: Instant): boolean {
  if (asked.ifNoneMatch !== undefined) return matches(asked.ifNoneMatch, current.etag, 'weak');
  if (asked.ifModifiedSince === undefined || current.changedAt === undefined) return false;
  const since = readHttpDate(asked.ifModifiedSince, now);
  return since !== undefined && current.changedAt <= since;
}

/**
 * Says whether the asker wants no other state than the one that it knows, and this is another (answer 412). To be asked
 * before `isFresh`.
 *
 * RFC 9110 §13.2.2: If-Match, strongly compared, decides alone; If-Unmodified-Since counts only without it.
 */
export function isUnmet(asked: Validators, current: Current, now: Instant): boolean {
  if (asked.ifMatch !== undefined) return !matches(asked.ifMatch, current.etag, 'strong');
  if (asked.ifUnmodifiedSince === undefined || current.changedAt === undefined) return false;
  const since = readHttpDate(asked.ifUnmodifiedSince, now);
  return since !== undefined && current.changedAt > since;
}
