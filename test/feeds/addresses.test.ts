import { describe, expect, test } from 'vitest';
import {
  articleAddress,
  feedAddress,
  feedId,
  indexAddress,
  pageAddress,
  webAddress,
} from '../../src/feeds/addresses.ts';
import { BARE_SITE, SITE, selection } from './golden-feeds.ts';
import { article } from './sample-articles.ts';

describe('addresses under the base address', () => {
  test.each([
    ['everything', '*', 'https://courier.example/', 'https://courier.example/feed.rss', 'feed'],
    ['a tag', 'syria', 'https://courier.example/tags/syria', 'https://courier.example/tags/syria.rss', 'feed/syria'],
    [
      'a tag of another script is percent-encoded',
      'маяк',
      'https://courier.example/tags/%D0%BC%D0%B0%D1%8F%D0%BA',
      'https://courier.example/tags/%D0%BC%D0%B0%D1%8F%D0%BA.rss',
      'feed/%D0%BC%D0%B0%D1%8F%D0%BA',
    ],
    [
      'a section has its own folder',
      'section:harbour',
      'https://courier.example/sections/harbour',
      'https://courier.example/sections/harbour.rss',
      'feed/section:harbour',
    ],
    [
      'algebra stands under tags',
      'section:harbour+-fish,clocks',
      'https://courier.example/tags/clocks,section:harbour+-fish',
      'https://courier.example/tags/clocks,section:harbour+-fish.rss',
      'feed/clocks,section:harbour+-fish',
    ],
  ])('%s', (_name, text, page, rss, id) => {
    const chosen = selection(text);
    expect(pageAddress(SITE, chosen)).toBe(page);
    expect(feedAddress(SITE, { selection: chosen, format: 'rss' })).toBe(rss);
    expect(feedId(SITE, chosen)).toBe(`tag:courier.example,2026:${id}`);
  });

  test('a base address with a path keeps it', () => {
    const chosen = selection('fish');
    expect(feedAddress(BARE_SITE, { selection: chosen, format: 'atom' })).toBe(
      'https://example.org/kiosk&co/feeds/tags/fish.atom',
    );
    expect(pageAddress(BARE_SITE, selection('*'))).toBe('https://example.org/kiosk&co/feeds/');
    expect(indexAddress(BARE_SITE, 'author')).toBe('https://example.org/kiosk&co/feeds/authors');
    expect(feedId(BARE_SITE, chosen)).toBe('tag:example.org,2025-12-24:feed/fish');
  });

  test('equal selections have one id', () => {
    expect(feedId(SITE, selection('fish+clocks'))).toBe(feedId(SITE, selection('Clocks+FISH')));
  });
});

describe('the address of an article', () => {
  test.each([
    ['its page here', article('tide-clock'), 'https://courier.example/articles/tide-clock'],
    ['its page here, percent-encoded', article('маяк'), 'https://courier.example/articles/%D0%BC%D0%B0%D1%8F%D0%BA'],
    ['its original when it has one', article('a', { url: 'https://x.example/1?a=b' }), 'https://x.example/1?a=b'],
    [
      'its page here when the original is no web address',
      article('a', { url: 'javascript:alert(1)' }),
      'https://courier.example/articles/a',
    ],
    [
      'its page here when the original is relative',
      article('a', { url: '/old/a' }),
      'https://courier.example/articles/a',
    ],
  ])('%s', (_name, given, address) => expect(articleAddress(SITE, given)).toBe(address));
});

describe('a web address in its normal form', () => {
  test.each([
    ['stays when it is normal', 'https://x.example/a?b=c&d#e', 'https://x.example/a?b=c&d#e'],
    ['has a path', 'http://x.example', 'http://x.example/'],
    ['has a lower-case host without the usual port', 'HTTPS://X.Example:443/A', 'https://x.example/A'],
    ['is ASCII', 'https://zoë.example/ü?ü#ü', 'https://xn--zo-ija.example/%C3%BC?%C3%BC#%C3%BC'],
    [
      'has no signs that RFC 3986 forbids',
      'https://x.example/a b|c^d`e{f}"<>\\g',
      'https://x.example/a%20b%7Cc%5Ed%60e%7Bf%7D%22%3C%3E/g',
    ],
    ['drops line ends and outer blanks', ' https://x.example/a\n/b\u0000 ', 'https://x.example/a/b'],
    ['is none without a scheme', 'x.example/a', undefined],
    ['is none for a script', 'javascript:alert(1)', undefined],
    ['is none for data', 'data:text/html,<b>', undefined],
    ['is none for a mail address', 'mailto:a@x.example', undefined],
    ['is none for no text', '', undefined],
    ['is none when unknown', undefined, undefined],
  ])('%s', (_name, text, address) => expect(webAddress(text)).toBe(address));
});
