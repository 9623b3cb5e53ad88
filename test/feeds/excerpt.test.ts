import { describe, expect, test } from 'vitest';
import { cleanText } from '../../src/feeds/clean.ts';
import { descriptionHtml, excerpt } from '../../src/feeds/excerpt.ts';
import { processorNow } from '../processor-time.ts';

describe('the beginning of an article', () => {
  test.each([
    ['a short text is given whole', '<p>Fog at sea.</p>', 'Fog at sea.'],
    ['paragraphs are parted by a blank', '<h2>Fog</h2><p>At <br/>sea.</p>\n<p>Still.</p>', 'Fog At sea. Still.'],
    ['tags inside a word part nothing', '<p><b class="x">F</b>og<sup>2</sup> <a href="/x">h</a>ere</p>', 'Fog2 here'],
    ['references stay as they are', '<p>R&amp;D &lt;b&gt; &eacute;&#x26;</p>', 'R&amp;D &lt;b&gt; &eacute;&#x26;'],
    ['a lonely sign of markup is escaped', '<p>1 < 2 <</p>', '1 &lt; 2 &lt;'],
    ['no text is nothing', '<p><img src="a.png"/></p>', ''],
    ['nothing is nothing', '', ''],
    ['three hundred signs are whole', `<p>${'a'.repeat(300)}</p>`, 'a'.repeat(300)],
    ['more are cut before the word that does not fit', `<p>${'tide '.repeat(61)}</p>`, `${'tide '.repeat(60).trim()}…`],
    ['the word that just fits is kept', `${'a'.repeat(294)} tides out`, `${'a'.repeat(294)} tides…`],
    ['a text without blanks is cut where it is', '潮'.repeat(400), `${'潮'.repeat(300)}…`],
    ['a far blank does not cost the text', `Tides ${'潮'.repeat(400)}`, `Tides ${'潮'.repeat(294)}…`],
    ['a reference is not cut in two', `${'a'.repeat(297)}&amp;b`, `${'a'.repeat(297)}…`],
    ['a pair is not cut in two', `${'a'.repeat(299)}😀b`, `${'a'.repeat(299)}…`],
  ])('%s', (_name, html, text) => expect(excerpt(cleanText(html))).toBe(text));

  test('a million opening signs take no time', () => {
    const start = processorNow();
    excerpt(cleanText('<'.repeat(1_000_000)));
    expect(processorNow() - start).toBeLessThan(2000);
  });
});

describe('what RSS shows before the article is opened', () => {
  const entry = {
    html: cleanText('<p>Fog at sea.</p>'),
    title: cleanText('A <title>'),
    address: 'https://x.example/?a&b',
  };
  const none = cleanText('');

  test.each([
    ['the summary, as HTML', { ...entry, summary: cleanText('1 < 2') }, '1 &lt; 2'],
    ['else the beginning of the article', { ...entry, summary: undefined }, 'Fog at sea.'],
    ['else the title, as HTML', { ...entry, summary: undefined, html: none }, 'A &lt;title&gt;'],
    ['else the address', { ...entry, summary: undefined, html: none, title: none }, 'https://x.example/?a&amp;b'],
  ])('%s', (_name, given, html) => expect(descriptionHtml(given)).toBe(html));
});
