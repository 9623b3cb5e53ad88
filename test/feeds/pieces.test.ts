import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { EncodedBodies, etagOf, plainEtag } from '../../src/feeds/encodings.ts';
import { Pieces } from '../../src/feeds/pieces.ts';
import { Publisher } from '../../src/feeds/publisher.ts';
import { renderFeed } from '../../src/feeds/render.ts';
import type { Article } from '../../src/model/article.ts';
import { FORMATS, type Format } from '../../src/model/feed-key.ts';
import { ALL } from '../../src/model/selection.ts';
import { openStore } from '../../src/store/open.ts';
import type { StoredOutline } from '../../src/store/store.ts';
import { seededRandom } from '../model/seeded-random.ts';
import { at, made, NOW, readAll, removed, selectionIn } from '../store/made-articles.ts';
import { GOLDEN_FEEDS, type GoldenFeed, SITE } from './golden-feeds.ts';

/** What a store would tell of a golden feed, were some of its articles known. */
function outlineOf({ contents }: GoldenFeed, isKnown: (article: Article, place: number) => boolean): StoredOutline {
  return {
    articles: contents.articles.map((article, place) => ({
      mark: `${article.id} ${place}`,
      updatedAt: article.updatedAt,
      article: isKnown(article, place) ? undefined : article,
    })),
    labels: contents.labels,
    tombstones: contents.tombstones ?? [],
    changedAt: at('2026-05-01T12:00:00Z'),
    older: contents.neighbours?.older,
    newer: contents.neighbours?.newer,
  };
}

const keyOf = (golden: GoldenFeed, format: Format) => ({
  selection: golden.selection,
  format,
  ...(golden.archive === undefined ? {} : { archive: golden.archive }),
});

const WHOLE = GOLDEN_FEEDS.flatMap((golden) => FORMATS.map((format) => ({ name: golden.name, golden, format })));

describe('a feed put together of pieces', () => {
  test.each(WHOLE)('$name as $format has the bytes of one written as a whole', ({ golden, format }) => {
    const key = keyOf(golden, format);
    const { contents, site } = golden;
    const whole = renderFeed(site, key, {
      ...contents,
      tombstones: contents.tombstones ?? [],
      neighbours: contents.neighbours ?? { older: undefined, newer: undefined },
    });
    const pieces = new Pieces(site, 10_000_000);
    const text = (isKnown: (article: Article, place: number) => boolean): string => {
      const assembled = pieces.assemble(key, outlineOf(golden, isKnown));
      return new TextDecoder().decode(assembled?.body);
    };
    // All of it new, all of it known, some of it; a piece that was made beside others fits alone.
    expect(text(() => false)).toBe(whole);
    expect(text(() => true)).toBe(whole);
    expect(text((_article, place) => place % 2 === 0)).toBe(whole);
    expect(text((_article, place) => place > 0)).toBe(whole);
    expect(pieces.bytes).toBeLessThan(10_000_000);
  });

  test.each(WHOLE)('the gzip of $name as $format is one member with the same bytes', async ({ golden, format }) => {
    const pieces = new Pieces(golden.site, 10_000_000);
    const body =
      pieces.assemble(
        keyOf(golden, format),
        outlineOf(golden, () => false),
      )?.body ?? new Uint8Array();
    const zipped = await pieces.gzip({ body });
    expect(Buffer.from(gunzipSync(zipped ?? '')).equals(body)).toBe(true);
  });

  test('a frame longer than a block of deflate is joined, too', async () => {
    const description = 'tides '.repeat(30_000);
    const pieces = new Pieces({ ...SITE, description }, 10_000_000);
    const outline = { ...outlineOf(GOLDEN_FEEDS[0] as GoldenFeed, () => false) };
    const body = pieces.assemble({ selection: ALL, format: 'rss' }, outline)?.body ?? new Uint8Array();
    expect(body.byteLength).toBeGreaterThan(150_000);
    expect(Buffer.from(gunzipSync((await pieces.gzip({ body })) ?? '')).equals(body)).toBe(true);
  });
});

const BODY = `<p>${'What the tide brought in, and what it took. '.repeat(60)}</p>`;

interface Desk extends Disposable {
  readonly store: ReturnType<typeof openStore>;
  readonly pieces: Pieces;
  readonly publisher: Publisher;
}

function openDesk(maxBytes = 5_000_000): Desk {
  const store = openStore(':memory:');
  const pieces = new Pieces(SITE, maxBytes);
  const options = { site: SITE, store, items: 10, documentBytes: 500_000, maxBytes: 5_000_000, pieces };
  const publisher = new Publisher(options);
  store.onChange((change) => publisher.forget(change));
  return { store, pieces, publisher, [Symbol.dispose]: () => store.close() };
}

const rss = (selection: string) => ({ selection: selectionIn(selection), format: 'rss' }) as const;

/** The bytes that a publisher without any memory makes. */
async function written({ store }: Desk, selection: string, format: Format): Promise<string> {
  const key = { selection: selectionIn(selection), format };
  const head = await store.readHead(key.selection, { items: 10, bytes: 500_000 });
  if (head === undefined) throw new Error(`${selection} is unknown`);
  return renderFeed(SITE, key, { ...head, neighbours: head });
}

