import type { FoundAuthor } from './draft.ts';
import type { Field } from './yaml-fields.ts';

/**
 * The authors that a field of front matter names: a text (`Ann Lee`, `Ann Lee <ann@example.org>`, `Ann Lee and Bo
 * Finch`), a record of `name`, `email` and `url`, or a list of such. Names without a place are left out.
 */
export function authorsOf(field: Field | undefined): readonly FoundAuthor[] {
  if (field === undefined) return [];
  if (field.kind === 'list') return field.values.flatMap(authorsOf);
  if (field.kind === 'text')
    return namesIn(field.value.text).map((text) => ({ ...authorIn(text), line: field.value.line }));
  const part = (key: string): string | undefined => {
    const value = field.fields.get(key);
    return value?.kind === 'text' ? value.value.text : undefined;
  };
  const [email, url] = [part('email'), part('url') ?? part('uri')];
  const name = part('name') ?? email ?? url;
  if (name === undefined) return [];
  return [{ name, line: field.line, ...(email === undefined ? {} : { email }), ...(url === undefined ? {} : { url }) }];
}

const BETWEEN_NAMES = / *[,;،、，] *(?:and |& )?| and | & /;

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
