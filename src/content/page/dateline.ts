import { remembered } from '../remembered.ts';

const WORD = String.raw`\p{Lu}[\p{L}\p{M}.'’]*(?:-\p{L}[\p{L}\p{M}.]*)*`;
const SMALL = '(?:de|da|do|del|della|di|am|an der|la|le|el|of|upon)';
/** No place begins with these. */
const NO_PLACE = String.raw`(?!(?:The|This|That|It|He|She|A|An|In|At|On|Der|Die|Das|Den|Im|Am|Wir|Ich|Es|Er|Sie|Un|Une|Una|Uma)\b)`;
const PLACE = `${NO_PLACE}${WORD}(?:(?: ${SMALL})?[ /]{1,2}${WORD}){0,3}(?:, ?${WORD}(?: ${WORD})?){0,2}`;
const CAPITALS = String.raw`\p{Lu}[\p{Lu}\p{M}.'’ /-]{2,40}(?:, ?\p{Lu}[\p{L}. ]{1,20}){0,2}`;
const DAY = String.raw`(?:[.,]? ?(?:\d{1,2}\.? ?\p{L}{3,10}\.?|\p{L}{3,10}\.? \d{1,2}))?`;
const AGENCY = String.raw` ?\([\p{L}\p{M}\p{N} .,/&«»"-]{2,30}\)`;
/** Words that begin as a sentence does. */
const OPENING = String.raw`(?=[\p{Lu}\p{Lo}\p{N}"'“„«‘¿¡(])`;

/** Place and agency: `PORT ELLERY (CN) — `, `Ossery (dpa) Die`. Without a dash, a sentence begins behind them. */
const WITH_AGENCY = new RegExp(`^(?:${CAPITALS}|${PLACE})${DAY}${AGENCY}(?:\\.? ?[-–—:]+ ?\\S|\\.? ?${OPENING})`, 'u');
/** A place, perhaps a day, and a dash. A hyphen within a word is no dash. */
const WITH_DASH = new RegExp(`^(?:${CAPITALS}|${PLACE})${DAY}\\.?(?: [-–—]| ?--| ?[–—]) ?${OPENING}`, 'u');
/** Scripts without capitals: place and agency in brackets, or the day on which it was wired. */
const UNCASED =
  /^(?:[（(［[【][^（）()［\][\]【】]{1,24}[=＝][^（）()［\][\]【】]{1,24}[)）\]］】]|[（(［[【][^（）()［\][\]【】]{0,20}(?:共同|時事|ロイター|通信|社|電|电|讯|訊|기자|특파원|報導|报道)[)）\]］】]|\p{Script=Han}{2,20} ?\d{1,2}月\d{1,2}日(?:电|電|讯|訊)|[\p{Script=Arabic} ]{3,30}\([\p{Script=Arabic} ./]{2,25}\) ?[-–—:]|[\p{Script=Arabic} ]{3,30} ?[-–—] ?[\p{Script=Arabic} ]{3,20}[-–—.:] )\S?/u;

/**
 * True for text that begins with a place, and perhaps an agency or a day: `LONDON (AP) — `, `Port Ellery, April 20 — `,
 * `【東京＝山田】`.
 */
export const hasDateline = remembered((text) => {
  const start = text.slice(0, MAX_DATELINE);
  return WITH_AGENCY.test(start) || WITH_DASH.test(start) || UNCASED.test(start);
});

const MAX_DATELINE = 120;
