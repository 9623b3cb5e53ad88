import type { Instant } from './instant.ts';
import type { Trace } from './ledger.ts';
import type { Slug } from './slug.ts';
import type { Term } from './term.ts';

/** At least one of the two stands; a name is made from the address when only that is known. */
export interface Author {
  readonly name: string;
  readonly email?: string;
  /** Absolute. */
  readonly url?: string;
}

/** A file that belongs to an article: an image, a recording. */
export interface Attachment {
  /** Absolute. */
  readonly url: string;
  readonly mimeType: string;
  /** Bytes, where known. */
  readonly length?: number;
  readonly title?: string;
  readonly durationSeconds?: number;
}

/** Why an article has the time that it has: for its author, never for a feed. */
export interface Dateline {
  /** The stamp as the file writes it. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /**
   * What the stamp claims to be; `clock` is the page's own clock,
   * `file` the time of the file: both count when nothing better is there.
   */
  readonly role: 'published' | 'updated' | 'clock' | 'file';
  /** Which part of a page says it, where several could: `JSON-LD datePublished`. */
  readonly source?: string;
  /** How it was read. */
  readonly rule: string;
  /** The zone and where it came from, in words; undefined for a date alone. */
  readonly zone?: string;
  readonly certainty: 'exact' | 'assumed';
}

/** One finished article: everything that any feed or page shows of it, and nothing that depends on the clock. */
export interface Article {
  /** Permanent and globally unique: the given id, its own web address, or a `tag:` URI (RFC 4151) of site and path. ASCII. */
  readonly id: string;
  /** The last word of its page's address, `/articles/{slug}`. */
  readonly slug: Slug;
  /** Where the original stands, absolute, when the author gave one; else the page here is the article's address. */
  readonly url?: string;
  /** Plain text. */
  readonly title: string;
  /** Sanitised HTML with absolute links. */
  readonly html: string;
  /** Plain text, one paragraph. */
  readonly summary?: string;
  readonly authors: readonly Author[];
  /** Tags, section, series, authors: in the order of the file, each once. */
  readonly terms: readonly Term[];
  readonly publishedAt: Instant;
  readonly dateline?: Dateline;
  /** Never before `publishedAt`. */
  readonly updatedAt: Instant;
  /** BCP 47, when known. */
  readonly language?: string;
  /** Recordings first. */
  readonly attachments: readonly Attachment[];
  /** The picture that stands for the article, absolute; it may be one of the attachments, or one in the text. */
  readonly image?: string;
  /** Path inside the content folder, with `/`. */
  readonly source: string;
  /** Only on its way from the file to the store. */
  readonly trace?: Trace;
}
