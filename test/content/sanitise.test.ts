import { describe, expect, test } from 'vitest';
import { sanitise } from '../../src/content/sanitise.ts';
import { processorNow } from '../processor-time.ts';
import { contentErrorOf } from './content-error.ts';

const BASE = 'https://s.example/feeds/articles/low-water';
const clean = (html: string): string => sanitise(html, BASE);

describe('what could act goes, its text stays', () => {
  test.each<[string, string, string]>([
    ['a script with all that is in it', 'a<script>alert(1)</script>b', 'ab'],
    ['a script in capitals', '<SCRIPT SRC=x></SCRIPT>a', 'a'],
    ['a script that is never closed', 'a<script>alert(1)', 'a'],
    ['a style sheet', '<style>p{color:red}</style>a', 'a'],
    ['event handlers', '<p onclick="x()" ONMOUSEOVER=y>a</p>', '<p>a</p>'],
    ['styles, classes and ids', '<p style="color:red" class="a" id="b">a</p>', '<p>a</p>'],
    ['a frame', '<iframe src="https://h.example/">a</iframe>', 'a'],
    ['an object, but not its text', '<object data="x"><p>a</p></object><embed src="x">', '<p>a</p>'],
    ['a form, but not its words', '<form action="/x"><input value="y"><button>a</button></form>', 'a'],
    ['what was typed into a field', '<textarea><b>x</b></textarea><select><option>y</option></select>a', 'a'],
    [
      'a new base for all links',
      '<base href="https://h.example/"><a href="x">a</a>',
      '<a href="https://s.example/feeds/articles/x">a</a>',
    ],
    ['a page that sends away', '<meta http-equiv="refresh" content="0;url=x"><link rel="stylesheet" href="x">a', 'a'],
    ['drawings, but not their words', '<svg onload="x"><path d="M0"/><text>a</text></svg>', 'a'],
    ['a script in a drawing', '<svg><script>alert(1)</script></svg>a', 'a'],
    ['an image in the style of a drawing', '<svg><style><img src=x onerror=alert(1)></style></svg>a', 'a'],
    ['formulas, but not their signs', '<math><mi>a</mi></math>', 'a'],
    ['comments', 'a<!-- b -->c<!-- d', 'ac'],
    ['elements that nobody knows', '<x-y>a</x-y>', 'a'],
    [
      'targets and pings of a link',
      '<a href="https://h.example/" target="_blank" ping="/x" rel="nofollow">a</a>',
      '<a href="https://h.example/" rel="nofollow">a</a>',
    ],
  ])('%s', (_name, html, answer) => expect(clean(html)).toBe(answer));
});

describe('a link that no reader should follow loses its address', () => {
  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'java&#9;script:alert(1)',
    '&#106;avascript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>x</script>',
    'blob:https://s.example/x',
    'file:///x',
    'ftp://h.example/x',
    'http://[bad',
    'https://',
  ])('%j', (address) => expect(clean(`<a href="${address}">a</a>`)).toBe('<a>a</a>'));
});

describe('an address becomes absolute', () => {
  const page = 'https://s.example/feeds/articles/low-water';
  test.each<[string, string, string]>([
    ['beside the page', 'x', 'https://s.example/feeds/articles/x'],
    ['above the page', '../x', 'https://s.example/feeds/x'],
    ['above the top is the top', '../../../../x', 'https://s.example/x'],
    ['from the root of the site', '/tags/tides', 'https://s.example/tags/tides'],
    ['of the page itself', '#note', `${page}#note`],
    ['with a query alone', '?a=b', `${page}?a=b`],
    ['without any', '', page],
    ['without a scheme', '//h.example/x', 'https://h.example/x'],
    ['with backslashes', '\\\\h.example\\x', 'https://h.example/x'],
    ['absolute already', 'http://h.example/x?a=b&amp;c#d', 'http://h.example/x?a=b&amp;c#d'],
    ['with blanks around and inside', ' a b ', 'https://s.example/feeds/articles/a%20b'],
    ['with letters of another script', '/прилив', 'https://s.example/%D0%BF%D1%80%D0%B8%D0%BB%D0%B8%D0%B2'],
    ['of a letter', 'mailto:a@h.example', 'mailto:a@h.example'],
    ['of a telephone', 'tel:+1', 'tel:+1'],
  ])('%s', (_name, address, answer) => expect(clean(`<a href="${address}">a</a>`)).toBe(`<a href="${answer}">a</a>`));

  const folder = 'https://s.example/feeds/articles';
  test.each<[string, string, string]>([
    ['an image', '<img src="a.png" alt="a" width="9">', `<img src="${folder}/a.png" alt="a" width="9" />`],
    [
      'a poster',
      '<video poster="p.png" src="/v.mp4" controls></video>',
      `<video poster="${folder}/p.png" src="https://s.example/v.mp4" controls></video>`,
    ],
    [
      'a recording',
      '<audio controls><source src="a.mp3" type="audio/mpeg"></audio>',
      `<audio controls><source src="${folder}/a.mp3" type="audio/mpeg" /></audio>`,
    ],
    [
      'the source of a quotation',
      '<q cite="x">a</q><blockquote cite="javascript:x">b</blockquote>',
      `<q cite="${folder}/x">a</q><blockquote>b</blockquote>`,
    ],
    ['an image inside its data goes', 'a<img src="data:image/png;base64,AA" alt="x">b', 'ab'],
    ['an image without an address goes', '<img alt="x">', ''],
    ['an image by script goes', '<img src="javascript:x">', ''],
  ])('%s', (_name, html, answer) => expect(clean(html)).toBe(answer));

  test.each<[string, string, string]>([
    ['one candidate', 'b.png 2x', `${folder}/b.png 2x`],
    ['a candidate without a description', 'b.png', `${folder}/b.png`],
    ['several', 'b.png 1x, /c.png 2x', `${folder}/b.png 1x, https://s.example/c.png 2x`],
    ['no blank after the comma', 'b.png 1x,c.png 2x', `${folder}/b.png 1x, ${folder}/c.png 2x`],
    ['commas inside an address', '/w_100,h_50/b.png 100w', 'https://s.example/w_100,h_50/b.png 100w'],
    ['no description before a comma', 'b.png, c.png 2x', `${folder}/b.png, ${folder}/c.png 2x`],
    ['other hosts', '//h.example/b.png 2x', 'https://h.example/b.png 2x'],
    ['a bad one among good ones', 'b.png 1x, javascript:x 2x, data:image/png;base64,AA 3x', `${folder}/b.png 1x`],
  ])('srcset with %s', (_name, srcset, answer) => {
    expect(clean(`<img src="a.png" srcset="${srcset}">`)).toBe(`<img src="${folder}/a.png" srcset="${answer}" />`);
  });

  test.each(['', ' , ,, ', 'javascript:x 1x', 'http://[bad 2x'])('srcset %j goes', (srcset) => {
    expect(clean(`<img src="a.png" srcset="${srcset}">`)).toBe(`<img src="${folder}/a.png" />`);
  });
});

