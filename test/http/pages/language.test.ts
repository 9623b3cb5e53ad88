import { describe, expect, test } from 'vitest';
import { articlePage } from '../../../src/http/pages/article-page.ts';
import { homePage } from '../../../src/http/pages/home-page.ts';
import { directionOf, inEnglish } from '../../../src/http/pages/language.ts';
import { article } from '../../feeds/sample-articles.ts';
import { classed, named, only, readPage, SITE } from './read-page.ts';

test.each([
  ['English runs to the right', 'en', 'ltr'],
  ['Arabic of any land runs to the left', 'ar-EG', 'rtl'],
  ['Hebrew runs to the left', 'he', 'rtl'],
  ['Dhivehi runs to the left', 'dv', 'rtl'],
  ['the script counts where it is named', 'az-Arab', 'rtl'],
  ['the land counts where it settles the script', 'pa-PK', 'rtl'],
  ['Japanese is written in lines here', 'ja', 'ltr'],
  ['a private language may run either way', 'x-quay', 'auto'],
  ['text that is no language may run either way', 'not a language', 'auto'],
])('%s', (_name, tag, direction) => expect(directionOf(tag)).toBe(direction));

describe('the page', () => {
  const rootOf = (language?: string) => {
    const { language: _own, ...site } = SITE;
    const page = homePage({ site: { ...site, ...(language && { language }) }, articles: [], tags: [], sections: [] });
    const { lang, dir } = only(named(readPage(page), 'html')).attributes;
    return { lang, dir };
  };

  test.each([
    ['is in the language of its site', 'pt-BR', { lang: 'pt-BR', dir: 'ltr' }],
    ['runs as its site does', 'fa', { lang: 'fa', dir: 'rtl' }],
    ['is in the language of its own words where the site names none', undefined, { lang: 'en', dir: 'ltr' }],
    ['does not repeat what is no language', 'en" onload="x', { lang: 'en', dir: 'ltr' }],
  ])('%s', (_name, language, expected) => expect(rootOf(language)).toEqual(expected));
});

test('English words say so among words of another language', () =>
  expect(inEnglish({ language: 'he' }, 'Tags & more').toString()).toBe(
    '<span lang="en" dir="ltr">Tags &amp; more</span>',
  ));

test.each([
  ['on an English site', 'en'],
  ['on an English site of a land', 'en-ZA'],
  ['on a site that names none', undefined],
])('English words stand alone %s', (_name, language) =>
  expect(inEnglish(language === undefined ? {} : { language }, 'Tags').toString()).toBe('Tags'),
);

test('a language whose tag begins like English is another', () =>
  expect(inEnglish({ language: 'enm' }, 'Tags').toString()).toContain('<span'));

describe('an article', () => {
  const partsOf = (page: string) => {
    const elements = readPage(page);
    const entry = only(classed(elements, 'h-entry'));
    const title = only(
      classed(elements, 'p-name').filter(({ name }) => name !== 'h1' || classed(elements, 'h-feed').length === 0),
    );
    return [entry, title].map(({ attributes: { lang, dir } }) => ({ lang, dir }));
  };
  const arabic = article('lamp', { title: 'عاد الضوء', language: 'ar' });
  const unknown = article('lamp', { title: 'عاد الضوء' });
  const inList = (one: typeof arabic) => homePage({ site: SITE, articles: [one], tags: [], sections: [] });
  const inFull = (one: typeof arabic) => articlePage({ site: SITE, article: one });

  test.each([
    ['says its language in a list', inList(arabic), { lang: 'ar', dir: 'rtl' }, { lang: undefined, dir: undefined }],
    ['says its language on its page', inFull(arabic), { lang: 'ar', dir: 'rtl' }, { lang: undefined, dir: undefined }],
    ['without a language runs as its words do, in a list', inList(unknown), {}, { lang: undefined, dir: 'auto' }],
    ['without a language runs as its words do, on its page', inFull(unknown), {}, { lang: undefined, dir: 'auto' }],
  ])('%s', (_name, page, entry, title) => expect(partsOf(page)).toEqual([entry, title]));

  test('keeps dates and our words English inside', () => {
    const [time] = named(readPage(inFull(arabic)), 'time');
    expect(time?.attributes).toMatchObject({ lang: 'en', dir: 'ltr' });
    const tagged = article('lamp', { language: 'ar', authors: [{ name: 'Sami' }] });
    const words = named(readPage(inFull(tagged)), 'span').find(({ text }) => text === 'By ');
    expect(words?.attributes).toMatchObject({ lang: 'en', dir: 'ltr' });
  });
});
