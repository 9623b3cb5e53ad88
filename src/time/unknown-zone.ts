import { agencies } from './agencies.ts';
import { clean } from './clean.ts';
import type { Lexeme } from './lex.ts';

/** Capitals in front of `time` that name no place: `02:27 Read time 3 min`. */
const noPlaces = new Set(
  'read reading watch watching listen listening viewing run running prime real big show game part full half some any next long first last this all story tea bed party lunch dinner air screen play the at in on and kick-off estimated your our spring summer winter show'.split(
    ' ',
  ),
);
const maxPlaceWords = 3;

/**
 * The name of a zone that nobody listed, right behind a clock that ends before lexeme `index`: three capitals at the end
 * of the line that do not name who wrote, or the time of a place (`02:27 Springfield time`).
 */
export function unknownZone(
  { text, lexemes }: { readonly text: string; readonly lexemes: readonly Lexeme[] },
  index: number,
): string | undefined {
  const word = lexemes[index];
  const isName = word?.isUpper === true && word.text.length === 3 && word.entry === undefined && word.spaced;
  if (isName && index === lexemes.length - 1 && !agencies.has(word.text)) return word.text.toUpperCase();
  return placeOf(text, lexemes, word?.text === '(' ? index + 1 : index);
}

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
