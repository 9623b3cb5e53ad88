import { FORMATS } from '../model/feed-key.ts';
import { PROGRAM } from '../model/program.ts';
import { isoText } from '../time/instant.ts';
import { webAddress } from './addresses.ts';
import { cleanLine } from './clean.ts';
import { cutDocument, type DocumentParts } from './document-parts.ts';
import type { Entry, EntryAuthor } from './entry.ts';
import { assemble, type DocumentItem, writtenDate } from './feed-package.ts';
import type { Head } from './head.ts';
import { asAttribute, asText, finishXml, placeFor } from './hidden-text.ts';
import { MEDIA_NAMESPACE, mediaElements } from './media-rss.ts';
import { MEDIA_TYPES } from './media-types.ts';

/** Atom demands a date of a feed without entries too, and the clock may not tell it. */
const NEVER = '1970-01-01T00:00:00Z';

const HISTORY = 'http://purl.org/syndication/history/1.0';
const TOMBSTONES = 'http://purl.org/atompub/tombstones/1.0';

/** Stands where an entry's id goes: the package passes ids through `new URL()`, which changes some and throws at others. */
const ID_PLACE = 'tag:id';
const ENTRY = '\n    <entry>';

/**
 * Atom 1.0 (RFC 4287), the reference format. The package knows neither languages, nor the type of a text, nor more than
 * one enclosure or alternate; these go in by text while every `<` is still its own (see `hidden-text.ts`).
 */
export function writeAtom(head: Head, entries: readonly Entry[]): DocumentParts {
  const xml = assemble(
    'atom',
    {
      id: asText(head.id),
      title: asText(head.title),
      description: asText(head.description),
      link: head.page,
      generator: asText(cleanLine(PROGRAM.name)),
      // A feed without any author would be invalid where an entry has none (RFC 4287 §4.1.1).
      author: toPerson(head.author ?? { name: head.title, email: undefined, url: undefined }),
      updated: writtenDate(head.changedAt === undefined ? NEVER : isoText(head.changedAt)),
      extensions: [],
    },
    entries.map(toItem),
  );
  // Texts are plain text, not the HTML that the package says they are; none can hold a `<`, so these are its own tags.
  const typed = xml.replace(/<(title|subtitle|summary)(?: type="html")?>/g, '<$1 type="text">');
  const { start, entries: parts, between, end } = cutDocument(typed, ENTRY, '</entry>');
  return {
    start: finishXml(finishStart(start, head), []),
    entries: entries.map((entry, place) => finishXml(finishEntry(parts[place] ?? '', entry), [entry])),
    between,
    end: finishXml(end, []),
  };
}

function finishStart(start: string, head: Head): string {
  const { version, url } = PROGRAM;
  return start
    .replace('<feed ', () => `<feed${attributes(startOf(head))} `)
    .replace('<generator>', () => `<generator${attributes({ uri: webAddress(url), version })}>`)
    .replace(/<link rel="alternate"[^>]*>/, () => [...feedLinks(head), ...history(head)].join('\n    '));
}

/** A prefix of the head is declared only where it is used: a validator knows few of them, and warns of the others. */
const startOf = ({ language, history: part, tombstones }: Head) => ({
  'xml:lang': language,
  'xmlns:fh': part && HISTORY,
  'xmlns:media': MEDIA_NAMESPACE,
  'xmlns:at': tombstones.length > 0 ? TOMBSTONES : undefined,
});

/** The part of this document in the feed (RFC 5005), and what was removed from it (RFC 6721). */
const history = (head: Head): readonly string[] => [
  ...head.chain.map(({ rel, href }) => link({ rel, type: MEDIA_TYPES.atom, href })),
  ...(head.history ? [`<fh:${head.history}/>`] : []),
  ...head.tombstones.map(
    ({ id, removedAt }) => `<at:deleted-entry${attributes({ ref: id, when: isoText(removedAt) })}/>`,
  ),
];

/** The page first: some readers take the first link, whatever it is, for the site's. */
const feedLinks = (head: Head): readonly string[] => [
  link({ rel: 'alternate', type: 'text/html', href: head.page }),
  ...FORMATS.map((format) =>
    link({ rel: format === 'atom' ? 'self' : 'alternate', type: MEDIA_TYPES[format], href: head.feeds[format] }),
  ),
  ...head.hubs.map((href) => link({ rel: 'hub', href })),
];

function finishEntry(part: string, entry: Entry): string {
  const enclosures = entry.attachments.map(({ url, mimeType, length, title }) =>
    link({ rel: 'enclosure', type: mimeType, length, title, href: url }),
  );
  const media = mediaElements(entry).map(({ name, attributes: values }) => `<${name}${attributes(values)}/>`);
  return part
    .replace('<entry>', () => `<entry${attributes({ 'xml:lang': entry.language })}>`)
    .replace(`<id>${ID_PLACE}</id>`, () => `<id>${asText(entry.id)}</id>`)
    .replace('\n    </entry>', (end) => [...enclosures, ...media].map((line) => `\n        ${line}`).join('') + end);
}

function toItem(entry: Entry): DocumentItem {
  return {
    id: ID_PLACE,
    title: asText(entry.title),
    link: entry.address,
    date: writtenDate(isoText(entry.updatedAt)),
    published: writtenDate(isoText(entry.publishedAt)),
    content: placeFor(entry.html),
    author: entry.authors.map(toPerson),
    // Some readers show the term, some the label: both are the tag as it was written.
    category: entry.tags.map((tag) => ({ name: asAttribute(tag), term: asAttribute(tag), scheme: entry.tagScheme })),
    ...(entry.summary && { description: asText(entry.summary) }),
  };
}

const toPerson = ({ name, email, url }: EntryAuthor) => ({
  name: asText(name),
  ...(email && { email: asText(email) }),
  ...(url && { link: url }),
});

const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${asAttribute(cleanLine(`${value}`))}"`))
    .join('');

const link = (values: Readonly<Record<string, string | number | undefined>>): string => `<link${attributes(values)}/>`;
