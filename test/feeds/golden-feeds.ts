/** The feeds that stand as files in `test/golden/`. `npm run golden` writes them anew; a change is reviewed like code. */

import type { FeedContents } from '../../src/feeds/contents.ts';
import { renderFeed } from '../../src/feeds/render.ts';
import { type ArchiveName, archiveAfter } from '../../src/model/archive-name.ts';
import type { Article } from '../../src/model/article.ts';
import { FORMATS, type Format } from '../../src/model/feed-key.ts';
import { ALL, parseSelection, type Selection } from '../../src/model/selection.ts';
import type { Site } from '../../src/model/site.ts';
import { termKey } from '../../src/model/term.ts';
import { at, COUNCIL_VOTE, HERRING_PRICES, HOSTILE, PLAIN, RECORDINGS, TIDE_CLOCK, tags } from './sample-articles.ts';

export const SITE: Site = {
  title: 'Tidewater Courier',
  description: 'News from Saltmarsh Quay & the coast around it',
  language: 'en',
  author: { name: 'The Courier desk', email: 'desk@courier.example', url: 'https://courier.example/desk' },
  baseUrl: 'https://courier.example/',
  idAuthority: 'courier.example,2026',
  maxAgeSeconds: 900,
  hasHub: true,
  otherHubs: ['https://hub.example/?a=1&b=2'],
};

/** Under a path with a sign that means something in XML, and with nothing said that can be left unsaid. */
export const BARE_SITE: Site = {
  title: 'Kiosk <& Co>',
  description: '',
  baseUrl: 'https://example.org/kiosk&co/feeds/',
  idAuthority: 'example.org,2025-12-24',
  maxAgeSeconds: 61,
};

export function selection(text: string): Selection {
  const parsed = parseSelection(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.selection;
}

const labelsOf = (articles: readonly Article[]): ReadonlyMap<string, string> =>
  new Map(articles.flatMap(({ terms }) => terms.map((term) => [termKey(term), term.label])));

export interface GoldenFeed {
  readonly name: string;
  readonly site: Site;
  readonly selection: Selection;
  readonly archive?: ArchiveName;
  readonly contents: FeedContents;
}

const feed = (name: string, site: Site, chosen: Selection, articles: readonly Article[]): GoldenFeed => ({
  name,
  site,
  selection: chosen,
  contents: { articles, labels: labelsOf([...PLAIN, ...RECORDINGS, ...HOSTILE]) },
});

const first = archiveAfter(undefined);
const second = archiveAfter({ publishedAt: COUNCIL_VOTE.publishedAt, number: 24 });
const tombstones = [
  { id: 'tag:courier.example,2026:fog-horn.txt', removedAt: at('2026-03-07T10:00:00Z') },
  { id: 'post 42 & <more>', removedAt: at('2026-03-05T09:30:00Z') },
];

/** A feed with its archives, or one of these. */
const part = (whole: GoldenFeed, name: string, more: Partial<FeedContents>, archive?: ArchiveName): GoldenFeed => ({
  ...whole,
  name,
  ...(archive && { archive }),
  contents: { ...whole.contents, ...more },
});
const quay = feed('', SITE, selection('saltmarsh-quay'), [TIDE_CLOCK, HERRING_PRICES]);
const oldQuay = feed('', BARE_SITE, selection('section:harbour'), [HERRING_PRICES]);

export const GOLDEN_FEEDS: readonly GoldenFeed[] = [
  feed('everything', SITE, ALL, PLAIN),
  feed('one-tag', SITE, selection('saltmarsh-quay'), [TIDE_CLOCK, HERRING_PRICES, COUNCIL_VOTE]),
  feed('one-section', BARE_SITE, selection('section:harbour'), [TIDE_CLOCK, HERRING_PRICES]),
  feed('algebra', SITE, selection('saltmarsh-quay+fish+-council,series:letters-from-the-pier'), PLAIN.slice(1, 2)),
  feed('nothing-yet', BARE_SITE, selection('unheard-of'), []),
  feed('recordings', SITE, selection('lighthouses,clocks'), RECORDINGS),
  feed('hostile', BARE_SITE, selection(encodeURIComponent(tags('C++ <x> & "q"')[0]?.slug ?? '')), HOSTILE),
  part(quay, 'complete', { neighbours: { older: undefined, newer: undefined } }),
  part(quay, 'with-archives', { neighbours: { older: second, newer: undefined }, tombstones }),
  part(oldQuay, 'newest-archive', { neighbours: { older: first, newer: undefined } }, second),
  part(oldQuay, 'oldest-archive', { neighbours: { older: undefined, newer: second } }, first),
];

export const GOLDEN_FILES = GOLDEN_FEEDS.flatMap((golden) =>
  FORMATS.map((format) => ({ file: `${golden.name}.${format}`, golden, format })),
);

export const render = ({ site, selection: chosen, archive, contents }: GoldenFeed, format: Format): string =>
  renderFeed(site, { selection: chosen, format, ...(archive && { archive }) }, contents);
