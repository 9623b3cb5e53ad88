import { describe, expect, test } from 'vitest';
import { nextTry } from '../../src/hub/back-off.ts';
import type { Instant } from '../../src/model/instant.ts';
import { at, NOW } from '../store/made-articles.ts';

const HOUR_MS = 3_600_000;
const pauseOf = (failures: number, random: number, since: Instant = NOW): number | undefined => {
  const next = nextTry(failures, since, NOW, 30_000, random);
  return next === undefined ? undefined : next - NOW;
};

describe('a delivery that failed is tried again', () => {
  test.each([
    ['once', 1, 0, 30_000],
    ['once, by chance later', 1, 0.5, 33_000],
    ['twice', 2, 0, 60_000],
    ['five times', 5, 0, 480_000],
    ['eight times, after an hour', 8, 0, HOUR_MS],
    ['a thousand times', 1_000, 0, HOUR_MS],
    ['often, by chance later', 50, 0.999, Math.round(HOUR_MS * 1.1998)],
  ])('after %s', (_name, failures, random, expected) => {
    expect(pauseOf(failures, random)).toBe(expected);
  });

  test('until a day after its first failure', () => {
    expect(pauseOf(30, 0, at('2026-04-30T13:00:00.000Z'))).toBe(HOUR_MS);
    expect(pauseOf(30, 0, at('2026-04-30T12:59:59.999Z'))).toBeUndefined();
  });

  test('later each time, until the pauses are as long as they get', () => {
    const pauses = Array.from({ length: 7 }, (_, place) => pauseOf(place + 1, 0) ?? 0);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(new Set(pauses).size).toBe(pauses.length);
  });
});
