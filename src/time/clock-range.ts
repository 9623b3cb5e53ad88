import type { Lexeme } from './lex.ts';

/** The last clock of a range that writes am or pm once: `2-4 p.m.`, `10:30 to 11:15 am`. */
type RangeEnd = { readonly hour: number; readonly meridiem: 'am' | 'pm' };

/** What stands behind a clock that ends before lexeme `to`, when that is a dash and a clock with am or pm. */
function rangeEnd(lexemes: readonly Lexeme[], to: number): RangeEnd | undefined {
  const mark = lexemes[to]?.text;
  const hours = lexemes[to + 1];
  if ((mark !== '-' && mark !== 'to') || hours?.kind !== 'number' || hours.text.length > 2) return undefined;
  const divider = lexemes[to + 2]?.text;
  const isDivided = (divider === ':' || divider === '.') && lexemes[to + 3]?.text.length === 2;
  const word = lexemes[isDivided ? to + 4 : to + 2];
  const meridiem = word?.entry?.meridiem;
  if ((meridiem !== 'am' && meridiem !== 'pm') || !/^[ap] ?m$/.test(word?.text ?? '')) return undefined;
  return hours.value >= 1 && hours.value <= 12 ? { hour: hours.value, meridiem } : undefined;
}

/** Am or pm of the first clock of a range, when only the last one has it: the nearest that comes before the last. */
export function sharedMeridiem(lexemes: readonly Lexeme[], to: number, hour: number): 'am' | 'pm' | undefined {
  if (hour < 1 || hour > 12) return undefined;
  const end = rangeEnd(lexemes, to);
  if (end === undefined || hour % 12 <= end.hour % 12) return end?.meridiem;
  return end.meridiem === 'pm' ? 'am' : 'pm';
}

/** True for the 2 of `2-4 p.m.` that is no part of a date such as `4/20/12 - 4 pm`. */
export function isRangeStart(lexemes: readonly Lexeme[], from: number): boolean {
  const mark = lexemes[from + 1]?.text;
  if (mark !== '-' && mark !== 'to') return false;
  const before = lexemes[from - 1];
  const isDatePart = before?.entry?.months !== undefined || (before?.kind === 'mark' && '/-.:'.includes(before.text));
  const hour = lexemes[from]?.value ?? 0;
  return !isDatePart && lexemes[from]?.isCut === false && sharedMeridiem(lexemes, from + 1, hour) !== undefined;
}
