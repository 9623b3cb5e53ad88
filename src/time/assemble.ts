import type { ClockPiece, DatePiece, Piece, ZonePiece } from './pieces.ts';

/** A date with the clock, zone and weekday that belong to it. */
export type Stamp = {
  readonly label: 'published' | 'updated' | undefined;
  readonly date: DatePiece;
  readonly clock: ClockPiece | undefined;
  readonly zone: ZonePiece | undefined;
  readonly weekday: number | undefined;
};

type Group = { label?: Stamp['label']; date?: DatePiece; clocks: ClockPiece[]; zone?: ZonePiece; weekday?: number };

/** Groups pieces into stamps. A label, a second date, or a clock after a whole stamp begins the next one. */
export function assemble(pieces: readonly Piece[]): Stamp[] {
  const groups: Group[] = [{ clocks: [] }];
  for (const piece of pieces) {
    let group = groups.at(-1);
    if (group === undefined) continue;
    const isWhole = group.date !== undefined && group.clocks.length > 0;
    if (piece.kind === 'label' && group.date === undefined && group.clocks.length === 0) group.label = piece.label;
    else if (
      piece.kind === 'label' ||
      (piece.kind === 'date' && group.date !== undefined) ||
      (piece.kind === 'clock' && isWhole)
    ) {
      group = { clocks: [] };
      groups.push(group);
      if (piece.kind === 'label') group.label = piece.label;
    }
    if (piece.kind === 'date') group.date = piece;
    if (piece.kind === 'clock') group.clocks.push(piece);
    if (piece.kind === 'zone') group.zone ??= piece;
    if (piece.kind === 'weekday') group.weekday ??= piece.weekday;
  }
  return stampsOf(groups);
}

function stampsOf(groups: readonly Group[]): Stamp[] {
  const stamps: Stamp[] = [];
  const shared = groups.findLast((group) => group.zone !== undefined)?.zone;
  for (const { label, date = label === 'updated' ? stamps[0]?.date : undefined, clocks, zone, weekday } of groups) {
    if (date !== undefined) stamps.push({ label, date, clock: clocks[0], zone: zone ?? shared, weekday });
  }
  return stamps;
}
