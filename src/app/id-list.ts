import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from '../model/errors.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import { isoText, toInstant } from '../time/instant.ts';

const VERSION = 1;

const instant = z.iso.datetime().transform((text, context) => {
  const at = toInstant(Date.parse(text));
  if (at !== undefined) return at;
  context.addIssue({ code: 'custom', message: 'no instant' });
  return z.NEVER;
});

/** What must stand is the id and its file; without the rest a file is known by its name alone. */
const ENTRY = z.object({
  id: z.string().regex(/^[\x21-\x7e]+$/),
  path: z.string().min(1),
  ownId: z.string().exactOptional(),
  idFrom: z.enum(['author', 'address', 'path']).default('path'),
  text: z.string().default(''),
  whole: z.string().default(''),
  file: z.string().default(''),
  firstSeen: instant,
  editedAt: instant.exactOptional(),
  removedAt: instant.exactOptional(),
});

const LIST = z.object({ version: z.literal(VERSION), ids: z.array(ENTRY) });

/** The ledger as text that can be kept, compared and read back: one article a line, by path. */
export function writeIdList(entries: readonly LedgerEntry[]): string {
  const lines = entries.map(({ firstSeen, editedAt, removedAt, ...entry }) =>
    JSON.stringify({
      ...entry,
      firstSeen: isoText(firstSeen),
      ...(editedAt === undefined ? {} : { editedAt: isoText(editedAt) }),
      ...(removedAt === undefined ? {} : { removedAt: isoText(removedAt) }),
    }),
  );
  return `{"version": ${VERSION}, "ids": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`}]}\n`;
}

/** Reads a list that `tagwire ids` has printed. Throws ConfigError for a file that cannot be read or is no such list. */
export function readIdList(path: string): readonly LedgerEntry[] {
  const mend = 'write one with: tagwire ids > FILE';
  try {
    const list = LIST.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (list.success) return list.data.ids;
    const [issue] = list.error.issues;
    const place = issue === undefined || issue.path.length === 0 ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
    throw new ConfigError(`"${path}" is no list of ids${place}; ${mend}`);
  } catch (error) {
    if (error instanceof SyntaxError) throw new ConfigError(`"${path}" is no JSON: ${error.message}; ${mend}`);
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new ConfigError(`"${path}" cannot be read (${String(error.code)}); ${mend}`);
  }
}
