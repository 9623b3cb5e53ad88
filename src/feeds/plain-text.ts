import { type CleanText, cleanLine, cleanText } from './clean.ts';

/** In these a blank would be one too many: `<b>f</b>ish` is one word. All other tags part words. */
const INLINE_TAG =
  /<\/?(?:a|abbr|b|bdi|bdo|cite|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?>/gi;
const OTHER_TAG = /<[^<>]*>/g;
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** HTML without its tags, on one line, its references still in it. */
export const withoutTags = (html: string): string => html.replace(INLINE_TAG, '').replace(OTHER_TAG, ' ');

const isCodePoint = (code: number): boolean => code > 0 && code <= 0x10ffff;

/** The text of sanitised HTML on one line: tags gone, references read. Our sanitiser writes no others than these. */
export function plainText(html: string): CleanText {
  const text = withoutTags(html).replace(REFERENCE, (reference, decimal, hexadecimal, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? reference;
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return isCodePoint(code) ? String.fromCodePoint(code) : reference;
  });
  return cleanLine(cleanText(text));
}

/**
 * The beginning of a text, at most `maxLength` code units and an ellipsis, cut at a blank where one stands in its last
 * third; whole when it is short enough.
 */
export function beginning(text: CleanText, maxLength: number): CleanText {
  if (text.length <= maxLength) return text;
  const start = text.slice(0, maxLength);
  const blank = text[maxLength] === ' ' ? maxLength : start.lastIndexOf(' ');
  const cut = blank >= (maxLength * 2) / 3 ? start.slice(0, blank) : start.replace(/[\ud800-\udbff]$/, '');
  return cleanLine(`${cut}…`);
}
