import { isAmountWord } from './amount-words.ts';
import { isRangeStart, sharedMeridiem } from './clock-range.ts';
import type { Entry } from './entry.ts';
import type { Lexeme } from './lex.ts';
import type { ClockPiece } from './pieces.ts';
import { isUnspaced } from './scripts.ts';

type Meridiem = 'am' | 'pm' | 'night';
type Lexemes = readonly Lexeme[];

/** A clock before am, pm and its limits are looked at. */
type Bare = Omit<ClockPiece, 'kind' | 'problem'>;

/** True for one of the marks, each of one character. */
const isMark = (lexeme: Lexeme | undefined, marks: string): boolean =>
  lexeme?.kind === 'mark' && marks.includes(lexeme.text);
const isPair = (lexeme: Lexeme | undefined): lexeme is Lexeme => lexeme?.kind === 'number' && lexeme.text.length === 2;

/** Reads the clock that begins at lexeme `from`: `2:27`, `02:27:00.5`, `2:27 pm`, `14h05`, `午後2時27分`, `02.27 Uhr`. */
export function matchClock(lexemes: Lexemes, from: number): ClockPiece | undefined {
  const first = lexemes[from];
  if (first?.entry?.noon !== undefined) return noonAlone(first, from);
  if (first?.entry?.meridiem !== undefined) return meridiemFirst(lexemes, from, first.entry.meridiem);
  const bare = bareClock(lexemes, from);
  return bare === undefined ? undefined : withMeridiem(lexemes, bare);
}

function noonAlone(first: Lexeme, from: number): ClockPiece {
  const clock = {
    kind: 'clock' as const,
    from,
    to: from + 1,
    minute: 0,
    second: 0,
    millisecond: 0,
    isWeak: false,
    isDotted: false,
  };
  if (first.entry?.noon === 'noon') return { ...clock, hour: 12 };
  return { ...clock, hour: 0, problem: 'midnight belongs to two days' };
}

function meridiemFirst(lexemes: Lexemes, from: number, meridiem: Meridiem): ClockPiece | undefined {
  const bare = bareClock(lexemes, skipDot(lexemes, from + 1));
  if (bare === undefined || (bare.isWeak && !bare.isDotted && lexemes[from]?.text.length === 2)) return undefined;
  if (lexemes[bare.to]?.entry?.meridiem !== undefined) return undefined;
  // `am 19.10.19` is a German day.
  if (bare.isDotted && (lexemes[from]?.text === 'am' || bare.to - bare.from > 3)) return undefined;
  const isZeroNoon = meridiem === 'pm' && bare.hour === 0;
  return settle({ ...bare, from, hour: isZeroNoon ? 12 : bare.hour, isWeak: false }, meridiem);
}

const skipDot = (lexemes: Lexemes, index: number): number => (isMark(lexemes[index], '.') ? index + 1 : index);

/** Tries the forms of a clock in turn: the one with most parts first. */
function bareClock(lexemes: Lexemes, from: number): Bare | undefined {
  const hours = lexemes[from];
  if (hours?.kind !== 'number') return undefined;
  if (!mayBeClock(lexemes, from)) return undefined;
  if (hours.text.length > 2) return compactClock(lexemes, from, hours);
  return (
    divided(lexemes, from, hours, ':') ??
    unpadded(lexemes, from, hours) ??
    withUnits(lexemes, from, hours) ??
    divided(lexemes, from, hours, '.') ??
    hourAlone(lexemes, from, hours)
  );
}

/** A cheap look that spares most numbers the forms: what stands behind or before a clock's number. */
function mayBeClock(lexemes: Lexemes, from: number): boolean {
  const next = lexemes[from + 1];
  if (isMark(next, ':.') || (next?.entry !== undefined && isBehindClock(next.entry))) return true;
  if (isRangeStart(lexemes, from)) return true;
  const before = lexemes[from - 1];
  return before?.kind === 'number' || before?.text === 't' || isClockLead(lexemes, from);
}

const isBehindClock = ({ unit, meridiem, clockMark, zone, noon }: Entry): boolean =>
  unit === 'hour' || meridiem !== undefined || clockMark === true || zone !== undefined || noon !== undefined;

