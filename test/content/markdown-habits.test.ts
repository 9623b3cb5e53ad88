import { describe, expect, test } from 'vitest';
import { readFileName } from '../../src/content/fields/file-name.ts';
import { readMarkdown, readMarkdownFile } from '../../src/content/markdown/markdown.ts';
import { processorNow } from '../processor-time.ts';
import { contentErrorOf } from './content-error.ts';

const draftOf = (body: string, path = 'a.md', fields = '') =>
  readMarkdown(`---\ntitle: Low water\ndate: 2021-01-20\n${fields}---\n${body}\n`, path);
const htmlOf = (body: string, path?: string, fields?: string): string => draftOf(body, path, fields).html.trim();

describe('habits of Obsidian', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['a hashtag is a tag and stays', 'The #gull came.', '<p>The #gull came.</p>', ['gull']],
    ['in brackets, and before a comma', '(#gull) #crab, #eel.', '<p>(#gull) #crab, #eel.</p>', ['gull', 'crab', 'eel']],
    [
      'of several words',
      '#tides/spring #old-sea #Птицы',
      '<p>#tides/spring #old-sea #Птицы</p>',
      ['tides/spring', 'old-sea', 'Птицы'],
    ],
    ['a number is none', '#1 of #2024', '<p>#1 of #2024</p>', []],
    ['a colour is none', '#fff and #a1b2c3', '<p>#fff and #a1b2c3</p>', []],
    ['inside a word there is none', 'C#a and x#y', '<p>C#a and x#y</p>', []],
    ['an escaped one is none', '\\#gull', '<p>#gull</p>', []],
    ['in code there is none', '`#gull`', '<p><code>#gull</code></p>', []],
    ['in a block of code there is none', '    #gull', '<pre><code>#gull\n</code></pre>', []],
    [
      'in an address there is none',
      '[a](https://x.example/#gull)',
      '<p><a href="https://x.example/#gull">a</a></p>',
      [],
    ],
    ['a link to a note is its words', '[[Low water]] [[a/b#c]] [[a|the b]]', '<p>Low water b the b</p>', []],
    ['an image of the vault', '![[sand 1.jpg|300]]', '<p><img src="sand%201.jpg" alt=""></p>', []],
    ['an image with words', '![[sand.png|Wet sand]]', '<p><img src="sand.png" alt="Wet sand"></p>', []],
    ['a note inside a note goes', 'a ![[note]] b', '<p>a  b</p>', []],
    ['a comment goes', 'a %%b\nc%% d', '<p>a  d</p>', []],
    ['marked words', '==a==', '<p><mark>a</mark></p>', []],
    [
      'a callout has its title',
      '> [!note] Mind it\n> Wet.',
      '<blockquote>\n<p><strong>Mind it</strong><br>\nWet.</p>\n</blockquote>',
      [],
    ],
    [
      'a callout without a title has its kind',
      '> [!WARNING]\n> Wet.',
      '<blockquote>\n<p><strong>Warning</strong><br>\nWet.</p>\n</blockquote>',
      [],
    ],
    ['brackets that are no link', '[[ [a] ]]', '<p>[[ [a] ]]</p>', []],
  ])('%s', (_name, body, html, tags) => {
    const draft = draftOf(body);
    expect(draft.html.trim()).toBe(html);
    expect(draft.tags.map(({ text }) => text)).toEqual(tags);
  });
});

describe('habits of GitHub', () => {
  test.each<[string, string, string]>([
    ['tasks', '- [x] a\n- [ ] b', '<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>'],
    ['a bare address', 'https://a.example/b.', '<p><a href="https://a.example/b">https://a.example/b</a>.</p>'],
  ])('%s', (_name, body, html) => expect(htmlOf(body)).toBe(html));

  test('footnotes have ids that no other article has', () => {
    const [one, other] = [htmlOf('a[^1]\n\n[^1]: b', 'one.md'), htmlOf('a[^1]\n\n[^1]: b', 'other.md')];
    const ids = (html: string): readonly string[] => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
    expect(ids(one)).toHaveLength(2);
    expect(ids(one).filter((id) => ids(other).includes(id))).toEqual([]);
    for (const id of ids(one)) expect(one).toContain(`href="#${id}"`);
  });
});

