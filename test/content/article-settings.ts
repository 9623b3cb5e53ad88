import type { ArticleSettings } from '../../src/content/to-article.ts';

/** A site below a path, in a zone that is never UTC, so that each shows. */
export const SETTINGS: ArticleSettings = {
  zone: 'Europe/Paris',
  site: { baseUrl: 'https://s.example/feeds/', idAuthority: 's.example,2026' },
};
