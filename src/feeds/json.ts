import { PROGRAM } from '../model/program.ts';
import { isoText } from '../time/instant.ts';
import { cutDocument, type DocumentParts } from './document-parts.ts';
import type { Entry, EntryAuthor } from './entry.ts';
import { assemble, type DocumentItem, extension, writtenDate } from './feed-package.ts';
import type { Head } from './head.ts';

/** Only in front of the list of items does a line of this depth and name end. */
const ITEMS = '\n    "items": [';

/** JSON Feed 1.1. The package writes version 1; what 1.1 changed and added is set over it by name. */
export function writeJson(head: Head, entries: readonly Entry[]): DocumentParts {
  const older = head.chain.find(({ rel }) => rel === 'prev-archive');
  const json = assemble(
    'json',
    {
      title: head.title,
      description: head.description,
      link: head.page,
      feedLinks: { json: head.feeds.json },
      extensions: [
        extension('version', 'https://jsonfeed.org/version/1.1'),
        ...(head.language ? [extension('language', head.language)] : []),
        ...(head.author ? [extension('authors', [toAuthor(head.author)])] : []),
        ...(head.hubs.length > 0 ? [extension('hubs', head.hubs.map(toHub))] : []),
        ...(older ? [extension('next_url', older.href)] : []),
        ...(head.tombstones.length > 0 ? [extension('_tagwire', tombstonesOf(head))] : []),
      ],
    },
    entries.map(toItem),
  );
  // Text in JSON holds no line feed: these are the package's own, and their indentation tells how deep they stand.
  const begin = json.indexOf(ITEMS) + ITEMS.length;
  const items = cutDocument(`,${json.slice(begin)}`, '\n        {', '\n        }', ',');
  return entries.length === 0
    ? { start: json, entries: [], between: ',', end: '' }
    : { ...items, start: json.slice(0, begin) };
}

/** JSON Feed has no word for a removed item; an extension (JSON Feed 1.1, "Extensions") says it. */
const tombstonesOf = ({ tombstones }: Head) => ({
  ...(PROGRAM.url && { about: PROGRAM.url }),
  deleted_items: tombstones.map(({ id, removedAt }) => ({ id, date_deleted: isoText(removedAt) })),
});

function toItem(entry: Entry): DocumentItem {
  return {
    id: entry.id,
    title: entry.title,
    link: entry.address,
    date: writtenDate(isoText(entry.updatedAt)),
    published: writtenDate(isoText(entry.publishedAt)),
    content: entry.html,
    ...(entry.tags.length > 0 && { category: entry.tags.map((tag) => ({ name: tag })) }),
    extensions: [
      // An item must have content of one kind; an undefined field is left out of the document.
      ...(entry.html === ''
        ? [extension('content_html', undefined), extension('content_text', entry.summary ?? entry.title)]
        : []),
      ...(entry.summary ? [extension('summary', entry.summary)] : []),
      ...(entry.authors.length > 0 ? [extension('authors', entry.authors.map(toAuthor))] : []),
      ...(entry.language ? [extension('language', entry.language)] : []),
      ...(entry.image ? [extension('image', entry.image)] : []),
      ...(entry.attachments.length > 0 ? [extension('attachments', entry.attachments.map(toAttachment))] : []),
    ],
  };
}

const toHub = (url: string) => ({ type: 'WebSub', url });

/** An address of e-mail is written as the author's URL where there is no other, as the specification proposes. */
const toAuthor = ({ name, email, url }: EntryAuthor) => ({ name, url: url ?? (email && `mailto:${email}`) });

const toAttachment = ({ url, mimeType, title, length, durationSeconds }: Entry['attachments'][number]) => ({
  url,
  mime_type: mimeType,
  title,
  size_in_bytes: length,
  duration_in_seconds: durationSeconds,
});
