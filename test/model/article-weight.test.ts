import { expect, test } from 'vitest';
import { renderFeed } from '../../src/feeds/render.ts';
import type { Article } from '../../src/model/article.ts';
import { weighArticle } from '../../src/model/article-weight.ts';
import { FORMATS } from '../../src/model/feed-key.ts';
import { ALL } from '../../src/model/selection.ts';
import { BARE_SITE } from '../feeds/golden-feeds.ts';
import { HOSTILE, PLAIN, RECORDINGS, TIDE_CLOCK } from '../feeds/sample-articles.ts';

const labels = new Map<string, string>();
const bytesOf = (article: Article): number =>
  Math.max(
    ...FORMATS.map((format) => {
      const render = (articles: readonly Article[]): number =>
        Buffer.byteLength(renderFeed(BARE_SITE, { selection: ALL, format }, { articles, labels }));
      return render([article]) - render([]);
    }),
  );

test.each([...PLAIN, ...RECORDINGS, ...HOSTILE].map((article) => [article.slug, article] as const))(
  'no format takes more bytes than its weight: %s',
  (_name, article) => {
    expect(weighArticle(article)).toBeGreaterThanOrEqual(bytesOf(article));
  },
);

test.each([
  ['text', 'x'.repeat(100_000)],
  ['markup', `<p>${'<b>a</b> '.repeat(10_000)}</p>`],
  ['references', '&amp; '.repeat(20_000)],
  ['quotation marks', '<a title="a">"'.repeat(5_000)],
  ['lines', 'a\n'.repeat(50_000)],
  ['letters of other scripts', 'щ字'.repeat(20_000)],
])('long %s weigh as much as they take, and no more than four times that', (_name, html) => {
  const article = { ...TIDE_CLOCK, html };
  expect(weighArticle(article)).toBeGreaterThanOrEqual(bytesOf(article));
  expect(weighArticle(article)).toBeLessThan(4 * bytesOf(article));
});
