import { parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { renderFeed } from '../../src/feeds/render.ts';
import type { Article } from '../../src/model/article.ts';
import type { Format } from '../../src/model/feed-key.ts';
import { ALL } from '../../src/model/selection.ts';
import type { Site } from '../../src/model/site.ts';
import { RECORDINGS } from './sample-articles.ts';

const COVER = 'https://courier.example/cover.jpg';
const SITE: Site = {
  title: 'Tidewater Courier',
  description: 'Small news from an invented coast.',
  language: 'en',
  author: { name: 'Mira & Holt', email: 'desk@courier.example' },
  baseUrl: 'https://courier.example/',
  idAuthority: 'courier.example,2026',
  maxAgeSeconds: 300,
  podcast: { category: ['Arts', 'Books & "Tea"'], image: COVER, isExplicit: false },
};

const { podcast: _podcast, ...PLAIN_SITE } = SITE;

const render = (articles: readonly Article[], site: Site = SITE, format: Format = 'rss'): string =>
  renderFeed(site, { selection: ALL, format }, { articles, labels: new Map() });

describe('a feed with recordings', () => {
  test('says as a podcast what directories ask for', () => {
    const { itunes, podcast, items } = parseRssFeed(render(RECORDINGS));
    expect(itunes).toEqual({
      author: 'Mira & Holt',
      categories: [{ text: 'Arts', categories: [{ text: 'Books & "Tea"' }] }],
      explicit: false,
      image: COVER,
      owner: { name: 'Mira & Holt', email: 'desk@courier.example' },
      type: 'episodic',
    });
    expect(podcast).toMatchObject({
      guid: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
      locked: { value: false },
      medium: 'podcast',
    });
    expect(items?.[0]?.itunes).toEqual({ author: 'Mira Holt', duration: 301 });
    expect(items?.[0]?.enclosures).toEqual([expect.objectContaining({ type: 'audio/mpeg', length: 4_812_303 })]);
    expect(items?.slice(1).map((item) => item.itunes)).toEqual([undefined, undefined, undefined]);
  });

  test('has an id that stays when the site moves', () => {
    const guidAt = (baseUrl: string) => parseRssFeed(render(RECORDINGS, { ...SITE, baseUrl })).podcast?.guid;
    expect(guidAt('https://elsewhere.example/feeds/')).toBe(guidAt(SITE.baseUrl));
    const other = parseRssFeed(render(RECORDINGS, { ...SITE, idAuthority: 'other.example,2026' }));
    expect(other.podcast?.guid).not.toBe(guidAt(SITE.baseUrl));
  });

  test('shows an episode by its own picture, where that is one that Apple takes', () => {
    const [bells] = RECORDINGS;
    if (bells === undefined) throw new Error('no article');
    const pictureOf = (image: string) => parseRssFeed(render([{ ...bells, image }])).items?.[0]?.itunes?.image;
    expect(pictureOf('https://courier.example/bells.png')).toBe('https://courier.example/bells.png');
    expect(pictureOf('https://courier.example/bells.webp')).toBeUndefined();
  });

  test('names no owner whose address is not known', () => {
    const { author: _author, ...nobody } = SITE;
    expect(parseRssFeed(render(RECORDINGS, nobody)).itunes).not.toHaveProperty('owner');
  });

  test.each<[string, string]>([
    ['of a site that is no podcast', render(RECORDINGS, PLAIN_SITE)],
    ['in Atom', render(RECORDINGS, SITE, 'atom')],
    ['in JSON', render(RECORDINGS, SITE, 'json')],
  ])('is no podcast %s', (_name, text) => expect(text).not.toMatch(/itunes|podcast:/));
});
