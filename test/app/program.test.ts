import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/app/program.ts';

/** Runs a command line inside this process. */
async function runHere(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  input = '',
): Promise<{ readonly code: number; readonly output: string; readonly errors: string }> {
  const written = { output: '', errors: '' };
  const code = await run(words, {
    environment,
    input: Readable.from([input]),
    write: (bytes) => {
      written.output += bytes.toString();
    },
    writeError: (text) => {
      written.errors += text;
    },
  });
  return { code, ...written };
}

describe('timestamp', () => {
  test.each([
    ['02:27 GMT 20 April 2021', '2021-04-20T02:27:00Z'],
    ['02:27 GMT20 April 2021', '2021-04-20T02:27:00Z'],
    ['02:58 GMT +318 January 2018', '2018-01-17T23:58:00Z'],
    ['21:15 17.01.2018', '2018-01-17T21:15:00Z'],
    ['20 April 2021, 02:27 GMT', '2021-04-20T02:27:00Z'],
    ['April 20, 2021 2:27 AM EDT', '2021-04-20T06:27:00Z'],
    ['2021-04-20', '2021-04-20'],
  ])('%s is %s', async (text, expected) => {
    expect(await runHere(['timestamp', text])).toMatchObject({
      code: 0,
      output: `${expected}\n`,
    });
  });

  test('answers each line of standard input with one line, in order', async () => {
    const { code, output } = await runHere(
      ['timestamp'],
      {},
      '02:27 GMT 20 April 2021\n31 February 2021\r\n\n2021-04-20\n',
    );
    expect(code).toBe(1);
    const lines = output.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe('2021-04-20T02:27:00Z');
    expect(lines[1]).toMatch(/^ERROR: .*31 February 2021/);
    expect(lines[2]).toMatch(/^ERROR: /);
    expect(lines[3]).toBe('2021-04-20');
  });
});

describe('wrong use and settings', () => {
  test.each([
    ['an unknown command', ['sreve'], {}, /unknown command/],
    ['an unknown option', ['check', '--jsn'], {}, /unknown option/],
    ['a folder that is not there', ['serve', '/nowhere/at/all'], {}, /CONTENT_DIR: there is no folder/],
    ['a bad port', ['health'], { PORT: 'abc' }, /^tagwire: PORT: "abc" does not fit; write a number from 0 to 65535$/m],
    ['a bad zone', ['health'], { TIME_ZONE: 'Mars/Base' }, /^tagwire: TIME_ZONE: "Mars\/Base"/m],
    [
      'a misspelt setting',
      ['health'],
      { TAGWIRE_PORT: '1' },
      /^tagwire: TAGWIRE_PORT: there is no such setting; write PORT$/m,
    ],
    [
      'a file that is not there',
      ['health'],
      { TITLE_FILE: '/nowhere' },
      /^tagwire: TITLE_FILE: "\/nowhere" cannot be read/m,
    ],
    ['a database that does not exist yet', ['health'], { DATABASE_URL: 'postgres://x' }, /^tagwire: DATABASE_URL: /m],
    ['an unknown tag', ['feed', 'nothing-like-it'], {}, /its tags are /],
    ['a broken selection', ['feed', 'a++b'], {}, /lacks a tag at character 3/],
  ])('%s ends with 2 and says so', async (_name, words, variables, message) => {
    const { code, errors } = await runHere(words, variables);
    expect(errors).toMatch(message);
    expect(code).toBe(2);
  });
});
