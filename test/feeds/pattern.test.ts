import { describe, expect, test } from 'vitest';
import { toPattern } from '../../src/feeds/pattern.ts';
import { processorNow } from '../processor-time.ts';

function fits(pattern: string, text: string, isCaseSensitive = true): boolean {
  const made = toPattern(pattern, isCaseSensitive);
  if ('problem' in made) throw new Error(made.problem);
  return made.fits(text);
}

describe('patterns', () => {
  test.each([
    ['a word fits anywhere', 'ferry', 'the ferry sails', true],
    ['case matters', 'Ferry', 'the ferry sails', false],
    ['one of several', 'train|ferry', 'the ferry sails', true],
    ['an anchor holds the start', '^ferry', 'the ferry', false],
    ['a boundary of words', '\\bfer\\b', 'ferry', false],
    ['letters of every script', '^\\p{Cyrillic}+$', 'сирень', true],
    ['a character outside of the first plane', '^.$', '🎉', true],
    ['case can be left out inside, too', '(?i)FERRY', 'ferry', true],
  ])('%s', (_name, pattern, text, expected) => expect(fits(pattern, text)).toBe(expected));

  test('case can be left out', () => {
    expect(fits('FERRY|ÉTÉ', 'ferry', false)).toBe(true);
    expect(fits('ÉTÉ', 'un été', false)).toBe(true);
  });

  test.each([
    ['a bracket that is left open', '(a', '"(a" is no pattern ('],
    ['a repetition of nothing', '*a', '"*a" is no pattern ('],
    ['a look ahead', 'a(?=b)', '"a(?=b)" is no pattern ('],
    ['a look behind', '(?<=a)b', '"(?<=a)b" is no pattern ('],
    ['a reference back', '(a)\\1', '"(a)\\1" is no pattern ('],
    ['more repetitions than RE2 allows', 'a{1001}', '"a{1001}" is no pattern ('],
    ['repetitions of repetitions', '(.{1,20}x){10}', '"(.{1,20}x){10}" expands to too large a pattern; repeat less'],
    ['a long pattern', 'a'.repeat(501), 'the pattern is 501 characters long, at most 500 are read'],
  ])('%s is told', (_name, pattern, start) => {
    const made = toPattern(pattern, true);
    expect('problem' in made && made.problem.startsWith(start) ? start : made).toBe(start);
  });

  test.each([
    ['nested repetition', '(a+)+$', 'a'],
    ['alternatives that overlap', '(a|aa|a?)+$', 'a'],
    ['a gap that grows', '[ab].{150}[cd]#', 'ab'],
    ['many gaps', '(.*)(.*)(.*)(.*)(.*)[#%]', 'ab'],
    ['a thousand states for each character', '(?:a?){95}b', 'a'],
  ])('%s takes time that grows with the text alone', (_name, pattern, sign) => {
    const text = sign.repeat(5_000 / sign.length);
    const start = processorNow();
    expect(fits(pattern, text)).toBe(_name === 'nested repetition' || _name === 'alternatives that overlap');
    expect(processorNow() - start).toBeLessThan(1_000);
  });

  test.each([
    ['words cost a step for each character, however many', 'ferry|train|bus|harbour|(?:port|quay)s', 1],
    ['so do signs that are escaped', '(?i)C\\+\\+|Dr\\. Who', 1],
    ['a class costs as many as its states', '[ab]', 3],
  ])('%s', (_name, pattern, steps) => {
    const made = toPattern(pattern, true);
    expect('stepsPerCharacter' in made && made.stepsPerCharacter).toBe(steps);
  });
});
