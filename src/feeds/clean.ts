/**
 * Text that any XML 1.0 or JSON document can hold: well-formed UTF-16 without control characters and noncharacters.
 * Only `cleanText`, `cleanLine` and `escapeHtml` make it.
 */
export type CleanText = string & { readonly brand: 'CleanText' };

const LINE_ENDS = /\r\n?|[\v\f\u0085]/g;
/** XML 1.0 §2.2 forbids most of these and discourages the rest; no text that a person wrote means them. */
const UNWANTED = /[[\p{Cc}\p{NChar}]--[\t\n]]/gv;

/**
 * Makes text fit for every format, and the same in each: line ends of every kind become line feeds (XML 1.0 §2.11 would
 * do so anyway), control characters and noncharacters go, half a surrogate pair becomes U+FFFD.
 */
export function cleanText(text: string): CleanText {
  return text.toWellFormed().replace(LINE_ENDS, '\n').replace(UNWANTED, '') as CleanText;
}

/** Clean text on one line: titles, names, labels. Runs of blanks, tabs and line ends become one blank; no-break spaces stay. */
export function cleanLine(text: string): CleanText {
  return cleanText(text)
    .replace(/[\t\n ]+/g, ' ')
    .trim() as CleanText;
}

/** Plain text as HTML that shows the same. */
export const escapeHtml = (text: CleanText): CleanText =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') as CleanText;
