import type { Lexeme } from './lex.ts';

/** Every way to cut glued numbers is tried up to this many; more is not a stamp. */
const maxVariants = 12;
const maxGluedDigits = 7;

/** A line's lexemes with some glued numbers cut; `cut` holds the indexes of the halves, which must all be used. */
export type Variant = { readonly lexemes: readonly Lexeme[]; readonly cut: ReadonlySet<number> };

/**
 * Lists the ways to read glued numbers: `202102:27` is a year and an hour, `+318` an offset and a day.
 * The uncut line comes first.
 */
export function variantsOf(lexemes: readonly Lexeme[]): Variant[] {
  let variants: Variant[] = [{ lexemes: [], cut: new Set() }];
  for (const [index, lexeme] of lexemes.entries()) {
    const cuts = lexeme.kind === 'number' ? cutsOf(lexemes, index) : [];
    const grown: Variant[] = [];
    for (const variant of variants) {
      grown.push({ lexemes: [...variant.lexemes, lexeme], cut: variant.cut });
      for (const at of cuts) {
        const first = variant.lexemes.length;
        const halves = [slice(lexeme, 0, at), slice(lexeme, at, lexeme.text.length)];
        grown.push({ lexemes: [...variant.lexemes, ...halves], cut: new Set([...variant.cut, first, first + 1]) });
      }
    }
    variants = grown.slice(0, maxVariants);
  }
  return variants;
}

function slice(lexeme: Lexeme, from: number, to: number): Lexeme {
  const text = lexeme.text.slice(from, to);
  const start = lexeme.start + from;
  return { ...lexeme, text, start, end: lexeme.start + to, spaced: from === 0 && lexeme.spaced, value: Number(text) };
}

/** Where a number can be cut, by what stands around it. */
function cutsOf(lexemes: readonly Lexeme[], index: number): number[] {
  const lexeme = lexemes[index];
  const length = lexeme?.text.length ?? 0;
  if (lexeme === undefined || length < 3 || length > maxGluedDigits) return [];
  const before = lexemes[index - 1];
  const after = lexemes[index + 1];
  const minutes = lexemes[index + 2];
  if (after?.text === ':' && !after.spaced && minutes?.kind === 'number' && !minutes.spaced) {
    return [length - 2, length - 1].filter((at) => at === 4 || at <= 2);
  }
  if (before?.text === ':') return [2];
  if (before?.text === '+' || before?.text === '-') {
    if (lexemes[index - 2]?.entry?.zone === undefined) return [];
    return [1, 2, 3, 4].filter((at) => length - at === 1 || length - at === 2);
  }
  const isBesideMonth = before?.entry?.month !== undefined || after?.entry?.month !== undefined;
  if (isBesideMonth && (length === 5 || length === 6)) return [length - 4];
  return [];
}
