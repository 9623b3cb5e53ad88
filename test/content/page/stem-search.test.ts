import { expect, test } from 'vitest';
import { stemSearch } from '../../../src/content/page/stem-search.ts';
import { stemsInText, stemsOf } from '../../../src/content/page/words-in-text.ts';

const TEXT =
  'the ferry sails again\nferries sail at dawn\nпаром уходит снова\n港口的渡轮再次启航\nthe ferry sails again at noon';

test.each([
  ['a stem that stands in the text is found', ['ferry'], '', 1],
  ['a stem inside of a word is found', ['gain'], '', 1],
  ['a stem that stands nowhere is not', ['storm'], '', 0],
  ['stems of two letters are found', ['渡轮', '火车'], '', 1],
  ['every stem counts', ['ferry', 'sails', 'паром', 'storm'], '', 3],
  ['what stands in the line left out alone is not found', ['dawn', 'ferri'], 'ferries sail at dawn', 0],
  ['what stands beside it is', ['sail'], 'ferries sail at dawn', 1],
  ['only its first place is left out', ['again'], 'the ferry sails again', 1],
  ['a line that does not stand in the text leaves nothing out', ['dawn'], 'ferries sail at noon', 1],
  ['what its two sides make together is found', ['thain'], 'e ferry sails ag', 1],
  ['a short stem of both sides is found', ['ein'], ' ferry sails aga', 1],
] as const)('%s', (_, stems, without, found) => {
  expect(stemSearch(TEXT)(stems, without)).toEqual({ found, share: found / stems.length });
});

test('the answers are those of a plain search in what is left', () => {
  const stems = stemsOf(TEXT);
  const search = stemSearch(TEXT);
  for (let from = 0; from < TEXT.length; from += 1) {
    const without = TEXT.slice(from, from + 12);
    expect(search(stems, without)).toEqual(stemsInText(stems, TEXT.replace(without, '')));
  }
});

test('a text that is too long for the index is searched all the same', () => {
  const long = `${'a harbour and a quay '.repeat(4_000)}lantern`;
  expect(stemSearch(long)(['lante', 'ferry'])).toEqual({ found: 1, share: 0.5 });
  expect(stemSearch(long)(['lante'], 'lantern')).toEqual({ found: 0, share: 0 });
});
