import { describe, expect, test } from 'vitest';
import { FORMATS, feedPath, pagePath, readFeedPath, TERM_FOLDERS } from '../../src/model/feed-key.ts';
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
    for (const format of FORMATS) expect(readFeedPath(`${feed}.${format}`)).toEqual({ selection, format });
  });

  test('each kind of term has a folder of its own', () => {
    expect(new Set(TERM_KINDS.map((kind) => TERM_FOLDERS[kind])).size).toBe(TERM_KINDS.length);
  });
});

describe('the canonical path of a feed is read back', () => {
  test.each([
    ['nothing', ''],
    ['a page', 'tags/syria'],
    ['another format', 'tags/syria.xml'],
    ['a folder that is none', 'tag/syria.rss'],
    ['a slash before it', '/tags/syria.rss'],
    ['a slash after it', 'tags/syria.rss/'],
    ['capitals', 'tags/Syria.rss'],
    ['capitals of the format', 'tags/syria.RSS'],
    ['algebra in another order', 'tags/b+a.rss'],
    ['algebra that is one term', 'tags/section:culture.rss'],
    ['a kind twice', 'sections/section:culture.rss'],
    ['bad algebra', 'tags/a++b.rss'],
    ['a letter that should be escaped', 'tags/são.rss'],
    ['everything by its sign', 'tags/*.rss'],
    ['an archive', 'tags/syria/archive/first.rss'],
    ['parameters', 'feed.rss?limit=5'],
    ['a fragment', 'feed.rss#part'],
  ])('and no other text is: %s', (_name, text) => {
    expect(readFeedPath(text)).toBeUndefined();
  });
});
