/**
 * The XML writer under the `feed` package escapes too little in attributes and in CDATA, and unescapes a literal `&amp;`
 * in text. So it never meets a sign that means something in XML: each is hidden behind a control character, which clean
 * text cannot hold, and put back as a reference when the document stands. An article's HTML never meets it at all.
 *
 * Until `finishXml`, every `<`, `>` and `&` of a document is therefore the package's own, and whole tags can be found and
 * replaced by their text.
 */
import type { CleanText } from './clean.ts';

/** Hexadecimal references (RSS Best Practices Profile, "Character data"): @rowanmanning/feed-parser decodes named ones twice. */
const HIDDEN_IN_TEXT = [
  ['&', '\u0001', '&#x26;'],
  ['<', '\u0002', '&#x3C;'],
  ['>', '\u0003', '&#x3E;'],
] as const;

/** Named references: in attributes the same parser decodes no others. */
const HIDDEN_IN_ATTRIBUTES = [
  ['&', '\u0004', '&amp;'],
  ['<', '\u0005', '&lt;'],
  ['>', '\u0006', '&gt;'],
  ['"', '\u0007', '&quot;'],
] as const;

const ALL_HIDDEN = [...HIDDEN_IN_TEXT, ...HIDDEN_IN_ATTRIBUTES];
const HTML_PLACE = '\u0008';

type Hidden = readonly (readonly [sign: string, cover: string, reference: string])[];

const hide = (text: CleanText, hidden: Hidden): string =>
  hidden.reduce((covered, [sign, cover]) => covered.replaceAll(sign, cover), text as string);

/** Plain text on its way into the text of an element. */
export const asText = (text: CleanText): string => hide(text, HIDDEN_IN_TEXT);

/** Plain text on its way into an attribute. */
export const asAttribute = (text: CleanText): string => hide(text, HIDDEN_IN_ATTRIBUTES);

/** Keeps a place for an entry's HTML, which `finishXml` fills; none for empty HTML, where the package writes no element. */
export const placeFor = (html: CleanText): string => (html === '' ? '' : HTML_PLACE);

/**
 * CDATA is short and quick, but cannot hold its own end, and the same parser decodes references inside it: HTML with
 * `]]>` or `&` is written as references itself.
 */
const htmlInXml = (html: CleanText): string =>
  html.includes(']]>') || html.includes('&')
    ? HIDDEN_IN_TEXT.reduce((text, [sign, , reference]) => text.replaceAll(sign, reference), html as string)
    : `<![CDATA[${html}]]>`;

/** Finishes a document that was made of hidden text; `entries` are those whose HTML has a place in it, in its order. */
export function finishXml(xml: string, entries: readonly { readonly html: CleanText }[]): string {
  const revealed = ALL_HIDDEN.reduce(
    (text, [, cover, reference]) => text.replaceAll(cover, reference),
    xml.replaceAll('<![CDATA[', '').replaceAll(']]>', ''),
  );
  const [start = '', ...ends] = revealed.split(HTML_PLACE);
  const htmls = entries.flatMap(({ html }) => (html === '' ? [] : htmlInXml(html)));
  return start + ends.map((end, index) => `${htmls[index]}${end}`).join('');
}
