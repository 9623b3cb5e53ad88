import type { ArchiveName, Neighbours } from '../model/archive-name.ts';
import type { Article } from '../model/article.ts';
import type { Change, FileChange, FileState, Problem } from '../model/changes.ts';
import type { FolderWord } from '../model/folder-word.ts';
import type { Instant } from '../model/instant.ts';
import type { JournalPart, JournalPlace, ShownTerms } from '../model/journal.ts';
import type { LedgerEntry } from '../model/ledger.ts';

import type { Selection } from '../model/selection.ts';
import type { Slug } from '../model/slug.ts';
import type { Term, TermKind } from '../model/term.ts';
import type { Tombstone } from '../model/tombstone.ts';
import type { PushStore } from './push-store.ts';

/** What the newest part of one selection shows. */
export interface StoredFeed {
  /** Newest first; equal times in an order that depends on the ids alone. */
  readonly articles: readonly Article[];
  /** Label by `termKey`, for the terms of the selection that are known. */
  readonly labels: ReadonlyMap<string, string>;
  /** When what the selection shows last changed, also by a removal; whole seconds. */
  readonly changedAt: Instant;
  /** Published articles that the selection chooses, shown or not; undefined for algebra, where nobody has counted. */
  readonly count: number | undefined;
}

/** How much one document of a feed may hold. */
export interface DocumentLimits {
  /** Articles of the newest document. */
  readonly items: number;
  /** Bytes of each document, by the weights of its articles; a document has one article at least. */
  readonly bytes: number;
}

/** One document of a feed: its newest articles, or one of its archives (RFC 5005). */
export interface StoredDocument extends Omit<StoredFeed, 'count'>, Neighbours {
  /** The newest removed ones, newest first; none in an archive. */
  readonly tombstones: readonly Tombstone[];
}

/** An article, or the word that it is the one of before. */
export interface MarkedArticle {
  /** Differs whenever a feed would show something else of the article: its text, address, or the label of a term. */
  readonly mark: string;
  readonly updatedAt: Instant;
  /** Undefined where the asker knows the mark. */
  readonly article: Article | undefined;
}

/** The newest document of a feed, for who remembers what became of articles that were read before. */
export interface StoredOutline extends Omit<StoredDocument, 'articles'> {
  readonly articles: readonly MarkedArticle[];
}

/** There is no archive of this name (any more); what would begin it stands elsewhere. */
export interface MovedArchive {
  /** Undefined: in the feed itself. */
  readonly movedTo: ArchiveName | undefined;
}

/** A label that has the slug of another one, although it says something else: `C!` beside `C`. */
export interface SharedSlug {
  /** The term under which both are published. */
  readonly term: Term;
  /** The rarer of the two. */
  readonly label: string;
  /** A file that writes it. */
  readonly path: string;
}

export interface TermCount extends Term {
  /** Published articles that bear it; 0 for a term that lost its last one. */
  readonly count: number;
}

/** The articles of a month that have their page here, for a sitemap. */
export interface MonthOfArticles {
  /** `2026-04`, in UTC. */
  readonly month: string;
  readonly count: number;
  /** The latest `updatedAt` of them. */
  readonly updatedAt: Instant;
}

export type DatedSlug = Pick<Article, 'slug' | 'updatedAt'>;

export interface Applied {
  /** Undefined when nothing that is published changed. */
  readonly change: Change | undefined;
  /** Found only while writing: ids that two files claim. */
  readonly problems: readonly Problem[];
  /** Files that were turned away for an id that is free again: read them anew. */
  readonly freed: readonly string[];
}

export interface ApplyOptions {
  /** Nothing of the folder was known before this look: of two files that claim one id the older article has it. */
  readonly isFirstLook?: boolean;
}

/**
 * Everything that Tagwire remembers. Each method is one whole piece of work, its transaction inside; nothing half done
 * is ever seen. Whatever must follow a write (a push) is to be queued inside that same transaction.
 */
export interface Store {
  /** Takes over what was found in the folder. Articles dated after `now` stay hidden until `publishDue`. */
  applyChanges(changes: readonly FileChange[], now: Instant, options?: ApplyOptions): Promise<Applied>;
  /** Shows the hidden articles whose time has come. */
  publishDue(now: Instant): Promise<Change | undefined>;
  /** Forgets the tombstones and the ids of articles that were removed 30 days ago or earlier. */
  dropTombstones(now: Instant): Promise<Change | undefined>;
  /** When the next hidden article or old tombstone is due; undefined when none is waiting. */
  nextDue(): Promise<Instant | undefined>;

