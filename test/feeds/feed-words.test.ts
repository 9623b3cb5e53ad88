import { describe, expect, test } from 'vitest';
import { feedDescription, feedTitle, selectionInWords } from '../../src/feeds/feed-words.ts';
import { selection } from './golden-feeds.ts';

const SITE = { title: 'Tidewater Courier', description: 'News from the coast' };
const LABELS = new Map([
  ['tag:syria', 'Syria'],
  ['tag:russia', 'Russia'],
  ['tag:france', 'France'],
  ['tag:c-plus-plus', 'C++'],
  ['section:middle-east', 'Middle East'],
  ['series:letters', 'Letters from the pier'],
  ['author:j-doe', 'J. Doe'],
]);

describe('a selection in words', () => {
  test.each([
    ['everything needs no words', '*', ''],
    ['a tag is its label', 'syria', 'Syria'],
    ['a tag that nobody used is its slug', 'unheard-of', 'unheard-of'],
    ['a label keeps its signs', 'c%2B%2B', 'C++'],
    ['a section is its label', 'section:middle-east', 'Middle East'],
    ['a series is its label', 'series:letters', 'Letters from the pier'],
    ['an author is a name', 'author:j-doe', 'J. Doe'],
    ['two that must both hold', 'syria+russia', 'Russia and Syria'],
    ['three that must all hold', 'syria+russia+france', 'France, Russia and Syria'],
    ['two of which one is enough', 'syria,russia', 'Russia or Syria'],
    ['three of which one is enough', 'syria,russia,france', 'France, Russia or Syria'],
    ['one without another', 'syria+-france', 'Syria, without France'],
    ['two without a third', 'russia+syria+-france', 'Russia and Syria, without France'],
    ['one without two others', 'syria+-france+-russia', 'Syria, without France or Russia'],
    ['all without one', '-france', 'Everything without France'],
    ['all without two', '-france+-russia', 'Everything without France or Russia'],
    ['a pair or one', 'syria+russia,france', 'France; or Russia and Syria'],
    ['a pair without a third, or one', 'syria+-russia,france', 'France; or Syria, without Russia'],
    ['kinds are mixed', 'section:middle-east+-author:j-doe', 'Middle East (section), without J. Doe (author)'],
    ['a series beside a tag', 'series:letters,syria', 'Letters from the pier (series) or Syria'],
    ['all without a section', '-section:middle-east', 'Everything without Middle East (section)'],
  ])('%s', (_name, text, words) => expect(selectionInWords(selection(text), LABELS)).toBe(words));
});

describe('titles and descriptions', () => {
  test.each([
    ['everything bears the title of the site', '*', 'Tidewater Courier', 'News from the coast'],
    ['a tag is named', 'syria', 'Syria – Tidewater Courier', 'Articles tagged Syria in Tidewater Courier'],
    [
      'a section is named',
      'section:middle-east',
      'Middle East – Tidewater Courier',
      'Articles of the section Middle East in Tidewater Courier',
    ],
    [
      'a series is named',
      'series:letters',
      'Letters from the pier – Tidewater Courier',
      'Articles of the series Letters from the pier in Tidewater Courier',
    ],
    ['an author is named', 'author:j-doe', 'J. Doe – Tidewater Courier', 'Articles by J. Doe in Tidewater Courier'],
    [
      'algebra is told',
      'syria+-france',
      'Syria, without France – Tidewater Courier',
      'Articles in Tidewater Courier: Syria, without France',
    ],
  ])('%s', (_name, text, title, description) => {
    expect(feedTitle(SITE, selection(text), LABELS)).toBe(title);
    expect(feedDescription(SITE, selection(text), LABELS)).toBe(description);
  });

  test('a site that says nothing of itself is described by its title', () => {
    expect(feedDescription({ ...SITE, description: ' ' }, selection('*'), LABELS)).toBe('Tidewater Courier');
  });
});
