import { agencies } from './agencies.ts';
import { clean } from './clean.ts';
import type { Lexeme } from './lex.ts';
import { isRegion } from './match-zone.ts';
import type { Piece, ZonePiece } from './pieces.ts';

/** Capitals in front of `time` that name no place: `02:27 Read time 3 min`. */
const noPlaces = new Set(
  'read reading watch watching listen listening viewing run running prime real big show game part full half some any next long first last this all story tea bed party lunch dinner air screen play the at in on and kick-off estimated your our spring summer winter show'.split(
    ' ',
  ),
);
const maxPlaceWords = 3;

/**
 * The name of a zone that nobody listed, right behind a clock that ends before lexeme `index`: three capitals at the end
 * of the line, or some that end with the T of time, that do not name who wrote, or the time of a place (`02:27 Springfield time`).
 */
export function unknownZone(
  { text, lexemes }: { readonly text: string; readonly lexemes: readonly Lexeme[] },
  index: number,
): string | undefined {
  const word = lexemes[index];
  const isName = word?.isUpper === true && word.text.length === 3 && word.entry === undefined && word.spaced;
  if (isName && index === lexemes.length - 1 && !agencies.has(word.text)) return word.text.toUpperCase();
  const isTime = word?.isUpper === true && word.entry === undefined && /^[a-z]{1,4}t$/.test(word.text) && word.spaced;
  const next = lexemes[index + 1];
  const isEnd = next === undefined || (next.kind === 'mark' && next.text !== '&') || next.entry?.label !== undefined;
  if (isTime && isEnd && !agencies.has(word.text)) return word.text.toUpperCase();
  const from = word?.text === '(' ? index + 1 : index;
  return placeOf(text, lexemes, from) ?? foreignPlace(text, lexemes, from) ?? unknownRegion(text, lexemes, from);
}

/** The sign of an offset is missing, or is a word: `17:04 GMT4`, `17:04 UTC plus 4`. */
export function hasLooseOffset(lexemes: readonly Lexeme[], zone: ZonePiece, pieces: readonly Piece[]): boolean {
  const next = lexemes[zone.to];
  const isWord = next?.text === 'plus' || next?.text === 'minus';
  const number = isWord ? lexemes[zone.to + 1] : next;
  if (!universal.has(zone.name) || number?.kind !== 'number' || (!isWord && number.spaced)) return false;
  return number.value <= 14 && pieces.some(({ kind, from }) => kind === 'noise' && lexemes[from] === number);
}

const universal = new Set(['GMT', 'UTC', 'UT']);

/** `17:04 hora de Lima`, `17:04 (heure de Kinshasa)`, `17:04 waktu Malaysia`. */
const timeWords = new Set(['hora', 'heure', 'waktu', 'horário', 'horario']);

function foreignPlace(text: string, lexemes: readonly Lexeme[], index: number): string | undefined {
  const [time, link] = [lexemes[index], lexemes[index + 1]];
  if (time === undefined || !timeWords.has(time.text)) return undefined;
  const place = lexemes[['de', 'd', 'del', 'du'].includes(link?.text ?? '') ? index + 2 : index + 1];
  return place?.kind === 'word' && place.spaced && isCapital(text, place)
    ? clean(text).slice(time.start, place.end)
    : undefined;
}

/** `17:04 America/Nowhere`. */
function unknownRegion(text: string, lexemes: readonly Lexeme[], index: number): string | undefined {
  const [region, slash, city] = [lexemes[index], lexemes[index + 1], lexemes[index + 2]];
  const isName = slash?.text === '/' && !slash.spaced && city?.kind === 'word' && !city.spaced;
  return region !== undefined && isRegion(region.text) && isName && region.text !== 'us'
    ? clean(text).slice(region.start, city.end)
    : undefined;
}

const isCapital = (text: string, { start }: Lexeme): boolean => /^\p{Lu}/u.test(clean(text).slice(start, start + 2));

function placeOf(text: string, lexemes: readonly Lexeme[], from: number): string | undefined {
  let to = from;
  while (to < from + maxPlaceWords && lexemes[to]?.kind === 'word' && lexemes[to]?.text !== 'time') to += 1;
  const [first, time, next] = [lexemes[from], lexemes[to], lexemes[to + 1]];
  if (first === undefined || time?.text !== 'time' || to === from || !time.spaced) return undefined;
  if (next?.text === ':' || next?.kind === 'number') return undefined;
  if (lexemes.slice(from, to).some((word) => noPlaces.has(word.text) || word.entry?.weekdays !== undefined))
    return undefined;
  const name = clean(text).slice(first.start, time.start).trim();
  return /^\p{Lu}/u.test(name) ? `${name} time` : undefined;
}
