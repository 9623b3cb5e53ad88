/**
 * One document of a feed, cut where its entries begin and end. Each entry's text depends on the article and the site
 * alone, so that it can stand in every feed that shows the article.
 */
export interface DocumentParts {
  /** Up to the first entry; the whole document where there is none. */
  readonly start: string;
  readonly entries: readonly string[];
  /** Stands between two entries. */
  readonly between: string;
  readonly end: string;
}

/** The whole document. */
export const joinParts = ({ start, entries, between, end }: DocumentParts): string =>
  start + entries.join(between) + end;

/** Cuts a document at the words that begin and end its entries; these must mean nothing else in it. */
export function cutDocument(text: string, opening: string, closing: string, between = ''): DocumentParts {
  const [start = '', ...entries] = text.split(between + opening);
  const last = entries.pop();
  if (last === undefined) return { start, entries, between, end: '' };
  const end = last.lastIndexOf(closing) + closing.length;
  return {
    start,
    entries: [...entries, last.slice(0, end)].map((entry) => opening + entry),
    between,
    end: last.slice(end),
  };
}
