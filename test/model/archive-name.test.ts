import { expect, test } from 'vitest';
import { archiveAfter, placeIn, toArchiveName } from '../../src/model/archive-name.ts';

test.each([
  ['the first', undefined, 'first'],
  ['one after an article', { publishedAt: 1_775_030_400_000, number: 2 ** 52 - 1 }, 'after-mnfpxc00-1987s6p4xr3'],
  ['one after an article from before 1970', { publishedAt: -14_182_940_000, number: 24 }, 'after--6ik1wvk-o'],
])('%s is named by its place, and found by its name', (_name, place, text) => {
  const name = archiveAfter(place);
  expect(toArchiveName(name)).toBe(name);
  expect(placeIn(name)).toEqual(place);
  expect(name.startsWith(text.slice(0, 6))).toBe(true);
});

test.each([
  ['an empty text', ''],
  ['another word', 'last'],
  ['upper case', 'First'],
  ['one number alone', 'after-mnfpxc00'],
  ['leading zeros, which would be a second name', 'after-0mnfpxc0-1'],
  ['minus zero', 'after--0-1'],
  ['a number that no article has', 'after-zzzzzzzzzzz-zzzzzzzzzzz'],
  ['more than a name', 'first.rss'],
  ['a path', '../first'],
])('%s is no name', (_name, text) => {
  expect(toArchiveName(text)).toBeUndefined();
});
