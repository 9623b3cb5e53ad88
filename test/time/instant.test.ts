import { describe, expect, test } from 'vitest';
import type { Instant } from '../../src/model/instant.ts';
import { httpDate, isoText, readHttpDate, rfc822Date, secondsOf, toInstant } from '../../src/time/instant.ts';

function instant(text: string): Instant {
  const made = toInstant(Date.parse(text));
  if (made === undefined) throw new Error(`${text} is no instant`);
  return made;
}

describe('toInstant', () => {
  test.each([
    ['whole milliseconds', 1_618_885_620_000, true],
    ['the earliest that a Date holds', -8.64e15, true],
    ['one millisecond past the latest', 8.64e15 + 1, false],
    ['a fraction', 1.5, false],
    ['not a number', Number.NaN, false],
    ['infinity', Number.POSITIVE_INFINITY, false],
  ])('%s', (_name, milliseconds, ok) => expect(toInstant(milliseconds) === milliseconds).toBe(ok));

  test('minus zero becomes zero', () => expect(Object.is(toInstant(-0), 0)).toBe(true));
});

describe('printing', () => {
  const stamp = instant('2021-04-20T02:27:00Z');
  test('ISO text leaves zero milliseconds out', () => expect(isoText(stamp)).toBe('2021-04-20T02:27:00Z'));
  test('ISO text keeps milliseconds', () =>
    expect(isoText(instant('2021-04-20T02:27:00.050Z'))).toBe('2021-04-20T02:27:00.050Z'));
  test('an HTTP date', () => expect(httpDate(stamp)).toBe('Tue, 20 Apr 2021 02:27:00 GMT'));
  test('an RFC 822 date', () => expect(rfc822Date(stamp)).toBe('Tue, 20 Apr 2021 02:27:00 +0000'));
  test('seconds are rounded down, also before 1970', () =>
    expect(secondsOf(instant('1969-12-31T23:59:59.500Z'))).toBe(-1));
});

describe('readHttpDate', () => {
  const now = instant('2026-01-01T00:00:00Z');
  test.each([
    ['IMF-fixdate', 'Sun, 06 Nov 1994 08:49:37 GMT', '1994-11-06T08:49:37Z'],
    ['rfc850-date', 'Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37Z'],
    ['asctime-date', 'Sun Nov  6 08:49:37 1994', '1994-11-06T08:49:37Z'],
    ['a short year at most fifty years ahead', 'Sunday, 06-Nov-76 08:49:37 GMT', '2076-11-06T08:49:37Z'],
    ['a short year more than fifty years ahead', 'Sunday, 06-Nov-77 08:49:37 GMT', '1977-11-06T08:49:37Z'],
    ['a leap second', 'Sat, 31 Dec 2016 23:59:60 GMT', '2017-01-01T00:00:00Z'],
    ['30 February', 'Tue, 30 Feb 2021 08:49:37 GMT', undefined],
    ['another zone', 'Sun, 06 Nov 1994 08:49:37 CET', undefined],
    ['lower case', 'sun, 06 nov 1994 08:49:37 gmt', undefined],
    ['text behind it', 'Sun, 06 Nov 1994 08:49:37 GMT; x', undefined],
  ])('%s', (_name, text, expected) => {
    const found = readHttpDate(text, now);
    expect(found === undefined ? undefined : isoText(found)).toBe(expected);
  });

  test('what httpDate writes is read back', () => {
    expect(readHttpDate(httpDate(now), now)).toBe(now);
  });
});
