import { describe } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { describeArchives } from './contract/archives.ts';
import { describeArticles } from './contract/articles.ts';
import { describeChanges } from './contract/changes.ts';
import { describeDueArticles } from './contract/due-articles.ts';
import { describeFeeds } from './contract/feeds.ts';
import { describeFiles } from './contract/files.ts';
import { describeIds } from './contract/ids.ts';
import { describeJournal } from './contract/journal.ts';
import { describeLabels } from './contract/labels.ts';
import { describeLedger } from './contract/ledger.ts';
import { describeMonths } from './contract/months.ts';
import { describePush } from './contract/push.ts';
import { describeSameness } from './contract/sameness.ts';
import { describeSlugs } from './contract/slugs.ts';
import { describeTombstones } from './contract/tombstones.ts';

/** Gives a new, empty store, which is closed when the test ends. */
export type OpenStore = () => Store;

/** What every store promises, whatever keeps its rows. */
export function describeStore(name: string, open: OpenStore): void {
  describe(name, () => {
    describeArticles(open);
    describeFeeds(open);
    describeLabels(open);
    describeLedger(open);
    describeChanges(open);
    describeDueArticles(open);
    describeIds(open);
    describeSlugs(open);
    describeFiles(open);
    describeMonths(open);
    describeJournal(open);
    describePush(open);
    describeSameness(open);
    describeTombstones(open);
    describeArchives(open);
  });
}
