import { expect, test } from 'vitest';
import { type AskedRange, readRange } from '../../src/http/byte-range.ts';

test.each<[string, string | undefined, number, AskedRange]>([
  ['no field asks for everything', undefined, 100, undefined],
  ['from and to', 'bytes=0-9', 100, { first: 0, last: 9 }],
  ['one byte', 'bytes=99-99', 100, { first: 99, last: 99 }],
  ['from on', 'bytes=90-', 100, { first: 90, last: 99 }],
  ['the last ones', 'bytes=-5', 100, { first: 95, last: 99 }],
  ['more of the last ones than there are', 'bytes=-500', 100, { first: 0, last: 99 }],
  ['to behind the end', 'bytes=90-500', 100, { first: 90, last: 99 }],
  ['capitals and blanks', ' Bytes = 0-9 ', 100, { first: 0, last: 9 }],
  ['from behind the end', 'bytes=100-', 100, 'beyond'],
  ['none of the last ones', 'bytes=-0', 100, 'beyond'],
  ['anything of an empty file', 'bytes=0-', 0, 'beyond'],
  ['the last ones of an empty file', 'bytes=-5', 0, 'beyond'],
  ['backwards is passed over', 'bytes=9-3', 100, undefined],
  ['several are passed over', 'bytes=0-1,4-5', 100, undefined],
  ['another unit is passed over', 'items=0-9', 100, undefined],
  ['signs are passed over', 'bytes=+1-2', 100, undefined],
  ['a bare hyphen is passed over', 'bytes=-', 100, undefined],
  ['numbers without end are passed over', `bytes=${'9'.repeat(40)}-`, 100, undefined],
  ['nothing is passed over', '', 100, undefined],
])('%s', (_name, field, size, expected) => expect(readRange(field, size)).toEqual(expected));
