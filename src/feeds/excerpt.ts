import { type CleanText, cleanLine, escapeHtml } from './clean.ts';
import { withoutTags } from './plain-text.ts';

const MAX_LENGTH = 300;
/** A text without blanks (Chinese, Thai, a long address) is cut where it is, not thrown away to its last blank. */
const MIN_LENGTH = 200;

const CUT_REFERENCE = /&[^;\s]*$/;
const CUT_PAIR = /[\ud800-\udbff]$/;

/**
 * The beginning of an article as HTML without tags, on one line, at most 300 code units (then with an ellipsis), cut
 * at a blank where there is one. References such as `&eacute;` stay as they are and whole. Empty for HTML without text.
 */
export function excerpt(html: CleanText): CleanText {
  const text = withoutTags(html)
    .replaceAll('<', '&lt;')
    .replace(/[\t\n ]+/g, ' ')
    .trim();
  if (text.length <= MAX_LENGTH) return text as CleanText;
  const start = text.slice(0, MAX_LENGTH);
  const blank = text[MAX_LENGTH] === ' ' ? MAX_LENGTH : start.lastIndexOf(' ');
  const cut = blank >= MIN_LENGTH ? start.slice(0, blank) : start.replace(CUT_PAIR, '').replace(CUT_REFERENCE, '');
  return `${cut.trimEnd()}…` as CleanText;
}

/**
 * What RSS shows before the article is opened, as HTML: the summary, else the beginning of the article, else its title,
 * else its address. Never empty: an item needs a title or a description, and readers want it before the content.
 */
export function descriptionHtml(entry: {
  readonly html: CleanText;
  readonly summary: CleanText | undefined;
  readonly title: CleanText;
  readonly address: string;
}): CleanText {
  if (entry.summary !== undefined) return escapeHtml(entry.summary);
  return (
    [excerpt(entry.html), escapeHtml(entry.title)].find((text) => text !== '') ?? escapeHtml(cleanLine(entry.address))
  );
}
