import { matchClock } from './match-clock.ts';
import { matchDate } from './match-date.ts';
import { matchZone } from './match-zone.ts';
import type { Piece } from './pieces.ts';
import type { Variant } from './variants.ts';

/** Cuts a line into pieces, left to right, the longest first. Every lexeme is looked at a bounded number of times. */
export function findPieces({ lexemes, cut }: Variant): Piece[] | undefined {
  const pieces: Piece[] = [];
  let index = 0;
  while (index < lexemes.length) {
    const piece = pieceAt(lexemes, index, pieces.at(-1)?.kind === 'clock');
    if (piece.kind === 'noise' && cut.has(index)) return undefined;
    const next = lexemes[index + 1];
    const join = piece.kind === 'part' && !piece.has.has('year') ? lateYear(lexemes, piece.to, piece.from) : undefined;
    if (join === undefined || next === undefined) pieces.push(piece);
    else pieces.push(...join);
    index = pieces.at(-1)?.to ?? index + 1;
  }
  return pieces;
}

function pieceAt(lexemes: Variant['lexemes'], index: number, afterClock: boolean): Piece {
  const clock = matchClock(lexemes, index);
  if (clock !== undefined && !clock.isWeak) return clock;
  const zone = matchZone(lexemes, index, afterClock);
  if (zone !== undefined) return zone;
  const date = matchDate(lexemes, index);
  if (date?.kind === 'date') return date;
  const lexeme = lexemes[index];
  const span = { from: index, to: index + 1 };
  if (clock !== undefined) return clock;
  if (lexeme?.entry?.label !== undefined) return { kind: 'label', ...span, label: lexeme.entry.label };
  if (lexeme?.entry?.weekday !== undefined) return { kind: 'weekday', ...span, weekday: lexeme.entry.weekday };
  return date ?? { kind: 'noise', ...span };
}

/** `Apr 20 02:27:00 UTC 2021`: the year stands after the clock and its zone. */
function lateYear(lexemes: Variant['lexemes'], after: number, from: number): Piece[] | undefined {
  const clock = matchClock(lexemes, after);
  if (clock === undefined) return undefined;
  const zone = matchZone(lexemes, clock.to, true);
  const at = zone?.to ?? clock.to;
  const year = lexemes[at];
  if (year?.kind !== 'number' || year.text.length !== 4) return undefined;
  const date = matchDate([...lexemes.slice(from, after), year], 0);
  if (date?.kind !== 'date') return undefined;
  const whole: Piece = { ...date, from, to: after };
  const last: Piece = { kind: 'noise', from: at, to: at + 1 };
  return zone === undefined ? [whole, clock, last] : [whole, clock, zone, last];
}
