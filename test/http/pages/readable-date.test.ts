import { afterEach, describe, expect, test, vi } from 'vitest';
import { readableDate, timeElement } from '../../../src/http/pages/readable-date.ts';
import { at } from '../../feeds/sample-articles.ts';

afterEach(() => void vi.unstubAllEnvs());

test.each([
  ['a day of one digit stands alone', '2021-04-02T12:00:00Z', '2 April 2021, 12:00 UTC'],
  ['hours and minutes have two digits', '2021-12-20T02:07:59.999Z', '20 December 2021, 02:07 UTC'],
  ['midnight is the beginning of a day', '2024-01-01T00:00:00Z', '1 January 2024, 00:00 UTC'],
])('%s', (_name, stamp, text) => expect(readableDate(at(stamp))).toBe(text));

test('programs get the same moment', () =>
  expect(timeElement(at('2021-04-20T02:27:00Z'), 'dt-published').toString()).toBe(
    '<time class="dt-published" datetime="2021-04-20T02:27:00Z" lang="en" dir="ltr">20 April 2021, 02:27 UTC</time>',
  ));

describe.each(['Pacific/Kiritimati', 'America/St_Johns', 'Asia/Kathmandu'])('on a machine in %s', (zone) => {
  test('the date is the same', () => {
    vi.stubEnv('TZ', zone);
    const stamp = at('2021-04-20T23:27:00Z');
    expect(new Date(stamp).getTimezoneOffset()).not.toBe(0);
    expect(readableDate(stamp)).toBe('20 April 2021, 23:27 UTC');
  });
});
