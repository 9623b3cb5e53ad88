import { describe, expect, test } from 'vitest';
import { isoText, toInstant } from '../../src/time/instant.ts';
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

describe('the explanation', () => {
  const warningsOf = (text: string, options?: TimestampOptions) =>
    readTimestamp(text, options).explanation.warnings.join('; ');
  const now = toInstant(Date.UTC(2021, 3, 20));

  test.each([
    ['a weekday that does not match', 'Monday, 20 April 2021', {}, 'not the day of the week'],
    ['a name of several zones', '20 April 2021 02:27 CST', {}, 'names 4 zones'],
    ['a name in the wrong season', '20 July 2021 02:27 EST', {}, 'did not show EST'],
    ['GMT while London was on summer time', '20 April 2021 02:27 GMT', {}, 'did not show GMT'],
    ['a time in the future', '21 April 2021 02:27', now === undefined ? {} : { now }, 'future'],
    ['a repeated hour', '7 November 2021 1:30 AM ET', {}, 'twice'],
    ['a short year', '20 Apr 21', {}, 'century'],
    [
      'a zone that stands beside the other stamp',
      'April 20, 2021 02:27 am | Updated 05:30 am IST',
      {},
      'beside another stamp',
    ],
  ])('warns of %s', (_name, text, options, part) => expect(warningsOf(text, options)).toContain(part));

  test('keeps the text as it was, and says what each part was taken for', () => {
    const { explanation } = readTimestamp('Posted\u00a020 April 2021, 02:27 MSK');
    expect(explanation.text).toBe('Posted\u00a020 April 2021, 02:27 MSK');
    expect(explanation.tokens.map(({ kind }) => kind)).toEqual(['label', 'date', 'noise', 'clock', 'zone']);
    expect(explanation.zone).toEqual({ name: 'MSK', offsetMinutes: 180, from: 'text', source: 'IANA tz database' });
    expect(explanation.certainty).toBe('exact');
  });

  test.each([
    ['no year', '20 April', 'has no year'],
    ['no day', 'April 2021', 'has no day'],
    ['a clock alone', '02:27', 'is a clock without a date'],
    ['an impossible day', '31 February 2021', 'names a day that does not exist (2021-02-31)'],
    ['an impossible clock', '20 April 2021 25:61', 'hour 25 does not exist'],
    ['two orders', '03/04/2021', 'can be 2021-04-03 or 2021-03-04; set DATE_ORDER'],
    ['a skipped hour', 'March 14, 2021 2:30 AM ET', 'skipped that time'],
    ['no now', '3 hours ago', 'counts from a time that is not given'],
    ['two ways to cut glued numbers', 'GMT +112 May 2019', 'can be read in two ways'],
    ['a line of which only the start is looked at', `${'x'.repeat(600)} 20 April 2021`, 'first 600 characters'],
  ])('a refusal of %s says why', (_name, text, part) => {
    const answer = readTimestamp(text);
    expect(answer.kind === 'error' ? answer.reason : '').toContain(part);
  });
});
