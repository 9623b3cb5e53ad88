import { createHash } from 'node:crypto';
import type { Podcast } from '../model/site.ts';
import { type CleanText, cleanLine } from './clean.ts';
import type { Entry, EntryAuthor } from './entry.ts';
import { extension } from './feed-package.ts';
import { asAttribute, asText } from './hidden-text.ts';

/** Declared where a feed shows a recording, for readers of podcasts. */
export const PODCAST_NAMESPACES =
  ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"';

type Extensions = readonly ReturnType<typeof extension>[];

/** What a channel says as a podcast: what Apple asks for, and the names of the Podcast namespace. */
export function podcastChannel(podcast: Podcast, id: CleanText, author: EntryAuthor | undefined): Extensions {
  const [category = '', subcategory] = podcast.category;
  const text = (name: string): string => asAttribute(cleanLine(name));
  const inner = subcategory === undefined ? {} : { 'itunes:category': { _attributes: { text: text(subcategory) } } };
  return [
    extension('itunes:category', { _attributes: { text: text(category) }, ...inner }),
    extension('itunes:image', { _attributes: { href: asAttribute(cleanLine(podcast.image)) } }),
    extension('itunes:explicit', podcast.isExplicit ? 'true' : 'false'),
    extension('itunes:type', 'episodic'),
    ...(author ? [extension('itunes:author', asText(author.name))] : []),
    ...(author?.email
      ? [extension('itunes:owner', { 'itunes:name': asText(author.name), 'itunes:email': asText(author.email) })]
      : []),
    extension('podcast:guid', uuidOf(id)),
    extension('podcast:locked', 'no'),
    extension('podcast:medium', 'podcast'),
  ];
}

/** What an item with a recording says besides. */
export function podcastItem({ recording, authors, image }: Entry): Extensions {
  if (recording === undefined) return [];
  const [author] = authors;
  return [
    ...(recording.durationSeconds === undefined ? [] : [extension('itunes:duration', `${recording.durationSeconds}`)]),
    ...(author ? [extension('itunes:author', asText(author.name))] : []),
    // Apple takes no other pictures.
    ...(image !== undefined && /\.(?:jpe?g|png)$/i.test(image)
      ? [extension('itunes:image', { _attributes: { href: asAttribute(cleanLine(image)) } })]
      : []),
  ];
}

/** The names of podcasts are version 5 UUIDs in this namespace. */
const PODCAST_NAMESPACE = Buffer.from('ead4c236bf5858c6a2c6a6b28d128cb6', 'hex');

/** RFC 9562 §5.5. Made of the feed's permanent id, which stays when the site moves. */
function uuidOf(name: string): string {
  const bytes = createHash('sha1').update(PODCAST_NAMESPACE).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
