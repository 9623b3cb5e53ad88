import { describe, expect, test } from 'vitest';
import { titleFromLead } from '../../src/content/lead-title.ts';

describe('the title is the first sentence of the lead, cut near 90 characters', () => {
  test.each<[string, string, string]>([
    [
      'a short sentence loses its stop',
      'The ferry sails again at the turn of the tide. It carries a piano.',
      'The ferry sails again at the turn of the tide',
    ],
    [
      'a question keeps its mark',
      'Who lights the lamps of the harbour? Nobody knows.',
      'Who lights the lamps of the harbour?',
    ],
    [
      'a first sentence that is too short takes the next along',
      'It rained. The ferry stayed in the harbour all day. Then it sailed.',
      'It rained. The ferry stayed in the harbour all day',
    ],
    [
      'an abbreviation is no end',
      'Dr. Sundby weighs the wind on the island of Thrum. She did not mean to.',
      'Dr. Sundby weighs the wind on the island of Thrum',
    ],
    [
      'a number with a point is no end',
      'The tide rose by 4.9 metres in the night of the festival. Nobody minded.',
      'The tide rose by 4.9 metres in the night of the festival',
    ],
    [
      'a long sentence is cut after a word',
      'The night ferry waits for the turn of the tide off the point because it was built by people who disliked to hurry.',
      'The night ferry waits for the turn of the tide off the point because it was built by…',
    ],
    [
      'a quotation that opens the next sentence is not taken along',
      'The lamp on the mole is lit by hand. "As ever," said the keeper.',
      'The lamp on the mole is lit by hand',
    ],
    [
      'dots at the end stay',
      'And then the keeper of the lamp went home...',
      'And then the keeper of the lamp went home...',
    ],
    ['a sentence without an end', 'The lamp on the mole', 'The lamp on the mole'],
    [
      'Cyrillic',
      'Смотрительница маяка каждый вечер читает по радио таблицу приливов. Её слушают все.',
      'Смотрительница маяка каждый вечер читает по радио таблицу приливов',
    ],
    [
      'Arabic',
      'يقرأ حارس المنارة جدول المد كل مساء في الراديو. ويسمعه الجميع.',
      'يقرأ حارس المنارة جدول المد كل مساء في الراديو',
    ],
    [
      'Chinese',
      '夜里的渡船在岬角外面等待潮水转向，因为造船的人不喜欢匆忙，所以总是最后出发。灯亮了。',
      '夜里的渡船在岬角外面等待潮水转向，因为造船的人不喜欢匆忙，所以总是最后出发',
    ],
    [
      'a first sentence in Japanese is long enough with ten signs',
      '岬の観測所では、やかんが鳴る。笛の音が低い日は、翌朝かならず霧が出る。',
      '岬の観測所では、やかんが鳴る',
    ],
    [
      'Devanagari',
      'रात की नाव ज्वार के बदलने की प्रतीक्षा करती है। दीपक जल गया।',
      'रात की नाव ज्वार के बदलने की प्रतीक्षा करती है',
    ],
    ['a text of one sign', 'x', 'x'],
    ['a text of brackets alone is not left empty', '((((', '(((('],
    ['a text of stops alone is not left empty', '。', '。'],
  ])('%s', (_name, lead, title) => expect(titleFromLead(lead)).toBe(title));

  test('a script without blanks is cut at a word, too', () => {
    const title = titleFromLead('潮が満ちると船は静かに港を出て灯台の光を頼りに島へ向かう'.repeat(6));
    expect(title.length).toBeLessThanOrEqual(91);
    expect(title).toMatch(/^潮が満ちると船は静かに港を出て.*…$/);
  });

  test.each(['x', '(', '港', 'ab ', '. ', '«« ', '🌊', '\u0301'])(
    '300 KB of %j give a short title in good time',
    (part) => {
      const started = performance.now();
      const title = titleFromLead(part.repeat(300_000 / part.length));
      expect(title.length).toBeLessThanOrEqual(91);
      expect(title).not.toBe('');
      expect(title.isWellFormed()).toBe(true);
      expect(performance.now() - started).toBeLessThan(1_000);
    },
  );
});