describe('text and structure stay', () => {
  test.each<[string, string, string]>([
    ['signs that HTML uses', 'a < b & c > d', 'a &lt; b &amp; c &gt; d'],
    ['escaped markup stays escaped', '&lt;script&gt;x&lt;/script&gt;', '&lt;script&gt;x&lt;/script&gt;'],
    ['what is escaped twice stays so', '&amp;lt;b&amp;gt;', '&amp;lt;b&amp;gt;'],
    ['code', '<pre><code>a &lt; b\n\n  c</code></pre>', '<pre><code>a &lt; b\n\n  c</code></pre>'],
    ['elements that overlap', '<b><i>a</b>b</i>', '<b><i>a</i></b>b'],
    ['paragraphs that are not closed', '<p>a<p>b', '<p>a</p><p>b</p>'],
    ['a table without closings', '<table><tr><td>a<td>b</table>', '<table><tr><td>a</td><td>b</td></tr></table>'],
    ['closings of nothing', 'a</b></div>', 'a'],
    [
      'ruby',
      '<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>',
      '<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>',
    ],
    ['language and direction', '<p dir="rtl" lang="ar">المد</p>', '<p dir="rtl" lang="ar">المد</p>'],
    [
      'numbers of a list',
      '<ol start="3" reversed><li value="4">a</li></ol>',
      '<ol start="3" reversed><li value="4">a</li></ol>',
    ],
    [
      'cells that span',
      '<table><tr><th scope="row" colspan="2">a</th></tr></table>',
      '<table><tr><th scope="row" colspan="2">a</th></tr></table>',
    ],
    ['line breaks and rules have no closing', 'a<br>b<br/>c<hr>d<wbr>e', 'a<br />b<br />c<hr />d<wbr />e'],
    ['quotes in an attribute', `<abbr title='"a" &amp; b'>c</abbr>`, '<abbr title="&quot;a&quot; &amp; b">c</abbr>'],
    ['words in bold inside a heading', '<h2>a <strong>b</strong></h2>', '<h2>a <strong>b</strong></h2>'],
    ['nothing', '', ''],
    ['blanks around all', '\n <p>a</p> \n', '<p>a</p>'],
  ])('%s', (_name, html, answer) => expect(clean(html)).toBe(answer));

  test('what was cleaned is not changed by cleaning it again', () => {
    const html = '<p>a &amp; b <img src="x.png" srcset="y.png 2x, z.png 3x" /><a href="/t">t</a><br /></p>';
    expect(clean(clean(html))).toBe(clean(html));
  });
});

describe('hostile HTML takes no time', () => {
  const TOO_DEEP = 'no line: the HTML is nested more than 500 elements deep; close its elements';
  const repeat = (part: string, length: number): string => part.repeat(Math.ceil(length / part.length));

  test('elements 500 deep are kept', () => {
    const deep = `${'<b>'.repeat(500)}a${'</b>'.repeat(500)}`;
    expect(clean(deep)).toBe(deep);
  });

  test.each([
    '<b>',
    '<div>',
    '<blockquote>\n',
    '<svg>',
    '<a href=x>',
    '<i><b><u>',
    '<b></i>',
    '<p><b>',
    '<a ',
    '<a href="',
    '<x y=z ',
  ])('100 KB of %j are refused', (part) => expect(contentErrorOf(() => clean(repeat(part, 100_000)))).toBe(TOO_DEEP));

  test.each(['<p>', '<li>', '<br>', '</b>', '<', '<!--', '&', '&amp;', '"', '<b>a</b>', '<img src=data:x>', '<td>'])(
    '100 KB of %j are cleaned in good time',
    (part) => {
      const html = repeat(part, 100_000);
      const started = processorNow();
      clean(html);
      expect(processorNow() - started).toBeLessThan(1_000);
    },
  );
});