/** Beside a dotted number they make it a price or a share: `$12.50`, `3.50 %`. */
const amountMarks = '$€£¥₹%°';

/** `02:27`, `02:27:00`, `02:27:00.123`, and the same with dots. */
function divided(lexemes: Lexemes, from: number, hours: Lexeme, divider: ':' | '.'): Bare | undefined {
  const minutes = lexemes[from + 2];
  if (!isMark(lexemes[from + 1], divider) || !isPair(minutes) || (minutes.spaced && divider === '.')) return undefined;
  // `Issue 22: 14 March 2018` holds no clock.
  if (minutes.spaced && lexemes[from + 3]?.text !== ':' && isDateAt(lexemes, from + 2)) return undefined;
  const bare = { from, to: from + 3, hour: hours.value, minute: minutes.value, second: 0, millisecond: 0 };
  const isDotted = divider === '.';
  if (isDotted && (isMark(lexemes[from - 1], amountMarks) || isMark(lexemes[bare.to], amountMarks))) return undefined;
  if (isDotted && isAmountWord(lexemes[bare.to])) return undefined;
  const isLed = isClockLead(lexemes, from);
  const seconds = lexemes[bare.to + 1];
  const hasSeconds = isMark(lexemes[bare.to], divider) && isPair(seconds) && !seconds.spaced;
  if (!hasSeconds)
    return isDotted &&
      isMark(lexemes[bare.to], '.') &&
      lexemes[bare.to + 1]?.spaced === false &&
      lexemes[bare.to + 1]?.kind === 'number'
      ? undefined
      : { ...bare, isWeak: isDotted && !isLed, isDotted };
  const whole = { ...bare, to: bare.to + 2, second: seconds.value, isWeak: isDotted && !isLed, isDotted };
  const fraction = lexemes[whole.to + 1];
  const hasFraction =
    isMark(lexemes[whole.to], '.,:') && fraction?.kind === 'number' && !fraction.spaced && fraction.text.length !== 4;
  if (!hasFraction) return whole;
  return { ...whole, to: whole.to + 2, millisecond: Math.floor(Number(`0.${fraction.text}`) * 1000 + 1e-9) };
}

/** `21 July 2021 - 14:5` and `2021-7-21 6:2:1`: programs that forget the zeros, told by what stands around. */
function unpadded(lexemes: Lexemes, from: number, hours: Lexeme): Bare | undefined {
  const minutes = lexemes[from + 2];
  const isJoined = isMark(lexemes[from + 1], ':') && minutes?.kind === 'number' && !minutes.spaced;
  if (!isJoined || minutes.text.length > 2 || lexemes[from - 1]?.text === ':') return undefined;
  const base = { from, hour: hours.value, minute: minutes.value, millisecond: 0, isWeak: false, isDotted: false };
  const seconds = lexemes[from + 4];
  if (isMark(lexemes[from + 3], ':') && seconds?.kind === 'number' && !seconds.spaced) {
    const isBehindDay = lexemes[from - 1]?.kind === 'number' && isMark(lexemes[from - 2], '-/.');
    return isBehindDay && seconds.text.length <= 2 ? { ...base, to: from + 5, second: seconds.value } : undefined;
  }
  const isBehindYear = isMark(lexemes[from - 1], '-,') && lexemes[from - 2]?.text.length === 4;
  return isBehindYear && from + 3 === lexemes.length ? { ...base, to: from + 3, second: 0 } : undefined;
}

