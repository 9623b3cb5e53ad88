import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLParseError } from 'yaml';
import { ContentError } from '../../model/errors.ts';
import type { Field, Fields } from './field.ts';

/**
 * Reads YAML that is a list of `key: value`, by key in lower case. Every scalar stays the text that was written (`1.0`,
 * `yes`, `2021-04-20`): what it means is decided by the field, not by YAML. Keys without a value are left out. An alias
 * of a text is that text; aliases of lists and records are left out, for a few lines of them can mean millions.
 *
 * `firstLine` is the line of the file on which the YAML begins, `what` names it in messages. Throws ContentError with
 * the line for text that is no YAML or no such list.
 */
export function readYamlFields(yaml: string, firstLine: number, what: string): Fields {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, schema: 'failsafe', prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine - 1;
  const [error] = document.errors;
  if (error !== undefined) throw new ContentError(`${what} ${problemOf(error)}`, lineAt(error.pos[0]));
  if (document.contents === null) return new Map();
  const field = toField(document.contents, { lineAt, anchored: new Map() });
  if (field?.kind !== 'record') {
    throw new ContentError(`${what} is no list of "key: value" lines; write one such as "title: …"`, firstLine);
  }
  return field.fields;
}

function problemOf({ code, message }: YAMLParseError): string {
  if (code === 'RESOURCE_EXHAUSTION') return 'is nested too deeply; write plain values and lists';
  if (code === 'DUPLICATE_KEY') return 'has a key twice; keep one of them';
  return `is not YAML: ${message.replace(/\s+/g, ' ')}; quote values that hold ":" or "#"`;
}

interface Reading {
  readonly lineAt: (offset: number) => number;
  /** Texts that have an anchor, by its name. */
  readonly anchored: Map<string, string>;
}

const NOTHING: ReadonlySet<string> = new Set(['', '~', 'null']);

function toField(node: Node | null, reading: Reading): Field | undefined {
  const line = reading.lineAt(node?.range?.[0] ?? 0);
  if (isAlias(node)) {
    const text = reading.anchored.get(node.source);
    return text === undefined ? undefined : { kind: 'text', value: { text, line } };
  }
  if (isScalar(node)) {
    const text = typeof node.value === 'string' ? node.value.trim() : '';
    if (node.anchor !== undefined) reading.anchored.set(node.anchor, text);
    return NOTHING.has(text) ? undefined : { kind: 'text', value: { text, line } };
  }
  if (isSeq<Node>(node)) {
    return { kind: 'list', values: node.items.flatMap((item) => toField(item, reading) ?? []), line };
  }
  if (isMap<Node, Node>(node)) {
    const fields = new Map<string, Field>();
    for (const pair of node.items) {
      const value = toField(pair.value, reading);
      if (isScalar(pair.key) && value !== undefined) fields.set(String(pair.key.value).toLowerCase(), value);
    }
    return { kind: 'record', fields, line };
  }
  return undefined;
}
