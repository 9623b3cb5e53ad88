import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ID_LIST } from '../content/article-files.ts';
import { ingest } from '../content/folder/ingest.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import { readLedgerIn } from '../store/open.ts';
import { now } from './clock.ts';
import type { Config } from './config.ts';
import { articleSettings, openFolderStore } from './folder.ts';
import { readIdList } from './id-list.ts';

/** The ids that the folder itself remembers, in its `tagwire-ids.json`; none without the file. */
export function idsOfFolder({ contentFolder }: Config): readonly LedgerEntry[] {
  const path = join(contentFolder, ID_LIST);
  return existsSync(path) ? readIdList(path) : [];
}

/**
 * The ids that the server on this folder remembers in its database; undefined where there is none that can be looked at.
 * A command that reads the folder for itself takes them over, to say what the server says.
 */
function idsOfServer({ database }: Config): readonly LedgerEntry[] | undefined {
  if (database === ':memory:' || !existsSync(database)) return undefined;
  try {
    return readLedgerIn(database);
  } catch (error) {
    // Of another user, of another version, or no database: the server tells of that; here it is as good as none.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** Everything that is known of a folder's ids before it is read. */
export const knownIds = (config: Config): readonly LedgerEntry[] => [
  ...(idsOfServer(config) ?? []),
  ...idsOfFolder(config),
];

/** The ledger of a folder: that of the server, or, where none has been, the one that a server would begin with. */
export async function ledgerOf(config: Config): Promise<readonly LedgerEntry[]> {
  const known = idsOfServer(config);
  if (known !== undefined) return known;
  const store = openFolderStore(':memory:');
  try {
    await store.takeLedger(idsOfFolder(config));
    await ingest({ folder: config.contentFolder, store, settings: articleSettings(config), now });
    return await store.readLedger();
  } finally {
    store.close();
  }
}
