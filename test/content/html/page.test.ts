import { describe, expect, test } from 'vitest';
import { readHtmlPage } from '../../../src/content/html/page.ts';
import { ContentError } from '../../../src/model/errors.ts';
import { processorNow } from '../../processor-time.ts';

const TEXT = `<p>The ferry to Port Ellery left nine minutes late on Thursday, because a piano had to be carried aboard by hand.</p>
<p>The captain, who plays a little, asked two passengers to hold a leg each while the ship turned in the narrow harbour.</p>`;
const page = (head: string, body = `<article><h1>A piano crosses the bay</h1>${TEXT}</article>`): string =>
  `<!doctype html><html lang="en"><head><title>A piano crosses the bay | Tidewater Courier</title>
<meta property="og:site_name" content="Tidewater Courier">${head}</head><body>${body}</body></html>`;
const ld = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('times', () => {
  const stampOf = (head: string, body?: string): string | undefined => {
    const { stamps } = readHtmlPage(page(head, body));
    return stamps.filter(({ role }) => role === 'published').map(({ text, source }) => `${text} / ${source}`)[0];
  };

  test.each([
    [
      'JSON-LD comes before a meta',
      ld({ '@type': 'NewsArticle', headline: 'A', datePublished: '2024-03-14T07:10:00Z' }) +
        '<meta property="article:published_time" content="2024-03-15T09:00:00Z">',
      '2024-03-14T07:10:00Z / JSON-LD datePublished',
    ],
    [
      'a bare day gives way to a clock of that day',
      ld({ '@type': 'NewsArticle', headline: 'A', datePublished: '2024-03-14' }) +
        '<meta property="article:published_time" content="2024-03-14T09:00:00+01:00">',
      '2024-03-14T09:00:00+01:00 / meta article:published_time',
    ],
    [
      'a clock without a zone gives way to the same one with a zone',
      ld({ '@type': 'NewsArticle', headline: 'A', datePublished: '2024-03-14T07:10:00' }) +
        '<meta name="date" content="2024-03-14T07:10:00+0300">',
      '2024-03-14T07:10:00+0300 / meta date',
    ],
    [
      'a time before 1990 is none',
      ld({ '@type': 'NewsArticle', headline: 'A', datePublished: '1970-01-01T00:00:00Z' }) +
        '<meta name="parsely-pub-date" content="2024-03-14T07:10:00Z">',
      '2024-03-14T07:10:00Z / meta parsely-pub-date',
    ],
    [
      'a publication after the update is none',
      `${ld({
        '@type': 'Article',
        headline: 'A',
        datePublished: '2026-03-14T07:10:00Z',
        dateModified: '2024-03-15T08:00:00Z',
      })}<meta property="article:published_time" content="2024-03-14T07:10:00Z">`,
      '2024-03-14T07:10:00Z / meta article:published_time',
    ],
  ])('%s', (_name, head, stamp) => expect(stampOf(head)).toBe(stamp));

  test('the time of a comment or of another headline is not the time of the article', () => {
    const body = `<article><h1>A piano crosses the bay</h1><p class="posted-on">14 March 2024 07:10 GMT</p>${TEXT}</article>
      <aside class="related"><a href="/x">Other</a> <time datetime="2025-01-01T00:01:00Z">1 January</time></aside>
      <section id="comments" class="comments"><time datetime="2025-02-02T10:00:00Z">2 February</time></section>`;
    expect(stampOf('', body)).toBe('14 March 2024 07:10 GMT / class of a date');
  });
});

describe('JSON-LD in every state', () => {
  const titleOf = (script: string): string =>
    readHtmlPage(
      `<html><head><script type="application/ld+json">${script}</script></head><body><article>${TEXT}</article></body></html>`,
    ).title.text;

  test.each([
    ['in CDATA', '//<![CDATA[\n{"@type":"NewsArticle","headline":"Piano"}\n//]]>'],
    ['in a comment', '<!-- {"@type":"NewsArticle","headline":"Piano"} -->'],
    ['with comments and commas too many', '{"@type":"NewsArticle", /* x */ "headline":"Piano", // y\n}'],
    ['with raw line ends in strings', '{"@type":"NewsArticle","description":"one\ntwo\tthree","headline":"Piano"}'],
    ['as a list', '[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle","Article"],"headline":"Piano"}]'],
    ['as a graph', '{"@graph":[{"@type":"WebPage","name":"y"},{"@type":"BlogPosting","headline":"Piano"}]}'],
    ['with a whole address as type', '{"@type":"https://schema.org/NewsArticle","headline":"Piano"}'],
    ['broken for good', '{"@type":"NewsArticle","headline":"Piano","datePublished":"2024-03-14","x":{{{'],
    ['with entities', '{"@type":"NewsArticle","headline":"Piano &amp;#8217;s"}'],
  ])('%s', (_name, script) => expect(titleOf(script)).toMatch(/^Piano/));
});

