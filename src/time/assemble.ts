import type { Lexeme } from './lex.ts';
import type { ClockPiece, DatePiece, PartPiece, Piece, RelativePiece, WeekdayPiece, ZonePiece } from './pieces.ts';

/** A clock with the zones written right behind it. */
export type ZonedClock = { readonly clock: ClockPiece; readonly zones: readonly ZonePiece[] };

/** A date with the clocks, zones and weekday that belong to it. */
export type Stamp = {
  readonly label: 'published' | 'updated' | 'other' | undefined;
  readonly date: DatePiece | RelativePiece;
  readonly clocks: readonly ZonedClock[];
  /** A zone that stands away from the clocks. */
  readonly zone: ZonePiece | undefined;
  /** The zone was written for another stamp of the line. */
  readonly isZoneShared: boolean;
  readonly weekdays: readonly number[] | undefined;
};

type Clock = { clock: ClockPiece; zones: ZonePiece[]; isRangeEnd: boolean };
type Group = {
  label?: Stamp['label'];
  date?: DatePiece;
  relative?: RelativePiece;
  clocks: Clock[];
  zone?: ZonePiece;
  weekdays?: readonly number[];
  /** A day without its year: `Last updated Jan. 17`. */
  part?: PartPiece;
  /** A number without a meaning stands before the clock: `更新 4/20 15:12` may be of another day. */
  hasNumber?: true;
  /** The clock came first. */
  isClockFirst: boolean;
};

/** Lexemes between a weak clock and its date: marks, links and a weekday. */
const maxWeakGap = 4;
const rangeMarks = new Set(['-', 'to', 'bis', 'a', 'à', 'до', '~']);

/** Groups pieces into stamps. A label, a second date, or a clock after a whole stamp begins the next one. */
export function assemble(pieces: readonly Piece[], lexemes: readonly Lexeme[]): Stamp[] {
  const groups: Group[] = [newGroup()];
  let before: Piece | undefined;
  for (const piece of pieces) {
    const group = groups[groups.length - 1] ?? newGroup();
    if (piece.kind === 'label') addLabel(groups, group, piece.label);
    else if (piece.kind === 'date') addDate(groups, group, piece);
    else if (piece.kind === 'relative') addRelative(groups, group, piece);
    else if (piece.kind === 'clock') addClock(group, piece, pieces, lexemes);
    else if (piece.kind === 'zone') addZone(group, piece, before);
    else if (piece.kind === 'weekday') addWeekday(group, piece, pieces, lexemes);
    else if (piece.kind === 'part') group.part ??= piece;
    else if (lexemes[piece.from]?.kind === 'number' && group.clocks.length === 0) group.hasNumber = true;
    before = piece;
  }
  return stampsOf(shiftLabels(groups));
}

const newGroup = (): Group => ({ clocks: [], isClockFirst: false });
const isEmpty = (group: Group): boolean =>
  group.date === undefined && group.relative === undefined && group.clocks.length === 0;

function addLabel(groups: Group[], group: Group, label: Stamp['label']): void {
  if (isEmpty(group)) group.label = label;
  else groups.push({ ...newGroup(), label });
}

function addDate(groups: Group[], group: Group, date: DatePiece): void {
  if (group.date === undefined) {
    group.date = date;
    group.isClockFirst = group.clocks.length > 0;
    return;
  }
  const next: Group = { ...newGroup(), date };
  const after = group.isClockFirst ? group.clocks.findIndex(({ clock }) => clock.from > (group.date?.from ?? 0)) : -1;
  if (after > 0) next.clocks = group.clocks.splice(after);
  next.isClockFirst = after > 0;
  groups.push(next);
}

function addRelative(groups: Group[], group: Group, relative: RelativePiece): void {
  if (group.relative === undefined && group.date === undefined) group.relative = relative;
  else if (group.date === undefined || group.relative !== undefined) groups.push({ ...newGroup(), relative });
  else group.relative = relative;
}

function addClock(group: Group, clock: ClockPiece, pieces: readonly Piece[], lexemes: readonly Lexeme[]): void {
  if (clock.isWeak && (group.clocks.length > 0 || !isBesideDate(clock, pieces, lexemes))) return;
  const last = group.clocks.at(-1)?.clock;
  const isRangeEnd = last !== undefined && clock.from - last.to === 1 && rangeMarks.has(lexemes[last.to]?.text ?? '');
  group.clocks.push({ clock, zones: [], isRangeEnd });
}

