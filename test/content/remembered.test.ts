import { expect, test } from 'vitest';
import { remembered } from '../../src/content/remembered.ts';

test('a text is asked about once, also when there is no answer', () => {
  const asked: string[] = [];
  const lengthOf = remembered((text) => {
    asked.push(text);
    return text === '' ? undefined : text.length;
  });
  expect(['ferry', '', 'ferry', '', 'quay'].map(lengthOf)).toEqual([5, undefined, 5, undefined, 4]);
  expect(asked).toEqual(['ferry', '', 'quay']);
});

test('what is held is bounded, and the answers stay right', () => {
  let asked = 0;
  const numberIn = remembered((text) => {
    asked += 1;
    return Number(text);
  });
  const all = Array.from({ length: 3_000 }, (_, number) => String(number));
  expect(all.map(numberIn)).toEqual(all.map(Number));
  expect(all.map(numberIn)).toEqual(all.map(Number));
  expect(asked).toBe(6_000);
});
