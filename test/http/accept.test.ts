import { expect, test } from 'vitest';
import { prefersHtml } from '../../src/http/accept.ts';

test.each<[string, string | undefined, boolean]>([
  ['no field', undefined, false],
  ['an empty field', '', false],
  ['anything', '*/*', false],
  ['a browser', 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', true],
  ['HTML alone', 'text/html', true],
  ['HTML in upper case', 'TEXT/HTML', true],
  ['any text', 'text/*', true],
  ['HTML named after a weaker wish', 'application/xml;q=0.5, text/html', true],
  ['HTML refused', 'text/html;q=0, */*', false],
  ['HTML refused, alone', 'text/html;q=0', false],
  ['a reader that names HTML last', '*/*, application/atom+xml, application/rss+xml;q=0.9, text/html;q=0.7', false],
  ['a reader that never names it', 'application/atom+xml,application/rss+xml;q=0.9,text/xml;q=0.7,*/*;q=0.1', false],
  ['a program', 'application/json', false],
  ['problem details liked better', 'application/problem+json, text/html;q=0.9', false],
  ['JSON liked better', 'text/html;q=0.8, application/json;q=0.9', false],
  ['HTML liked better than JSON', 'text/html, application/json;q=0.9', true],
  ['both alike: the one made for errors', 'text/html, application/problem+json', false],
  ['HTML with a parameter', 'text/html;charset=utf-8', true],
  ['a malformed quality is a refusal', 'text/html;q=much', false],
])('a page for a browser, problem details for a program: %s', (_name, field, expected) => {
  expect(prefersHtml(field)).toBe(expected);
});
