import { z } from 'zod';
import type { Podcast } from '../model/site.ts';
import { setting } from './setting-schemas.ts';

/** The settings of podcasts, a part of `SETTINGS`. */
export const PODCAST_SETTINGS = {
  PODCAST_CATEGORY: setting({
    about: "Makes podcasts of the RSS feeds: one of Apple's categories, such as `News` or `Arts > Books`.",
    byDefault: 'none',
    mend: 'write a category such as News, or one and a part of it such as Arts > Books',
    schema: z
      .string()
      .transform((text) => text.split('>').map((part) => part.trim()))
      .refine((parts) => parts.length <= 2 && parts.every((part) => part !== ''))
      .optional(),
  }),
  PODCAST_IMAGE: setting({
    about: 'The cover of the podcasts, a square JPEG or PNG: its web address.',
    byDefault: 'none',
    mend: 'write a web address such as https://example.org/cover.jpg',
    schema: z
      .string()
      .transform((text) => URL.parse(text))
      .refine((url) => url !== null && /^https?:$/.test(url.protocol) && /\.(?:jpe?g|png)$/i.test(url.pathname))
      .transform((url) => url?.href ?? '')
      .optional(),
  }),
  PODCAST_EXPLICIT: setting({
    about: 'Whether the podcasts are for adults only: `true` or `false`.',
    byDefault: 'false',
    mend: 'write true or false',
    schema: z.enum(['true', 'false']).default('false'),
  }),
} as const;

type PodcastSettings = {
  readonly [Name in keyof typeof PODCAST_SETTINGS]: z.output<(typeof PODCAST_SETTINGS)[Name]['schema']>;
};

/** The podcast that the settings describe; undefined when they describe none, a text when they describe half of one. */
export function podcastIn(settings: PodcastSettings): Podcast | string | undefined {
  const { PODCAST_CATEGORY: category, PODCAST_IMAGE: image, PODCAST_EXPLICIT: explicit } = settings;
  if (category === undefined && image === undefined) return undefined;
  if (category === undefined)
    return `PODCAST_IMAGE: a podcast needs a category; ${PODCAST_SETTINGS.PODCAST_CATEGORY.mend}`;
  if (image === undefined)
    return `PODCAST_CATEGORY: a podcast needs PODCAST_IMAGE; ${PODCAST_SETTINGS.PODCAST_IMAGE.mend}`;
  return { category, image, isExplicit: explicit === 'true' };
}