describe('habits of Hugo', () => {
  test.each<[string, string, string]>([
    [
      'a figure',
      '{{< figure src="a.jpg" alt="b" title="c" >}}',
      '<figure><img src="a.jpg" alt="b"><figcaption>c</figcaption></figure>',
    ],
    [
      'a video',
      '{{< youtube abc_1 >}}',
      '<p><a href="https://www.youtube.com/watch?v=abc_1">https://www.youtube.com/watch?v=abc_1</a></p>',
    ],
    ['others leave their words', '{{% box "x" %}}a{{% /box %}}', '<p>a</p>'],
    ['a link inside the site is its words', '[a]({{< ref "b.md" >}})', '<p>a</p>'],
    [
      'code',
      '{{< highlight go "linenos=true" >}}\na := {{ b }}\n{{< /highlight >}}',
      '<pre><code class="language-go">a := {{ b }}\n</code></pre>',
    ],
    ['in fenced code everything stays', '```\n{{< figure >}}\n```', '<pre><code>{{&lt; figure &gt;}}\n</code></pre>'],
    ['in a code span too', 'a `{{% box %}}` b', '<p>a <code>{{% box %}}</code> b</p>'],
    ['a backtick in a shortcode', '{{< box `a` >}}b', '<p>b</p>'],
    ['what a text only speaks of', 'Write `{{</* box */>}}`', '<p>Write <code>{{&lt; box &gt;}}</code></p>'],
    ['braces that are none', '{{ a }} {b}', '<p>{{ a }} {b}</p>'],
    ['the words of a heading without its id', '## A {#b}', '<h2>A</h2>'],
  ])('%s', (_name, body, html) => expect(htmlOf(body)).toBe(html));

  test('what stands above the divider is the summary', () => {
    expect(draftOf('One *a*.\n\n<!--more-->\n\nTwo.').summary).toBe('One a.');
    expect(draftOf('One.\n\n<!--more-->', 'a.md', 'summary: Given.\n').summary).toBe('Given.');
  });

  test('TOML says the same as YAML', () => {
    const toml =
      "+++\ntitle = 'Low water'\ndate = 2021-01-20\ntags = ['a, b', 'c']\n[params]\nauthor = 'Ann Lee'\n+++\nText.\n";
    expect(readMarkdown(toml)).toMatchObject({
      title: { text: 'Low water', line: 2 },
      stamps: [{ text: '2021-01-20', line: 3 }],
      tags: [
        { text: 'a, b', line: 4 },
        { text: 'c', line: 4 },
      ],
      authors: [{ name: 'Ann Lee', line: 6 }],
    });
  });

  test.each<[string, string, string]>([
    [
      'TOML that is never closed',
      '+++\na = 1\n',
      '1: the front matter is opened by "+++" but never closed; add a line "+++" after it',
    ],
    ['a value without quotes', '+++\ntitle = a b\n+++\n', '2: the front matter is not TOML'],
    [
      'JSON with a comma too few',
      '{\n"title": "a"\n"date": 1\n}\n',
      '3: the front matter is not JSON: "date" stands where "," or "}" should stand',
    ],
    [
      'JSON that is never closed',
      '{\n"title": "a"\n',
      '1: the front matter is opened by "{" but never closed; add a line "}" after it',
    ],
  ])('%s is told with its line', (_name, text, told) =>
    expect(contentErrorOf(() => readMarkdown(text))).toContain(told),
  );
});

describe('habits of Jekyll and Eleventy', () => {
  const POST = '_posts/2021-04-20-a.md';
  test.each<[string, string, string, string]>([
    ['attributes go', 'a\n{:.lead}', 'a.md', '<p>a</p>'],
    ['attributes behind words go', '**a**{: .b}', 'a.md', '<p><strong>a</strong></p>'],
    [
      'code',
      '{% highlight ruby %}\nputs "{{ a }}"\n{% endhighlight %}',
      POST,
      '<pre><code class="language-ruby">puts &quot;{{ a }}&quot;\n</code></pre>',
    ],
    ['tags and values go', 'a {% include b.html %}{{ site.title }} c', POST, '<p>a  c</p>'],
    ['in a code span they stay', 'a `{{ b }}` {{ c }}', POST, '<p>a <code>{{ b }}</code></p>'],
    [
      'what is called raw stays',
      '`{% raw %}{{ a }}{% endraw %}` {% raw %}{% b %}{% endraw %}{{ c }}',
      POST,
      '<p><code>{{ a }}</code> {% b %}</p>',
    ],
    ['a link to another post is its words', '[a]({% post_url 2020-01-01-b %})', POST, '<p>a</p>'],
    [
      'an address that is made',
      '[a]({{ site.baseurl }}/b) [c]({{ "/d" | relative_url }})',
      POST,
      '<p><a href="/b">a</a> <a href="/d">c</a></p>',
    ],
    ['elsewhere they are text', 'a {% include b.html %} {{ c }}', 'a.md', '<p>a {% include b.html %} {{ c }}</p>'],
  ])('%s', (_name, body, path, html) => expect(htmlOf(body, path)).toBe(html));

  test('tags between blanks are several only there', () => {
    const tags = (path: string) => draftOf('a', path, 'tags: ferries tides\n').tags.map(({ text }) => text);
    expect(tags(POST)).toEqual(['ferries', 'tides']);
    expect(tags('a.md')).toEqual(['ferries tides']);
  });

  test('names of collections are no tags', () => {
    expect(draftOf('a', 'a.md', 'tags: [posts, tides, all]\n').tags.map(({ text }) => text)).toEqual(['tides']);
  });

  test('a time that is elsewhere is told', () => {
    const text = '---\ntitle: a\ndate: git Created\n---\n';
    expect(contentErrorOf(() => readMarkdown(text))).toBe(
      '3: "git Created" stands for a time that is not in the file; write the date itself',
    );
  });
});

