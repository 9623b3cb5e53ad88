/** Says whether a piece stands somewhere in a text, before one place of it or from another place on. */
export type TextIndex = (piece: string, before?: number, from?: number) => boolean;

/** Reads a text once, so that looking for pieces of it again and again costs little. */
export const textIndex = (text: string): TextIndex => (text.length <= MAX_INDEXED ? indexed(text) : scanned(text));

function scanned(text: string): TextIndex {
  return (piece, before = 0, from = 0) => {
    const first = text.indexOf(piece);
    return first !== -1 && (first + piece.length <= before || text.includes(piece, from));
  };
}

/** Shorter pieces are looked for in the text itself. */
const RUN = 4;
const BUCKETS = 4096;
/** Places are numbers of two bytes. */
const MAX_INDEXED = 65_000;

/** Chains the places of a text at which the same four letters stand (or others with the same hash), the first place first. */
function indexed(text: string): TextIndex {
  const first = new Uint16Array(BUCKETS);
  const next = new Uint16Array(text.length);
  let [second, third, fourth] = [0, 0, 0];
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const letter = text.charCodeAt(at);
    const bucket = bucketOf(letter, second, third, fourth);
    fourth = third;
    third = second;
    second = letter;
    next[at] = first[bucket] ?? 0;
    first[bucket] = at + 1;
  }
  const isInText = scanned(text);
  return (piece, before = 0, from = 0) => {
    if (piece.length < RUN) return isInText(piece, before, from);
    for (let place = first[bucketOfPiece(piece)] ?? 0; place !== 0; place = next[place - 1] ?? 0) {
      const at = place - 1;
      if ((at >= from || at + piece.length <= before) && text.startsWith(piece, at)) return true;
    }
    return false;
  };
}

const bucketOf = (first: number, second: number, third: number, fourth: number): number =>
  (first * 29_791 + second * 961 + third * 31 + fourth) & (BUCKETS - 1);

const bucketOfPiece = (piece: string): number =>
  bucketOf(piece.charCodeAt(0), piece.charCodeAt(1), piece.charCodeAt(2), piece.charCodeAt(3));
