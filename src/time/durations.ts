import type { Lexeme } from './lex.ts';

/** Behind a clock whose hour has one digit these make it a length of time: `7:04 min`. */
const minutes = new Set(
  'min mins minute minutes minuten minuti minutos minuter minutter мин минут phút 分 분'.split(' '),
);
/** In front of a clock these make it one, with a colon between or none: `Duration: 7:04`. */
const lengths = new Set(
  'duration length runtime runtime dauer länge durée duración duração durata duur längd varighet kesto длительность продолжительность süre'.split(
    ' ',
  ),
);
/** In front of a clock with one digit these make it one, or a result, or a verse: `Listen 3:45`, `John 3:16`. */
const players = new Set(
  'listen video audio watch podcast play playing ratio score result odds matthew mark luke john genesis exodus psalm psalms romans isaiah proverbs revelation'.split(
    ' ',
  ),
);

/** True when the clock between two lexemes, written without am or pm, is a length of time and no time of day. */
export function isDuration(lexemes: readonly Lexeme[], from: number, to: number): boolean {
  if (lexemes[from + 1]?.text !== ':' || lexemes[to - 1]?.kind !== 'number') return false;
  const isShort = lexemes[from]?.text.length === 1;
  const [unit = ''] = lexemes[to]?.text.split(' ', 1) ?? [];
  if (isShort && minutes.has(unit)) return true;
  const before = lexemes[from - 1]?.text === ':' ? lexemes[from - 2] : lexemes[from - 1];
  if (before?.kind !== 'word') return false;
  return lengths.has(before.text) || (isShort && players.has(before.text));
}
