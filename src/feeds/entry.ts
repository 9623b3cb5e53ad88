import type { Article, Attachment, Author } from '../model/article.ts';
import type { Instant } from '../model/instant.ts';
import type { Site } from '../model/site.ts';
import { articleAddress, indexAddress, webAddress } from './addresses.ts';
import { type CleanText, cleanLine, cleanText } from './clean.ts';
import { isRecording } from './recordings.ts';

/** An author as every format can write one. */
export interface EntryAuthor {
  readonly name: CleanText;
  readonly email: CleanText | undefined;
  readonly url: string | undefined;
}

interface EntryAttachment {
  readonly url: string;
  readonly mimeType: CleanText;
  readonly length: number | undefined;
  readonly title: CleanText | undefined;
  readonly durationSeconds: number | undefined;
}

/** One article as the three formats write it: all text clean, all addresses absolute and normal. */
export interface Entry {
  readonly id: CleanText;
  readonly address: string;
  readonly title: CleanText;
  readonly html: CleanText;
  readonly summary: CleanText | undefined;
  readonly authors: readonly EntryAuthor[];
  /** Tags alone: readers cannot tell a section or a series from a tag, and would filter by it. */
  readonly tags: readonly CleanText[];
  /** The address of the index of all tags. */
  readonly tagScheme: string;
  /** Only where it differs from the feed's. */
  readonly language: CleanText | undefined;
  readonly attachments: readonly EntryAttachment[];
  /** The picture that stands for the article. */
  readonly image: string | undefined;
  /** The first recording, where the site is a podcast. */
  readonly recording: EntryAttachment | undefined;
  readonly publishedAt: Instant;
  readonly updatedAt: Instant;
}

/** Depends on the article and the site alone, never on the feed that shows it: a finished piece can serve all feeds. */
export function toEntry(site: Site, article: Article): Entry {
  const attachments = article.attachments.flatMap((attachment) => toEntryAttachment(attachment) ?? []);
  const language = languageTag(article.language);
  return {
    id: cleanLine(article.id),
    address: articleAddress(site, article),
    title: cleanLine(article.title),
    html: cleanText(article.html),
    summary: lineOrNone(article.summary),
    authors: article.authors.flatMap((author) => toEntryAuthor(author) ?? []),
    tags: article.terms.flatMap(({ kind, label }) => (kind === 'tag' ? (lineOrNone(label) ?? []) : [])),
    tagScheme: indexAddress(site, 'tag'),
    attachments,
    image: webAddress(article.image),
    recording: site.podcast && attachments.find(isRecording),
    language: isSaid(language, languageTag(site.language)) ? undefined : language,
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
  };
}

/** `en` says nothing new in a feed in `en-GB`; `en-GB` does in one in `en`. */
const isSaid = (language: string | undefined, ofSite: string | undefined): boolean =>
  language === ofSite ||
  (language !== undefined && ofSite?.toLowerCase().startsWith(`${language.toLowerCase()}-`) === true);

/** Undefined for an author of whom nothing is known. The name is never empty: a format without it would be invalid. */
export function toEntryAuthor(author: Author): EntryAuthor | undefined {
  const email = lineOrNone(author.email);
  const url = webAddress(author.url);
  const name = lineOrNone(author.name) ?? email ?? lineOrNone(url);
  return name && { name, email: email !== undefined && EMAIL.test(email) ? email : undefined, url };
}

/** Undefined for text that does not look like a language tag of BCP 47; formats would be invalid with it. */
export function languageTag(text: string | undefined): CleanText | undefined {
  const tag = lineOrNone(text);
  return tag !== undefined && LANGUAGE_TAG.test(tag) ? tag : undefined;
}

const LANGUAGE_TAG = /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i;
const EMAIL = /^[^\s@]+@[^\s@]+$/;
const MIME_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

function lineOrNone(text: string | undefined): CleanText | undefined {
  const line = cleanLine(text ?? '');
  return line === '' ? undefined : line;
}

function toEntryAttachment({ url, mimeType, length, title, durationSeconds }: Attachment): EntryAttachment | undefined {
  const address = webAddress(url);
  return address === undefined
    ? undefined
    : {
        url: address,
        mimeType: cleanLine(MIME_TYPE.test(mimeType) ? mimeType : 'application/octet-stream'),
        length,
        title: lineOrNone(title),
        durationSeconds,
      };
}
