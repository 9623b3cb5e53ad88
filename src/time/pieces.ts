import type { ZoneMeaning } from './zone-names.ts';

/** A stretch of lexemes, `from` inclusive and `to` exclusive. */
type Span = { readonly from: number; readonly to: number };

/** One way to read a date; `rule` names the order that was taken. */
export type DateReading = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly rule: string;
};

/** A complete date with every way to read it. A reading may be an impossible day. */
export type DatePiece = Span & { readonly kind: 'date'; readonly readings: readonly DateReading[] };

/** A time of day. `hour` is 0 to 24 after am and pm; `problem` says why the clock cannot be. */
export type ClockPiece = Span & {
  readonly kind: 'clock';
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** A form such as `02.27` that is a clock only beside a date. */
  readonly isWeak: boolean;
  readonly problem?: string;
};

/** A zone: minutes ahead of UTC, or the meanings of a name. */
export type ZonePiece = Span & {
  readonly kind: 'zone';
  readonly name: string;
  readonly meanings: readonly ZoneMeaning[];
};

export type WeekdayPiece = Span & { readonly kind: 'weekday'; readonly weekday: number };
export type LabelPiece = Span & { readonly kind: 'label'; readonly label: 'published' | 'updated' };
/** A part of a date that is not whole: kept to say what is missing. */
export type PartPiece = Span & { readonly kind: 'part'; readonly has: ReadonlySet<'day' | 'month' | 'year'> };
export type NoisePiece = Span & { readonly kind: 'noise' };

export type Piece = DatePiece | ClockPiece | ZonePiece | WeekdayPiece | LabelPiece | PartPiece | NoisePiece;
