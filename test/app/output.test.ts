import { Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { gatheredOutput } from '../../src/app/output.ts';

function listening(): { readonly stream: Writable; readonly heard: string[] } {
  const heard: string[] = [];
  const stream = new Writable({
    write: (bytes: Buffer, _encoding, done) => {
      heard.push(bytes.toString());
      done();
    },
  });
  return { stream, heard };
}

test('lines are written together, as soon as the program is idle', async () => {
  const { stream, heard } = listening();
  const write = gatheredOutput(stream);
  write('one\n');
  write('two\n');
  expect(heard).toEqual([]);
  await nextTurn();
  expect(heard).toEqual(['one\ntwo\n']);
  write('three\n');
  await nextTurn();
  expect(heard).toEqual(['one\ntwo\n', 'three\n']);
});

test('much text does not wait, and bytes keep their place after it', () => {
  const { stream, heard } = listening();
  const write = gatheredOutput(stream);
  write('x'.repeat(70_000));
  write('before ');
  write(new TextEncoder().encode('bytes'));
  expect(heard.map((text) => text.slice(0, 10))).toEqual(['xxxxxxxxxx', 'before ', 'bytes']);
});
