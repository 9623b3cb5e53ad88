import type { Change } from '../model/changes.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import { applyChanges } from './apply-changes.ts';
import { hasFiles, isShown, keepFingerprint, readFiles, readPaths, readProblems } from './file-rows.ts';
import { keepFolderWords, readFolderWords } from './folder-words.ts';
import { readLedger, takeLedger } from './id-ledger.ts';
import { journalEnd, readJournal } from './journal-rows.ts';
import { openPush } from './open-push.ts';
import { nextDue, publishDue } from './publish-due.ts';
import { readArchive } from './read-archive.ts';
import { countArticles, readArticle, readTerms } from './read-articles.ts';
import { readFeed, readHead, readOutline } from './read-feed.ts';
import { readMonth, readMonths } from './read-months.ts';
import { readSharedSlugs } from './shared-slugs.ts';
import { SqliteDatabase } from './sqlite.ts';
import type { Store } from './store.ts';
import { dropTombstones, readTombstone } from './tombstones.ts';

/**
 * Opens the embedded database, making it when it is not there; `:memory:` keeps nothing.
 * Throws what SQLite says when the file cannot be opened, is no database, or is of a newer Tagwire.
 */
export function openStore(path: string): Store {
  const database = new SqliteDatabase(path);
  const listeners: ((change: Change) => void)[] = [];
  const tell = (change: Change | undefined): void => {
    if (change !== undefined) for (const listener of listeners) listener(change);
  };
  return {
    applyChanges: async (changes, now, options) => {
      const applied = database.write(applyChanges(changes, now, options));
      tell(applied.change);
      return applied;
    },
    publishDue: async (now) => {
      const change = database.write(publishDue(now));
      tell(change);
      return change;
    },
    dropTombstones: async (now) => {
      const change = database.write(dropTombstones(now));
      tell(change);
      return change;
    },
    nextDue: async () => database.read(nextDue()),
    readFeed: async (selection, limit) => database.read(readFeed(selection, limit)),
    readHead: async (selection, limits) => database.read(readHead(selection, limits)),
    readOutline: async (selection, limits, isKnown) => database.read(readOutline(selection, limits, isKnown)),
    readArchive: async (selection, name, limits) => database.read(readArchive(selection, name, limits)),
    readArticle: async (slug) => database.read(readArticle(slug)),
    readTombstone: async (slug) => database.read(readTombstone(slug)),
    readTerms: async (kind) => database.read(readTerms(kind)),
    readSharedSlugs: async () => database.read(readSharedSlugs()),
    readMonths: async () => database.read(readMonths()),
    readMonth: async (month, from, limit) => database.read(readMonth(month, from, limit)),
    countArticles: async () => database.read(countArticles()),
    hasFiles: async () => database.read(hasFiles()),
    readPaths: async (paths) => database.read(readPaths(paths)),
    readFiles: async (paths) => database.read(readFiles(paths)),
    isShown: async (path) => database.read(isShown(path)),
    readProblems: async () => database.read(readProblems()),
    readFolderWords: async () => database.read(readFolderWords()),
    keepFolderWords: async (words) => database.write(keepFolderWords(words)),
    keepFingerprint: async (fingerprint) => database.write(keepFingerprint(fingerprint)),
    journalEnd: async () => database.read(journalEnd()),
    readJournal: async (after, limit, isWanted) => database.read(readJournal(after, limit, isWanted)),
    push: openPush(database),
    readLedger: async () => database.read(readLedger()),
    takeLedger: async (entries) => database.write(takeLedger(entries)),
    onChange: (listener) => void listeners.push(listener),
    close: () => database.close(),
  };
}

/** The ledger of ids in a database that another program may be using. Throws when it cannot be looked at. */
export function readLedgerIn(path: string): readonly LedgerEntry[] {
  const database = new SqliteDatabase(path, { onlyLook: true });
  try {
    return database.read(readLedger());
  } finally {
    database.close();
  }
}
