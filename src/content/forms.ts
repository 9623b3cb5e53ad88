import type { Draft } from './draft.ts';
import { hasFrontMatter } from './front-matter.ts';
import { readMarkdown } from './markdown.ts';
import { readPageText } from './page-text.ts';

/** One way in which articles are written down. */
export interface Form {
  readonly name: string;
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Settles which of several forms with one extension a text has; the first that answers true reads it. */
  readonly looksRight: (text: string) => boolean;
  /** Throws ContentError for a text that holds no article. */
  readonly read: (text: string) => Draft;
}

/** Every form that Tagwire reads. A new one is a reader of its own and a row here. */
const FORMS: readonly Form[] = [
  { name: 'markdown', extensions: ['.md', '.markdown'], looksRight: () => true, read: readMarkdown },
  { name: 'markdown', extensions: ['.txt', '.text'], looksRight: hasFrontMatter, read: readMarkdown },
  { name: 'page-text', extensions: ['.txt', '.text'], looksRight: () => true, read: readPageText },
];

const extensionOf = (path: string): string => /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '';

/** True for a file that may hold articles, by its name. */
export const isArticleFile = (path: string): boolean =>
  FORMS.some(({ extensions }) => extensions.includes(extensionOf(path)));

/** The form of a file; undefined when no reader is for it. */
export const formOf = (path: string, text: string): Form | undefined =>
  FORMS.find(({ extensions, looksRight }) => extensions.includes(extensionOf(path)) && looksRight(text));
