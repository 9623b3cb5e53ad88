import type { BodyKind } from '../fields/field-names.ts';
import { textOfHtml } from '../sanitise.ts';
import { renderMarkdown } from './markdown-html.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A text as HTML: paragraphs at its blank lines, or at its line ends when it has no blank line. */
function paragraphsOf(text: string): string {
  const between = /\n[ \t]*\n/.test(text.trim()) ? /\n[ \t]*\n\s*/ : /\n/;
  return text
    .split(between)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
    .join('\n');
}

const HTML =
  /<\/(?:p|div|a|b|i|em|strong|span|h[1-6]|ul|ol|li|blockquote|figure|section|article|table|pre|code)>|<(?:p|br|img|hr)\b[^<>]*>/i;
const MARKDOWN = /^(?:#{1,6} |```|[-*] \[[ x]\] )|\]\(https?:\/\/|\*\*[^\s*][^*\n]*\*\*/m;

const REFERENCE = /&(?:#\d+|#x[\da-f]+|[a-z]+\d?);/i;

/** How a text is written that does not say it. */
const kindOf = (text: string): Exclude<BodyKind, 'any'> =>
  HTML.test(text) ? 'html' : MARKDOWN.test(text) ? 'markdown' : 'text';

/** The text of an article as HTML, not yet sanitised. */
export function bodyToHtml(text: string, kind: BodyKind): string {
  const known = kind === 'any' ? kindOf(text) : kind;
  if (known === 'html') return text;
  // A text that nobody calls a text may still be written as HTML without a tag.
  if (kind === 'any' && known === 'text' && REFERENCE.test(text)) return paragraphsOf(textOfHtml(text));
  return known === 'markdown' ? renderMarkdown(text, '').html : paragraphsOf(text);
}
