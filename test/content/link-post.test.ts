import { expect, test } from 'vitest';
import { readMarkdownFile } from '../../src/content/markdown/markdown.ts';
import { toArticle } from '../../src/content/to-article.ts';
import { SETTINGS } from './article-settings.ts';

const articleAt = (path: string, link: string, text: string) => {
  const [found] = readMarkdownFile({ path, text: `---\ntitle: A piano\ndate: 2024-03-14\n${link}\n---\n${text}\n` });
  if (found?.kind !== 'article') throw new Error('no article');
  return toArticle(found.draft, path, SETTINGS).article;
};

test.each(['link', 'externalUrl', 'external_url'])(
  'two posts with one %s are two articles with pages of their own',
  (key) => {
    const [one, two] = ['one.md', 'two.md'].map((path) =>
      articleAt(path, `${key}: https://x.example/piano`, 'Read this.'),
    );
    expect(one?.id).not.toBe(two?.id);
    expect([one?.url, two?.url]).toEqual([undefined, undefined]);
    expect(one?.html).toBe('<p>Read this.</p>\n<p><a href="https://x.example/piano">x.example</a></p>');
  },
);

test('a text that holds the link keeps it as it is', () => {
  const { html } = articleAt('a.md', 'link: https://x.example/piano', 'Read [this](https://x.example/piano).');
  expect(html).toBe('<p>Read <a href="https://x.example/piano">this</a>.</p>');
});

test('what is no web address leaves nothing', () => {
  expect(articleAt('a.md', 'link: javascript:alert(1)', 'Read this.').html).toBe('<p>Read this.</p>');
});

test('a url beside the link is still the address', () => {
  const { id, url } = articleAt('a.md', 'link: https://x.example/piano\nurl: https://s.example/mine', 'Read this.');
  expect([id, url]).toEqual(['https://s.example/mine', 'https://s.example/mine']);
});
