import { ContentError } from '../model/errors.ts';
import type { Fields } from './field.ts';
import { readYamlFields } from './yaml-fields.ts';

export interface FrontMatter {
  /** By key, lower case. */
  readonly fields: Fields;
  readonly body: string;
  /** 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
}

const FENCE = /^---[ \t]*\n/;
const CLOSING_FENCE = /^(?:---|\.\.\.)[ \t]*$/m;

/** The first line of the YAML is the second of the file. */
const FIRST_LINE = 2;
/** Longer front matter is text in the wrong place; and what is no YAML takes the reader long to refuse. */
const MAX_LENGTH = 32_768;

/** True when a text begins with the fence of front matter. */
export const hasFrontMatter = (text: string): boolean => FENCE.test(text);

/**
 * Splits a text into its YAML front matter and its body. Every scalar stays the text that was written (`1.0`, `yes`,
 * `2021-04-20`): what it means is decided by the field, not by YAML. A text without front matter has no fields.
 *
 * Throws ContentError with the line for front matter that is never closed, is longer than 32,768 characters, is no
 * YAML, or is not a list of `key: value`.
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
  if (fieldsText.length > MAX_LENGTH) {
    const message = `the front matter has ${fieldsText.length} characters, at most ${MAX_LENGTH}`;
    throw new ContentError(`${message}; move the text of the article below its closing "---"`, 1);
  }
  return {
    fields: readYamlFields(fieldsText, FIRST_LINE, 'the front matter'),
    body,
    bodyLine: fieldsText.split('\n').length + 2,
  };
}
