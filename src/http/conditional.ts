import type { Instant } from '../model/instant.ts';
import { readHttpDate } from '../time/instant.ts';

/** What of a request asks whether a copy is still good. */
export interface Validators {
  readonly ifNoneMatch?: string | undefined;
  readonly ifModifiedSince?: string | undefined;
}

/** What a representation is now. */
export interface Current {
  /** Strong, with its quotes. */
  readonly etag: string;
  /** Undefined where there is no true one. */
  readonly changedAt?: Instant;
}

/** RFC 9110 §8.8.3; a tag may hold commas, so the list is not simply split. */
const ENTITY_TAG = /(?:W\/)?("[\x21\x23-\x7e\x80-\u00ff]*")/g;

/** Weak comparison (RFC 9110 §8.8.3.2) with each tag of a list; `*` fits anything that exists. */
const matches = (field: string, etag: string): boolean =>
  field.trim() === '*' || [...field.matchAll(ENTITY_TAG)].some(([, opaque]) => opaque === etag);

/**
 * Says whether the asker's copy is still good (answer 304).
 *
 * RFC 9110 §13.2.2: If-None-Match decides alone; If-Modified-Since counts only without it, and only when it is a date.
 * `Cache-Control: no-cache` in a request plays no part: the origin has been asked, and its answer is fresh.
 */
export function isFresh(asked: Validators, current: Current, now: Instant): boolean {
  if (asked.ifNoneMatch !== undefined) return matches(asked.ifNoneMatch, current.etag);
  if (asked.ifModifiedSince === undefined || current.changedAt === undefined) return false;
  const since = readHttpDate(asked.ifModifiedSince, now);
  return since !== undefined && current.changedAt <= since;
}
