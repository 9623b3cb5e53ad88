import type { Author } from '../model/article.ts';
import type { ContentError } from '../model/errors.ts';
import type { Medium } from '../model/media.ts';

/** A piece of text and where it stands; `line` is 1-based. */
export interface Found {
  readonly text: string;
  readonly line: number;
  /** Which part of a page says it, where several could: `JSON-LD datePublished`. */
  readonly source?: string;
}

/**
 * A text that may be a time. `role` says what it claims to be; `clock` is the page's own clock, no claim at all, and so is
 * `file`, the time of the file, for pages that show no time.
 */
export interface Stamp extends Found {
  readonly role: 'published' | 'updated' | 'clock' | 'file';
  /** It may be of something else: when it cannot be read, it is passed over. */
  readonly isDoubtful?: true;
}

export interface FoundAuthor extends Author {
  readonly line: number;
  /** As of `Found`. */
  readonly source?: string;
}

/** A file that a field names; `text` is its address. What the file system knows better counts more. */
export interface FoundMedia extends Found {
  /** What it is where nothing else tells it. */
  readonly medium?: Medium;
  readonly mimeType?: string;
  readonly bytes?: number;
  readonly title?: string;
  readonly durationSeconds?: number;
}

/** What a reader found in a file: all of it still text, nothing looked up, nothing thrown away that might be asked for. */
export interface Draft {
  readonly title: Found;
  /** How the title came about when the file does not say it. */
  readonly titleNote?: string;
  /** Not yet sanitised, links not yet absolute. */
  readonly html: string;
  /** What links of `html` are read from, absolute, where it is neither `url` nor the article's page here. */
  readonly base?: string;
  readonly summary?: string;
  /** The lead image: its address, absolute, or the name of a file of the folder. */
  readonly image?: Found;
  /** In the order of the page. */
  readonly stamps: readonly Stamp[];
  /** What 03/04/2021 means in them, where their page shows it; what is configured counts more. */
  readonly dateOrder?: 'dmy' | 'mdy';
  readonly tags: readonly Found[];
  readonly section?: Found;
  readonly series?: Found;
  readonly authors: readonly FoundAuthor[];
  readonly id?: Found;
  readonly url?: Found;
  /** A page elsewhere that the article is about, where a post is made for its link. */
  readonly elsewhere?: Found;
  readonly slug?: Found;
  /**
   * What tells the article from the others of its file, when the file holds several: its id is made of it where it names
   * none. It stays when others come, go or change places.
   */
  readonly part?: string;
  readonly language?: Found;
  /** Headlines of other articles that the page shows. */
  readonly related: readonly string[];
  /** Files that belong to it, besides those in its text. */
  readonly media?: readonly FoundMedia[];
  /** Not to be published. */
  readonly isDraft: boolean;
  /** What was edited is not worth telling: `updated` stays. */
  readonly isMinor?: boolean;
}

/** One thing that a reader finds in a file. A file may hold many articles; each of them may fail by itself. */
export type Finding =
  | { readonly kind: 'article'; readonly draft: Draft }
  /** An article that cannot be read; the others go on. Where it is known which (`of`), only that one stays as it was. */
  | { readonly kind: 'fault'; readonly error: ContentError; readonly of?: Pick<Draft, 'id' | 'part' | 'url'> }
  /** Something an author should know that keeps no article from being published. */
  | { readonly kind: 'note'; readonly message: string; readonly line?: number };
