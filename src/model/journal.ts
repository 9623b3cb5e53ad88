import type { Article } from './article.ts';
import type { Instant } from './instant.ts';

/** Names a place in the journal: everything before it has been read. Never of the same name after another history. */
export type JournalPlace = string & { readonly brand: 'JournalPlace' };

/** How a place is written: a number that grows, and a word made of all that stands before. */
const PLACE = /^(?:0|[1-9]\d{0,14}\.[\w-]{8})$/;

/** Before the first entry of every journal. */
export const JOURNAL_START = '0' as JournalPlace;

/** Reads the name of a place; undefined for text that is none. Whether there is such a place, the journal knows. */
export const toJournalPlace = (text: string): JournalPlace | undefined =>
  PLACE.test(text) ? (text as JournalPlace) : undefined;

/** The terms of an article as readers could see it (`termKey`); undefined while they could not. */
export type ShownTerms = ReadonlySet<string> | undefined;

/** An article that came, changed or went. */
export interface JournalEntry {
  /** Behind it. */
  readonly place: JournalPlace;
  readonly id: string;
  readonly at: Instant;
  readonly before: ShownTerms;
  readonly after: ShownTerms;
  /** As it is now; undefined when it is not shown any more, and when a later entry speaks of it. */
  readonly article: Article | undefined;
}

/** Some entries in the order of time, and where the next ones begin. */
export interface JournalPart {
  readonly entries: readonly JournalEntry[];
  readonly end: JournalPlace;
}
