import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { noonOf } from '../../src/time/day.ts';
import { isoText } from '../../src/time/instant.ts';
import { instantsOf, isZone } from '../../src/time/zones.ts';

const localMs = (text: string): number => Date.parse(`${text}Z`);

describe('isZone', () => {
  test.each([
    ['an IANA name', 'Europe/Paris', true],
    ['an old link', 'Asia/Calcutta', true],
    ['UTC', 'UTC', true],
    ['an offset', '+03:00', false],
    ['an invented name', 'Mars/Olympus', false],
    ['nothing', '', false],
    ['a very long name', 'Europe/'.repeat(100), false],
  ])('%s', (_name, name, ok) => expect(isZone(name)).toBe(ok));
});

describe('instantsOf', () => {
  test.each([
    ['an ordinary hour has one', '2021-04-20T02:27:00', 'Europe/Paris', ['2021-04-20T00:27:00Z']],
    ['a skipped hour has none', '2021-03-14T02:30:00', 'America/New_York', []],
    ['the first minute after a gap', '2021-03-14T03:00:00', 'America/New_York', ['2021-03-14T07:00:00Z']],
    [
      'a repeated hour has two',
      '2021-11-07T01:30:00',
      'America/New_York',
      ['2021-11-07T05:30:00Z', '2021-11-07T06:30:00Z'],
    ],
    [
      'the half hour of Lord Howe is repeated',
      '2021-04-04T01:45:00',
      'Australia/Lord_Howe',
      ['2021-04-03T14:45:00Z', '2021-04-03T15:15:00Z'],
    ],
    ['a day that Samoa skipped', '2011-12-30T12:00:00', 'Pacific/Apia', []],
    ['a negative offset with minutes', '2021-01-01T00:00:00', 'America/St_Johns', ['2021-01-01T03:30:00Z']],
  ])('%s', (_name, local, zone, expected) => {
    expect(instantsOf(localMs(local), zone).map(isoText)).toEqual(expected);
  });
});

describe('noonOf', () => {
  test.each([
    ['noon in UTC', '2021-04-20', 'UTC', '2021-04-20T12:00:00Z'],
    ['noon in summer time', '2021-04-20', 'Europe/Paris', '2021-04-20T10:00:00Z'],
    ['31 February', '2021-02-31', 'UTC', undefined],
    ['29 February of a leap year', '2024-02-29', 'UTC', '2024-02-29T12:00:00Z'],
    ['text', 'today', 'UTC', undefined],
    ['an unknown zone', '2021-04-20', 'Mars/Olympus', undefined],
  ])('%s', (_name, date, zone, expected) => {
    const noon = noonOf(date, zone);
    expect(noon === undefined ? undefined : isoText(noon)).toBe(expected);
  });
});

test('answers are the same under ten values of TZ', () => {
  const script = fileURLToPath(new URL('print-answers.ts', import.meta.url));
  const printed = execFileSync(process.execPath, [script], { encoding: 'utf8' });
  const [first, ...others] = printed.split('----\n').filter((part) => part !== '');
  expect(first).toContain('2021-04-20T02:27:00Z');
  expect(others).toHaveLength(9);
  for (const other of others) expect(other).toBe(first);
});
