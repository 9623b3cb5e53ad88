import type { Format } from '../model/feed-key.ts';

/** The media type of each format, as links name it. */
export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};
