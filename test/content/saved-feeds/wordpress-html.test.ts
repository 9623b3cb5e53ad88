import { describe, expect, test } from 'vitest';
import { wordpressHtml } from '../../../src/content/saved-feeds/wordpress-html.ts';
import { processorNow } from '../../processor-time.ts';

describe('a post of WordPress reads as WordPress shows it', () => {
  test.each<[string, string, string]>([
    ['blank lines part paragraphs', 'One.\n\nTwo.', '<p>One.</p>\n<p>Two.</p>'],
    ['line ends are kept', 'One\ntwo', '<p>One<br>\ntwo</p>'],
    ['line ends of Windows', 'One\r\n\r\nTwo', '<p>One</p>\n<p>Two</p>'],
    ['a break that is there is not doubled', 'One<br />\ntwo', '<p>One<br />\ntwo</p>'],
    ['inline elements are text', '<em>One</em> two', '<p><em>One</em> two</p>'],
    ['paragraphs stay', '<p>One.</p>\n<p>Two.</p>', '<p>One.</p>\n<p>Two.</p>'],
    ['a heading stands for itself', '<h2>One</h2>\nTwo', '<h2>One</h2>\n<p>Two</p>'],
    ['text between blocks', 'a<hr />b', '<p>a</p>\n<hr />b'],
    ['a list', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    [
      'a quotation has paragraphs inside',
      '<blockquote>One.\n\nTwo.</blockquote>',
      '<blockquote><p>One.</p>\n<p>Two.</p></blockquote>',
    ],
    ['white space of code is kept', 'a\n\n<pre>b\n\n\nc</pre>\n\nd', '<p>a</p>\n<pre>b\n\n\nc</pre>\n<p>d</p>'],
    ['blocks are left as they are', '<!-- wp:paragraph -->\n<p>a\nb</p>\n<!-- /wp:paragraph -->', '<p>a\nb</p>'],
    ['the mark of the summary goes', 'a<!--more Read on-->b', '<p>ab</p>'],
    [
      'a caption',
      '[caption id="x" width="300"]<a href="/b"><img src="/a.jpg" /></a> Words.[/caption]',
      '<figure><a href="/b"><img src="/a.jpg" /></a>\n<figcaption>Words.</figcaption>\n</figure>',
    ],
    [
      'an old caption',
      '[caption caption="Words"]<img src="/a.jpg">[/caption]',
      '<figure><img src="/a.jpg">\n<figcaption>Words</figcaption>\n</figure>',
    ],
    ['a gallery goes', 'a\n\n[gallery ids="1,2"]\n\nb', '<p>a</p>\n<p>b</p>'],
    [
      'an address to embed',
      '[embed]https://v.example/1[/embed]',
      '<p><a href="https://v.example/1">https://v.example/1</a></p>',
    ],
    [
      'a recording',
      '[audio mp3="https://v.example/1.mp3"][/audio]',
      '<audio controls src="https://v.example/1.mp3"></audio>',
    ],
    ['words between shortcodes stay', '[box type="x"]Words[/box]', '<p>Words</p>'],
    ['brackets that are none stay', 'He said [sic] so [1].', '<p>He said [sic] so [1].</p>'],
    ['nothing', '', ''],
  ])('%s', (_name, content, html) => expect(wordpressHtml(content)).toBe(html));

  test.each(['[', '[caption]', '[a b=', '<pre>', '<p ', '</p>', '\n', '<!-- wp:', '<blockquote>', '[audio ', '[/a]'])(
    'no hostile post of %j takes long',
    (part) => {
      const started = processorNow();
      wordpressHtml(part.repeat(60_000 / part.length));
      expect(processorNow() - started).toBeLessThan(1_500);
    },
  );
});
