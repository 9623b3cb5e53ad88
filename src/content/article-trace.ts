import { hash } from 'node:crypto';
import type { Trace } from '../model/ledger.ts';
import type { Draft } from './draft.ts';

/** White space that a reader of the article cannot see: line ends, indents, blanks between elements. */
const normal = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/ \s+|[^\S ]\s*/g, ' ')
    .replaceAll(/> </g, '><')
    .replaceAll(/ (?=<\/)/g, '')
    .trim();

const hashOf = (parts: readonly unknown[]): string => hash('sha256', JSON.stringify(parts), 'base64url');

/**
 * By what an article will be known again. Made of what its reader found, before anything of the path or of a setting goes
 * into it: the same under another name, another BASE_URL, another order of its front matter or of its tags.
 */
export function traceOf(draft: Draft, idFrom: Trace['idFrom'], isStamped: boolean): Trace {
  const title = normal(draft.title.text);
  const body = normal(draft.html);
  const tags = draft.tags.map(({ text }) => normal(text)).sort();
  const links = [draft.url?.text ?? ''];
  return {
    idFrom,
    text: body === '' ? '' : hashOf([title, body]),
    whole: hashOf([title, body, tags, links]),
    updatedBy: isStamped ? 'stamp' : draft.isMinor === true ? 'nobody' : 'sight',
  };
}
