import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { ContentError } from '../model/errors.ts';
import type { Found } from './draft.ts';

/** One value of front matter: a text, a list of texts, or a record of texts. */
export type Field =
  | { readonly kind: 'text'; readonly value: Found }
  | { readonly kind: 'list'; readonly values: readonly Field[]; readonly line: number }
  | { readonly kind: 'record'; readonly fields: ReadonlyMap<string, Field>; readonly line: number };

export interface FrontMatter {
  /** By key, lower case. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly body: string;
  /** 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
}

const FENCE = /^---[ \t]*\n/;
const CLOSING_FENCE = /^(?:---|\.\.\.)[ \t]*$/m;

/** True when a text begins with the fence of front matter. */
export const hasFrontMatter = (text: string): boolean => FENCE.test(text);

/**
 * Splits a text into its YAML front matter and its body. Every scalar stays the text that was written (`1.0`, `yes`,
 * `2021-04-20`): what it means is decided by the field, not by YAML. A text without front matter has no fields.
 *
 * Throws ContentError with the line for front matter that is never closed, is no YAML, or is not a list of `key: value`.
 */
export function readFrontMatter(text: string): FrontMatter {
  const opening = FENCE.exec(text)?.[0];
  if (opening === undefined) return { fields: new Map(), body: text, bodyLine: 1 };
  const rest = text.slice(opening.length);
  const closing = CLOSING_FENCE.exec(rest);
  if (closing === null) {
    throw new ContentError('the front matter is opened by "---" but never closed; add a line "---" after it', 1);
  }
  const body = rest.slice(closing.index + closing[0].length).replace(/^\n/, '');
  const fieldsText = rest.slice(0, closing.index);
  return { fields: readFields(fieldsText), body, bodyLine: fieldsText.split('\n').length + 2 };
}

/** The first line of the YAML is the second of the file. */
const FIRST_LINE = 2;

function readFields(yaml: string): ReadonlyMap<string, Field> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: lines,
    schema: 'failsafe',
    prettyErrors: false,
  });
  const lineAt = (offset: number): number => lines.linePos(offset).line + FIRST_LINE - 1;
  const [error] = document.errors;
  if (error !== undefined) {
    const message = error.message.replace(/\s+/g, ' ');
    throw new ContentError(
      `the front matter is not YAML: ${message}; quote values that hold ":" or "#"`,
      lineAt(error.pos[0]),
    );
  }
  if (document.contents === null) return new Map();
  const field = toField(document.contents, lineAt);
  if (field?.kind !== 'record') {
    throw new ContentError(
      'the front matter is no list of "key: value" lines; write one such as "title: …"',
      FIRST_LINE,
    );
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
