import type { Entry } from './entry.ts';
import { isPicture } from './recordings.ts';

export const MEDIA_NAMESPACE = 'http://search.yahoo.com/mrss/';

/** An element of Media RSS, by its name and attributes. */
export interface MediaElement {
  readonly name: 'media:content' | 'media:thumbnail';
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
}

/**
 * The pictures of an article in Media RSS 1.5: each as `media:content`, and the one that stands for the article, which is
 * perhaps none of its files, as `media:thumbnail`, too. Recordings are enclosures, and need no second word.
 */
export function mediaElements({ attachments, image }: Entry): readonly MediaElement[] {
  const pictures = attachments.filter(isPicture);
  const isKnown = pictures.some(({ url }) => url === image);
  const all = [
    ...(image === undefined || isKnown ? [] : [{ url: image, mimeType: undefined, length: undefined }]),
    ...pictures,
  ];
  return [
    ...all.map(({ url, mimeType, length }): MediaElement => {
      return { name: 'media:content', attributes: { url, fileSize: length, type: mimeType, medium: 'image' } };
    }),
    ...(image === undefined ? [] : [{ name: 'media:thumbnail' as const, attributes: { url: image } }]),
  ];
}
