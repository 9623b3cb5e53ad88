import { extensionOf } from './article-files.ts';
import type { Draft, Finding } from './draft.ts';
import { hasFrontMatter } from './fields/front-matter.ts';
import { withFileStamp } from './file-stamp.ts';
import { readHtmlPage } from './html/page.ts';
import { readJsonFile, readJsonLines } from './json/json.ts';
import { readMarkdownFile } from './markdown/markdown.ts';
import { readPageFile } from './page/page-text.ts';
import { isFeedText, readFeedFile } from './saved-feeds/feed-file.ts';
import type { SourceFile } from './source-file.ts';

/** One way in which articles are written down. */
export interface Form {
  readonly name: string;
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Settles which of several forms with one extension a text has; the first that answers true reads it. */
  readonly looksRight: (text: string) => boolean;
  /** Bytes; a larger file is not opened. */
  readonly maxBytes: number;
  /** Reads a file piece by piece (`piecesOf`): a large one is never held whole. */
  readonly readsPieces?: true;
  /**
   * Yields what the file holds, in its order. An article that cannot be read is a finding, too. Throws ContentError for a
   * file that holds no article, or cannot be read from some place on: what was found before counts.
   */
  readonly read: (file: SourceFile) => Iterable<Finding>;
}

/** An article of this size is a mistake; reading it would hold up all others. */
const ARTICLE_BYTES = 10 * 1024 * 1024;
/** An export holds all articles of a site. */
const EXPORT_BYTES = 256 * 1024 * 1024;
/** As much as is held whole. */
const WHOLE_BYTES = 128 * 1024 * 1024;

const one = (draft: Draft): readonly Finding[] => [{ kind: 'article', draft }];
const markdown = { name: 'markdown', maxBytes: ARTICLE_BYTES, read: readMarkdownFile };
const pageText = {
  name: 'page-text',
  maxBytes: ARTICLE_BYTES,
  read: (file: SourceFile) => one(readPageFile(file)),
};

const html = {
  name: 'html',
  maxBytes: ARTICLE_BYTES,
  read: (file: SourceFile) => one(withFileStamp(readHtmlPage(file.text, file.path), file)),
};

/** Every form that Tagwire reads. A new one is a reader of its own and a row here. */
export const FORMS: readonly Form[] = [
  { ...markdown, extensions: ['.md', '.markdown'], looksRight: () => true },
  { ...markdown, extensions: ['.txt', '.text'], looksRight: hasFrontMatter },
  { ...html, extensions: ['.html', '.htm', '.xhtml'], looksRight: () => true },
  { ...pageText, extensions: ['.txt', '.text'], looksRight: () => true },
  { name: 'json', extensions: ['.json'], maxBytes: WHOLE_BYTES, looksRight: () => true, read: readJsonFile },
  {
    name: 'feed',
    extensions: ['.xml', '.rss', '.atom', '.rdf'],
    maxBytes: EXPORT_BYTES,
    readsPieces: true,
    looksRight: isFeedText,
    read: readFeedFile,
  },
  {
    name: 'json-lines',
    extensions: ['.jsonl', '.ndjson'],
    maxBytes: EXPORT_BYTES,
    readsPieces: true,
    looksRight: () => true,
    read: readJsonLines,
  },
];

/** The form of a file; undefined when no reader is for it. */
export const formOf = (path: string, text: string): Form | undefined =>
  FORMS.find(({ extensions, looksRight }) => extensions.includes(extensionOf(path)) && looksRight(text));

/** The most bytes that any form of a file with this name may have. */
export function maxBytesOf(path: string): number {
  const possible = FORMS.filter(({ extensions }) => extensions.includes(extensionOf(path)));
  return Math.max(ARTICLE_BYTES, ...possible.map(({ maxBytes }) => maxBytes));
}