describe('a text that is signs more than words', () => {
  test.each(['[', '*', '_', '`', '![', '**a', '_a_ ', '[[a|'])('of %j is refused before it takes its time', (part) => {
    const started = processorNow();
    const body = part.repeat(300_000 / part.length);
    expect(contentErrorOf(() => htmlOf(body))).toMatch(/the text has \d+ times/);
    expect(processorNow() - started).toBeLessThan(250);
  });

  test('many links are none', () => {
    const body = 'See [the old road](https://a.example/b) to the lamp on the mole.\n\n'.repeat(3_000);
    expect(htmlOf(body).match(/<a /g)).toHaveLength(3_000);
  });
});

describe('the name of a file', () => {
  test.each<[string, string, object]>([
    ['of Jekyll', '_posts/2021-04-20-a-b.md', { date: '2021-04-20', slug: 'a-b', isJekyll: true }],
    ['a draft', '_drafts/a.md', { isDraft: true, isJekyll: true }],
    ['a folder of Docusaurus', 'blog/2021-04-20-a/index.md', { date: '2021-04-20', slug: 'a' }],
    ['a bundle of Hugo', 'posts/a/index.md', { slug: 'posts/a' }],
    ['a list of Hugo', 'posts/_index.md', { isListing: true }],
    ['a note of a day', 'daily/2021-04-20.md', { date: '2021-04-20' }],
    ['a Zettel', '202104200227 Low water.md', { date: '2021-04-20 02:27', slug: 'Low water', title: 'Low water' }],
    ['a note of Obsidian', 'Notes/Low water.md', { title: 'Low water' }],
    ['an index at the top', 'index.md', {}],
    ['no date', '2021-13-40-a.md', {}],
    ['a number', '123456789012.md', {}],
  ])('%s', (_name, path, told) => {
    expect(readFileName(path)).toEqual({ isDraft: false, isListing: false, isJekyll: false, ...told });
  });

  test('gives the date and the title that are not given inside', () => {
    expect(readMarkdown('Text.', '2021-04-20 Low water.md')).toMatchObject({
      title: { text: 'Low water' },
      stamps: [{ text: '2021-04-20', role: 'published', line: 1 }],
      slug: { text: 'Low water' },
    });
    expect(draftOf('a', '2020-01-01-b.md', 'slug: c\n')).toMatchObject({
      stamps: [{ text: '2021-01-20' }],
      slug: { text: 'c' },
    });
  });

  test('of a list is told of in a note', () => {
    expect([...readMarkdownFile({ path: 'a/_index.md', text: '# a\n' })]).toMatchObject([{ kind: 'note' }]);
  });
});

describe('fields at the top without fences', () => {
  test('are those of Pelican and MultiMarkdown', () => {
    const text = 'Title: Low water\nDate: 2021-01-20\nTags: a, b\nSummary: One\n  two\n\nText.\n';
    expect(readMarkdown(text)).toMatchObject({
      title: { text: 'Low water', line: 1 },
      tags: [{ text: 'a' }, { text: 'b', line: 3 }],
      summary: 'One two',
      html: '<p>Text.</p>\n',
    });
  });

  test.each([
    ['a text with a colon', 'Note: this is text.\n\n# Title\n'],
    ['lines after them that are none', 'Title: a\nand text\n\n# Title\n'],
  ])('%s is a text', (_name, text) => expect(readMarkdown(text).title.text).toBe('Title'));
});
