import { describe, expect, test } from 'vitest';
import { decode, decodeText } from '../../../src/content/decode/decode.ts';
import { processorNow } from '../../processor-time.ts';
import { contentErrorOf } from '../content-error.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : part)));

describe('a text is read whatever its line ends', () => {
  test.each<[string, Uint8Array, string]>([
    ['a plain text stays as it is', utf8('one\ntwo\n'), 'one\ntwo\n'],
    ['a byte order mark goes', joined([0xef, 0xbb, 0xbf], 'one\n'), 'one\n'],
    ['a byte order mark further on stays, for it is text', utf8('one\ufefftwo'), 'one\ufefftwo'],
    ['line ends of Windows become line feeds', utf8('one\r\ntwo\r\n\r\nthree'), 'one\ntwo\n\nthree'],
    ['a lone carriage return ends a line', utf8('one\rtwo\r\rthree'), 'one\ntwo\n\nthree'],
    ['all three in one file', utf8('one\ntwo\r\nthree\rfour'), 'one\ntwo\nthree\nfour'],
    ['LF CR is two line ends', utf8('one\n\rtwo'), 'one\n\ntwo'],
    ['letters of every script stay', utf8('прилив 港の灯 المد 🌊'), 'прилив 港の灯 المد 🌊'],
    ['a decomposed letter is not composed', utf8('e\u0301'), 'e\u0301'],
    ['one letter is a text', utf8('x'), 'x'],
  ])('%s', (_name, bytes, text) => expect(decodeText(bytes)).toBe(text));
});

const EMPTY = 'the file is empty; write an article or remove it';
const BLANK = 'the file holds nothing but white space; write an article or remove it';
const BINARY = 'the file is binary (it holds a NUL byte); save it as UTF-8 text, or move it out of the folder';

describe('what is no text is refused with its line and its mend', () => {
  test.each<[string, Uint8Array, string]>([
    ['no byte at all', new Uint8Array(), `1: ${EMPTY}`],
    ['a byte order mark alone', joined([0xef, 0xbb, 0xbf]), `1: ${BLANK}`],
    ['blanks and line ends', utf8(' \t\r\n\u00a0\n'), `1: ${BLANK}`],
    ['a NUL byte on the first line', joined('a', [0], 'b'), `1: ${BINARY}`],
    ['a NUL byte on the third line', joined('a\nb\nc', [0]), `3: ${BINARY}`],
    ['a NUL byte after line ends of Windows', joined('a\r\nb\r\nc', [0]), `3: ${BINARY}`],
    ['a NUL byte after lone carriage returns', joined('a\rb\rc', [0]), `3: ${BINARY}`],
    [
      'half a letter of UTF-16',
      joined([0xff, 0xfe, 0x00, 0xd8]),
      '1: the file is UTF-16 with half a letter in it; save it as UTF-8',
    ],
    ['a letter of Latin-1 at the very end', joined('caf', [0xe9]), '1: byte 0xe9 is not UTF-8; save the file as UTF-8'],
    [
      'UTF-8 with a letter of Latin-1',
      joined('прилив\ncaf', [0xe9], ' au lait\n'),
      '2: byte 0xe9 is not UTF-8; save the file as UTF-8',
    ],
    ['a continuation without a beginning', joined('a\n', [0x80]), '2: byte 0x80 is not UTF-8; save the file as UTF-8'],
    ['an overlong slash', joined('a\n\n', [0xc0, 0xaf]), '3: byte 0xc0 is not UTF-8; save the file as UTF-8'],
    ['half a surrogate pair', joined([0xed, 0xa0, 0x80], 'a'), '1: byte 0xed is not UTF-8; save the file as UTF-8'],
    [
      'a letter that is cut off by the end',
      joined('a\n', [0xe6, 0xb8]),
      '2: byte 0xe6 is not UTF-8; save the file as UTF-8',
    ],
    [
      'the first of several bad bytes is named',
      joined('a\n', [0xff], '\n', [0xfe]),
      '2: byte 0xff is not UTF-8; save the file as UTF-8',
    ],
  ])('%s', (_name, bytes, told) => expect(contentErrorOf(() => decodeText(bytes))).toBe(told));
});

