import { describe, expect, test } from 'vitest';
import { toArticleFilter } from '../../src/feeds/article-filter.ts';
import { readParameters } from '../../src/feeds/parameters.ts';
import { made, termNamed } from '../store/made-articles.ts';

const ARTICLE = made('ferry', {
  title: 'A piano crosses the bay',
  summary: 'Nine minutes were lost',
  html: '<p>The <b>cap</b>tain said: R&amp;D &#38; <i>patience</i>.</p><p>Nobody argued.</p>',
  authors: [{ name: 'Ilse Quayle' }, { name: 'Mira Holt' }],
  terms: [termNamed('tag', 'Ferries'), termNamed('tag', 'C++'), termNamed('section', 'Harbour')],
});
const SILENT = made('silent', { title: 'Only a headline', html: '' });

const shows = (query: string, article = ARTICLE): boolean => {
  const filter = toArticleFilter(readParameters(query));
  return filter === undefined || filter(article).fits;
};

describe('which articles a feed with filters shows', () => {
  test.each([
    ['without a filter, each', '', true],
    ['filter looks into the title', '?filter=piano', true],
    ['filter looks into the text', '?filter=Nobody', true],
    ['filter looks into the authors', '?filter=Quayle', true],
    ['filter looks into the tags', '?filter=Ferries', true],
    ['a section is no tag', '?filter_category=Harbour', false],
    ['the title alone', '?filter_title=Nobody', false],
    ['the summary is text, too', '?filter_description=Nine', true],
    ['the text is searched as it is read: tags inside a word part nothing', '?filter_description=captain', true],
    ['… and references are read', '?filter_description=R%26D%20%26', true],
    ['… and paragraphs are parted', '?filter_description=patience.%20Nobody', true],
    ['markup is not searched', '?filter_description=%3Cp%3E', false],
    ['authors stand one after the other', '?filter_author=Quayle%20Mira', true],
    ['each tag is by itself', '?filter_category=^Ferries$', true],
    ['signs of a tag have to be escaped', '?filter_category=^C%5C%2B%5C%2B$', true],
    ['all filters have to fit', '?filter_title=piano&filter_author=Nobody', false],
    ['filter and its sisters hold together', '?filter=piano&filter_title=Nobody', false],
    ['filterout looks into the title', '?filterout=piano', false],
    ['filterout looks into the text', '?filterout=Nobody', false],
    ['filterout leaves authors and tags alone', '?filterout=Quayle|Ferries', true],
    ['filterout by title', '?filterout_title=Nobody', true],
    ['filterout by text', '?filterout_description=Nobody', false],
    ['filterout by author', '?filterout_author=Holt', false],
    ['filterout by tag', '?filterout_category=Ferr', false],
    ['in and out at once', '?filter=piano&filterout_author=Holt', false],
    ['case matters', '?filter_title=PIANO', false],
    ['case can be left out', '?filter_title=PIANO&filter_case_sensitive=false', true],
    ['case is left out for all', '?filterout=PIANO&filter_case_sensitive=false', false],
  ])('%s', (_name, query, expected) => expect(shows(query)).toBe(expected));

  test('an article without a text is searched by its title', () => {
    expect(shows('?filter_description=headline', SILENT)).toBe(true);
  });

  test('an article without tags has none that fits, and none to be left out for', () => {
    expect(shows('?filter_category=.', SILENT)).toBe(false);
    expect(shows('?filterout_category=.', SILENT)).toBe(true);
  });

  test('what stands far inside of a long text is not searched', () => {
    const long = made('long', { html: `<p>${'word '.repeat(2_000)}needle</p>` });
    expect(shows('?filter=needle', long)).toBe(false);
    expect(shows('?filter=word', long)).toBe(true);
  });

  test('a pattern that cannot be used is told by its parameter', () => {
    expect(() => toArticleFilter(readParameters('?filter_author=(x'))).toThrow(/^filter_author: "\(x" is no pattern/);
  });
});