  /**
   * The newest `limit` articles of a selection, read through an index whatever the size of the archive.
   * Undefined when not one of its terms is known.
   */
  readFeed(selection: Selection, limit: number): Promise<StoredFeed | undefined>;
  /** The newest articles of a selection, with the way to its archives. Undefined when not one of its terms is known. */
  readHead(selection: Selection, limits: DocumentLimits): Promise<StoredDocument | undefined>;
  /** The same without those articles whose marks are known. */
  readOutline(
    selection: Selection,
    limits: DocumentLimits,
    isKnown: (mark: string) => boolean,
  ): Promise<StoredOutline | undefined>;
  /**
   * One archive of a selection. The articles that `readHead` does not show stand in archives, each in one of them; all
   * that is read for one is the articles near it. Undefined when not one of the terms is known.
   */
  readArchive(
    selection: Selection,
    name: ArchiveName,
    limits: DocumentLimits,
  ): Promise<StoredDocument | MovedArchive | undefined>;
  readArticle(slug: Slug): Promise<Article | undefined>;
  /** The last article that was removed from this address, for as long as its tombstone stands. */
  readTombstone(slug: Slug): Promise<Tombstone | undefined>;
  /** All known terms of a kind, by slug. */
  readTerms(kind: TermKind): Promise<readonly TermCount[]>;
  /** Labels that cannot be told apart in an address, and so share one feed. */
  readSharedSlugs(): Promise<readonly SharedSlug[]>;
  /** Published articles in all. */
  countArticles(): Promise<number>;

  /** The months in which articles were published that have no other address than their page here, newest first. */
  readMonths(): Promise<readonly MonthOfArticles[]>;
  /** `limit` articles of such a month (`2026-04`), the oldest first, after the first `from`; none for another month. */
  readMonth(month: string, from: number, limit: number): Promise<readonly DatedSlug[]>;

  /** Whether any file was looked at, ever. */
  hasFiles(): Promise<boolean>;
  /** The paths of all files that were looked at; or those of these that were. */
  readPaths(paths?: readonly string[]): Promise<readonly string[]>;
  /** What is known of the files at these paths, by path. */
  readFiles(paths: readonly string[]): Promise<ReadonlyMap<string, FileState>>;
  /** Says whether a published article shows the picture or recording of this path in the folder. */
  isShown(path: string): Promise<boolean>;
  /** What was known of each folder when its files were last read, by its path inside the content folder. */
  readFolderWords(): Promise<ReadonlyMap<string, FolderWord>>;
  /** Keeps this in place of everything that was known of folders before. */
  keepFolderWords(words: ReadonlyMap<string, FolderWord>): Promise<void>;
  /** What is wrong in the folder as last seen, by path. */
  readProblems(): Promise<readonly Problem[]>;
  /**
   * Says which settings the articles are to be made with. When they are not those of the last time, every file counts
   * as unread; what is published stays until then. Answers whether they are the same.
   */
  keepFingerprint(fingerprint: string): Promise<boolean>;

  /** Where the journal ends now: what changes from here on is read after this place. */
  journalEnd(): Promise<JournalPlace>;
  /**
   * The next articles that came, changed or went, of `limit` entries those that are wanted; written by the transactions
   * that changed them. Undefined for a place that is not known (any more): some 20,000 entries are kept. A label that is
   * spelled otherwise makes no entry.
   */
  readJournal(
    after: JournalPlace,
    limit: number,
    isWanted: (before: ShownTerms, after: ShownTerms) => boolean,
  ): Promise<JournalPart | undefined>;

  /** Subscriptions, and what is to be sent to them. */
  readonly push: PushStore;
  /** The ledger of ids, by path; with the articles that went in the last 30 days. */
  readLedger(): Promise<readonly LedgerEntry[]>;
  /** Takes over a ledger that was kept elsewhere; what is known here already stays. The folder is to be read after it. */
  takeLedger(entries: readonly LedgerEntry[]): Promise<void>;

  /** Is called after each write that changed what is published. */
  onChange(listener: (change: Change) => void): void;
  close(): void;
}
