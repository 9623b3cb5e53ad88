import { describe, expect, test } from 'vitest';
import { isFresh, isUnmet, type Validators } from '../../src/http/conditional.ts';
import { at, NOW } from '../store/made-articles.ts';

const ETAG = '"a,b-gzip"';
const CURRENT = { etag: ETAG, changedAt: at('2026-04-20T02:27:00Z') };
const SAME = 'Mon, 20 Apr 2026 02:27:00 GMT';
const BEFORE = 'Mon, 20 Apr 2026 02:26:59 GMT';
const AFTER = 'Mon, 20 Apr 2026 02:27:01 GMT';

describe('isFresh (RFC 9110 §13.2.2)', () => {
  test.each<[string, Validators, boolean]>([
    ['nothing asked', {}, false],
    // §13.1.2
    ['the same tag', { ifNoneMatch: ETAG }, true],
    ['another tag', { ifNoneMatch: '"a"' }, false],
    ['a weak tag is compared weakly', { ifNoneMatch: `W/${ETAG}` }, true],
    ['a list with the tag at its end', { ifNoneMatch: `"x", "y",${ETAG}` }, true],
    ['a list with a weak tag', { ifNoneMatch: `"x",W/${ETAG} , "y"` }, true],
    ['a list without it', { ifNoneMatch: '"x", "y"' }, false],
    ['a list with empty members', { ifNoneMatch: `, ,${ETAG},` }, true],
    ['two tags that together look like it', { ifNoneMatch: '"a", "b-gzip"' }, false],
    ['a comma inside a tag divides nothing', { ifNoneMatch: '"x,a,b-gzip"' }, false],
    ['the star', { ifNoneMatch: '*' }, true],
    ['the star between blanks', { ifNoneMatch: ' * ' }, true],
    ['the star as a tag is a tag', { ifNoneMatch: '"*"' }, false],
    ['the star in a list is nothing', { ifNoneMatch: '*, "x"' }, false],
    ['a tag without its quotes is none', { ifNoneMatch: 'a,b-gzip' }, false],
    ['a tag without its last quote is none', { ifNoneMatch: '"a,b-gzip' }, false],
    ['the tag of another coding', { ifNoneMatch: '"a,b"' }, false],
    ['case counts in tags', { ifNoneMatch: '"A,B-GZIP"' }, false],
    ['an empty field fits nothing', { ifNoneMatch: '' }, false],
    // §13.1.3
    ['the same time', { ifModifiedSince: SAME }, true],
    ['a later time', { ifModifiedSince: AFTER }, true],
    ['an earlier time', { ifModifiedSince: BEFORE }, false],
    ['a time in the form of RFC 850', { ifModifiedSince: 'Monday, 20-Apr-26 02:27:00 GMT' }, true],
    ['an earlier one in that form', { ifModifiedSince: 'Monday, 20-Apr-26 02:26:59 GMT' }, false],
    ['a time in the form of asctime', { ifModifiedSince: 'Mon Apr 20 02:27:00 2026' }, true],
    ['an earlier one in that form', { ifModifiedSince: 'Mon Apr 20 02:26:59 2026' }, false],
    ['the first time of a new reader', { ifModifiedSince: 'Sat, 01 Jan 2000 00:00:00 GMT' }, false],
    ['a time that is none is passed over', { ifModifiedSince: 'yesterday' }, false],
    ['a time of ISO 8601 is none', { ifModifiedSince: '2026-04-20T02:27:00Z' }, false],
    ['an impossible day is none', { ifModifiedSince: 'Mon, 31 Apr 2026 02:27:00 GMT' }, false],
    ['a time in another zone is none', { ifModifiedSince: 'Mon, 20 Apr 2026 04:27:00 +0200' }, false],
    ['two times are none', { ifModifiedSince: `${SAME}, ${SAME}` }, false],
    ['an empty time', { ifModifiedSince: '' }, false],
    // §13.2.2: the tag alone decides
    ['a wrong tag beats a good time', { ifNoneMatch: '"x"', ifModifiedSince: AFTER }, false],
    ['a good tag beats an old time', { ifNoneMatch: ETAG, ifModifiedSince: BEFORE }, true],
    ['a good tag beats a time that is none', { ifNoneMatch: ETAG, ifModifiedSince: 'yesterday' }, true],
    ['a tag that is none beats a good time', { ifNoneMatch: 'x', ifModifiedSince: AFTER }, false],
  ])('%s', (_name, asked, expected) => expect(isFresh(asked, CURRENT, NOW)).toBe(expected));

  test('what has no time is never fresh by a time', () => {
    expect(isFresh({ ifModifiedSince: AFTER }, { etag: ETAG }, NOW)).toBe(false);
    expect(isFresh({ ifNoneMatch: ETAG, ifModifiedSince: AFTER }, { etag: ETAG }, NOW)).toBe(true);
  });
});

describe('isUnmet (RFC 9110 §13.1.1, §13.1.4)', () => {
  test.each<[string, Validators, boolean]>([
    ['nothing asked', {}, false],
    ['the same tag', { ifMatch: ETAG }, false],
    ['a list with the tag', { ifMatch: `"x", ${ETAG}` }, false],
    ['the star', { ifMatch: '*' }, false],
    ['another tag', { ifMatch: '"x"' }, true],
    ['a weak tag is not enough', { ifMatch: `W/${ETAG}` }, true],
    ['the same time', { ifUnmodifiedSince: SAME }, false],
    ['a later time', { ifUnmodifiedSince: AFTER }, false],
    ['an earlier time', { ifUnmodifiedSince: BEFORE }, true],
    ['a time that is none is passed over', { ifUnmodifiedSince: 'yesterday' }, false],
    ['a good tag beats an earlier time', { ifMatch: ETAG, ifUnmodifiedSince: BEFORE }, false],
  ])('%s', (_name, asked, expected) => expect(isUnmet(asked, CURRENT, NOW)).toBe(expected));

  test('what has no time is unmet by no time', () => {
    expect(isUnmet({ ifUnmodifiedSince: BEFORE }, { etag: ETAG }, NOW)).toBe(false);
  });
});
