const WORDPRESS = /wordpress\.org\/export\//;
const PART = /<wp:(?<name>post_id|attachment_url)>\s*(?:<!\[CDATA\[)?\s*(?<value>[^<\]\s]{1,2000})/g;
/** No element that is looked for is longer. */
const LONGEST = 2_200;

/**
 * The addresses of the files in an export of WordPress, by their ids. A post names its picture by its id, and the picture
 * is an item of its own that stands before or behind it: so the export is looked through first, piece by piece.
 */
export function picturesOf(pieces: Iterable<string>): ReadonlyMap<string, string> {
  const pictures = new Map<string, string>();
  let [rest, id, isFirst] = ['', '', true];
  for (const piece of pieces) {
    if (isFirst && !WORDPRESS.test(piece)) return pictures;
    isFirst = false;
    const text = rest + piece;
    let end = 0;
    for (const found of text.matchAll(PART)) {
      const { name, value = '' } = found.groups ?? {};
      const after = found.index + found[0].length;
      // Cut off at the end of the piece: it comes again with the next.
      if (after === text.length) break;
      end = after;
      if (name === 'post_id') id = value;
      else if (/^https?:\/\//.test(value)) pictures.set(id, value.replaceAll('&amp;', '&'));
    }
    rest = text.slice(Math.max(end, text.length - LONGEST));
  }
  return pictures;
}
