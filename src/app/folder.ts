import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ArticleSettings } from '../content/to-article.ts';
import { ConfigError } from '../model/errors.ts';
import { PROGRAM } from '../model/program.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import type { Config } from './config.ts';

/** What of the configuration an article depends on. */
export function articleSettings({ settings, site }: Config): ArticleSettings {
  return {
    zone: settings.TIME_ZONE,
    ...(settings.DATE_ORDER === undefined ? {} : { order: settings.DATE_ORDER }),
    site: { baseUrl: site.baseUrl, idAuthority: site.idAuthority },
  };
}

/** One word for the settings and the version that articles were made with; another word, and the folder is read anew. */
export const fingerprintOf = (settings: ArticleSettings): string =>
  createHash('sha256')
    .update(JSON.stringify([PROGRAM.version, settings]))
    .digest('hex');

/** Opens the database of a folder. Throws ConfigError when it cannot be used. */
export function openFolderStore(database: string): Store {
  try {
    if (database !== ':memory:') mkdirSync(dirname(database), { recursive: true });
    return openStore(database);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const mend = 'make its folder writable, name another with DATA_DIR, or keep nothing with DATA_DIR=:memory:';
    throw new ConfigError(`DATA_DIR: "${database}" cannot be used: ${error.message}; ${mend}`, { cause: error });
  }
}
