import { describe, expect, test } from 'vitest';
import { comparePositions, countShown, divide, isCut, type Spot } from '../../src/model/archive-cuts.ts';

const spots = (...weights: readonly number[]): readonly Spot[] =>
  weights.map((weight, place) => ({ publishedAt: place, number: place, weight }));
const light = (count: number): readonly Spot[] => spots(...Array.from({ length: count }, () => 1_000));

describe('an archive document', () => {
  test('ends behind one article of 24, by its number alone', () => {
    const numbers = Array.from({ length: 2_400 }, (_, number) => number);
    expect(numbers.filter((number) => isCut({ publishedAt: 1, number }))).toHaveLength(100);
    expect(isCut({ publishedAt: 1, number: 48 })).toBe(isCut({ publishedAt: 2, number: 48 }));
  });

  test.each<[string, readonly Spot[], number, readonly number[]]>([
    ['nothing is no document', [], 50_000, []],
    ['what fits is one document', light(10), 500_000, [10]],
    ['48 articles are one document', light(48), 500_000, [48]],
    ['49 articles are two documents', light(49), 500_000, [48, 1]],
    ['a hundred articles are three', light(100), 500_000, [48, 48, 4]],
    ['so many as fit into the bytes', light(10), 8_096, [4, 4, 2]],
    ['an article more by a byte begins the next', light(10), 8_095, [3, 3, 3, 1]],
    ['an article larger than any document has one to itself', spots(10, 90_000, 10, 10), 20_000, [1, 1, 2]],
  ])('%s', (_name, given, maxBytes, lengths) => {
    const documents = divide(given, maxBytes);
    expect(documents.map(({ length }) => length)).toEqual(lengths);
    expect(documents.flat()).toEqual(given);
  });
});

describe('a feed', () => {
  test.each<[string, readonly Spot[], number, number, number]>([
    ['shows nothing of nothing', [], 30, 50_000, 0],
    ['shows all that there is', light(3), 30, 50_000, 3],
    ['shows no more articles than it may', light(31), 30, 500_000, 30],
    ['shows no more bytes than it may', light(30), 30, 8_096, 4],
    ['shows one article whatever its size', spots(90_000, 1), 30, 50_000, 1],
    ['stops at the first article that does not fit', spots(10, 90_000, 10), 30, 50_000, 1],
  ])('%s', (_name, newest, maxItems, maxBytes, count) => {
    expect(countShown(newest, maxItems, maxBytes)).toBe(count);
  });
});

test.each([
  ['an earlier time is older', { publishedAt: 1, number: 1 }, { publishedAt: 2, number: 9 }, -1],
  ['of one time the higher number is older', { publishedAt: 1, number: 9 }, { publishedAt: 1, number: 1 }, -1],
  ['one place is the same', { publishedAt: 1, number: 9 }, { publishedAt: 1, number: 9 }, 0],
])('%s', (_name, a, b, sign) => {
  expect(Math.sign(comparePositions(a, b))).toBe(sign);
  expect(Math.sign(comparePositions(b, a))).toBe(sign === 0 ? 0 : -sign);
});
