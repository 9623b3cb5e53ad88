import type { Article } from './article.ts';

/** What a format writes around an article, and around each of the things that it may have several of. */
const FRAME_BYTES = 1_024;
const PART_BYTES = 256;
/** RSS shows the beginning of a text a second time, where there is no summary. */
const EXCERPT_BYTES = 1_200;

/** XML writes each of these as a reference of six bytes, JSON writes the others with a backslash. */
const MARKUP = /[<>&]/g;
const REFERENCE_EXTRA_BYTES = 5;
const ESCAPED = /["\\\n\t]/g;

const countOf = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;

const bytesOf = (text: string): number =>
  Buffer.byteLength(text) + Math.max(REFERENCE_EXTRA_BYTES * countOf(MARKUP, text), countOf(ESCAPED, text));

/**
 * How many bytes an article takes in a feed, at the most: an estimate that is the same for every format, so that a feed
 * and its archives are cut alike in all of them.
 */
export function weighArticle(article: Article): number {
  const { id, url, title, html, summary, authors, terms, attachments, image } = article;
  const texts = [id, url ?? '', title, html, summary ?? '', summary ?? ''];
  const parts = [
    ...authors.map(({ name, email, url: address }) => name + (email ?? '') + (address ?? '')),
    // Atom writes a tag twice.
    ...terms.map(({ label }) => label + label),
    // Media RSS says a second time what the enclosures say.
    ...attachments.flatMap(({ url: address, title: name = '' }) => [address + name, address + name]),
    ...(image === undefined ? [] : [image + image]),
  ];
  return (
    FRAME_BYTES +
    (summary === undefined ? EXCERPT_BYTES : 0) +
    texts.reduce((bytes, text) => bytes + bytesOf(text), 0) +
    parts.reduce((bytes, part) => bytes + PART_BYTES + bytesOf(part), 0)
  );
}
