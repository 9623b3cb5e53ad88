import { isRealDay } from './day.ts';
import type { Lexeme } from './lex.ts';
import type { DatePiece } from './pieces.ts';

const rangeWords = new Set(['-', '/', '+', '&', 'bis', 'und', 'to', 'a', 'al', 'do', 'až']);

/**
 * The first day of a range in dotted numbers, whose month or year stands behind its last day: `20.-22.4.2021`,
 * `30.12. - 2.1.2022`. `20.04 - 22.04.2021` can begin with a clock, too: both days are readings.
 */
export function matchNumericRange(lexemes: readonly Lexeme[], from: number): DatePiece | undefined {
  const before = lexemes[from - 1];
  if (before !== undefined && lexemes[from]?.spaced === false && '.-/+0123456789'.includes(before.text.charAt(0)))
    return undefined;
  const [day, month] = [shortNumber(lexemes, from), shortNumber(lexemes, from + 2)];
  const isMonthNext = month !== undefined && lexemes[from + 2]?.spaced !== true;
  const mark = isMonthNext ? from + 4 : day === undefined || !isClockLike(lexemes, from) ? from + 2 : from + 3;
  if (day === undefined || !rangeWords.has(lexemes[mark]?.text ?? '')) return undefined;
  const [lastDay, lastMonth] = [shortNumber(lexemes, mark + 1), shortNumber(lexemes, mark + 3)];
  const year = lexemes[mark + 5];
  if (lastDay === undefined || lastMonth === undefined || year?.kind !== 'number' || year.text.length !== 4)
    return undefined;
  const isDoubtful = mark === from + 3;
  if (isDoubtful && lexemes[from + 2]?.value !== lastMonth) return undefined;
  const firstMonth = isMonthNext ? month : lastMonth;
  const isYearBefore = firstMonth > lastMonth;
  const first = { year: isYearBefore ? year.value - 1 : year.value, month: firstMonth, day };
  const isRange = isRealDay(first) && isRealDay({ year: year.value, month: lastMonth, day: lastDay });
  if (!isRange || (firstMonth === lastMonth && day >= lastDay)) return undefined;
  const told = { order: 'dmy', rule: 'first day of a range', calendar: 'gregorian' as const, isShortYear: false };
  const last = { year: year.value, month: lastMonth, day: lastDay, ...told };
  const readings = isDoubtful ? [{ ...first, ...told }, last] : [{ ...first, ...told }];
  return { kind: 'date', from, to: mark + 6, readings, divider: '.', isBare: false };
}

/** `20.04 - `: a day and its month, or a clock. */
function isClockLike(lexemes: readonly Lexeme[], from: number): boolean {
  const [number, mark] = [lexemes[from + 2], lexemes[from + 3]];
  return number?.kind === 'number' && number.text.length <= 2 && !number.spaced && mark?.text === '-';
}

/** One or two digits with a dot right behind. */
function shortNumber(lexemes: readonly Lexeme[], index: number): number | undefined {
  const [number, dot] = [lexemes[index], lexemes[index + 1]];
  const isShort = number?.kind === 'number' && number.text.length <= 2;
  return isShort && dot?.text === '.' && !dot.spaced ? number.value : undefined;
}
