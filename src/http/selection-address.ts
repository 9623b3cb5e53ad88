import { RequestError } from '../model/errors.ts';
import { FORMATS, type Format } from '../model/feed-key.ts';
import { parseSelection, type Selection } from '../model/selection.ts';
import { TERM_KINDS, type TermKind } from '../model/term.ts';

/** A term of the algebra with the operators before it. */
const TERM = /(?<=^|[+,(])(-*)([^-+,()][^+,()]*)/g;

/**
 * Reads the part of an address that names a selection, still percent-encoded. A term without its kind is of the kind
 * that the folder holds: `/sections/politics+-economy` speaks of two sections. Throws RequestError 400.
 */
export function selectionIn(kind: TermKind, text: string): Selection {
  const named = (term: string): boolean => TERM_KINDS.some((one) => term.startsWith(`${one}:`));
  const whole =
    kind === 'tag'
      ? text
      : text.replace(TERM, (_, signs: string, term: string) => signs + (named(term) ? term : `${kind}:${term}`));
  const parsed = parseSelection(whole);
  if ('problem' in parsed) throw new RequestError(400, `${parsed.problem}; see the list of tags`);
  return parsed.selection;
}

const isFormat = (word: string): word is Format => FORMATS.some((format) => format === word);

/** Divides the last part of a feed's address, `syria.rss`, into selection and format; undefined when it names no format. */
export function feedFileIn(name: string): { readonly text: string; readonly format: Format } | undefined {
  const dot = name.lastIndexOf('.');
  const format = name.slice(dot + 1);
  return dot > 0 && isFormat(format) ? { text: name.slice(0, dot), format } : undefined;
}

const STREAM_ENDING = '.stream';

/** The selection in the last part of a stream's address, `syria.stream`; undefined when it names none. */
export const streamFileIn = (name: string): string | undefined =>
  name.length > STREAM_ENDING.length && name.endsWith(STREAM_ENDING) ? name.slice(0, -STREAM_ENDING.length) : undefined;