/** `do` and `to` are days of the week only right before a date, or behind one and a mark: `10:00 to 12:00` names none. */
function addWeekday(group: Group, day: WeekdayPiece, pieces: readonly Piece[], lexemes: readonly Lexeme[]): void {
  const word = lexemes[day.from];
  const isShort = word !== undefined && /^[a-z]{2}$/.test(word.text);
  const isMark = (index: number): boolean => lexemes[index]?.kind === 'mark';
  const start = isMark(day.to) ? day.to + 1 : day.to;
  const isBeside = pieces.some(
    ({ kind, from, to }) =>
      kind === 'date' &&
      (from === start || (from === start + 1 && isMark(start)) || (to === day.from - 1 && isMark(to))),
  );
  if (!isShort || isBeside) group.weekdays ??= day.weekdays;
}

/** A weak clock counts only beside a date, with nothing but marks, links and weekdays between. */
function isBesideDate(clock: ClockPiece, pieces: readonly Piece[], lexemes: readonly Lexeme[]): boolean {
  return pieces.some((piece) => {
    if (piece.kind !== 'date' && !(piece.kind === 'relative' && piece.form === 'day')) return false;
    const [from, to] = piece.to <= clock.from ? [piece.to, clock.from] : [clock.to, piece.from];
    if (to < from || to - from > maxWeakGap) return false;
    return lexemes
      .slice(from, to)
      .every(
        (one) =>
          one.kind === 'mark' ||
          one.entry?.link === true ||
          one.entry?.zone !== undefined ||
          one.entry?.weekdays !== undefined ||
          one.entry?.clockLead === true,
      );
  });
}

/** A zone belongs to the clock right before it, else to the clock that has none, else to the whole stamp. */
function addZone(group: Group, zone: ZonePiece, before: Piece | undefined): void {
  const end = group.clocks.at(-1);
  const last = end?.isRangeEnd === true ? group.clocks.at(-2) : end;
  const isAfterDate = before?.kind === 'date';
  if (last !== undefined && !(isAfterDate && last.zones.length > 0)) last.zones.push(zone);
  else group.zone ??= zone;
}

/**
 * Labels that follow their stamps, as in `2021年4月20日公開 2021年4月21日更新`, move back by one; behind a first label
 * only the last does: `公開日：2021年4月20日 (2021年4月21日更新)`.
 */
function shiftLabels(groups: Group[]): Group[] {
  const last = groups.at(-1);
  const [first, second] = groups;
  if (groups.length === 3 && first?.label !== undefined && second?.label === undefined && last !== undefined) {
    if (!isEmpty(last) || last.part !== undefined) return groups;
    return [first, { ...newGroup(), ...second, label: last.label }];
  }
  const isBehind =
    groups.length > 2 &&
    last !== undefined &&
    isEmpty(last) &&
    last.label !== undefined &&
    groups[0]?.label === undefined;
  if (!isBehind) return groups;
  return groups.slice(0, -1).map((group, index) => ({ ...group, label: groups[index + 1]?.label }));
}

/**
 * The day of a label that names none beside its clock, or names it without a year: that of the first stamp, or its year,
 * or the year beside where one ends between them. A label that names the day of the first stamp again says nothing.
 */
function dayBeside(group: Group, first: Stamp | undefined): DatePiece | RelativePiece | undefined {
  const { part, hasNumber, clocks, label } = group;
  const date = first?.date;
  if (part === undefined) return hasNumber === true || clocks.length === 0 ? undefined : date;
  const { day, month } = part;
  if (date?.kind !== 'date' || day === undefined || month === undefined || part.has.has('year')) return undefined;
  const isAgain = date.readings.some((one) => one.month === month && one.day === day);
  if (isAgain && clocks.length === 0) return undefined;
  const readings = date.readings.map((one) => {
    const isLater = label === 'updated' && month < one.month;
    const isEarlier = label === 'published' && month > one.month;
    const year = one.year + (isLater ? 1 : isEarlier ? -1 : 0);
    return { ...one, year, month, day, rule: 'the year of the first stamp' };
  });
  return { ...date, from: part.from, to: part.to, readings };
}

function stampsOf(groups: readonly Group[]): Stamp[] {
  const stamps: Stamp[] = [];
  const zoneOf = (group: Group): ZonePiece | undefined =>
    group.clocks.find(({ zones }) => zones.length > 0)?.zones[0] ?? group.zone;
  const shared = groups.map(zoneOf).findLast((zone) => zone !== undefined);
  for (const group of groups) {
    const { label, weekdays } = group;
    const clocks = group.clocks.filter(({ isRangeEnd }) => !isRangeEnd);
    const first = stamps[0];
    const isSameDay = label === 'updated' || (label === 'published' && first?.label === 'updated');
    const date = group.date ?? group.relative ?? (isSameDay ? dayBeside(group, first) : undefined);
    if (date === undefined) continue;
    const isZoneShared = zoneOf(group) === undefined && shared !== undefined;
    stamps.push({
      label,
      date,
      clocks,
      zone: group.zone ?? (isZoneShared ? shared : undefined),
      isZoneShared,
      weekdays,
    });
  }
  return stamps;
}
