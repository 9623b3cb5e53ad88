import { isoText } from '../time/instant.ts';
import type { Draft } from './draft.ts';
import type { SourceFile } from './source-file.ts';

/** Adds the time at which the file was last changed: an article of a page that shows no time has that one. */
export function withFileStamp(draft: Draft, { modifiedAt, habits = {} }: SourceFile): Draft {
  if (modifiedAt === undefined || habits.undated === 'refuse') return draft;
  const stamp = { text: isoText(modifiedAt), line: draft.title.line, role: 'file' as const };
  return { ...draft, stamps: [...draft.stamps, stamp] };
}
