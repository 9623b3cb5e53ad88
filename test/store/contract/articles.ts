import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import type { OpenStore } from '../contract.ts';
import { at, feedOf, made, NOW, namesIn, read, readAll, removed, slugNamed, termNamed } from '../made-articles.ts';

const whole: Article = made('whole', {
  url: 'https://example.org/original?a=1&b=2',
  summary: 'One paragraph.',
  language: 'pt-BR',
  authors: [
    { name: 'Ann Tide', email: 'ann@example.org', url: 'https://example.org/ann' },
    { name: 'Bo Quay' },
    { name: 'Cy Lock', url: 'https://example.org/cy' },
  ],
  terms: [
    termNamed('tag', 'São Paulo'),
    termNamed('section', 'Middle East'),
    termNamed('tag', 'C++'),
    termNamed('series', 'Long Reads'),
    termNamed('author', 'Ann Tide'),
    termNamed('tag', '日本語'),
    termNamed('section', 'C++'),
  ],
  publishedAt: at('2021-04-20T02:27:00.123Z'),
  dateline: {
    text: '02:27 GMT20 April 2021',
    line: 1,
    role: 'clock',
    rule: 'day first',
    zone: 'GMT',
    certainty: 'exact',
  },
  updatedAt: at('2021-04-21T00:00:00Z'),
  attachments: [
    { url: 'https://example.org/a.png', mimeType: 'image/png', length: 12_345, title: 'A lock' },
    { url: 'https://example.org/b.mp3', mimeType: 'audio/mpeg' },
  ],
});

/** Articles come back as they were given. */
export function describeArticles(open: OpenStore): void {
  describe('an article', () => {
    test.each<[string, Article]>([
      ['with everything that an article can have', whole],
      ['with nothing but what it must have', made('bare')],
      ['with an attachment of no bytes', made('empty', { attachments: [{ url: 'x:y', mimeType: 'a/b', length: 0 }] })],
      ['with an empty text', made('silent', { title: '', html: '', summary: '' })],
      ['of before 1970', made('old', { on: '1912-04-15T02:20:00Z' })],
      ['of 1970 to the millisecond', made('zero', { on: '1970-01-01T00:00:00Z' })],
      [
        'with text that means something elsewhere',
        made('hostile', {
          title: `'; DROP TABLE articles; -- ? ?1 $a "quoted" \\ ]]> <b>&amp;`,
          html: '<p>👩‍🚀 \u2028 \u0007 \ufeff אבג %s {{x}}</p>\r\n\t',
          summary: '🎉'.repeat(1_000),
        }),
      ],
    ])('comes back %s', async (_name, article) => {
      const store = open();
      await store.applyChanges(readAll(article), NOW);
      expect((await feedOf(store, '*')).articles).toStrictEqual([article]);
      expect(await store.readArticle(article.slug)).toStrictEqual(article);
    });

    test('is known by no other slug', async () => {
      const store = open();
      await store.applyChanges(readAll(made('known')), NOW);
      expect(await store.readArticle(slugNamed('unknown'))).toBeUndefined();
    });

    test('is replaced by its edited state, also where that has less', async () => {
      const store = open();
      await store.applyChanges(readAll(whole), NOW);
      const less = made('whole', { title: 'Shorter' });
      await store.applyChanges(readAll(less), NOW);
      expect((await feedOf(store, '*')).articles).toStrictEqual([less]);
      expect(await store.countArticles()).toBe(1);
    });

    test('goes with its file', async () => {
      const store = open();
      await store.applyChanges(readAll(whole, made('other')), NOW);
      await store.applyChanges([removed('whole.md')], NOW);
      expect(await namesIn(store, '*')).toEqual(['other']);
      expect(await store.readArticle(whole.slug)).toBeUndefined();
      expect(await store.countArticles()).toBe(1);
    });

    test('goes when its file holds it no more', async () => {
      const store = open();
      await store.applyChanges([read('both.md', made('one'), made('two'))], NOW);
      expect((await namesIn(store, '*'))?.sort()).toEqual(['one', 'two']);
      await store.applyChanges([read('both.md', made('two'))], NOW);
      expect(await namesIn(store, '*')).toEqual(['two']);
      await store.applyChanges([read('both.md')], NOW);
      expect(await namesIn(store, '*')).toEqual([]);
      expect([...(await store.readPaths())]).toEqual(['both.md']);
    });
  });
}