test('a bad byte at the end of two megabytes is found in good time', () => {
  const bytes = new Uint8Array(2_000_000).fill(0x61);
  bytes.fill(10, 1_000_000, 1_000_003);
  bytes[bytes.length - 1] = 0xff;
  const started = processorNow();
  expect(contentErrorOf(() => decodeText(bytes))).toBe('4: byte 0xff is not UTF-8; save the file as UTF-8');
  expect(processorNow() - started).toBeLessThan(3_000);
});

const BYTES: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-16le': (text) => new Uint8Array(Buffer.from(text, 'utf16le')),
  'utf-16be': (text) => new Uint8Array(Buffer.from(text, 'utf16le').swap16()),
  latin1: (text) => new Uint8Array(Buffer.from(text, 'latin1')),
};
const bytesOf = (label: string, text: string): Uint8Array => BYTES[label]?.(text) ?? new Uint8Array();

describe('other encodings than UTF-8', () => {
  const TEXT = 'La marée est basse, et le café est fermé jusqu’à midi.'.replace('’', "'");
  test.each<[string, Uint8Array, string, string | undefined]>([
    ['UTF-16 with a mark, little end first', joined([0xff, 0xfe], [...bytesOf('utf-16le', TEXT)]), TEXT, undefined],
    ['UTF-16 with a mark, big end first', joined([0xfe, 0xff], [...bytesOf('utf-16be', TEXT)]), TEXT, undefined],
    ['UTF-16 without a mark, little end first', bytesOf('utf-16le', TEXT), TEXT, undefined],
    ['UTF-16 without a mark, big end first', bytesOf('utf-16be', TEXT), TEXT, undefined],
    ['what is detected is told', bytesOf('latin1', TEXT), TEXT, 'read as ISO-8859-1'],
    [
      'XML that declares it',
      bytesOf('latin1', '<?xml version="1.0" encoding="iso-8859-5"?><a>\xbe\xe2</a>'),
      '<?xml version="1.0" encoding="iso-8859-5"?><a>От</a>',
      undefined,
    ],
    [
      'HTML that declares it',
      bytesOf('latin1', '<meta charset=windows-1251><p>\xce\xf2</p>'),
      '<meta charset=windows-1251><p>От</p>',
      undefined,
    ],
    [
      'HTML that declares it the long way',
      bytesOf('latin1', '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>\xef\xd4</p>'),
      '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>От</p>',
      undefined,
    ],
    [
      'good UTF-8 is UTF-8, whatever it declares',
      utf8('<meta charset="windows-1251"><p>От</p>'),
      '<meta charset="windows-1251"><p>От</p>',
      undefined,
    ],
    [
      'letters that ASCII escapes',
      bytesOf('latin1', '<meta charset="iso-2022-jp">\x1b$B9A\x1b(B'),
      '<meta charset="iso-2022-jp">港',
      undefined,
    ],
    [
      'a declaration that nobody knows',
      bytesOf('latin1', `<meta charset="x-nothing"><p>${TEXT}</p>`),
      `<meta charset="x-nothing"><p>${TEXT}</p>`,
      'read as ISO-8859-1',
    ],
  ])('%s', (_name, bytes, text, note) => {
    const decoded = decode(bytes);
    expect(decoded.text).toBe(text);
    if (note === undefined) expect(decoded.note).toBeUndefined();
    else expect(decoded.note).toContain(note);
  });

  test('ten megabytes of another encoding take no long time', () => {
    const bytes = bytesOf('latin1', `${TEXT}\n`.repeat(200_000)).subarray(0, 10_000_000);
    const started = processorNow();
    expect(decode(bytes).text.length).toBe(bytes.length);
    expect(processorNow() - started).toBeLessThan(3_000);
  });
});
