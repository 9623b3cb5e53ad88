/** An ampersand that begins no reference. */
const BARE = /&(?!#\d{1,7};|#x[\da-f]{1,6};|[a-z][\w.-]{0,30};)/gi;
const CDATA = '<![CDATA[';
const CDATA_END = ']]>';
/** The longest reference or opening that a piece may end inside. */
const MAX_HELD = 34;

/**
 * Escapes the ampersands that people forget to escape in XML (`Tea & tides`), outside of CDATA. A strict parser takes all
 * that follows one, up to the next semicolon, for the name of an entity.
 */
export function* withBareAmpersandsEscaped(pieces: Iterable<string>): Iterable<string> {
  let rest = '';
  let isInside = false;
  for (const piece of pieces) {
    const text = rest + piece;
    let done = 0;
    let out = '';
    for (;;) {
      const mark = isInside ? CDATA_END : CDATA;
      const at = text.indexOf(mark, done);
      if (at === -1) break;
      const end = at + mark.length;
      out += isInside ? text.slice(done, end) : escaped(text.slice(done, at)) + mark;
      done = end;
      isInside = !isInside;
    }
    const held = isInside ? Math.max(done, text.length - CDATA_END.length) : firstUnfinished(text, done);
    out += isInside ? text.slice(done, held) : escaped(text.slice(done, held));
    rest = text.slice(held);
    yield out;
  }
  yield isInside ? rest : escaped(rest);
}

const escaped = (text: string): string => (text.includes('&') ? text.replace(BARE, '&amp;') : text);

/** Where a reference or a CDATA section may begin that ends in the next piece. */
function firstUnfinished(text: string, start: number): number {
  const from = Math.max(start, text.length - MAX_HELD);
  const at = text.slice(from).search(/&[^;]*$|<[^>]*$/);
  return at === -1 ? text.length : from + at;
}
