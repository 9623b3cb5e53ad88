import { expect, test } from 'vitest';
import { PAGE_HEADERS } from '../../../src/http/pages/page-headers.ts';

const policy = new Map(
  (PAGE_HEADERS['content-security-policy'] ?? '').split('; ').map((rule) => {
    const [name = '', ...sources] = rule.split(' ');
    return [name, sources.join(' ')];
  }),
);

test.each([
  ['nothing is let in that no other rule names', 'default-src', "'none'"],
  ['images may come from the web, or stand in the page', 'img-src', 'https: http: data:'],
  ['recordings may come from the web', 'media-src', 'https: http: data:'],
  ['no base can bend the links', 'base-uri', "'none'"],
  ['nothing can be sent', 'form-action', "'none'"],
  ['no other site can frame a page', 'frame-ancestors', "'none'"],
])('%s', (_name, rule, sources) => expect(policy.get(rule)).toBe(sources));

test('no style runs by its place alone', () => expect(policy.get('style-src')).toMatch(/^'sha256-[\w+/]{43}='$/));

test('the type of a page is not guessed', () => expect(PAGE_HEADERS['x-content-type-options']).toBe('nosniff'));

test('other sites are not told what is read here', () => expect(PAGE_HEADERS['referrer-policy']).toBe('same-origin'));
