import type { Lexeme } from './lex.ts';
import type { ZonePiece } from './pieces.ts';
import { zoneNames } from './zone-names.ts';

const maxOffsetMinutes = 14 * 60;

/** Reads the zone that begins at lexeme `from`: a name, a name with an offset (`UTC+3`), or, after a clock, `+0300`. */
export function matchZone(lexemes: readonly Lexeme[], from: number, afterClock: boolean): ZonePiece | undefined {
  const first = lexemes[from];
  if (first === undefined) return undefined;
  if (first.entry?.zone === undefined) return afterClock ? offsetAt(lexemes, from, from) : undefined;
  const isUniversal = zoneNames.get(first.text)?.[0]?.at === 0 && first.text !== 'z' && first.text !== 'wet';
  const offset = isUniversal ? offsetAt(lexemes, from + 1, from) : undefined;
  return offset ?? { kind: 'zone', from, to: from + 1, name: first.text.toUpperCase(), meanings: first.entry.zone };
}

function offsetAt(lexemes: readonly Lexeme[], sign: number, from: number): ZonePiece | undefined {
  const mark = lexemes[sign];
  const digits = lexemes[sign + 1];
  if ((mark?.text !== '+' && mark?.text !== '-') || digits?.kind !== 'number' || digits.spaced) return undefined;
  const minutes = lexemes[sign + 3];
  const hasMinutes = lexemes[sign + 2]?.text === ':' && minutes?.kind === 'number' && minutes.text.length === 2;
  const length = digits.text.length;
  if (length > 4 || (hasMinutes && length > 2)) return undefined;
  const whole = length > 2 ? Math.floor(digits.value / 100) * 60 + (digits.value % 100) : digits.value * 60;
  const ahead = whole + (hasMinutes ? minutes.value : 0);
  if (ahead > maxOffsetMinutes) return undefined;
  const at = mark.text === '-' && ahead > 0 ? -ahead : ahead;
  const name = `${mark.text}${String(Math.floor(ahead / 60)).padStart(2, '0')}:${String(ahead % 60).padStart(2, '0')}`;
  const to = sign + (hasMinutes ? 4 : 2);
  return { kind: 'zone', from, to, name, meanings: [{ at, home: [], source: 'written as an offset' }] };
}
