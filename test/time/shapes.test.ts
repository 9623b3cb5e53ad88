import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { clean } from '../../src/time/clean.ts';
import { toInstant } from '../../src/time/instant.ts';
import { readAlike } from '../../src/time/shapes.ts';
import { readAfresh, readTimestamp, type TimestampOptions } from '../../src/time/timestamp.ts';
import { pickFrom, randomFrom } from './random.ts';
import { readStampRows } from './stamp-table.ts';

const fillingsOfRow = 8;
/** A shape is learned with its fourth line, or, when that was odd, with the sixteenth and so on. */
const linesToLearn = 4;

/** The text with other digits: now plausible for a date or a clock, now anything, zeros and limits more often than not. */
function refilled(text: string, random: () => number): string {
  return text.replace(/\d+/g, (digits) => {
    const chance = random();
    if (chance < 0.15) return digits;
    const limit = pickFrom([12, 12, 23, 24, 28, 31, 31, 59, 60, 99], random);
    if (digits.length === 4 && chance < 0.85) return String(1890 + Math.floor(random() * 220));
    if (digits.length <= 2 && chance < 0.25) return String(limit).slice(-digits.length).padStart(digits.length, '0');
    if (digits.length <= 2)
      return String(Math.floor(random() * limit))
        .slice(-digits.length)
        .padStart(digits.length, '0');
    return digits.replace(/\d/g, () => String(Math.floor(random() * 10)));
  });
}

function teach(text: string): void {
  for (let count = 0; count < linesToLearn && readAlike(clean(text)) === undefined; count += 1) readTimestamp(text);
}

describe('lines of a shape that was met are read as by the grammar', () => {
  test('whatever numbers stand in the rows of the table', { timeout: 300_000 }, () => {
    const random = randomFrom(20_210_420);
    const now = toInstant(Date.UTC(2021, 3, 20, 12));
    const different: string[] = [];
    let known = 0;
    for (const { text, options } of readStampRows()) {
      teach(text);
      const asked: readonly TimestampOptions[] = [options, now === undefined ? {} : { ...options, now }];
      for (let count = 0; count < fillingsOfRow; count += 1) {
        const filled = count === 0 ? text : refilled(text, random);
        if (readAlike(clean(filled)) !== undefined) known += 1;
        const answered = pickFrom(asked, random);
        if (!isDeepStrictEqual(readTimestamp(filled, answered), readAfresh(filled, answered)))
          different.push(`${filled} ${JSON.stringify(answered)}`);
      }
    }
    expect(different).toEqual([]);
    expect(known).toBeGreaterThan(10_000);
  });

  test.each([
    ['20 April 2021 02:27 GMT', '03 April 1999 23:59 GMT', true],
    ['Seen 2021-04-20T02:27:00Z', 'Seen 1999-12-31T23:59:59Z', true],
    ['March 5, 2021 1:05 PM ET', 'March 9, 2000 7:59 PM ET', true],
    ['20.04.2021', '31.12.1999', true],
    ['02:27 GMT20 April 2021', '23:00 GMT31 April 1999', true],
    // Hour 24, a leap second, and a year of another calendar are left to the grammar.
    ['Seen 2021-04-20T02:27:00Z', 'Seen 2021-04-20T24:00:00Z', false],
    ['Seen 2021-04-20T02:27:00Z', 'Seen 2016-12-31T23:59:60Z', false],
    ['20 April 2021 02:27 GMT', '20 April 2564 02:27 GMT', false],
    // The first days of a range; the Vietnamese `thứ 2` is Monday, and `thứ 9` nothing.
    ['20-22 April 2021', '22-20 April 2021', false],
    ['thứ 4, 20/04/2021', 'thứ 9, 20/04/2021', false],
    ['thứ 8, 20/05/2021', 'thứ 2, 20/05/2021', false],
    // `밤` is the evening, and the morning after twelve and before five.
    ['2021년 4월 20일 밤 09:27', '2021년 4월 20일 밤 02:27', true],
  ])('%s teaches how to read %s: %s', (met, line, isKnown) => {
    teach(met);
    expect(readAlike(line) !== undefined).toBe(isKnown);
    expect(readTimestamp(line)).toEqual(readAfresh(line));
  });
});
