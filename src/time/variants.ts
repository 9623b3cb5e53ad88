import type { Lexeme } from './lex.ts';

/** Every way to cut glued numbers is tried up to this many; more is not a stamp. */
const maxVariants = 12;
const none: readonly number[] = [];

/** A line's lexemes with some glued numbers cut. Both halves of a cut number must be used. */
export type Variant = readonly Lexeme[];

/**
 * Lists the ways to read glued numbers: `202102:27` is a year and an hour, `+318` an offset and a day.
 * The uncut line comes first.
 */
export function variantsOf(lexemes: readonly Lexeme[]): Variant[] {
  const cutsAt = (index: number): readonly number[] => {
    const lexeme = lexemes[index];
    return lexeme?.kind === 'number' && lexeme.text.length > 1 ? cutsOf(lexemes, index, lexeme) : none;
  };
  if (!lexemes.some((_, index) => cutsAt(index).length > 0)) return [lexemes];
  let variants: Lexeme[][] = [[]];
  for (const [index, lexeme] of lexemes.entries()) {
    const grown: Lexeme[][] = [];
    for (const at of cutsAt(index)) {
      const halves = [slice(lexeme, 0, at), slice(lexeme, at, lexeme.text.length)];
      for (const variant of variants) grown.push([...variant, ...halves]);
    }
    for (const variant of variants) variant.push(lexeme);
    if (grown.length > 0) variants = [...variants, ...grown].slice(0, maxVariants);
  }
  return variants;
}

function slice(lexeme: Lexeme, from: number, to: number): Lexeme {
  const text = lexeme.text.slice(from, to);
  const start = lexeme.start + from;
  return {
    ...lexeme,
    text,
    start,
    end: lexeme.start + to,
    spaced: from === 0 && lexeme.spaced,
    value: Number(text),
    isCut: true,
  };
}

/** Where a number can be cut, by what stands around it. */
function cutsOf(lexemes: readonly Lexeme[], index: number, lexeme: Lexeme): readonly number[] {
  const { length } = lexeme.text;
  const before = lexemes[index - 1];
  if (length === 14 || length === 12) return [8];
  if (length > 7) return none;
  const after = lexemes[index + 1];
  if (length === 2) return isOffsetSign(lexemes, index) && after?.text !== ':' ? [1] : none;
  const isClock =
    after?.text === ':' &&
    !after.spaced &&
    lexemes[index + 2]?.kind === 'number' &&
    lexemes[index + 2]?.spaced === false;
  if (isClock || (after?.entry?.unit === 'hour' && !after.spaced && after.text.length === 1)) {
    const isThird =
      before?.kind === 'mark' && lexemes[index - 4]?.text.length === 4 && lexemes[index - 3]?.text === before.text;
    return [length - 2, length - 1].filter((at) => at === 4 || (at <= 2 && (length !== 4 || isThird)));
  }
  if (isOffsetSign(lexemes, index)) {
    return [1, 2, 3, 4].filter((at) => length - at === 1 || length - at === 2);
  }
  if (before?.text === ':') return lexemes[index - 2]?.kind === 'number' ? [2] : none;
  const isBesideMonth = before?.entry?.months !== undefined || (after?.entry?.months !== undefined && !after.spaced);
  if (isBesideMonth && (!lexeme.spaced || isDayAndYear(lexemes, index)) && (length === 5 || length === 6))
    return [length - 4];
  const isYearFirst =
    length > 4 &&
    isAfterDatePart(lexemes, index) &&
    /^(?:19|20)\d\d/.test(lexeme.text) &&
    (after?.entry !== undefined || isDateBehind(lexemes, index));
  return isYearFirst ? [4] : none;
}

/** `Feb 182009`: behind a month's name that has no day yet, a day and a year ran together. */
function isDayAndYear(lexemes: readonly Lexeme[], index: number): boolean {
  const beforeMonth = lexemes[index - 2]?.kind === 'mark' ? lexemes[index - 3] : lexemes[index - 2];
  return (
    lexemes[index - 1]?.entry?.months !== undefined &&
    beforeMonth?.kind !== 'number' &&
    lexemes[index + 1]?.entry?.months === undefined &&
    /^(?:0?[1-9]|[12]\d|3[01])(?:19|20)\d\d$/.test(lexemes[index]?.text ?? '')
  );
}

/** The same date once more: `28. Juli 201928. Juli 2019`, `17/11/201917/11/2019`. */
function isDateBehind(lexemes: readonly Lexeme[], index: number): boolean {
  const [mark, next] = lexemes.slice(index + 1);
  if (mark?.kind !== 'mark' || mark.spaced || !'./-'.includes(mark.text)) return false;
  return next?.entry?.months !== undefined || (next?.kind === 'number' && lexemes[index + 3]?.text === mark.text);
}

/** A month's name, or a number and a mark, stands shortly before. */
const isAfterDatePart = (lexemes: readonly Lexeme[], index: number): boolean =>
  lexemes.slice(Math.max(0, index - 3), index).some((lexeme) => lexeme.entry?.months !== undefined) ||
  (lexemes[index - 1]?.kind === 'mark' && lexemes[index - 2]?.kind === 'number');

/** The number stands behind the name of a zone and a sign: `GMT +318`. */
function isOffsetSign(lexemes: readonly Lexeme[], index: number): boolean {
  const sign = lexemes[index - 1];
  const isSign = sign?.text === '+' || (sign?.text === '-' && lexemes[index]?.spaced === false);
  return isSign && lexemes[index - 2]?.entry?.zone !== undefined;
}
