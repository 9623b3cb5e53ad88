import { describe, expect, test } from 'vitest';
import { isoText } from '../../src/time/instant.ts';
import { readTimestamp, type TimestampOptions } from '../../src/time/timestamp.ts';

function shown(text: string, options?: TimestampOptions): string {
  const answer = readTimestamp(text, options);
  if (answer.kind === 'error') return 'ERROR';
  return answer.kind === 'date' ? answer.date : isoText(answer.instant);
}

describe('readTimestamp', () => {
  test.each([
    ['a clock and GMT before the date', '02:27 GMT 20 April 2021', '2021-04-20T02:27:00Z'],
    ['a zone glued to the day', '02:27 GMT20 April 2021', '2021-04-20T02:27:00Z'],
    ['an offset glued to the day that has one reading', '02:58 GMT +318 January 2018', '2018-01-17T23:58:00Z'],
    ['an offset glued to the day that has two readings', '02:58 GMT +112 May 2019', 'ERROR'],
    ['dotted numbers are day first', '21:15 17.01.2018', '2018-01-17T21:15:00Z'],
    ['a clock after a comma', '20 April 2021, 02:27 GMT', '2021-04-20T02:27:00Z'],
    ['an American date with a zone name', 'April 20, 2021 2:27 AM EDT', '2021-04-20T06:27:00Z'],
    ['RFC 3339', '2021-04-20T02:27:00.5+05:30', '2021-04-19T20:57:00.500Z'],
    ['RFC 5322', 'Tue, 20 Apr 2021 02:27:00 +0200', '2021-04-20T00:27:00Z'],
    ['RFC 850 with a short year', 'Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37Z'],
    ['a date alone stays a date', '20 April 2021', '2021-04-20'],
    ['an impossible day', '31 February 2021', 'ERROR'],
    ['an impossible month in an attribute', '2014-57-30T01:12:25Z', 'ERROR'],
    ['an impossible clock', '25:61 20 April 2021', 'ERROR'],
    ['day and month that could be either way round', '03/04/2021', 'ERROR'],
    ['no year', '20 April, 02:27', 'ERROR'],
    ['a clock alone', '02:27', 'ERROR'],
    ['nothing', '', 'ERROR'],
  ])('%s', (_name, text, expected) => expect(shown(text)).toBe(expected));

  test('a configured order settles day and month', () => {
    expect(shown('03/04/2021', { order: 'dmy' })).toBe('2021-04-03');
    expect(shown('03/04/2021', { order: 'mdy' })).toBe('2021-03-04');
  });

  test('an hour that the clocks skipped is refused, a repeated one is the first', () => {
    expect(shown('2021-03-14 02:30', { zone: 'America/New_York' })).toBe('ERROR');
    expect(shown('2021-11-07 01:30', { zone: 'America/New_York' })).toBe('2021-11-07T05:30:00Z');
  });

  test('an unknown zone is a mistake of the caller', () => {
    expect(() => readTimestamp('20 April 2021', { zone: 'Mars/Olympus' })).toThrow(RangeError);
  });
});
