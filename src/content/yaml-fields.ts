import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { ContentError } from '../model/errors.ts';
import type { Found } from './draft.ts';

/** One value of a YAML record: a text, a list of texts, or a record of texts. */
export type Field =
  | { readonly kind: 'text'; readonly value: Found }
  | { readonly kind: 'list'; readonly values: readonly Field[]; readonly line: number }
  | { readonly kind: 'record'; readonly fields: ReadonlyMap<string, Field>; readonly line: number };

/**
 * Reads YAML that is a list of `key: value`, by key in lower case. Every scalar stays the text that was written (`1.0`,
 * `yes`, `2021-04-20`): what it means is decided by the field, not by YAML. Keys without a value are left out, and so
 * are aliases.
 *
 * `firstLine` is the line of the file on which the YAML begins, `what` names it in messages. Throws ContentError with
 * the line for text that is no YAML or no such list.
 */
export function readYamlFields(yaml: string, firstLine: number, what: string): ReadonlyMap<string, Field> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, schema: 'failsafe', prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine - 1;
  const [error] = document.errors;
  if (error !== undefined) {
    const message = error.message.replace(/\s+/g, ' ');
    throw new ContentError(`${what} is not YAML: ${message}; quote values that hold ":" or "#"`, lineAt(error.pos[0]));
  }
  if (document.contents === null) return new Map();
  const field = toField(document.contents, lineAt);
  if (field?.kind !== 'record') {
    throw new ContentError(`${what} is no list of "key: value" lines; write one such as "title: …"`, firstLine);
  }
  return field.fields;
}

function toField(node: Node | null, lineAt: (offset: number) => number): Field | undefined {
  const line = lineAt(node?.range?.[0] ?? 0);
  if (isScalar(node)) {
    const text = typeof node.value === 'string' ? node.value.trim() : '';
    return text === '' || text === '~' || text === 'null' ? undefined : { kind: 'text', value: { text, line } };
  }
  if (isSeq<Node>(node))
    return { kind: 'list', values: node.items.flatMap((item) => toField(item, lineAt) ?? []), line };
  if (isMap<Node, Node>(node)) {
    const fields = new Map<string, Field>();
    for (const pair of node.items) {
      const value = toField(pair.value, lineAt);
      if (isScalar(pair.key) && value !== undefined) fields.set(String(pair.key.value).toLowerCase(), value);
    }
    return { kind: 'record', fields, line };
  }
  return undefined;
}
