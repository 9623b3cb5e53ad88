import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import type { Format } from '../../src/model/feed-key.ts';
import type { Site } from '../../src/model/site.ts';
import { BARE_SITE, GOLDEN_FEEDS, GOLDEN_FILES, type GoldenFeed, render } from './golden-feeds.ts';
import { meantLine, meantText } from './meant.ts';
import { FEED_PARSER, FEEDSMITH, type ReadAttachment, type ReadEntry } from './read-back.ts';
import { readXml } from './xml-tree.ts';

const folder = new URL('../golden/', import.meta.url);
const stored = (file: string): Promise<string> => readFile(new URL(file, folder), 'utf8');

describe('the golden feeds', () => {
  test('the folder holds these and no others', async () => {
    expect((await readdir(folder)).sort()).toEqual(GOLDEN_FILES.map(({ file }) => file).sort());
  });

  test.each(GOLDEN_FILES)('$file is written as it stands, byte for byte', async ({ file, golden, format }) => {
    const bytes = await readFile(new URL(file, folder));
    expect(Buffer.from(render(golden, format)).equals(bytes), 'run "npm run golden" and read the difference').toBe(
      true,
    );
  });

  test.each(GOLDEN_FILES)('$file is well-formed', async ({ file, format }) => {
    const text = await stored(file);
    expect(() => (format === 'json' ? JSON.parse(text) : readXml(text))).not.toThrow();
  });
});

/** Addresses whose normal form is not what the author wrote. */
const NORMAL: Readonly<Record<string, string>> = {
  'https://EXAMPLE.com:443/a b/ä?q=1&r="2"|<3>#^': 'https://example.com/a%20b/%C3%A4?q=1&r=%222%22%7C%3C3%3E#%5E',
  'https://media.courier.example/写真 1.png': 'https://media.courier.example/%E5%86%99%E7%9C%9F%201.png',
  'https://media.courier.example/灯台?a=1&b="2"': 'https://media.courier.example/%E7%81%AF%E5%8F%B0?a=1&b=%222%22',
  'https://x.example/a"b<c>.mp3?x&y': 'https://x.example/a%22b%3Cc%3E.mp3?x&y',
};
const normal = (address: string): string => NORMAL[address] ?? address;

function expected(article: Article, format: Format, site: Site): Partial<ReadEntry> {
  const language = article.language?.includes('"') ? undefined : article.language;
  const attachments = article.attachments
    .filter(({ url }) => URL.canParse(url))
    .map(({ url, mimeType, length }) => ({
      url: normal(url),
      mimeType: mimeType === 'no type' ? 'application/octet-stream' : mimeType,
      length,
    }));
  const summary = meantLine(article.summary ?? '');
  return {
    id: meantLine(article.id),
    address: article.url ? normal(article.url) : `${site.baseUrl}articles/${encodeURIComponent(article.slug)}`,
    title: meantLine(article.title),
    html: meantText(article.html),
    summary: format !== 'rss' ? summary : article.summary ? asHtml(summary) : expect.any(String),
    authors: article.authors.map(({ name }) => meantLine(name)).filter((name) => name !== ''),
    categories: article.terms.filter(({ kind }) => kind === 'tag').map(({ label }) => meantLine(label)),
    publishedAt: format === 'rss' ? wholeSeconds(article.publishedAt) : article.publishedAt,
    updatedAt: article.updatedAt,
    attachments:
      format === 'rss' ? attachments.slice(0, 1).map((one) => ({ ...one, length: one.length ?? 0 })) : attachments,
    image: article.image?.startsWith('http') ? normal(article.image) : undefined,
    language: language === site.language ? undefined : language,
  };
}

/** To this reader the pictures of Media RSS are what enclosures are. */
function withPictures(files: readonly ReadAttachment[], article: Article, image: string | undefined) {
  const pictures = article.attachments
    .filter(({ mimeType }) => mimeType.startsWith('image/'))
    .map(({ url, mimeType, length }) => ({ url: normal(url), mimeType, length }));
  const lead = image === undefined ? [] : [{ url: image, mimeType: undefined, length: undefined }];
  const all = [...files, ...pictures, ...lead];
  return all.filter(({ url }, place) => all.findIndex((other) => other.url === url) === place);
}

const wholeSeconds = (instant: number): number => Math.floor(instant / 1000) * 1000;

const asHtml = (text: string): string =>
  [...text].map((sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign).join('');

const rows = (goldens: readonly GoldenFeed[], readers: typeof FEEDSMITH) =>
  goldens.flatMap((golden) => readers.map((reader) => ({ file: `${golden.name}.${reader.format}`, golden, reader })));

describe('read back field by field', () => {
  test.each(rows(GOLDEN_FEEDS, FEEDSMITH))('$reader.name finds every article in $file', async (row) => {
    const { site, contents } = row.golden;
    const feed = row.reader.read(await stored(row.file));
    expect(feed.entries).toEqual(contents.articles.map((article) => expected(article, row.reader.format, site)));
  });

  test.each(rows(GOLDEN_FEEDS, FEEDSMITH))('$reader.name finds the site in $file', async ({ file, golden, reader }) => {
    const feed = reader.read(await stored(file));
    const hasNoAuthor = golden.site === BARE_SITE;
    // Atom must have one.
    const author = reader.format === 'atom' && hasNoAuthor ? [feed.title] : hasNoAuthor ? [] : ['The Courier desk'];
    expect(feed.title).toMatch(golden.site === BARE_SITE ? / – Kiosk <& Co>$/ : /Tidewater Courier$/);
    const archive = golden.archive === undefined ? '' : `/archive/${golden.archive}`;
    expect(feed.self).toBe(
      feed.page === golden.site.baseUrl
        ? `${feed.page}feed.${reader.format}`
        : `${feed.page}${archive}.${reader.format}`,
    );
    expect(feed.language).toBe(golden.site.language);
    expect(feed.authors).toEqual(author);
  });

  const calm = GOLDEN_FEEDS.filter(({ name }) => name !== 'hostile');
  test.each(rows(calm, FEED_PARSER))('$reader.name finds every article in $file', async ({ file, golden, reader }) => {
    const { site, contents } = golden;
    const feed = reader.read(await stored(file));
    expect(feed.entries).toEqual(
      contents.articles.map((article) => {
        const { language: _unread, image, ...entry } = expected(article, reader.format, site);
        return {
          ...entry,
          attachments: withPictures(entry.attachments ?? [], article, image),
          // What this reader does not look for, or takes from elsewhere.
          authors: article.authors.length > 0 ? entry.authors : feed.authors,
          ...(reader.format === 'rss' && { updatedAt: entry.publishedAt }),
        };
      }),
    );
  });
});
