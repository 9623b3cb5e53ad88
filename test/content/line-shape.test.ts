import { describe, expect, test } from 'vitest';
import { endsPlainly, endsSentence, isProse, seriesOf, weightOf, wordCount } from '../../src/content/line-shape.ts';

describe('prose is told from names by its shape', () => {
  test.each<[string, string, boolean]>([
    [
      'a long line',
      'The ferry waits for the turn of the tide off the point, because it was built by people who disliked to hurry, and because the lamp on the mole is still lit by hand every evening',
      true,
    ],
    [
      'a line of middle length that ends as a sentence',
      'The ferry waits for the turn of the tide off the point, and so do its passengers.',
      true,
    ],
    [
      'a question of middle length',
      'What would anybody on this coast want with another clock, when there is the tide to go by?',
      true,
    ],
    [
      'a quotation of middle length',
      '"We could do it in two hours," said the skipper. "But then you would arrive in the dark."',
      true,
    ],
    ['a short sentence', 'It stood in the way.', true],
    ['a short sentence in quotation marks', '"It is on the second shelf."', true],
    ['a headline', 'Thrum Votes to Keep Its Only Traffic Light, for Company', false],
    ['a headline that asks', 'Who Lights the Lamps of the Harbour?', false],
    [
      'a headline of middle length',
      'Lost Property, Found Again: A Year in the Ferry Cupboard of the Port of Ellery and Thrum',
      false,
    ],
    ['two words with a stop', 'It rained.', false],
    ['dots at the end are no stop', 'And then it sailed away ...', false],
    ['an address', 'https://mail.example/2021/01/the-keeper-of-the-lamp-on-the-mole-has-begun-to-answer/.', false],
    ['a section', 'Coast', false],
    ['nothing', '', false],
    [
      'a menu in one line',
      'Latest News Coast Upper Coast Ferries Tides & Currents Harbours Lamps Lighthouse Life Weather Today Weather Tomorrow Letters Obituaries Crossword Night Mail About the Mail Contact',
      false,
    ],
    [
      'a cloud of tags in one line',
      `ferries ferry timetable ${'fog goat goats harbour harbour wall horn keeper lamp lamp keepers letters lighthouse mail mole '.repeat(3)}tides`,
      false,
    ],
    [
      'a long sentence without a comma or a stop',
      'The ferry waits for the turn of the tide off the point because it was built by people who disliked to hurry and because the lamp on the mole is still lit by hand every evening',
      true,
    ],
    [
      'a long line in Cyrillic',
      'Смотрительница маяка на мысе каждый вечер читает по радио таблицу приливов, и её слушают все.',
      true,
    ],
    ['a headline in Cyrillic', 'Туман над мысом простоял девять дней, и никто не жаловался', false],
    [
      'a sentence in Arabic',
      'يقرأ حارس المنارة جدول المد كل مساء في الراديو ويسمعه الجميع حتى من يسكن بعيدا عن البحر.',
      true,
    ],
    ['a question in Arabic', 'من يوقد المصباح؟', false],
    ['a sentence in Urdu', 'کشتی رات کو روانہ ہوتی ہے۔', true],
    ['a sentence in Hindi', 'नाव रात को चलती है।', true],
    ['a sentence in Chinese', '夜里的渡船在岬角外面等待潮水转向，因为造船的人不喜欢匆忙。', true],
    ['a headline in Chinese', '渡船上的钢琴寻找调音师', false],
    ['a quotation in Japanese', '「続きが気になる人ほど、ずるをしますから」と司書は話す。', true],
    ['a sentence in Korean', '밤배는 물때를 기다렸다가 천천히 항구를 떠난다.', true],
  ])('%s', (_name, text, answer) => expect(isProse(text)).toBe(answer));
});

test.each<[string, boolean, boolean]>([
  ['It rained.', true, true],
  ['It rained!', true, false],
  ['Did it rain?', true, false],
  ['It rained…', true, false],
  ['It rained ...', false, false],
  ['"It rained."', true, true],
  ['«Шёл дождь».', true, true],
  ['(It rained.)', true, true],
  ['雨が降った。', true, true],
  ['「雨だ！」', true, false],
  ['It rained', false, false],
  ['It rained,', false, false],
  ['هل أمطرت؟', true, false],
])('%j ends as a sentence %j, with a stop %j', (text, sentence, stop) => {
  expect([endsSentence(text), endsPlainly(text)]).toEqual([sentence, stop]);
});

describe('words and weight count alike in scripts without blanks', () => {
  test.each<[string, number, number]>([
    ['night ferry', 2, 11],
    ['Прилив и отлив', 3, 14],
    ['図書館', 1, 9],
    ['夜のフェリーのピアノ', 5, 30],
    ['밤배와 등대', 2, 16],
    ['', 1, 0],
  ])('%j has %i words and weighs %i', (text, words, weight) =>
    expect([wordCount(text), weightOf(text)]).toEqual([words, weight]),
  );
});

describe('a series is a name with the number of its articles', () => {
  test.each<[string, string | undefined]>([
    ['Harbour Lights Festival (42)', 'Harbour Lights Festival'],
    ['Harbour Lights Festival(42)', 'Harbour Lights Festival'],
    ['Harbour Lights Festival ( 42 )', 'Harbour Lights Festival'],
    ['Harbour Lights (1,881)', 'Harbour Lights'],
    ['Harbour Lights (1 881)', 'Harbour Lights'],
    ['Письма с маяка (7)', 'Письма с маяка'],
    ['رسائل من المنارة (٧)', 'رسائل من المنارة'],
    ['灯台便り（７）', '灯台便り'],
    ['Who Lights the Lamps? (12)', 'Who Lights the Lamps?'],
    ['The Lamps (of Thrum) (12)', 'The Lamps (of Thrum)'],
    ['Harbour Lights Festival', undefined],
    ['Harbour Lights Festival ()', undefined],
    ['Harbour Lights (forty)', undefined],
    ['(42)', undefined],
    ['12 (42)', undefined],
    ['It was so in that year. (42)', undefined],
    ['Harbour (42) Lights', undefined],
    [`${'Lights '.repeat(40)}(42)`, undefined],
  ])('%j', (text, name) => expect(seriesOf(text)).toBe(name));
});