/** `14h05`, `14 h`, `2時27分15秒`, `2 Uhr 27`. */
function withUnits(lexemes: Lexemes, from: number, hours: Lexeme): Bare | undefined {
  const unit = lexemes[from + 1];
  // `5G` is no hour, `5 g.` is one in Polish.
  if (unit?.entry?.unit !== 'hour' || (unit.text === 'g' && unit.isUpper)) return undefined;
  const bare = {
    from,
    to: from + 2,
    hour: hours.value,
    minute: 0,
    second: 0,
    millisecond: 0,
    isWeak: unit.text.length === 1 && unit.text < 'z',
    isDotted: false,
  };
  const half = lexemes[bare.to];
  if (half?.text === '半' || half?.text === '반') return { ...bare, to: bare.to + 1, minute: 30 };
  const at = skipDot(lexemes, bare.to);
  const minutes = lexemes[at];
  const minuteUnit = lexemes[at + 1]?.entry?.unit === 'minute';
  if (
    minutes?.kind !== 'number' ||
    minutes.text.length > 2 ||
    !(minuteUnit || (isPair(minutes) && !isDateAt(lexemes, at)))
  )
    return bare;
  const whole = { ...bare, to: at + (minuteUnit ? 2 : 1), minute: minutes.value, isWeak: false };
  const seconds = lexemes[whole.to];
  const hasSeconds =
    seconds?.kind === 'number' && seconds.text.length <= 2 && lexemes[whole.to + 1]?.entry?.unit === 'second';
  return hasSeconds ? { ...whole, to: whole.to + 2, second: seconds.value } : whole;
}

/** A number that begins a date is no minute: `14 h 20 avril`, `14h 20.04.2021`. */
function isDateAt(lexemes: Lexemes, index: number): boolean {
  const next = lexemes[index + 1];
  const isDivided = isMark(next, './-:') && lexemes[index + 2]?.kind === 'number' && next?.spaced === false;
  return next?.entry?.months !== undefined || isDivided;
}

/** `0227 GMT`, `1427 hrs`, and `T0227` or `T022700` of ISO 8601. */
function compactClock(lexemes: Lexemes, from: number, digits: Lexeme): Bare | undefined {
  const length = digits.text.length;
  const isIso = lexemes[from - 1]?.text === 't' && !digits.spaced;
  const isCut = lexemes[from - 1]?.kind === 'number' && lexemes[from - 1]?.text.length === 8;
  if (length !== 4 && !((isIso || isCut) && length === 6)) return undefined;
  const next = lexemes[from + 1];
  const isMarked =
    next?.entry?.clockMark === true && next.entry.unit === undefined ? true : next?.entry?.unit === 'hour';
  const isZoned = next?.entry?.zone !== undefined && next.isUpper;
  if (!isIso && !isCut && !isMarked && !isZoned && !(next?.entry?.meridiem !== undefined && isPlainMeridiem(next)))
    return undefined;
  const [hour = 0, minute = 0, second = 0] = [0, 2, 4].map((at) => Number(digits.text.slice(at, at + 2)));
  const isYear = !isIso && !isCut && hour > 23;
  if (isYear || (!isIso && minute > 59)) return undefined;
  const fraction = lexemes[from + 2];
  const hasFraction = length === 6 && isMark(next, '.,') && fraction?.kind === 'number' && !fraction.spaced;
  const millisecond = hasFraction ? Math.floor(Number(`0.${fraction.text}`) * 1000 + 1e-9) : 0;
  return {
    from,
    to: hasFraction ? from + 3 : from + 1,
    hour,
    minute,
    second,
    millisecond,
    isWeak: false,
    isDotted: false,
  };
}

/** `2 PM`, `ore 9`, `kl 14`, `T02`. */
function hourAlone(lexemes: Lexemes, from: number, hours: Lexeme): Bare | undefined {
  // The half of `7:5 pm` is no hour.
  if (isMark(lexemes[from - 1], ':') && !hours.spaced && lexemes[from - 2]?.kind === 'number') return undefined;
  const next = lexemes[from + 1];
  const hasMeridiem = next?.entry?.meridiem !== undefined && isPlainMeridiem(next);
  const hasNoon = next?.entry?.noon !== undefined;
  const isIso =
    lexemes[from - 1]?.text === 't' && !hours.spaced && isPair(hours) && lexemes[from - 2]?.kind === 'number';
  const isLed = isClockLead(lexemes, from) && !isDateAt(lexemes, from) && next?.kind !== 'number';
  if (!hasMeridiem && !hasNoon && !isIso && !isLed && !isRangeStart(lexemes, from)) return undefined;
  const isWeak = isLed && !hasMeridiem && !hasNoon && !isIso;
  return { from, to: from + 1, hour: hours.value, minute: 0, second: 0, millisecond: 0, isWeak, isDotted: false };
}

