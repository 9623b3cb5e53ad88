import { describe, expect, test } from 'vitest';
import { languageTag, toEntry, toEntryAuthor } from '../../src/feeds/entry.ts';
import { SITE } from './golden-feeds.ts';
import { article } from './sample-articles.ts';

describe('an author', () => {
  test.each([
    [
      'with everything',
      { name: ' Mira  Holt', email: 'm@x.example', url: 'https://X.example' },
      { name: 'Mira Holt', email: 'm@x.example', url: 'https://x.example/' },
    ],
    [
      'without a name is called by the e-mail',
      { name: '', email: 'm@x.example' },
      { name: 'm@x.example', email: 'm@x.example', url: undefined },
    ],
    [
      'with an address alone is called by it',
      { name: ' ', url: 'https://x.example/m' },
      { name: 'https://x.example/m', email: undefined, url: 'https://x.example/m' },
    ],
    [
      'whose e-mail is none keeps the name',
      { name: 'Mira', email: 'ask me' },
      { name: 'Mira', email: undefined, url: undefined },
    ],
    ['of whom nothing is known is none', { name: '\u0000', url: 'nowhere' }, undefined],
  ])('%s', (_name, given, author) => expect(toEntryAuthor(given)).toEqual(author));
});

describe('a language', () => {
  test.each([
    ['a code', 'en', 'en'],
    ['a code with a script and a country', 'zh-Hans-CN', 'zh-Hans-CN'],
    ['blanks around it go', ' en ', 'en'],
    ['no code', 'English (UK)', undefined],
    ['markup', 'en"/>', undefined],
    ['an underscore of a locale', 'en_GB', undefined],
    ['nothing', '', undefined],
    ['unknown', undefined, undefined],
  ])('%s', (_name, text, language) => expect(languageTag(text)).toBe(language));

  test.each([
    ['that is the site’s is not said again', 'en', undefined],
    ['that is another is said', 'ru', 'ru'],
  ])('of an article %s', (_name, language, said) => {
    expect(toEntry(SITE, article('a', { language })).language).toBe(said);
  });

  test.each([
    ['without a country is the site’s with one', 'en', undefined],
    ['with another country is said', 'en-US', 'en-US'],
    ['that only begins alike is said', 'e', 'e'],
  ])('of an article %s', (_name, language, said) => {
    expect(toEntry({ ...SITE, language: 'en-GB' }, article('a', { language })).language).toBe(said);
  });
});
