import type { Found } from '../draft.ts';

/** One value of a record, whatever it was written in: a text, a list, or a record. */
export type Field =
  | { readonly kind: 'text'; readonly value: Found }
  | { readonly kind: 'list'; readonly values: readonly Field[]; readonly line: number }
  | { readonly kind: 'record'; readonly fields: Fields; readonly line: number };

export type Fields = ReadonlyMap<string, Field>;

/** A key as it is looked up: `published_at`, `publishedAt` and `Published-At` are one. */
export const foldKey = (key: string): string => key.toLowerCase().replace(/(?<=.)[\s_-]+/g, '');

/** The same record by its folded keys; of several that fold alike the first counts. */
export function foldKeys(fields: Fields): Fields {
  const folded = new Map<string, Field>();
  for (const [key, value] of fields) if (!folded.has(foldKey(key))) folded.set(foldKey(key), value);
  return folded;
}

const trimmed = ({ text, line }: Found): Found => ({ text: text.trim(), line });

/** The texts of a field, a list flattened; a record has none. */
export function textsOf(field: Field | undefined): readonly Found[] {
  if (field === undefined || field.kind === 'record') return [];
  return field.kind === 'text' ? [trimmed(field.value)] : field.values.flatMap(textsOf);
}

/** What a record says when one word is asked of it, by the key that stands first here. */
const WORD_KEYS = [
  ...['value', 'rendered', 'main', 'label', 'name', 'title', 'webtitle', 'term', 'content', 'tag', '#text', 'current'],
  ...['$date', '$oid', 'attributes', 'data'],
];

/** The texts of a field, where a record stands for its value, label or name. */
export function wordsOf(field: Field | undefined): readonly Found[] {
  if (field === undefined) return [];
  if (field.kind === 'text') return field.value.text.trim() === '' ? [] : [trimmed(field.value)];
  if (field.kind === 'list') return field.values.flatMap(wordsOf);
  const fields = foldKeys(field.fields);
  for (const key of WORD_KEYS) {
    const [word] = wordsOf(fields.get(key));
    if (word !== undefined) return [word];
  }
  // The text in the first of some languages: `{"en": "Low water"}`.
  const [first] = field.fields;
  return first?.[1].kind === 'text' && LANGUAGE.test(first[0]) ? wordsOf(first[1]) : [];
}

const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2})?$/i;

/** The addresses of a field, where a record stands for its `href`, `url` or `@id`. */
export function addressesOf(field: Field | undefined): readonly Found[] {
  if (field === undefined) return [];
  if (field.kind === 'text') return [trimmed(field.value)];
  if (field.kind === 'list') return field.values.flatMap(addressesOf);
  const fields = foldKeys(field.fields);
  return ['href', 'url', '@id', 'rendered'].flatMap((key) => textsOf(fields.get(key))).slice(0, 1);
}
