import { createRequire } from 'node:module';

/** What this program calls itself where it signs its work: in feeds, in outgoing requests, on the command line. */
interface Program {
  readonly name: string;
  readonly version: string;
  /** Where people learn about it; undefined while package.json has no `homepage`. */
  readonly url: string | undefined;
}

// Two folders up from here stands package.json for src/ and for dist/ alike.
const manifest: unknown = createRequire(import.meta.url)('../../package.json');

function manifestText(field: string): string | undefined {
  const value = new Map(Object.entries(manifest ?? {})).get(field);
  return typeof value === 'string' ? value : undefined;
}

export const PROGRAM: Program = {
  name: 'Tagwire',
  version: manifestText('version') ?? '0.0.0',
  url: manifestText('homepage'),
};
