import type { Calendar, Unit } from './entry.ts';
import type { ZoneMeaning } from './zone-names.ts';

/** A stretch of lexemes, `from` inclusive and `to` exclusive. */
type Span = { readonly from: number; readonly to: number };

/** One way to read a date; the day is a Gregorian one, or impossible. */
export type DateReading = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Day, month and year in the order that was taken, as in `dmy`. */
  readonly order: string;
  readonly rule: string;
  readonly calendar: Calendar;
  /** The language of a month's name that means another month elsewhere. */
  readonly namedIn?: string;
  /** The century was filled in. */
  readonly isShortYear: boolean;
};

/** A complete date with every way to read it. A reading may be an impossible day. */
export type DatePiece = Span & {
  readonly kind: 'date';
  readonly readings: readonly DateReading[];
  /** Between the parts of numbers: tells one style of numbers from another. */
  readonly divider: string;
  /** Only digits without any mark: a date only where nothing else stands. */
  readonly isBare: boolean;
};

/** A time of day. `hour` is 0 to 24 after am and pm; `problem` says why the clock cannot be. */
export type ClockPiece = Span & {
  readonly kind: 'clock';
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** A form such as `02.27` or `14h` that is a clock only beside a date. */
  readonly isWeak: boolean;
  readonly isDotted: boolean;
  readonly problem?: string;
};

/** A zone: minutes ahead of UTC, or the meanings of a name. */
export type ZonePiece = Span & {
  readonly kind: 'zone';
  readonly name: string;
  readonly meanings: readonly ZoneMeaning[];
  /** Why it cannot be read: `10:00-04:00` may be an offset or the end of a range. */
  readonly problem?: string;
};

/** Counts from now: a day (`yesterday`), a length of time (`3 hours ago`), or now itself. */
export type RelativePiece = Span & { readonly kind: 'relative' } & (
    | { readonly form: 'day'; readonly days: number }
    | { readonly form: 'ago'; readonly lengths: readonly { readonly unit: Unit; readonly amount: number }[] }
    | { readonly form: 'now' }
  );

export type WeekdayPiece = Span & { readonly kind: 'weekday'; readonly weekdays: readonly number[] };
export type LabelPiece = Span & {
  readonly kind: 'label';
  readonly label: 'published' | 'updated' | 'other';
  readonly dayFirst: boolean;
};
/** A part of a date that is not whole: kept to say what is missing, and for ranges that name their year once. */
export type PartPiece = Span & {
  readonly kind: 'part';
  readonly has: ReadonlySet<'day' | 'month' | 'year'>;
  readonly day?: number;
  readonly month?: number;
};
export type NoisePiece = Span & { readonly kind: 'noise' };

export type Piece =
  | DatePiece
  | ClockPiece
  | ZonePiece
  | RelativePiece
  | WeekdayPiece
  | LabelPiece
  | PartPiece
  | NoisePiece;
