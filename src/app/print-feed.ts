import { ingest } from '../content/folder/ingest.ts';
import { Pieces } from '../feeds/pieces.ts';
import { Publisher } from '../feeds/publisher.ts';
import { ConfigError } from '../model/errors.ts';
import type { Format } from '../model/feed-key.ts';
import { parseSelection } from '../model/selection.ts';
import { now } from './clock.ts';
import type { Config } from './config.ts';
import { articleSettings, openFolderStore } from './folder.ts';
import { knownIds } from './known-ids.ts';

/**
 * The bytes of one feed of a folder, the very ones that the server sends. `selection` is written as in an address, `*`
 * is everything. Throws ConfigError for a selection that cannot be read or names no known term.
 */
export async function feedBytes(config: Config, selection: string, format: Format): Promise<Uint8Array> {
  const parsed = parseSelection(selection);
  if ('problem' in parsed) throw new ConfigError(parsed.problem);
  const store = openFolderStore(':memory:');
  try {
    await store.takeLedger(knownIds(config));
    await ingest({ folder: config.contentFolder, store, settings: articleSettings(config), now });
    const publisher = new Publisher({
      site: config.site,
      store,
      items: config.settings.FEED_ITEMS,
      documentBytes: config.settings.FEED_BYTES,
      maxBytes: Number.MAX_SAFE_INTEGER,
      pieces: new Pieces(config.site, Number.MAX_SAFE_INTEGER),
    });
    const snapshot = await publisher.snapshot({ selection: parsed.selection, format });
    if (snapshot === undefined) {
      const tags = (await store.readTerms('tag')).map(({ slug }) => slug).join(', ');
      throw new ConfigError(
        `no article of "${config.contentFolder}" bears "${selection}"; its tags are ${tags || 'none'}`,
      );
    }
    return snapshot.body;
  } finally {
    store.close();
  }
}
