import { describe, expect, test } from 'vitest';
import { faultOf, readAddress, usualSpelling } from '../../src/http/request-path.ts';
import { seededRandom } from '../model/seeded-random.ts';

describe('readAddress', () => {
  test.each([
    ['a path', 'http://a.example/tags/x.rss', '/', '/tags/x.rss', ''],
    ['a path and a query', 'http://a.example:3000/x?a=/b?c', '/', '/x', '?a=/b?c'],
    ['an empty query', 'http://a.example/x?', '/', '/x', '?'],
    ['the root', 'http://a.example/', '/', '/', ''],
    ['slashes stay', 'http://a.example//b//', '/', '//b//', ''],
    ['escapes stay', 'https://a.example/%41%2f', '/', '/%41%2f', ''],
    ['the path of the base goes', 'http://a.example/f/tags', '/f/', '/tags', ''],
    ['where a proxy took it off, nothing goes', 'http://a.example/tags', '/f/', '/tags', ''],
    ['it goes once', 'http://a.example/f/f/x', '/f/', '/f/x', ''],
    ['below the base stands its root', 'http://a.example/f/', '/f/', '/', ''],
    ['the base without its slash is nothing', 'http://a.example/f', '/f/', '', ''],
    ['and keeps its query', 'http://a.example/f?a/f/', '/f/', '', '?a/f/'],
    ['another word that begins alike', 'http://a.example/fx/y', '/f/', '/fx/y', ''],
    ['a query that looks like the base', 'http://a.example/x?/f/', '/f/', '/x', '?/f/'],
  ])('%s', (_name, url, basePath, path, query) => expect(readAddress(url, basePath)).toEqual({ path, query }));
});

describe('usualSpelling', () => {
  test.each([
    ['/tags/tides.rss', '/tags/tides.rss'],
    ['/', '/'],
    ['', '/'],
    ['///', '/'],
    ['/Tags/TIDES.Rss', '/tags/tides.rss'],
    ['/tags/', '/tags'],
    ['/tags//x//', '/tags//x'],
    ['/%54ags/%7Ex%2D%5f%2e', '/tags/~x-_.'],
    ['/tags/%d1%81', '/tags/%D1%81'],
    ['/tags/%D1%81', '/tags/%D1%81'],
    ['/tags/C%2b%2B', '/tags/c%2B%2B'],
    ['/tags/a%2FB', '/tags/a%2Fb'],
    ['/%2541', '/%2541'],
    ['/A%2541', '/a%2541'],
  ])('%s is found at %s', (sent, usual) => expect(usualSpelling(sent)).toBe(usual));

  test('is its own usual spelling, and means the same', () => {
    const random = seededRandom(20_260_422);
    const parts = [
      'a',
      'Z',
      '/',
      '.',
      '-',
      '~',
      '+',
      '%41',
      '%7a',
      '%2F',
      '%2f',
      '%D1%81',
      '%d1%81',
      '%25',
      '9',
      '%39',
    ];
    const meaning = (path: string): string => decodeURIComponent(path.replace(/\/+$/, '')).toLowerCase() || '/';
    for (let round = 0; round < 5_000; round += 1) {
      const path = `/${Array.from({ length: 8 }, () => random.pick(parts)).join('')}`;
      const usual = usualSpelling(path);
      expect(usualSpelling(usual), path).toBe(usual);
      expect(meaning(usual), path).toBe(meaning(path));
    }
  });
});

describe('faultOf', () => {
  test.each([
    ['nothing odd', '/tags/x.rss', '?%zz%00', undefined],
    ['an escape that is none', '/%zz', '', 400],
    ['a control character', '/%1F', '', 400],
    ['a tab', '/a%09', '', 400],
    ['a fragment', '/a#b', '', 400],
    ['an encoded number sign', '/a%23b', '', undefined],
    ['length counts both parts', `/${'x'.repeat(4_000)}`, `?${'x'.repeat(4_000)}`, 414],
    ['8,000 signs', `/${'x'.repeat(3_999)}`, `?${'x'.repeat(3_999)}`, undefined],
  ])('%s', (_name, path, query, status) => expect(faultOf({ path, query })?.status).toBe(status));
});
