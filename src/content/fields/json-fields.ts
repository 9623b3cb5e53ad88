import { ContentError } from '../../model/errors.ts';
import type { Field } from './field.ts';

/** Deeper JSON is no article; readers of it go down by calling themselves. */
const MAX_DEPTH = 100;

/**
 * Reads JSON (RFC 8259), each value with its line. Numbers and truths stay the text that was written; `null` and what has
 * it as its value is left out. `firstLine` is the line of the file on which the JSON begins. Throws ContentError with the
 * line for text that is no JSON, and for values nested more than 100 deep.
 *
 * Our own, because `JSON.parse` tells the lines of no values, and those of its faults only sometimes.
 */
export function readJson(json: string, firstLine: number, what = 'the file'): Field | undefined {
  const reading: Reading = { json, what, at: 0, line: firstLine, open: [], next: 'value', root: undefined };
  for (skipSpace(reading); reading.at < json.length; skipSpace(reading)) readPiece(reading);
  if (reading.next !== 'nothing') throw faultOf(reading, 'it ends too early');
  return reading.root;
}

interface Reading {
  readonly json: string;
  readonly what: string;
  at: number;
  line: number;
  readonly open: Open[];
  /** What must come next. */
  next: 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';
  root: Field | undefined;
}

/** A list or record that is not closed yet. */
interface Open {
  readonly line: number;
  /** Those of a record; a list has none. */
  readonly fields?: Map<string, Field>;
  readonly values: Field[];
  key?: string;
}

const SPACE = /[ \t\n\r]*/y;
const WORD = /[\w+.-]+/y;
const SCALAR = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
const MAX_QUOTED = 20;

const faultOf = ({ what, line }: Reading, problem: string): ContentError =>
  new ContentError(`${what} is not JSON: ${problem}`, line);

function skipSpace(reading: Reading): void {
  SPACE.lastIndex = reading.at;
  const space = SPACE.exec(reading.json)?.[0] ?? '';
  for (const sign of space) if (sign === '\n') reading.line += 1;
  reading.at += space.length;
}

function readPiece(reading: Reading): void {
  const { json, at, line, next, open } = reading;
  const sign = json[at] ?? '';
  const isValue = next === 'value' || next === 'value or end';
  if (isValue && (sign === '{' || sign === '[')) {
    if (open.length === MAX_DEPTH) throw new ContentError(`the JSON is nested more than ${MAX_DEPTH} deep`, line);
    open.push({ line, values: [], ...(sign === '{' ? { fields: new Map<string, Field>() } : {}) });
    reading.next = sign === '{' ? 'key or end' : 'value or end';
    reading.at += 1;
  } else if (sign === (open.at(-1)?.fields === undefined ? ']' : '}') && next.endsWith('or end')) {
    const closed = open.pop();
    reading.at += 1;
    if (closed?.fields === undefined)
      addValue(reading, { kind: 'list', values: closed?.values ?? [], line: closed?.line ?? line });
    else addValue(reading, { kind: 'record', fields: closed.fields, line: closed.line });
  } else if (sign === '"' && (isValue || next.startsWith('key'))) {
    const text = readText(reading);
    const inside = open.at(-1);
    if (isValue) addValue(reading, { kind: 'text', value: { text, line } });
    else if (inside !== undefined) inside.key = text;
    if (!isValue) reading.next = 'colon';
  } else if (sign === ':' && next === 'colon') {
    reading.next = 'value';
    reading.at += 1;
  } else if (sign === ',' && next === 'comma or end' && open.length > 0) {
    reading.next = open.at(-1)?.fields === undefined ? 'value' : 'key';
    reading.at += 1;
  } else {
    WORD.lastIndex = at;
    const word = WORD.exec(json)?.[0] ?? '';
    if (!isValue || !SCALAR.test(word)) throw unexpected(reading, word);
    reading.at += word.length;
    addValue(reading, word === 'null' ? undefined : { kind: 'text', value: { text: word, line } });
  }
}

function unexpected(reading: Reading, word: string): ContentError {
  const { json, at } = reading;
  const text = /^"[^"\n]*"?/.exec(json.slice(at, at + MAX_QUOTED))?.[0];
  const found = text ?? `"${word === '' ? json[at] : word.slice(0, MAX_QUOTED)}"`;
  const end = reading.open.at(-1)?.fields === undefined ? '"]"' : '"}"';
  const wanted = {
    value: 'a value',
    'value or end': 'a value or "]"',
    key: 'a key in double quotes',
    'key or end': 'a key in double quotes or "}"',
    colon: '":"',
    'comma or end': `"," or ${end}`,
    nothing: 'the end',
  }[reading.next];
  return faultOf(reading, `${found} stands where ${wanted} should stand`);
}

function addValue(reading: Reading, field: Field | undefined): void {
  const inside = reading.open.at(-1);
  reading.next = inside === undefined ? 'nothing' : 'comma or end';
  if (inside === undefined) reading.root = field;
  else if (field !== undefined && inside.fields === undefined) inside.values.push(field);
  else if (field !== undefined) inside.fields?.set(inside.key ?? '', field);
}

/** Reads a text in quotes: it ends at the first quote that has an even number of backslashes before it. */
function readText(reading: Reading): string {
  const { json, at } = reading;
  let quote = at;
  let slashes = 0;
  do {
    quote = json.indexOf('"', quote + 1);
    if (quote === -1) throw faultOf(reading, 'a text is not closed; add a double quote');
    for (slashes = 0; json[quote - 1 - slashes] === '\\'; ) slashes += 1;
  } while (slashes % 2 === 1);
  reading.at = quote + 1;
  try {
    return String(JSON.parse(json.slice(at, quote + 1)));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const text = json.slice(at, Math.min(quote + 1, at + MAX_QUOTED)).split('\n')[0];
    throw faultOf(reading, `the text ${text}… is not closed on its line, or has a "\\" too many`);
  }
}
