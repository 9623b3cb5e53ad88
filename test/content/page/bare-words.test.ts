import { expect, test } from 'vitest';
import { bareLetters, bareWords, isPlain, wordsOf } from '../../../src/content/page/bare-words.ts';

const TEXTS = [
  'The ferry’s crew – nine of them – slept ashore…',
  '  Ärger im Hafen:  "½ Tonne" Öl, 3² Fässer\tund Æther ',
  'Паром ушёл в 5 часов',
  '港口的渡轮 2024年',
  'नौका फिर चलती है',
  'cafe\u0301 on the quay',
  '\u{1d400} and \u{1f6a2}',
  '...',
  '',
];

test.each(TEXTS)('"%s" is left with its letters and one blank between them', (text) => {
  expect(bareLetters(text)).toBe(text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim());
  expect(bareWords(text)).toBe(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim());
  expect(wordsOf(text)).toEqual(text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
});

test('of every sign of a plain text the quick answer is that of Unicode', () => {
  for (let code = 0; code < 0x10000; code += 1) {
    const sign = String.fromCharCode(code);
    if (isPlain(sign)) expect([code, wordsOf(sign).length]).toEqual([code, /[\p{L}\p{M}\p{N}]/u.test(sign) ? 1 : 0]);
  }
});

test.each([
  ['Latin letters with signs of print', 'l’été… “Äpfel”', true],
  ['a letter of another script', 'Паром', false],
  ['a mark that stands alone', 'e\u0301', false],
])('%s: %s', (_, text, is) => {
  expect(isPlain(text)).toBe(is);
});
