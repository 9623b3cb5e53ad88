import { ContentError } from '../../model/errors.ts';
import type { Field, Fields } from './field.ts';
import { foldKey } from './field.ts';
import { FIELD_NAMES } from './field-names.ts';
import { readJson } from './json-fields.ts';
import { readTomlFields } from './toml-fields.ts';
import { readYamlFields } from './yaml-fields.ts';

export interface FrontMatter {
  /** By key, lower case. */
  readonly fields: Fields;
  readonly body: string;
  /** 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
}

const YAML_FENCE = /^---[ \t]*(?:yaml)?[ \t]*\n/i;
const NAMED_FENCE = /^---[ \t]*(json|toml)[ \t]*\n/i;
const FENCE_END = /^(?:---|\.\.\.)[ \t]*$/m;
const TOML_FENCE = /^\+\+\+[ \t]*\n/;
const JSON_START = /^\{[ \t]*\n/;

/** As Hexo had it: YAML at the top that only its end tells. */
const YAML_WITHOUT_OPENING = /^(?:title|date|layout):[^\n]*\n(?:(?!---)[^\n]+\n){0,60}---[ \t]*\n/;

/** In the words of errors. */
const WHERE = 'the front matter';
/** The first line between the fences is the second of the file. */
const FIRST_LINE = 2;
/** Longer front matter is text in the wrong place; and what is no YAML takes the reader long to refuse. */
const MAX_LENGTH = 32_768;

/** True when a text begins with front matter in YAML, TOML or JSON. */
export const hasFrontMatter = (text: string): boolean =>
  YAML_FENCE.test(text) || NAMED_FENCE.test(text) || TOML_FENCE.test(text) || JSON_START.test(text);

/**
 * Splits a text into its front matter and its body: YAML between `---` (or only before one), TOML between `+++`, JSON or TOML between `---json` or `---toml` and `---`, JSON between braces on lines
 * of their own, or lines of `Key: value` at the top, one of them a title or a date, that end with a blank line. Every
 * scalar stays the text that was written (`1.0`, `yes`, `2021-04-20`): what it means is decided by the field. A text
 * without front matter has no fields.
 *
 * Throws ContentError with the line for front matter that is never closed, is longer than 32,768 characters, or cannot be
 * read.
 */
export function readFrontMatter(text: string): FrontMatter {
  if (YAML_FENCE.test(text)) {
    const { inside, ...rest } = divided(text, YAML_FENCE, FENCE_END, '---');
    return { fields: readYamlFields(inside, FIRST_LINE, WHERE), ...rest };
  }
  const language = NAMED_FENCE.exec(text)?.[1]?.toLowerCase();
  if (language !== undefined) {
    const { inside, ...rest } = divided(text, NAMED_FENCE, FENCE_END, '---');
    return {
      fields: language === 'toml' ? readTomlFields(inside, FIRST_LINE, WHERE) : recordOf(inside, FIRST_LINE),
      ...rest,
    };
  }
  if (TOML_FENCE.test(text)) {
    const { inside, ...rest } = divided(text, TOML_FENCE, /^\+\+\+[ \t]*$/m, '+++');
    return { fields: readTomlFields(inside, FIRST_LINE, WHERE), ...rest };
  }
  if (JSON_START.test(text)) {
    const { inside, ...rest } = divided(text, JSON_START, /^\}[ \t]*$/m, '}');
    return { fields: recordOf(`{\n${inside}}`, 1), ...rest };
  }
  const fence = YAML_WITHOUT_OPENING.exec(text)?.[0];
  if (fence !== undefined && fence.length <= MAX_LENGTH) {
    const inside = fence.slice(0, fence.lastIndexOf('---'));
    const body = text.slice(fence.length);
    return { fields: readYamlFields(inside, 1, WHERE), body, bodyLine: fence.split('\n').length };
  }
  return linesOfFields(text) ?? { fields: new Map(), body: text, bodyLine: 1 };
}

/** Fields of JSON that begins on a line of the file; none when it is no record. */
function recordOf(json: string, line: number): Fields {
  const field = readJson(json, line, WHERE);
  return field?.kind === 'record' ? field.fields : new Map();
}

interface Divided extends Omit<FrontMatter, 'fields'> {
  readonly inside: string;
}

function divided(text: string, fence: RegExp, end: RegExp, mark: string): Divided {
  const opening = fence.exec(text)?.[0] ?? '';
  const rest = text.slice(opening.length);
  const closing = end.exec(rest);
  if (closing === null) {
    const message = `the front matter is opened by "${opening.trim()}" but never closed; add a line "${mark}" after it`;
    throw new ContentError(message, 1);
  }
  const inside = rest.slice(0, closing.index);
  if (inside.length > MAX_LENGTH) {
    const message = `the front matter has ${inside.length} characters, at most ${MAX_LENGTH}`;
    throw new ContentError(`${message}; move the text of the article below its closing "${mark}"`, 1);
  }
  return {
    inside,
    body: rest.slice(closing.index + closing[0].length).replace(/^\n/, ''),
    bodyLine: inside.split('\n').length + FIRST_LINE,
  };
}

const FIELD_LINE = /^([A-Za-z][\w -]{0,30}):(?:[ \t]+(.*))?$/;
const TELLING: ReadonlySet<string> = new Set([...FIELD_NAMES.title, ...FIELD_NAMES.published]);

/** Fields as Pelican and MultiMarkdown have them, without fences; undefined for text that only looks like it. */
function linesOfFields(text: string): FrontMatter | undefined {
  const fields = new Map<string, Field>();
  let key: string | undefined;
  let line = 0;
  let at = 0;
  for (; at < text.length && at < MAX_LENGTH; line += 1) {
    const end = text.indexOf('\n', at);
    const row = text.slice(at, end === -1 ? text.length : end);
    at = end === -1 ? text.length : end + 1;
    if (row.trim() === '') break;
    const [, name, value = ''] = FIELD_LINE.exec(row) ?? [];
    if (name !== undefined) {
      key = name.toLowerCase();
      fields.set(key, { kind: 'text', value: { text: value.trim(), line: line + 1 } });
    } else if (key !== undefined && /^[ \t]/.test(row)) {
      const known = fields.get(key);
      const words = known?.kind === 'text' ? known.value : { text: '', line: line + 1 };
      fields.set(key, { kind: 'text', value: { text: `${words.text} ${row.trim()}`.trim(), line: words.line } });
    } else return undefined;
  }
  const told = [...fields].filter(([, field]) => field.kind !== 'text' || field.value.text !== '');
  if (!told.some(([name]) => TELLING.has(foldKey(name)))) return undefined;
  return { fields: new Map(told), body: text.slice(at), bodyLine: line + 2 };
}