/** Short Latin words that mean morning or afternoon somewhere are other words elsewhere: alone behind an hour only am and pm count. */
function isPlainMeridiem({ text, entry }: Lexeme): boolean {
  if (isUnspaced(text.charCodeAt(0))) return false;
  return entry?.months === undefined && (/^[ap] ?m$/.test(text) || text.length > 3 || !/^[a-z]+$/.test(text));
}

function isClockLead(lexemes: Lexemes, from: number): boolean {
  const before = isMark(lexemes[from - 1], '.:') ? lexemes[from - 2] : lexemes[from - 1];
  return before?.entry?.clockLead === true;
}

/** Takes am, pm, `Uhr` and their like behind a clock. */
function withMeridiem(lexemes: Lexemes, bare: Bare): ClockPiece {
  const glued = lexemes[bare.to];
  // `2:05p`; glued to a letter alone, as `a` is a word of its own.
  if (
    glued !== undefined &&
    !glued.spaced &&
    /^[ap]$/.test(glued.text) &&
    !bare.isWeak &&
    lexemes[bare.to + 1]?.spaced !== false
  ) {
    return settle({ ...bare, to: bare.to + 1 }, glued.text === 'a' ? 'am' : 'pm');
  }
  if (glued !== undefined && isVietnamese(lexemes, bare))
    return settle({ ...bare, to: bare.to + 1 }, vietnamese[glued.text]);
  let { to } = bare;
  let meridiem: Meridiem | undefined;
  let isMarked = false;
  for (let count = 0; count < 2; count += 1) {
    const next = isMark(lexemes[to], '.') && lexemes[to + 1]?.spaced === false ? lexemes[to + 1] : lexemes[to];
    const entry = next?.entry;
    if (entry === undefined || next === undefined) break;
    if (entry.noon !== undefined && bare.hour === 12) meridiem = entry.noon === 'noon' ? 'pm' : 'am';
    else if (entry.meridiem !== undefined && meridiem === undefined && isMeridiemBehind(lexemes, to, bare))
      meridiem = entry.meridiem;
    else if (entry.clockMark === true && !isMarked && entry.months === undefined) isMarked = true;
    else break;
    to = lexemes.indexOf(next, to) + 1;
    if (isMark(lexemes[to], '.') && lexemes[to]?.spaced === false) to += 1;
  }
  meridiem ??= sharedMeridiem(lexemes, to, bare.hour);
  const isWeak = bare.isWeak && meridiem === undefined && !(isMarked && bare.isDotted);
  return settle({ ...bare, to, isWeak }, meridiem);
}

/** Sáng and chiều, morning and afternoon, in capitals where the stamp ends: `2:05 CH`. */
const vietnamese: Readonly<Record<string, Meridiem>> = { sa: 'am', ch: 'pm' };

function isVietnamese(lexemes: Lexemes, { to, hour, isWeak }: Bare): boolean {
  const word = lexemes[to];
  const next = lexemes[to + 1];
  if (word?.isUpper !== true || vietnamese[word.text] === undefined || isWeak || hour > 12) return false;
  return next === undefined || (next.kind === 'mark' && next.text !== '/');
}

/** Not the German `am` in `14:05 am 20.04.2021`, and not `下午`, which stands in front of its clock. */
function isMeridiemBehind(lexemes: Lexemes, at: number, { hour }: Bare): boolean {
  const word = lexemes[at];
  if (word === undefined || isUnspaced(word.text.charCodeAt(0))) return false;
  return !(hour > 12 && word.text === 'am' && lexemes[at + 1]?.kind === 'number');
}

function settle(clock: Bare, part: Meridiem | undefined): ClockPiece {
  const isSmallHour = clock.hour === 12 || clock.hour < 5;
  const meridiem = part === 'night' ? (isSmallHour ? 'am' : 'pm') : part;
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
  if (meridiem === 'pm' && hour === 24) return 'there is no hour 24 pm';
  return undefined;
}
