import { plainCharacter } from './characters.ts';

/** Characters that are looked at: a stamp stands near the start of its line, and a hostile line must cost nothing. */
export const maxLength = 600;

const plainAscii = /^[ -%'-~]*$/;

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '-',
  mdash: '-',
  minus: '-',
  hyphen: '-',
  middot: '·',
  bull: '•',
  amp: '&',
  quot: '"',
  apos: "'",
  rsquo: "'",
  lsquo: "'",
  raquo: '»',
  laquo: '«',
  lrm: '',
  rlm: '',
  zwnj: '',
  zwj: '',
  shy: '',
  colon: ':',
  comma: ',',
  period: '.',
  sol: '/',
  lpar: '(',
  rpar: ')',
  vert: '|',
  plus: '+',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  atilde: 'ã',
  auml: 'ä',
  ccedil: 'ç',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  igrave: 'ì',
  iacute: 'í',
  oacute: 'ó',
  ouml: 'ö',
  uacute: 'ú',
  ucirc: 'û',
  uuml: 'ü',
  ntilde: 'ñ',
};

/**
 * Makes one plain line of what a page shows: entities are decoded, every digit is an ASCII one, full-width forms are
 * narrow, every space is one space, every dash is `-`, and marks that nobody sees are gone. Case is kept.
 */
export function clean(text: string): string {
  const start = text.length > maxLength ? text.slice(0, maxLength) : text;
  if (plainAscii.test(start)) return start;
  const decoded = start.includes('&') ? decode(start) : start;
  return decoded.normalize('NFC').replace(/[\ud800-\udbff][\udc00-\udfff]|[^ -~]/g, plain);
}

const plain = (character: string): string =>
  character < ' ' || character === '\u007f' ? ' ' : plainCharacter(character);

/** Twice, because pages that escape their markup once too often are common: `&amp;nbsp;`. */
function decode(text: string): string {
  const reference = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));?/gi;
  return text.replace(reference, decodeEntity).replace(reference, decodeEntity);
}

function decodeEntity(
  whole: string,
  hex: string | undefined,
  decimal: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0x10ffff ? whole : String.fromCodePoint(code);
}
