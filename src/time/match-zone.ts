import type { Lexeme } from './lex.ts';
import type { ZonePiece } from './pieces.ts';
import { zoneNames } from './zone-names.ts';
import { isZone } from './zones.ts';

type Lexemes = readonly Lexeme[];

const maxOffsetMinutes = 14 * 60;
/** Offsets behind UTC that clocks really have, in minutes: `10:00-11:00` is none of them, it is a range. */
const farthestBehindMinutes = 10 * 60;
const universal = new Set(['utc', 'gmt', 'ut']);
/** Names that are also words: outside capitals they count only behind am or pm. */
const alsoWords = new Set(
  'est et pt ct mt art cat eat get pet met mest west wet wat wit bot cot sst ist ast uk z central pacific eastern mountain bst cst'.split(
    ' ',
  ),
);
/** Canadian times that are everyday words: `4:00 AM AT | Last Updated`. */
const onlyBehindMeridiem = new Set(['at', 'nt']);
const regions = new Set(
  'africa america antarctica arctic asia atlantic australia brazil canada chile etc europe indian mexico pacific us'.split(
    ' ',
  ),
);
/** The first word of zone names such as `Europe/Paris`. */
export const isRegion = (word: string): boolean => regions.has(word);

const ianaName = /[A-Za-z]+(?:\/[A-Za-z][A-Za-z0-9_+-]*){1,2}/y;

/** What stands before a zone. */
export type ZonePlace = {
  readonly line: string;
  /** A clock ends right before it, at most with a bracket between. */
  readonly isAfterClock: boolean;
  readonly isAfterMeridiem: boolean;
  /** A date or a zone ends right before it. */
  readonly isAfterStamp: boolean;
  /** The date is numbers, year first, as in ISO 8601: a dash after the clock is a minus. */
  readonly isIso: boolean;
  /** The minutes of the clock before it, to tell a range from an offset. */
  readonly clockMinutes: number | undefined;
};

/** Reads the zone that begins at lexeme `from`: a name, a name with an offset (`UTC+3`), or, after a clock, `+0300`. */
export function matchZone(lexemes: Lexemes, from: number, place: ZonePlace): ZonePiece | undefined {
  const first = lexemes[from];
  if (first === undefined || first.kind === 'number') return undefined;
  if (first.kind === 'mark') return place.isAfterClock ? offsetAt(lexemes, from, from, place) : undefined;
  if (isRegion(first.text)) {
    const named = ianaAt(lexemes, from, place.line);
    if (named !== undefined) return named;
  }
  const meanings = first.entry?.zone;
  if (meanings === undefined) return undefined;
  const twin =
    universal.has(first.text) && lexemes[from + 1]?.text === '/' && universal.has(lexemes[from + 2]?.text ?? '');
  if (twin) {
    const second = matchZone(lexemes, from + 2, place);
    return second === undefined ? undefined : { ...second, from };
  }
  const offset = universal.has(first.text) ? offsetAt(lexemes, from + 1, from, undefined) : undefined;
  if (offset !== undefined) return offset;
  if (!isZoneHere(lexemes, from, first, place)) return undefined;
  const pair = lexemes[from + 1]?.text === '/' ? `${first.text}/${lexemes[from + 2]?.text}` : '';
  const clocks = zoneNames.get(pair);
  if (clocks !== undefined) return { kind: 'zone', from, to: from + 3, name: pair.toUpperCase(), meanings: clocks };
  return {
    kind: 'zone',
    from,
    to: from + 1,
    name: first.text.length <= 5 ? first.text.toUpperCase() : first.text,
    meanings,
  };
}

/** A name is a zone beside a clock or a stamp; a name that is also a word needs its capitals. */
function isZoneHere(lexemes: Lexemes, from: number, first: Lexeme, place: ZonePlace): boolean {
  if (onlyBehindMeridiem.has(first.text)) {
    const after = lexemes[from + 1];
    const isEnd = after === undefined || after.kind === 'mark' || after.entry?.label !== undefined;
    return first.isUpper && place.isAfterMeridiem && isEnd;
  }
  const isWord = alsoWords.has(first.text) && !first.isUpper;
  if (isWord) {
    const isName = first.text.length > 4 && place.line.charAt(first.start) !== first.text.charAt(0);
    // `19:25 ist`: in small letters where the stamp ends. `est` is a word of too many languages.
    const next = lexemes[from + 1];
    const isSmall = /^[ibcs]st$/.test(first.text) && (next === undefined || ',|)];'.includes(next.text));
    return (
      (place.isAfterMeridiem && first.text !== 'z') || ((first.text === 'z' || isName || isSmall) && place.isAfterClock)
    );
  }
  if (place.isAfterClock || place.isAfterStamp || universal.has(first.text)) return true;
  const next = lexemes[from + 1];
  return (first.isUpper || first.text.includes(' ')) && next?.kind === 'number';
}

