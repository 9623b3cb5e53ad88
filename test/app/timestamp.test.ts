import { describe, expect, test } from 'vitest';
import { type AnswerOptions, answerTimestamps } from '../../src/app/timestamp.ts';

async function answers(lines: string[], options: AnswerOptions = {}): Promise<{ refused: number; written: string[] }> {
  const written: string[] = [];
  return { refused: await answerTimestamps(lines, options, (line) => written.push(line)), written };
}

describe('answerTimestamps', () => {
  test('one answer for each line, and the number of refusals', async () => {
    const { refused, written } = await answers(['02:27 GMT 20 April 2021', '20 April 2021', 'hello']);
    expect(refused).toBe(1);
    expect(written).toEqual(['2021-04-20T02:27:00Z', '2021-04-20', expect.stringMatching(/^ERROR: "hello"/)]);
  });

  test('with json every line is one object', async () => {
    const { written } = await answers(['20 April 2021', 'hello'], { json: true });
    expect(written.map((line) => Object.keys(JSON.parse(line)))).toEqual([
      ['date', 'explanation'],
      ['error', 'explanation'],
    ]);
  });

  test('with explain the answer is followed by its reasons', async () => {
    const { written } = await answers(['02:27 GMT 20 April 2021'], { explain: true });
    expect(written[0]).toMatch(/^2021-04-20T02:27:00Z\n {2}text .*\n {2}rule /);
    expect(written[0]).toContain('zone      GMT (text)');
  });

  test('an endless source is answered line by line', async () => {
    async function* source() {
      yield '20 April 2021';
      yield '21 April 2021';
    }
    const written: string[] = [];
    await answerTimestamps(source(), {}, (line) => written.push(line));
    expect(written).toEqual(['2021-04-20', '2021-04-21']);
  });
});