describe('pages that hold no article', () => {
  test.each([
    [
      'a list of articles',
      page(
        '',
        Array.from(
          { length: 5 },
          (_, at) =>
            `<article><h2><a href="/${at}">The harbour opens again, part ${at}</a></h2><p>Short words on it.</p></article>`,
        ).join(''),
      ),
      /list of articles/,
    ],
    ['a page without text', page('', '<div id="app"></div>'), /no text/],
    [
      'a page without a title',
      '<p>Only these few words stand here, and nobody says what they are about.</p>',
      /no title/,
    ],
  ])('%s is reported', (_name, html, message) => {
    expect(() => readHtmlPage(html)).toThrow(ContentError);
    expect(() => readHtmlPage(html)).toThrow(message);
  });
});

test('an article that links its own headline, above small ones, is no list', () => {
  const great = `<article><h1><a href="/0">The harbour opens again</a></h1>${'<p>The ice went out on Thursday, and the ferry left with a piano aboard.</p>'.repeat(12)}</article>`;
  const small = Array.from(
    { length: 5 },
    (_, at) => `<article><h2><a href="/${at}">Tides, part ${at}</a></h2></article>`,
  );
  expect(readHtmlPage(page('', great + small.join(''))).html).toContain('The ice went out');
});

describe('hostile pages are read or refused, never more', () => {
  test.each([
    [
      '100,000 elements deep',
      `<h1>Deep</h1>${'<div>'.repeat(100_000)}<p>The words at the bottom are still words of this page.</p>`,
    ],
    [
      'an attribute of a megabyte',
      `<h1>Wide</h1><p title="${'x'.repeat(1_000_000)}">The words behind it are still words of this page.</p>`,
    ],
    [
      'tags that never end',
      `<h1>Open</h1><p>The words before it are still words of this page.</p>${'<a '.repeat(50_000)}`,
    ],
    [
      '50,000 elements beside each other',
      `<h1>Many</h1><p>The words before them are still words.</p>${'<b>x</b>'.repeat(50_000)}`,
    ],
    [
      '150,000 pieces of text beside each other',
      `<h1>Signs</h1><p>The words before them are still words of this page.</p>${'< '.repeat(150_000)}`,
    ],
    [
      '8,000 images for readers without scripts',
      `<h1>Images</h1><p>The words before them are still words of this page.</p>${'<noscript><img src="x.jpg"></noscript>'.repeat(8_000)}`,
    ],
    [
      'JSON-LD that opens and never says a name',
      `<script type="application/ld+json">${'{"@type":"Article","headline":"x","author":['.repeat(8_000)}</script><h1>Open</h1><p>The words behind it are still words of this page.</p>`,
    ],
    [
      'paragraphs 450 elements deep',
      `<h1>Deep</h1>${'<div>'.repeat(450)}${'<p>The words at the bottom are still words of this page.</p>'.repeat(4_000)}`,
    ],
    [
      '8,000 great headings beside each other',
      `${Array.from({ length: 8_000 }, (_, at) => `<h1>The ferry number ${at} left late</h1>`).join('')}<p>The words below them are still words of this page.</p>`,
    ],
    [
      'a doctype in the middle',
      `Warning!<br><!--[if IE]><html class="ie"><![endif]--><html lang="en"><head><title>Late</title></head><body><p>The words are still words of this page.</p></body></html>`,
    ],
    [
      'JSON-LD that leads in circles',
      `${ld({ '@graph': [{ '@id': '#a', '@type': 'Article', headline: 'Round', author: { '@id': '#a' } }] })}<p>The words are still words of this page.</p>`,
    ],
  ])('%s', (_name, html) => {
    const start = processorNow();
    expect(readHtmlPage(html).html).toMatch(/words/);
    // What grows with the square of such a page took three to twenty times as long.
    expect(processorNow() - start).toBeLessThan(5_000);
  });
});
