import type { FoundAuthor } from '../draft.ts';
import { type Field, foldKeys, wordsOf } from './field.ts';

/**
 * The authors that a field names: a text (`Ann Lee`, `Ann Lee <ann@example.org>`, `By Ann Lee and Bo Finch`), a record of
 * `name`, `email` and `url`, or a list of such. Names without a place are left out, and so are numbers, which stand for
 * names that are kept elsewhere.
 */
export function authorsOf(field: Field | undefined): readonly FoundAuthor[] {
  if (field === undefined) return [];
  if (field.kind === 'list') return field.values.flatMap(authorsOf);
  if (field.kind === 'text') return authorsIn(field.value.text.trim(), field.value.line);
  const fields = foldKeys(field.fields);
  const inner = fields.get('data') ?? fields.get('attributes');
  if (inner !== undefined && inner.kind !== 'text') return authorsOf(inner);
  const part = (...keys: readonly string[]): string | undefined =>
    keys.flatMap((key) => wordsOf(fields.get(key)))[0]?.text;
  const [email, url, original] = [part('email'), part('url', 'uri'), part('original')];
  const name = part('name', 'displayname', 'fullname', 'nickname');
  if (name === undefined && original !== undefined) return authorsIn(original, field.line);
  const known = name ?? email ?? url;
  if (known === undefined) return [];
  return [
    { name: known, line: field.line, ...(email === undefined ? {} : { email }), ...(url === undefined ? {} : { url }) },
  ];
}

const BETWEEN_NAMES = / *[,;،、，] *(?:and |& )?| and | & /;

/** The authors that a text names, with the line that it stands on. */
export const authorsIn = (text: string, line: number): readonly FoundAuthor[] =>
  /^\d*$/.test(text) ? [] : namesIn(text.replace(/^by:?\s+(?=\S)/i, '')).map((name) => ({ ...authorIn(name), line }));

/** A text is divided only where every part is a full name: `Lee, Ann` and `Marks and Spencer` stay whole. */
function namesIn(text: string): readonly string[] {
  const parts = text.replace(/\s+/g, ' ').split(BETWEEN_NAMES);
  return parts.every((part) => part.trim().includes(' ')) ? parts.map((part) => part.trim()) : [text];
}

/** Reads `Ann Lee <ann@example.org>`. */
function authorIn(text: string): { readonly name: string; readonly email?: string } {
  const opening = text.lastIndexOf('<');
  const email = text.slice(opening + 1, -1);
  if (opening === -1 || !text.endsWith('>') || !/^[^<>\s@]+@[^<>\s@]+$/.test(email)) return { name: text };
  return { name: text.slice(0, opening).trim() || email, email };
}
