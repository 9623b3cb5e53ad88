import { describe, expect, test } from 'vitest';
import { type AnswerOptions, answerTimestamps } from '../../src/app/timestamp.ts';

async function answers(lines: string[], options: AnswerOptions = {}): Promise<{ refused: number; written: string[] }> {
  const written: string[] = [];
  return { refused: await answerTimestamps([lines], options, (line) => written.push(line)), written };
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
    const { written } = await answers(['Updated 02:27 EST 20 July 2021 by Jane Doe'], { explain: true });
    expect(written[0]?.split('\n')).toEqual([
      '2021-07-20T07:27:00Z',
      '  text      Updated 02:27 EST 20 July 2021 by Jane Doe',
      '  parts     label “Updated”, clock “02:27”, zone “EST”, date “20 July 2021”, noise “by Jane Doe”',
      "  rule      dmy with a month's name",
      '  zone      EST, UTC-05:00: written in the text (RFC 5322 4.3)',
      '  certainty exact',
      '  warning   EST names 2 zones; the one of America/New_York is taken',
      '  warning   the clocks of America/New_York did not show EST on that day; it is read as written',
    ]);
  });

  test('a refusal is explained too', async () => {
    const { written } = await answers(['20 April'], { explain: true });
    expect(written[0]).toMatch(
      /^ERROR: "20 April" has no year; .*\n {2}text {6}20 April\n {2}parts {5}part “20 April”/,
    );
  });

  test('an endless source is answered as it comes', async () => {
    const written: string[] = [];
    let writtenBeforeLast = 0;
    async function* source() {
      yield ['20 April 2021', '20 April 2021'];
      writtenBeforeLast = written.length;
      yield ['21 April 2021'];
    }
    await answerTimestamps(source(), {}, (line) => written.push(line));
    expect(written).toEqual(['2021-04-20', '2021-04-20', '2021-04-21']);
    expect(writtenBeforeLast).toBe(2);
  });
});
