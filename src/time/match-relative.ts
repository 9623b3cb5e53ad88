import type { Unit } from './entry.ts';
import type { Lexeme } from './lex.ts';
import type { RelativePiece } from './pieces.ts';

type Lexemes = readonly Lexeme[];
type Length = { readonly unit: Unit; readonly amount: number };

const maxLengths = 3;

/** True when a word of the line makes a length of time past; without one no length counts from now. */
export const hasAgo = (lexemes: Lexemes): boolean => lexemes.some(({ entry }) => entry?.ago === true);

/**
 * Reads what counts from now: `yesterday`, `3 hours ago`, `il y a 3 heures`, `час назад`, `just now`. Lengths of time are
 * looked for only where the line `mayCount`.
 */
export function matchRelative(lexemes: Lexemes, from: number, mayCount: boolean): RelativePiece | undefined {
  const entry = lexemes[from]?.entry;
  const isNumber = lexemes[from]?.kind === 'number';
  if (entry === undefined && !(mayCount && isNumber && lexemes[from + 1]?.entry !== undefined)) return undefined;
  if (
    mayCount &&
    (isNumber ||
      entry?.ago === true ||
      entry?.amount !== undefined ||
      entry?.span !== undefined ||
      entry?.filler === true)
  ) {
    const ago = agoAt(lexemes, from);
    if (ago !== undefined) return ago;
  }
  if (entry?.dayFromNow !== undefined && entry.months === undefined)
    return { kind: 'relative', form: 'day', days: entry.dayFromNow, from, to: from + 1 };
  const isLead = (entry?.link === true || entry?.clockLead === true) && lexemes[from + 1]?.kind === 'number';
  if (entry?.now === true && !isLead) return { kind: 'relative', form: 'now', from, to: from + 1 };
  return undefined;
}

function agoAt(lexemes: Lexemes, from: number): RelativePiece | undefined {
  const first = lexemes[from]?.entry;
  // The Galician `hai` is two in Vietnamese.
  const isBefore = first?.ago === true && (first.amount === undefined || lexemes[from + 1]?.kind === 'number');
  const lengths: Length[] = [];
  let index = isBefore ? skipFillers(lexemes, from + 1) : from;
  while (lengths.length < maxLengths) {
    const found = lengthAt(lexemes, skipFillers(lexemes, index), isBefore);
    if (found === undefined) break;
    lengths.push(found);
    index = found.to;
  }
  if (lengths.length === 0) return undefined;
  const after = skipFillers(lexemes, index);
  const isAfter = lexemes[after]?.entry?.ago === true;
  // `3 órája`: the unit itself points back.
  const isInside = lexemes[index - 1]?.entry?.ago === true;
  if (!isBefore && !isAfter && !isInside) return undefined;
  return { kind: 'relative', form: 'ago', lengths, from, to: isAfter ? after + 1 : index };
}

/** Words without meaning, and dots of short forms; an amount such as `a` is not stepped over. */
function skipFillers(lexemes: Lexemes, start: number): number {
  let index = start;
  while (index < start + 4) {
    const lexeme = lexemes[index];
    const isFiller =
      lexeme?.entry?.filler === true &&
      lexeme.entry.amount === undefined &&
      lexeme.entry.ago === undefined &&
      lexeme.entry.span === undefined;
    if (!isFiller && !(lexeme?.kind === 'mark' && ['.', ',', '~', "'"].includes(lexeme.text))) return index;
    index += 1;
  }
  return index;
}

function lengthAt(lexemes: Lexemes, from: number, isAfterAgo: boolean): (Length & { readonly to: number }) | undefined {
  const first = lexemes[from];
  if (first?.entry?.span !== undefined && first.entry.spanAmount !== undefined) {
    return { unit: first.entry.span, amount: first.entry.spanAmount, to: from + 1 };
  }
  const amount = first?.kind === 'number' && first.text.length <= 4 ? first.value : first?.entry?.amount;
  const at = amount === undefined ? from : skipFillers(lexemes, from + 1);
  const found = lexemes[at]?.entry;
  const unit = isAfterAgo ? (found?.spanAfterAgo ?? found?.span) : found?.span;
  if (unit === undefined) return undefined;
  // Swahili counts behind the unit: `saa 3 zilizopita`.
  const behind = lexemes[at + 1];
  if (
    amount === undefined &&
    behind?.kind === 'number' &&
    behind.text.length <= 4 &&
    lexemes[at + 2]?.entry?.ago === true
  )
    return { unit, amount: behind.value, to: at + 2 };
  const isAlone = amount === undefined;
  // The Danish hour is also an English word: `a long time ago`.
  const isLong = (lexemes[at]?.text.length ?? 0) > 1 && lexemes[at]?.text !== 'time';
  if (isAlone && !isLong) return undefined;
  return { unit, amount: amount ?? 1, to: at + 1 };
}
