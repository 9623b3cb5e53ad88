import { parse, TomlDate, TomlError } from 'smol-toml';
import { ContentError } from '../../model/errors.ts';
import type { Field, Fields } from './field.ts';

/**
 * Reads TOML. Dates and numbers become the text that they stand for. The line of a value is that of the first line that
 * sets its key. `firstLine` is the line of the file on which the TOML begins. Throws ContentError with the line for text
 * that is no TOML.
 */
export function readTomlFields(toml: string, firstLine: number, what: string): Fields {
  const lines = new Map<string, number>();
  for (const [at, text] of toml.split('\n').entries()) {
    const key = /^[ \t]*\[{0,2}[ \t]*(?:[\w-]+\.)*["']?([\w -]+?)["']?[ \t]*(?:=|\])/.exec(text)?.[1];
    if (key !== undefined && !lines.has(key)) lines.set(key, at + firstLine);
  }
  try {
    return fieldsOf(parse(toml, { maxDepth: 20 }), (key) => lines.get(key) ?? firstLine);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const problem = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '');
    throw new ContentError(`${what} is not TOML: ${problem}`, firstLine + error.line - 1, { cause: error });
  }
}

const fieldsOf = (table: object, lineOf: (key: string) => number): Fields =>
  new Map(Object.entries(table).map(([key, value]) => [key.toLowerCase(), fieldOf(value, lineOf(key), lineOf)]));

function fieldOf(value: unknown, line: number, lineOf: (key: string) => number): Field {
  if (value instanceof TomlDate) return { kind: 'text', value: { text: value.toISOString(), line } };
  if (Array.isArray(value)) return { kind: 'list', values: value.map((one) => fieldOf(one, line, lineOf)), line };
  if (typeof value === 'object' && value !== null) return { kind: 'record', fields: fieldsOf(value, lineOf), line };
  return { kind: 'text', value: { text: String(value).trim(), line } };
}
