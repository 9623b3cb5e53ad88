import { describe, expect, test } from 'vitest';
import { readCallback, withParameters } from '../../src/hub/callback.ts';

describe('the address of a callback', () => {
  test.each([
    ['a plain one', 'https://reader.example/cb', 'https://reader.example', 'reader.example', '/cb'],
    ['one without a path', 'http://reader.example', 'http://reader.example', 'reader.example', '/'],
    ['a query without a path', 'http://reader.example?x=1', 'http://reader.example', 'reader.example', '/?x=1'],
    ['escapes as they are', 'http://r.example/a%2Fb?q=%20+%7e', 'http://r.example', 'r.example', '/a%2Fb?q=%20+%7e'],
    [
      'signs that a URL class would write anew',
      `http://r.example/?a='|{}"<>`,
      'http://r.example',
      'r.example',
      `/?a='|{}"<>`,
    ],
    ['dots as they are', 'http://r.example/a/../b/./c', 'http://r.example', 'r.example', '/a/../b/./c'],
    ['empty and double parameters', 'http://r.example/?&&a=&a=2&', 'http://r.example', 'r.example', '/?&&a=&a=2&'],
    ['parameters of our own names', 'http://r.example/?hub.mode=x', 'http://r.example', 'r.example', '/?hub.mode=x'],
    ['capitals in the host', 'HTTP://Reader.EXAMPLE:80/Cb', 'http://reader.example', 'reader.example', '/Cb'],
    ['a port', 'https://r.example:8443/cb', 'https://r.example:8443', 'r.example', '/cb'],
    ['a fragment, which is not sent', 'https://r.example/cb?a=1#part', 'https://r.example', 'r.example', '/cb?a=1'],
    ['a dot at the end of the host', 'https://r.example./cb', 'https://r.example.', 'r.example', '/cb'],
    ['a number as host', 'http://2130706434/cb', 'http://127.0.0.2', '127.0.0.2', '/cb'],
    ['a host in hexadecimal', 'http://0x7f.2/cb', 'http://127.0.0.2', '127.0.0.2', '/cb'],
    ['IPv6', 'http://[::1]:8080/cb', 'http://[::1]:8080', '::1', '/cb'],
  ])('is read: %s', (_name, text, origin, host, target) => {
    expect(readCallback(text)).toEqual({ url: text, origin, host, target });
  });

  test.each([
    ['no scheme', 'reader.example/cb'],
    ['another scheme', 'ftp://reader.example/cb'],
    ['one slash', 'http:/reader.example/cb'],
    ['no host', 'http:///cb'],
    ['a user and a password', 'http://ada:secret@reader.example/cb'],
    ['a user, hidden behind a backslash', 'http://good.example\\@evil.example/cb'],
    ['a backslash in the path', 'http://good.example/a\\b'],
    ['a blank', 'http://reader.example/a b'],
    ['a line end', 'http://reader.example/a\r\nX: y'],
    ['letters that are not ASCII', 'http://reader.example/straße'],
    ['a port that is none', 'http://reader.example:99999/cb'],
    ['nothing', ''],
    ['7,001 signs', `http://reader.example/${'a'.repeat(7_001)}`],
  ])('is refused in words: %s', (_name, text) => {
    expect(readCallback(text)).toEqual({
      problem: expect.stringMatching(/web address|percent-encoded|characters long/),
    });
  });

  test.each([
    ['no query', 'http://r.example/cb', '/cb?hub.mode=subscribe'],
    ['a query', 'http://r.example/cb?a=%20', '/cb?a=%20&hub.mode=subscribe'],
    ['an empty query', 'http://r.example/cb?', '/cb?hub.mode=subscribe'],
    ['a query that ends in &', 'http://r.example/cb?a&', '/cb?a&hub.mode=subscribe'],
    ['a query with our own names', 'http://r.example/?hub.mode=x', '/?hub.mode=x&hub.mode=subscribe'],
  ])('gets parameters at its end: %s', (_name, text, target) => {
    const callback = readCallback(text);
    if ('problem' in callback) throw new Error(callback.problem);
    expect(withParameters(callback, new URLSearchParams({ 'hub.mode': 'subscribe' })).target).toBe(target);
  });
});
