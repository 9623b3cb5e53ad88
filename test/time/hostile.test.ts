import { describe, expect, test } from 'vitest';
import { toInstant } from '../../src/time/instant.ts';
import { readTimestamp } from '../../src/time/timestamp.ts';
import { processorNow } from '../processor-time.ts';
import { pickFrom, randomFrom } from './random.ts';
import { readStampRows } from './stamp-table.ts';

const maxMs = 50;
const now = toInstant(1_618_920_000_000);
const options = now === undefined ? {} : { now };

describe('a hostile line costs next to nothing', () => {
  const megabyte = 1_000_000;
  test.each([
    ['digits', '1'.repeat(megabyte)],
    ['colons', '1:'.repeat(megabyte / 2)],
    ['dates', '20 April 2021 '.repeat(megabyte / 14)],
    ['halves of dates', 'April 20 '.repeat(megabyte / 9)],
    ['glued numbers', '202102:27'.repeat(megabyte / 9)],
    ['signed numbers behind zones', 'GMT +318 '.repeat(megabyte / 9)],
    ['spaces', ' '.repeat(megabyte)],
    ['entities', '&amp;'.repeat(megabyte / 5)],
    ['zero-width spaces', '\u200b'.repeat(megabyte)],
    ['Thai letters', 'เม'.repeat(megabyte / 2)],
    ['Han numerals', '二〇'.repeat(megabyte / 2)],
    ['combining marks', 'a\u0301\u0302'.repeat(megabyte / 3)],
    ['lone surrogates', '\ud800'.repeat(megabyte)],
    ['months', 'may'.repeat(megabyte / 3)],
    ['brackets', '(['.repeat(megabyte / 2)],
  ])('a megabyte of %s', (_name, line) => {
    // The best of three: another process on the machine must not fail the test.
    expect(Math.min(...[1, 2, 3].map(() => msOf(line)))).toBeLessThan(maxMs);
  });
});

describe('100,000 fuzzed lines', () => {
  test('none throws, and none takes long', { timeout: 60_000 }, () => {
    const random = randomFrom(3);
    const seeds = readStampRows().map((row) => row.text);
    const extra = [
      ...'0123456789:/.,-+ ()[]TZ年月日時分午後é\u0000\u200f\u0660',
      ' April ',
      ' GMT ',
      'ago',
      ' 20',
      '2021',
      ' am',
      '&#32;',
    ];
    let slowest = 0;
    for (let count = 0; count < 100_000; count += 1) {
      const line = mutate(pickFrom(seeds, random), extra, random);
      const taken = msOf(line);
      if (taken > slowest) slowest = Math.max(slowest, Math.min(taken, msOf(line), msOf(line)));
      const answer = readTimestamp(line, options);
      if (answer.kind === 'error' && answer.reason === '') throw new Error(`no reason for ${line}`);
    }
    expect(slowest).toBeLessThan(maxMs);
  });
});

function msOf(line: string): number {
  const started = processorNow();
  readTimestamp(line, options);
  return processorNow() - started;
}

function mutate(text: string, extra: readonly string[], random: () => number): string {
  let line = text;
  const edits = 1 + Math.floor(random() * 4);
  for (let edit = 0; edit < edits; edit += 1) {
    const at = Math.floor(random() * (line.length + 1));
    const to = at + Math.floor(random() * 3);
    line = line.slice(0, at) + (random() < 0.6 ? pickFrom(extra, random) : '') + line.slice(to);
  }
  return line;
}