describe('pieces in memory', () => {
  test('each article is rendered once for each format, whatever feeds show it', async () => {
    using desk = openDesk();
    const articles = Array.from({ length: 8 }, (_, place) =>
      made(`a${place}`, { tags: ['tides', `only-${place}`], html: BODY }),
    );
    await desk.store.applyChanges(readAll(...articles), NOW);
    for (const tag of ['tides', 'only-1', 'only-2', 'tides,only-3']) await desk.publisher.snapshot(rss(tag));
    expect([desk.pieces.renders, desk.publisher.renders]).toEqual([8, 4]);
    await desk.publisher.snapshot({ ...rss('tides'), format: 'atom' });
    expect(desk.pieces.renders).toBe(16);
    await desk.store.applyChanges(readAll(made('a9', { tags: ['tides'], html: BODY })), NOW);
    await desk.publisher.snapshot(rss('tides'));
    expect(desk.pieces.renders).toBe(17);
  });

  test('whatever changes, a feed is as if nothing was remembered', async () => {
    using desk = openDesk();
    const random = seededRandom(7);
    const labels = [
      ['Tides', 'tides', 'TIDES'],
      ['Ferry', 'ferry'],
      ['Fog Horn', 'fog-horn'],
    ];
    for (let turn = 0; turn < 120; turn += 1) {
      const name = `a${random.below(15)}`;
      const article = made(name, {
        tags: random.shuffle(labels).slice(0, 2).map(random.pick),
        html: `<p>${random.below(3)}</p>`,
        on: `2026-04-0${1 + random.below(9)}T08:00:00Z`,
        // Several articles want one address: which of them has it depends on the others.
        ...(random.below(4) === 0 ? { slug: made('shared').slug } : {}),
      });
      const change = random.below(6) === 0 ? removed(`${name}.md`) : readAll(article)[0];
      if (change !== undefined) await desk.store.applyChanges([change], NOW);
      for (const tag of ['tides', 'ferry', 'fog-horn', '-ferry']) {
        const format = random.pick(FORMATS);
        const snapshot = await desk.publisher.snapshot({ selection: selectionIn(tag), format });
        if (snapshot === undefined) continue;
        expect(new TextDecoder().decode(snapshot.body)).toBe(await written(desk, tag, format));
      }
    }
    expect(desk.pieces.renders).toBeLessThan(desk.publisher.renders * 5);
  });

  test.each([0, 1, 6_000])('a memory of %s bytes gives the same feeds', async (maxBytes) => {
    using desk = openDesk(maxBytes === 0 ? 1 : maxBytes);
    const articles = Array.from({ length: 10 }, (_, place) => made(`a${place}`, { tags: ['tides'], html: BODY }));
    await desk.store.applyChanges(readAll(...articles), NOW);
    for (const format of FORMATS) {
      const snapshot = await desk.publisher.snapshot({ ...rss('tides'), format });
      expect(new TextDecoder().decode(snapshot?.body)).toBe(await written(desk, 'tides', format));
      expect(desk.pieces.bytes).toBeLessThanOrEqual(Math.max(1, maxBytes));
    }
  });
});

describe('gzip of a feed of pieces', () => {
  test('is joined at first, and compressed as a whole when it is asked for again', async () => {
    using desk = openDesk();
    const articles = Array.from({ length: 10 }, (_, place) => made(`a${place}`, { tags: ['tides'], html: BODY }));
    await desk.store.applyChanges(readAll(...articles), NOW);
    const snapshot = await desk.publisher.snapshot(rss('tides'));
    if (snapshot === undefined) throw new Error('no feed');
    const bodies = new EncodedBodies(5_000_000, { joiner: desk.pieces });
    expect(bodies.formFor(snapshot, 'gzip')).toBe('joined');
    expect(bodies.formFor(snapshot, 'br')).toBe('br');
    const joined = await bodies.encode(snapshot, 'joined');
    expect(Buffer.from(gunzipSync(joined)).equals(snapshot.body)).toBe(true);
    expect(bodies.ready(snapshot, 'gzip')).toBeUndefined();
    expect(bodies.ready(snapshot, 'joined')).toBe(joined);
    const whole = await bodies.encode(snapshot, 'gzip');
    expect(Buffer.from(gunzipSync(whole)).equals(snapshot.body)).toBe(true);
    expect(whole.byteLength).toBeLessThan(joined.byteLength);
    expect(bodies.formFor(snapshot, 'gzip')).toBe('gzip');
  });

  test('a page, a small feed and one whose pieces are gone are compressed as ever', async () => {
    using desk = openDesk();
    await desk.store.applyChanges(readAll(made('a', { tags: ['tides'] })), NOW);
    const small = await desk.publisher.snapshot(rss('tides'));
    const bodies = new EncodedBodies(5_000_000, { joiner: desk.pieces });
    const body = new TextEncoder().encode('x'.repeat(50_000));
    expect(bodies.formFor({ body, etag: etagOf(body) }, 'gzip')).toBe('gzip');
    expect(small && bodies.formFor(small, 'gzip')).toBe('gzip');
  });

  test('its tag is another one, of the same plain tag', () => {
    expect(plainEtag('"abc-gzip0"')).toBe('"abc"');
    expect(plainEtag('"abc-gzip"')).toBe('"abc"');
  });
});
