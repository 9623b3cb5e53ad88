/** One line of a page dump without its indentation and its odd spaces. */
export interface PageLine {
  readonly text: string;
  /** 1-based line of the file. */
  readonly line: number;
  /** A blank line, or the beginning of the file, stands before it. */
  readonly opensBlock: boolean;
}

/** No-break, thin and ideographic spaces become spaces; zero-width ones and soft hyphens go. */
const tidy = (line: string): string =>
  line
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, ' ')
    .trim();

/**
 * Cuts a page dump into its lines, blank ones left out. Where a text extractor has wrapped paragraphs at a fixed width,
 * the lines of a paragraph are joined again.
 */
export function pageLines(text: string): readonly PageLine[] {
  const blocks: PageLine[][] = [];
  let block: PageLine[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const tidied = tidy(raw);
    if (tidied !== '') block.push({ text: tidied, line: index + 1, opensBlock: block.length === 0 });
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  if (block.length > 0) blocks.push(block);
  return blocks.flatMap((lines) => (isWrapped(lines) ? [joined(lines)] : lines));
}

const MAX_WRAP_WIDTH = 110;
const MIN_WRAP_WIDTH = 45;
const ENDS_SENTENCE = /[.!?…][\])}"'»”’]*$/u;

/** A run of headlines begins each line with a capital; a wrapped paragraph goes on in lower case and ends a sentence. */
function isWrapped(lines: readonly PageLine[]): boolean {
  const [first, ...others] = lines;
  const last = others.at(-1);
  if (first === undefined || last === undefined || !ENDS_SENTENCE.test(last.text)) return false;
  const widths = lines.map(({ text }) => text.length);
  if (Math.max(...widths) > MAX_WRAP_WIDTH || Math.min(...widths.slice(0, -1)) < MIN_WRAP_WIDTH) return false;
  return others.filter(({ text }) => /^\p{Ll}/u.test(text)).length * 2 >= others.length;
}

function joined(lines: readonly PageLine[]): PageLine {
  const [first] = lines;
  return { text: lines.map(({ text }) => text).join(' '), line: first?.line ?? 1, opensBlock: true };
}
