import type { Lexeme } from './lex.ts';
import type { ClockPiece } from './pieces.ts';

const isMark = (lexeme: Lexeme | undefined, mark: string): boolean => lexeme?.kind === 'mark' && lexeme.text === mark;
const isPair = (lexeme: Lexeme | undefined): lexeme is Lexeme => lexeme?.kind === 'number' && lexeme.text.length === 2;

/** Reads the clock that begins at lexeme `from`: `2:27`, `02:27:00.5`, `2:27 pm`, `2 PM`, `2.27pm`, `02.27 Uhr`. */
export function matchClock(lexemes: readonly Lexeme[], from: number): ClockPiece | undefined {
  const hours = lexemes[from];
  if (hours?.kind !== 'number' || hours.text.length > 2) return undefined;
  let to = from + 1;
  let minute = 0;
  let second = 0;
  let millisecond = 0;
  let isWeak = true;
  const divider = lexemes[to];
  const minutes = lexemes[to + 1];
  const hasMinutes = isPair(minutes) && !minutes.spaced && (isMark(divider, ':') || isMark(divider, '.'));
  if (hasMinutes) {
    isWeak = isMark(divider, '.');
    minute = minutes.value;
    to += 2;
    const seconds = lexemes[to + 1];
    if (isMark(lexemes[to], divider?.text ?? '') && isPair(seconds) && !isWeak) {
      second = seconds.value;
      to += 2;
      const fraction = lexemes[to + 1];
      if ((isMark(lexemes[to], '.') || isMark(lexemes[to], ',')) && fraction?.kind === 'number' && !fraction.spaced) {
        millisecond = Math.floor(Number(`0.${fraction.text}`) * 1000);
        to += 2;
      }
    }
  }
  const meridiem = lexemes[to]?.entry?.meridiem;
  const isMarked = lexemes[to]?.entry?.clockMark === true;
  if (meridiem !== undefined || (isMarked && hasMinutes)) to += isMark(lexemes[to + 1], '.') ? 2 : 1;
  if (!hasMinutes && meridiem === undefined) return undefined;
  if (isWeak && (meridiem !== undefined || isMarked)) isWeak = false;
  return settle({ from, to, hour: hours.value, minute, second, millisecond, isWeak }, meridiem);
}

type Bare = Omit<ClockPiece, 'kind' | 'problem'>;

function settle(clock: Bare, meridiem: 'am' | 'pm' | undefined): ClockPiece {
  const problem = problemOf(clock, meridiem);
  if (problem !== undefined) return { kind: 'clock', ...clock, problem };
  const hour =
    meridiem === undefined || clock.hour > 12 ? clock.hour : (clock.hour % 12) + (meridiem === 'pm' ? 12 : 0);
  return { kind: 'clock', ...clock, hour };
}

function problemOf({ hour, minute, second }: Bare, meridiem: 'am' | 'pm' | undefined): string | undefined {
  if (hour > 24 || (hour === 24 && minute + second > 0)) return `hour ${hour} does not exist`;
  if (minute > 59) return `minute ${minute} does not exist`;
  if (second > 60 || (second === 60 && minute !== 59)) return `second ${second} does not exist`;
  if (meridiem === 'am' && hour > 12) return `${hour} o'clock is not in the morning`;
  if (meridiem === 'pm' && hour === 0) return 'there is no hour 0 pm; 12 pm is noon';
  return undefined;
}
