/**
 * The wall around the `feed` package: the only file that imports it.
 *
 * The package assembles documents and nothing more. What it is given is clean and hidden (see `clean.ts`) with absolute,
 * normal addresses; what it cannot say is added to its output by `rss.ts`, `atom.ts` and `json.ts`. Each document has an
 * instance of its own, since the package means different things by the same field in different formats.
 */
import { type Extension, Feed, type FeedOptions, type Item } from 'feed';
import type { Format } from '../model/feed-key.ts';

type DocumentHead = FeedOptions & { readonly extensions: readonly Extension[] };
export type DocumentItem = Item;

const WRITERS: Readonly<Record<Format, (feed: Feed) => string>> = {
  rss: (feed) => feed.rss2(),
  atom: (feed) => feed.atom1(),
  json: (feed) => feed.json1(),
};

/** Writes one document. The head's extensions stand on `channel` in RSS and at the top in JSON; Atom has none. */
export function assemble(
  format: Format,
  { extensions, ...options }: DocumentHead,
  items: readonly DocumentItem[],
): string {
  const feed = new Feed(options);
  for (const extension of extensions) feed.addExtension(extension);
  for (const item of items) feed.addItem(item);
  return WRITERS[format](feed);
}

/** Sets (or overrides) a field by its name in the format. The package declares objects only but copies whatever it gets. */
export const extension = (name: string, value: unknown): Extension => ({
  name,
  objects: value as Extension['objects'],
});

/** A date that the package prints as it is written here. */
export const writtenDate = (text: string): Date => new WrittenDate(text);

class WrittenDate extends Date {
  readonly #text: string;

  constructor(text: string) {
    super(text);
    this.#text = text;
  }

  override toISOString(): string {
    return this.#text;
  }

  override toUTCString(): string {
    return this.#text;
  }
}
