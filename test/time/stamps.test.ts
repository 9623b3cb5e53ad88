import { describe, expect, test } from 'vitest';
import { answerOf, readStampRows } from './stamp-table.ts';

const rows = readStampRows();
const classes = Map.groupBy(rows, (row) => row.className);

describe('the table of stamps', () => {
  test('has at least 1500 rows in at least 45 classes, a third of them held back', () => {
    expect(rows.length).toBeGreaterThanOrEqual(1500);
    expect(classes.size).toBeGreaterThanOrEqual(45);
    const share = rows.filter((row) => row.isHeldBack).length / rows.length;
    expect(share).toBeGreaterThan(0.3);
  });

  test.each([...classes.keys()])('%s', (name) => {
    const wrong = (classes.get(name) ?? [])
      .map((row) => ({ text: row.text, expected: row.expected, answer: answerOf(row) }))
      .filter(({ expected, answer }) => expected !== answer);
    expect(wrong).toEqual([]);
  });
});
