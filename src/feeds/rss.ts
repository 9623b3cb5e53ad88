import { PROGRAM } from '../model/program.ts';
import { isoText, rfc822Date } from '../time/instant.ts';
import { cleanLine } from './clean.ts';
import { cutDocument, type DocumentParts } from './document-parts.ts';
import type { Entry } from './entry.ts';
import { descriptionHtml } from './excerpt.ts';
import { assemble, type DocumentItem, extension, writtenDate } from './feed-package.ts';
import type { Head } from './head.ts';
import { asAttribute, asText, finishXml, placeFor } from './hidden-text.ts';
import { MEDIA_NAMESPACE, mediaElements } from './media-rss.ts';
import { MEDIA_TYPES } from './media-types.ts';
import { PODCAST_NAMESPACES, podcastChannel, podcastItem } from './podcast.ts';

/** The package declares a prefix only when it writes the element itself; ours stand always, so that all feeds begin alike. */
const START =
  '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:fh="http://purl.org/syndication/history/1.0" ' +
  `xmlns:media="${MEDIA_NAMESPACE}" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"`;

/**
 * RSS 2.0 with the RSS Best Practices Profile: names in `dc:creator` (`author` must be an e-mail address), the summary
 * as `description` before the whole text in `content:encoded`, the permanent id as `guid`, at most one `enclosure`. It
 * has no word for a removed article.
 */
export function writeRss(head: Head, entries: readonly Entry[]): DocumentParts {
  const { ttlMinutes, syndication } = head.rate ?? {};
  const xml = assemble(
    'rss',
    {
      title: asText(head.title),
      description: asText(head.description),
      link: head.page,
      feedLinks: { rss: head.feeds.rss },
      generator: asText(cleanLine(`${PROGRAM.name} ${PROGRAM.version}`)),
      docs: 'https://www.rssboard.org/rss-specification',
      ...(ttlMinutes !== undefined && { ttl: ttlMinutes }),
      ...(head.language && { language: asText(head.language) }),
      ...(head.updatedAt !== undefined && { updated: writtenDate(rfc822Date(head.updatedAt)) }),
      extensions: [
        // Without `updated` the package takes the clock; an empty list is how its writer leaves an element out.
        ...(head.updatedAt === undefined ? [extension('lastBuildDate', [])] : []),
        // Set by us, the links of the channel replace the package's own.
        extension(
          'atom:link',
          [
            ...[{ rel: 'self', href: head.feeds.rss }, ...head.chain].map((link) => ({
              ...link,
              type: MEDIA_TYPES.rss,
            })),
            ...head.hubs.map((href) => ({ rel: 'hub', href })),
          ].map(({ href, ...others }) => ({ _attributes: { href: asAttribute(cleanLine(href)), ...others } })),
        ),
        ...(head.cloud ? [extension('cloud', { _attributes: cloudAttributes(head.cloud) })] : []),
        ...(head.history ? [extension(`fh:${head.history}`, {})] : []),
        ...(head.author ? [extension('dc:creator', asText(head.author.name))] : []),
        ...(syndication
          ? [
              extension('sy:updatePeriod', syndication.period),
              extension('sy:updateFrequency', `${syndication.frequency}`),
            ]
          : []),
        ...(head.podcast ? podcastChannel(head.podcast, head.id, head.author) : []),
      ],
    },
    entries.map(toItem),
  );
  const { start, entries: items, between, end } = cutDocument(xml, '\n        <item>', '</item>');
  return {
    start: finishXml(start.replace(/<rss [^>]*>/, `${START}${head.podcast ? PODCAST_NAMESPACES : ''}>`), []),
    entries: items.map((item, place) => finishXml(item, entries.slice(place, place + 1))),
    between,
    end: finishXml(end, []),
  };
}

/** The procedure is of XML-RPC alone, but must be there. */
const cloudAttributes = ({ domain, port, path }: NonNullable<Head['cloud']>) => ({
  domain: asAttribute(cleanLine(domain)),
  port,
  path: asAttribute(cleanLine(path)),
  registerProcedure: '',
  protocol: 'http-post',
});

function toItem(entry: Entry): DocumentItem {
  const [enclosure] = entry.attachments;
  return {
    title: asText(entry.title),
    link: entry.address,
    guid: asText(entry.id),
    date: writtenDate(rfc822Date(entry.publishedAt)),
    description: asText(descriptionHtml(entry)),
    content: placeFor(entry.html),
    category: entry.tags.map((tag) => ({ name: asText(tag) })),
    ...(enclosure && {
      enclosure: { url: enclosure.url, length: enclosure.length ?? 0, type: asAttribute(enclosure.mimeType) },
    }),
    extensions: [
      extension(
        'dc:creator',
        entry.authors.map(({ name }) => asText(name)),
      ),
      ...(entry.language ? [extension('dc:language', asText(entry.language))] : []),
      extension('atom:updated', isoText(entry.updatedAt)),
      ...(mediaExtensions(entry) ?? []),
      ...podcastItem(entry),
    ],
  };
}

/** Elements of one name stand together: the package writes a list of them. */
const mediaExtensions = (entry: Entry): DocumentItem['extensions'] =>
  Object.entries(Object.groupBy(mediaElements(entry), ({ name }) => name)).map(([name, elements = []]) =>
    extension(
      name,
      elements.map(({ attributes }) => ({ _attributes: writtenAttributes(attributes) })),
    ),
  );

const writtenAttributes = (attributes: Readonly<Record<string, string | number | undefined>>) =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, asAttribute(cleanLine(`${value}`))]],
    ),
  );
