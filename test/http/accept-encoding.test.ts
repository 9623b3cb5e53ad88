import { describe, expect, test } from 'vitest';
import { chooseCoding, codingChooser } from '../../src/http/accept-encoding.ts';

const OFFERED = ['zstd', 'br', 'gzip'] as const;

describe('chooseCoding (RFC 9110 §12.5.3)', () => {
  test.each<[string, string | undefined, string | undefined]>([
    ['who asks for nothing gets plain bytes', undefined, undefined],
    ['an empty field asks for nothing', '', undefined],
    ['blanks and commas ask for nothing', ' , ,, ', undefined],
    ['one coding is taken', 'gzip', 'gzip'],
    ['case does not count', 'GZip', 'gzip'],
    ['the old name of gzip is gzip', 'x-gzip', 'gzip'],
    ['an unknown coding is not ours', 'deflate', undefined],
    ['the field of a browser gets what we like best', 'gzip, deflate, br, zstd', 'zstd'],
    ['the field of a reader without zstd', 'deflate, gzip, br', 'br'],
    ['our order settles equal qualities', 'gzip;q=0.5, br;q=0.5', 'br'],
    ['a higher quality beats our order', 'zstd;q=0.1, br;q=0.2, gzip;q=0.3', 'gzip'],
    ['three digits count', 'br;q=0.001, gzip;q=0.002', 'gzip'],
    ['blanks around the quality', ' br ; q=0.2 ,\tgzip ; q=0.8 ', 'gzip'],
    ['the name of the quality in upper case', 'br;Q=0.2, gzip;Q=0.8', 'gzip'],
    ['quality 0 is a refusal', 'br, gzip;q=0, zstd;q=0', 'br'],
    ['quality 0.000 is a refusal', 'gzip;q=0.000', undefined],
    ['a refusal of all that we have', 'gzip;q=0, br;q=0, zstd;q=0', undefined],
    ['plain bytes wished most', 'identity, gzip;q=0.5', undefined],
    ['plain bytes wished least', 'identity;q=0.3, gzip;q=0.5', 'gzip'],
    ['plain bytes come last of equals', 'identity, gzip', 'gzip'],
    ['plain bytes alone', 'identity', undefined],
    ['plain bytes refused, a coding named', 'gzip, identity;q=0', 'gzip'],
    ['plain bytes refused, none named: the coding that all can read', 'identity;q=0', 'gzip'],
    ['plain bytes refused, and that one too', 'identity;q=0, gzip;q=0', undefined],
    ['plain bytes refused, the rest allowed', 'identity;q=0, *', 'gzip'],
    ['anything is the coding that all can read', '*', 'gzip'],
    ['anything, but a named one is liked better', 'br, *;q=0.1', 'br'],
    ['anything but gzip: no guess is made', 'gzip;q=0, *', undefined],
    ['nothing at all: plain bytes all the same', '*;q=0', undefined],
    ['nothing but gzip', '*;q=0, gzip', 'gzip'],
    ['nothing but plain bytes', 'identity, *;q=0', undefined],
    ['nothing, plain bytes twice refused', 'identity;q=0, *;q=0', undefined],
    ['a quality above 1 chooses nothing', 'gzip;q=2', undefined],
    ['a quality with four digits chooses nothing', 'gzip;q=0.1234', undefined],
    ['a quality that is no number chooses nothing', 'gzip;q=high', undefined],
    ['a quality below 0 chooses nothing', 'gzip;q=-1', undefined],
    ['a quality without digits chooses nothing', 'gzip;q=', undefined],
    ['another parameter is passed over', 'gzip;level=9;q=0.5', 'gzip'],
    ['a name from every object is no coding', 'constructor, __proto__', undefined],
    ['words without commas are one unknown coding', 'gzip br', undefined],
  ])('%s', (_name, field, expected) => {
    expect(chooseCoding(field, OFFERED)).toBe(expected);
    const choose = codingChooser(OFFERED);
    expect([choose(field), choose(field)]).toEqual([expected, expected]);
  });

  test('a chooser stays right however many different fields it has seen', () => {
    const choose = codingChooser(OFFERED);
    for (let count = 0; count < 2_000; count += 1)
      expect(choose(`br;q=0.${count % 1000}, x${count}`)).toBe(count % 1000 === 0 ? undefined : 'br');
    expect(choose('gzip')).toBe('gzip');
  });
});
