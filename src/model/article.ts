import type { Instant } from './instant.ts';
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
}

/** One finished article: everything that any feed or page shows of it, and nothing that depends on the clock. */
export interface Article {
  /** Permanent and globally unique: the given id, or a `tag:` URI (RFC 4151) of site and path. ASCII. */
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
  /** Never before `publishedAt`. */
  readonly updatedAt: Instant;
  /** BCP 47, when known. */
  readonly language?: string;
  readonly attachments: readonly Attachment[];
  /** Path inside the content folder, with `/`. */
  readonly source: string;
}
