import type { JournalEntry } from '../model/journal.ts';
import { chooses, type Selection } from '../model/selection.ts';

/** What an entry of the journal is to those who follow a selection: an article to show, one to take away, or nothing. */
export type News = 'item' | 'removal' | undefined;

/**
 * Says what an entry is to a selection. An article that does not fit the selection any more is a removal, too, and one
 * that a later entry speaks of is left to that.
 */
export function newsFor(selection: Selection, { before, after, article }: JournalEntry): News {
  if (after !== undefined && chooses(selection, after)) return article === undefined ? undefined : 'item';
  return before !== undefined && chooses(selection, before) ? 'removal' : undefined;
}

/** Whether an entry with these terms can be news to a selection. */
export const concerns = (selection: Selection, before: JournalEntry['before'], after: JournalEntry['after']): boolean =>
  (before !== undefined && chooses(selection, before)) || (after !== undefined && chooses(selection, after));
