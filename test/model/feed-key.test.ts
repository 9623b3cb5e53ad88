import { describe, expect, test } from 'vitest';
import { FORMATS, feedPath, pagePath, TERM_FOLDERS } from '../../src/model/feed-key.ts';
import { parseSelection } from '../../src/model/selection.ts';
import { TERM_KINDS } from '../../src/model/term.ts';

const selectionIn = (text: string) => {
  const parsed = parseSelection(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.selection;
};

describe('the addresses of a selection', () => {
  test.each([
    ['everything', '*', '', 'feed'],
    ['a tag', 'syria', 'tags/syria', 'tags/syria'],
    ['a tag of another script', 'Сирия', 'tags/%D1%81%D0%B8%D1%80%D0%B8%D1%8F', 'tags/%D1%81%D0%B8%D1%80%D0%B8%D1%8F'],
    ['a section', 'section:middle-east', 'sections/middle-east', 'sections/middle-east'],
    ['a series', 'series:long-reads', 'series/long-reads', 'series/long-reads'],
    ['an author', 'author:j-doe', 'authors/j-doe', 'authors/j-doe'],
    ['algebra over tags', 'syria+russia,-france', 'tags/-france,russia+syria', 'tags/-france,russia+syria'],
    ['algebra over sections', 'section:a,section:b', 'tags/section:a,section:b', 'tags/section:a,section:b'],
    ['an unwanted author', '-author:j-doe', 'tags/-author:j-doe', 'tags/-author:j-doe'],
  ])('%s', (_name, text, page, feed) => {
    const selection = selectionIn(text);
    expect(pagePath(selection)).toBe(page);
    expect(FORMATS.map((format) => feedPath({ selection, format }))).toEqual(
      ['rss', 'atom', 'json'].map((extension) => `${feed}.${extension}`),
    );
  });

  test('each kind of term has a folder of its own', () => {
    expect(new Set(TERM_KINDS.map((kind) => TERM_FOLDERS[kind])).size).toBe(TERM_KINDS.length);
  });
});