function ianaAt(lexemes: Lexemes, from: number, line: string): ZonePiece | undefined {
  const first = lexemes[from];
  if (first === undefined) return undefined;
  ianaName.lastIndex = first.start;
  const name = ianaName.exec(line)?.[0];
  if (name === undefined || !isZone(name)) return undefined;
  const end = first.start + name.length;
  let to = from;
  while ((lexemes[to]?.start ?? end) < end) to += 1;
  return { kind: 'zone', from, to, name, meanings: [{ at: name, home: [], source: 'IANA tz database' }] };
}

/** An offset with its sign at lexeme `sign`; without a place it follows the name of UTC. */
function offsetAt(lexemes: Lexemes, sign: number, from: number, place: ZonePlace | undefined): ZonePiece | undefined {
  const mark = lexemes[sign];
  const digits = lexemes[sign + 1];
  if ((mark?.text !== '+' && mark?.text !== '-') || digits?.kind !== 'number') return undefined;
  if (digits.spaced && !(place === undefined && !isDateStart(lexemes, sign + 1))) return undefined;
  const minutes = lexemes[sign + 3];
  const isDivided = [':', "'", '.'].includes(lexemes[sign + 2]?.text ?? '') && lexemes[sign + 2]?.spaced === false;
  const hasMinutes =
    isDivided && minutes?.kind === 'number' && minutes.text.length === 2 && !minutes.spaced && digits.text.length <= 2;
  const { length } = digits.text;
  if (length > 4 || (length < 3 && !hasMinutes && place !== undefined && !place.isIso && length !== 2))
    return undefined;
  const hours = length > 2 ? Math.floor(digits.value / 100) : digits.value;
  const rest = hasMinutes ? minutes.value : length > 2 ? digits.value % 100 : 0;
  if (rest % 15 !== 0) return undefined;
  const ahead = hours * 60 + rest;
  const style = rangeStyle(mark, ahead, hasMinutes, place);
  if (style === 'range' || (mark.text === '-' && mark.spaced && place !== undefined && length < 4 && !hasMinutes))
    return undefined;
  const at = mark.text === '-' && ahead > 0 ? -ahead : ahead;
  const name = `${mark.text}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
  const end = sign + (hasMinutes ? 4 : 2);
  const to = lexemes[end]?.text === "'" ? end + 1 : end;
  const piece = { kind: 'zone' as const, from, to, name, meanings: [{ at, home: [], source: 'written as an offset' }] };
  if (style === 'doubtful') return { ...piece, problem: `${name} can be an offset or the end of a range` };
  if (ahead <= maxOffsetMinutes) return piece;
  return place?.isIso === true ? { ...piece, problem: `no place is ${name} from UTC` } : undefined;
}

/** `GMT - 5 April`: the number begins a date. */
function isDateStart(lexemes: Lexemes, number: number): boolean {
  const next = lexemes[number + 1];
  return (
    next?.entry?.months !== undefined ||
    next?.entry?.ordinal === true ||
    ['.', '/', '-'].includes(next?.text ?? '') ||
    (lexemes[number]?.text.length ?? 0) > 4
  );
}

/** Tells `10:00-11:00`, a range, from `02:27-04:00`, which can be both. */
function rangeStyle(
  mark: Lexeme,
  ahead: number,
  hasMinutes: boolean,
  place: ZonePlace | undefined,
): 'range' | 'doubtful' | 'offset' {
  if (mark.text !== '-' || !hasMinutes || place === undefined || place.isIso) return 'offset';
  if (mark.spaced) return 'offset';
  if (place.clockMinutes === undefined || ahead <= place.clockMinutes) return 'offset';
  return ahead > farthestBehindMinutes ? 'range' : 'doubtful';
}
