import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../src/app/input-lines.ts';

async function linesOfChunks(chunks: readonly (string | Uint8Array)[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const some of linesOf(Readable.from(chunks, { objectMode: false }))) lines.push(...some);
  return lines;
}

describe('linesOf', () => {
  test.each([
    ['every kind of line end', ['a\nb\r\nc\rd\u2028e\u2029f'], ['a', 'b', 'c', 'd', 'e', 'f']],
    ['empty lines', ['\n\na\n\r\n'], ['', '', 'a', '']],
    ['a last line without an end', ['a\nb'], ['a', 'b']],
    ['nothing', [], []],
    ['a line in many chunks', ['2021', '-04', '-20\n20', '22'], ['2021-04-20', '2022']],
    ['a line end that was cut in two', ['a\r', '\nb\r', 'c\r'], ['a', 'b', 'c']],
    ['returns alone, one at the end of a chunk', ['\r', '\r', 'a\r'], ['', '', 'a']],
    ['a letter that was cut in two', [Uint8Array.of(0xc3), Uint8Array.of(0xa9, 10)], ['é']],
  ])('%s', async (_name, chunks, expected) => {
    expect(await linesOfChunks(chunks)).toEqual(expected);
  });

  test('a line of twenty thousand chunks is put together once', async () => {
    const lines = await linesOfChunks([...Array.from({ length: 20_000 }, () => 'x'.repeat(100)), '\nend']);
    expect(lines.map(({ length }) => length)).toEqual([2_000_000, 3]);
  });
});
