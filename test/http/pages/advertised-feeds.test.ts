import { describe, expect, test } from 'vitest';
import { articlePage } from '../../../src/http/pages/article-page.ts';
import { homePage } from '../../../src/http/pages/home-page.ts';
import { problemPage } from '../../../src/http/pages/problem-page.ts';
import { selectionPage } from '../../../src/http/pages/selection-page.ts';
import { termsPage } from '../../../src/http/pages/terms-page.ts';
import { article, tags, term } from '../../feeds/sample-articles.ts';
import { advertised, alone, SITE } from './read-page.ts';

const linksOf = (title: string, path: string): readonly string[] => [
  `alternate | application/rss+xml | ${title} (RSS) | https://post.example/news/${path}.rss`,
  `alternate | application/atom+xml | ${title} (Atom) | https://post.example/news/${path}.atom`,
  `alternate | application/feed+json | ${title} (JSON Feed) | https://post.example/news/${path}.json`,
];
const ofSite = linksOf('Tidal Post', 'feed');

const pageOf = (kind: 'tag' | 'section' | 'author', label: string): string => {
  const one = term(kind, label);
  const labels = new Map([[`${kind}:${one.slug}`, label]]);
  return selectionPage({ site: SITE, selection: alone(one), contents: { articles: [], labels } });
};

describe('the feeds that a reader finds', () => {
  test.each([
    ['at home are those of everything', homePage({ site: SITE, articles: [], tags: [], sections: [] }), ofSite],
    ['on an index are those of everything', termsPage({ site: SITE, kind: 'tag', terms: [] }), ofSite],
    [
      'at a problem are those of everything',
      problemPage({ site: SITE, status: 404, title: 'Not found', detail: 'nothing' }),
      ofSite,
    ],
    [
      'on the page of a tag are first its own',
      pageOf('tag', 'C++'),
      [...linksOf('C++ – Tidal Post', 'tags/c-plus-plus'), ...ofSite],
    ],
    [
      'on the page of a tag in another script have addresses that every reader takes',
      pageOf('tag', 'маяк'),
      [...linksOf('маяк – Tidal Post', 'tags/%D0%BC%D0%B0%D1%8F%D0%BA'), ...ofSite],
    ],
    [
      'on the page of a section are first its own',
      pageOf('section', 'R&D "north"'),
      [...linksOf('R&D "north" – Tidal Post', 'sections/r-and-d-north'), ...ofSite],
    ],
    [
      'on the page of an article are first those of its first two tags, in its order',
      articlePage({
        site: SITE,
        article: article('clock', { terms: [term('section', 'Quay'), ...tags('Oil', 'Clocks', 'Bells')] }),
      }),
      [...linksOf('Oil – Tidal Post', 'tags/oil'), ...linksOf('Clocks – Tidal Post', 'tags/clocks'), ...ofSite],
    ],
    [
      'on the page of an article without tags are those of everything',
      articlePage({ site: SITE, article: article('clock') }),
      ofSite,
    ],
  ])('%s', (_name, page, links) => expect(advertised(page)).toEqual(links));
});
