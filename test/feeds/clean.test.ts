import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, escapeHtml } from '../../src/feeds/clean.ts';

describe('clean text', () => {
  test.each([
    ['plain text stays', 'Tides & <b>tides</b> “1”', 'Tides & <b>tides</b> “1”'],
    ['tabs and line feeds stay', 'a\tb\nc', 'a\tb\nc'],
    ['line ends of Windows and of old Macs become line feeds', 'a\r\nb\rc\r\r\nd', 'a\nb\nc\n\nd'],
    ['vertical tabs, form feeds and next-lines become line feeds', 'a\u000bb\u000cc\u0085d', 'a\nb\nc\nd'],
    ['control characters go', 'a\u0000\u0001\u0007\u0008\u001b\u001fb', 'ab'],
    ['delete and the upper control characters go', 'a\u007f\u0080\u0084\u0086\u009fb', 'ab'],
    ['noncharacters go, in every plane', 'a\ufffe\uffff\ufdd0\ufdef\u{1fffe}\u{10ffff}b', 'ab'],
    ['half a pair becomes the replacement character', '\ud83d \ude00 \ude00\ud83d', '\ufffd \ufffd \ufffd\ufffd'],
    ['whole pairs stay', '😀👩‍🚀\u{10fffd}', '😀👩‍🚀\u{10fffd}'],
    ['private-use signs stay', '\ue000\uf8ff\u{f0000}', '\ue000\uf8ff\u{f0000}'],
    [
      'invisible signs that mean something stay',
      '\u200d\u200e\u202e\u2028\u2029\ufeff\u00a0\u00ad',
      '\u200d\u200e\u202e\u2028\u2029\ufeff\u00a0\u00ad',
    ],
    ['nothing is nothing', '', ''],
  ])('%s', (_name, text, clean) => expect(cleanText(text)).toBe(clean));
});

describe('a clean line', () => {
  test.each([
    ['blanks, tabs and line ends are one blank', ' a \t b\r\n\n c\u000bd ', 'a b c d'],
    ['no-break spaces stay inside', '5\u00a0knots', '5\u00a0knots'],
    ['control characters part no words', 'a\u0007b', 'ab'],
    ['blanks alone are nothing', ' \n\t\u00a0 ', ''],
  ])('%s', (_name, text, clean) => expect(cleanLine(text)).toBe(clean));
});

test('text as HTML shows the same signs', () => {
  expect(escapeHtml(cleanText('1 < 2 && "a" > &lt;'))).toBe('1 &lt; 2 &amp;&amp; "a" &gt; &amp;lt;');
});
