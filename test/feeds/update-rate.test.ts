import { expect, test } from 'vitest';
import { updateRate } from '../../src/feeds/update-rate.ts';

test.each<[number, number | undefined, string | undefined, string]>([
  [0, 0, undefined, 'asking at any time'],
  [1, undefined, 'hourly 3600', 'each second'],
  [60, 1, 'hourly 60', 'a minute'],
  [90, undefined, 'hourly 40', 'a minute and a half is no number of minutes'],
  [300, 5, 'hourly 12', 'the default'],
  [420, 7, undefined, 'seven minutes are no part of a day'],
  [3_600, 60, 'hourly 1', 'an hour'],
  [7_200, 120, 'daily 12', 'two hours'],
  [86_400, 1440, 'daily 1', 'a day'],
  [43_201, undefined, undefined, 'nothing fits'],
])('%i seconds are %s minutes and %s (%s)', (seconds, ttl, period, _why) => {
  const { ttlMinutes, syndication } = updateRate(seconds);
  expect(ttlMinutes).toBe(ttl);
  expect(syndication && `${syndication.period} ${syndication.frequency}`).toBe(period);
});
