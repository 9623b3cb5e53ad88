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
};

/**
 * Makes one plain line of what a page shows: entities are decoded, every digit is an ASCII one, full-width forms are
 * narrow, every space is one space, every dash is `-`, and marks that nobody sees are gone. Case is kept.
 */
export function clean(text: string): string {
  const start = text.length > maxLength ? text.slice(0, maxLength) : text;
  if (plainAscii.test(start)) return start;
  return start
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));?/gi, decodeEntity)
    .replace(/\p{Cf}|\p{Variation_Selector}|\u034f/gu, '')
    .replace(/[\s\p{Zs}\u2800\u3164\p{Cc}]/gu, ' ')
    .replace(/[\p{Pd}\u2212\u2043\u02d7]/gu, '-')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2018\u2019\u02bc\u2032\u0060\u00b4]/g, "'")
    .replace(/\p{Nd}/gu, asciiDigit);
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

/** Decimal digits (Unicode category Nd) stand in runs of ten, zero first; two runs can touch. */
function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  if (digit.length > 1 || code < 0x80) return digit;
  let zero = code;
  while (code - zero < 100 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}
