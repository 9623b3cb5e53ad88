import { expect, test } from 'vitest';
import { toJournalPlace } from '../../src/model/journal.ts';

test.each([
  ['the beginning', '0', true],
  ['a number and a word', '12.Ab-_09zZ', true],
  ['nothing', '', false],
  ['a number alone', '12', false],
  ['a word that is too short', '12.Ab', false],
  ['a word that is too long', '12.Ab-_09zZ9', false],
  ['a number that begins with a zero', '012.Ab-_09zZ', false],
  ['a number larger than any', '1234567890123456.Ab-_09zZ', false],
  ['a sign that no word has', '12.Ab-_09z"', false],
  ['a line end', '12.Ab-_09zZ\n', false],
])('a place of the journal is read back: %s', (_name, text, isPlace) => {
  expect(toJournalPlace(text) === text).toBe(isPlace);
});
