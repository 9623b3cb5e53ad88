import { describe, expect, test } from 'vitest';
import { MAX_ADDRESSES, renderRobots, renderSitemap, renderSitemapIndex } from '../../src/feeds/sitemap.ts';
import { SITE } from '../http/served-site.ts';
import { at, slugNamed } from '../store/made-articles.ts';

describe('the index of sitemaps', () => {
  test('names each month, and each part of a large one', () => {
    const text = renderSitemapIndex(SITE, [
      { month: '2026-04', count: 2 * MAX_ADDRESSES + 1, updatedAt: at('2026-04-03T08:00:00Z') },
      { month: '2026-03', count: MAX_ADDRESSES, updatedAt: at('2026-05-01T08:00:00.250Z') },
    ]);
    expect(text).toBe(`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <sitemap><loc>https://quay.example.org/sitemaps/2026-04.xml</loc><lastmod>2026-04-03T08:00:00Z</lastmod></sitemap>
  <sitemap><loc>https://quay.example.org/sitemaps/2026-04-2.xml</loc><lastmod>2026-04-03T08:00:00Z</lastmod></sitemap>
  <sitemap><loc>https://quay.example.org/sitemaps/2026-04-3.xml</loc><lastmod>2026-04-03T08:00:00Z</lastmod></sitemap>
  <sitemap><loc>https://quay.example.org/sitemaps/2026-03.xml</loc><lastmod>2026-05-01T08:00:00.250Z</lastmod></sitemap>
</sitemapindex>
`);
  });

  test('leaves out years that its dates cannot say', () => {
    expect(
      renderSitemapIndex(SITE, [{ month: '+010000-01', count: 1, updatedAt: at('2026-04-03T08:00:00Z') }]),
    ).not.toContain('<loc>');
  });
});

test('a sitemap names the page of each article, percent-encoded', () => {
  const articles = [{ slug: slugNamed('Сирень'), updatedAt: at('2026-04-03T08:00:00Z') }];
  expect(renderSitemap({ ...SITE, baseUrl: 'https://example.org/feeds/' }, articles)).toContain(
    '<url><loc>https://example.org/feeds/articles/%D1%81%D0%B8%D1%80%D0%B5%D0%BD%D1%8C</loc><lastmod>2026-04-03T08:00:00Z</lastmod></url>',
  );
});

describe('robots.txt', () => {
  /** RFC 9309 §2.2.2: the longest rule that fits holds; `*` is anything. */
  function mayRead(path: string, baseUrl = SITE.baseUrl): boolean {
    const rules = [...renderRobots({ ...SITE, baseUrl }).matchAll(/^(Allow|Disallow): (.*)$/gm)].flatMap(
      ([, verb, rule = '']) => {
        const pattern = rule.split('*').map((part) => part.replace(/[.?+^$()[\]{}|\\]/g, '\\$&'));
        return new RegExp(`^${pattern.join('.*')}`).test(path) ? [{ verb, length: rule.length }] : [];
      },
    );
    return rules.sort((a, b) => b.length - a.length)[0]?.verb !== 'Disallow';
  }

  test.each([
    ['/', true],
    ['/tags/tides', true],
    ['/tags/tides.rss', true],
    ['/tags/limit', true],
    ['/?format=rss', true],
    ['/tags/tides.rss?utm_source=x', true],
    ['/tags/tides.rss?limit=5', false],
    ['/tags/tides.rss?utm_source=x&limit=5', false],
    ['/feed/?filter_title=a', false],
    ['/?feed=atom&brief=100', false],
  ])('a robot may read %s: %s', (path, expected) => {
    expect(mayRead(path)).toBe(expected);
    expect(mayRead(`/below${path}`, 'https://example.org/below/')).toBe(expected);
  });

  test('names the index of sitemaps', () => {
    expect(renderRobots(SITE)).toMatch(/^User-agent: \*\nAllow: \/\n/);
    expect(renderRobots(SITE)).toMatch(/\nSitemap: https:\/\/quay\.example\.org\/sitemap\.xml\n$/);
  });
});
