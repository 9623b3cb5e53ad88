import { describe, expect, test } from 'vitest';
import { readParameters } from '../../src/feeds/parameters.ts';
import { shortened } from '../../src/feeds/shorten.ts';
import { made } from '../store/made-articles.ts';

const TEXT = `${'The ferry waited for the piano. '.repeat(20)}`.trim();
const LONG = made('long', { html: `<p>${TEXT}</p>`, summary: 'Nine minutes were lost.' });
const { summary: _, ...BARE } = LONG;

describe('articles of feeds that are not whole', () => {
  test.each([
    ['without a wish it is the article', '', LONG, LONG.html, LONG.summary],
    ['a brief text is the beginning of the text', '?brief=100', LONG, '', `${TEXT.slice(0, 99)}…`],
    ['a text that is short enough is whole', '?brief=10000', LONG, '', TEXT],
    ['a summary is the summary', '?mode=summary', LONG, '', LONG.summary],
    ['without one it is the beginning', '?mode=summary', BARE, '', `${TEXT.slice(0, 297)}…`],
    ['an article without text is brief by its summary', '?brief=100', { ...LONG, html: '' }, '', LONG.summary],
    ['an article with neither stays as it is', '?brief=100', { ...BARE, html: '' }, '', undefined],
    [
      'a text without blanks is cut where it is',
      '?brief=100',
      { ...LONG, html: '海'.repeat(200) },
      '',
      `${'海'.repeat(100)}…`,
    ],
    [
      'a pair of surrogates is not cut',
      '?brief=101',
      { ...LONG, html: `a${'🎉'.repeat(90)}` },
      '',
      `a${'🎉'.repeat(50)}…`,
    ],
    ['markup and references are read', '?brief=100', { ...LONG, html: '<p>R&amp;D &lt;x&gt;</p>' }, '', 'R&D <x>'],
  ])('%s', (_name, query, article, html, summary) => {
    const short = shortened(article, readParameters(query));
    expect([short.html, short.summary]).toEqual([html, summary]);
  });

  test('a brief text is never longer than asked for, but for its ellipsis', () => {
    for (let length = 100; length < 400; length += 1) {
      expect(shortened(LONG, readParameters(`?brief=${length}`)).summary?.length).toBeLessThanOrEqual(length + 1);
    }
  });
});
