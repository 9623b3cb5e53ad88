import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { CODINGS, codedEtag, EncodedBodies, etagOf, type Plain } from '../../src/feeds/encodings.ts';
import { seededRandom } from '../model/seeded-random.ts';

const DECODERS = { gzip: gunzipSync, br: brotliDecompressSync, zstd: zstdDecompressSync } as const;

const plain = (text: string): Plain => {
  const body = new TextEncoder().encode(text);
  return { body, etag: etagOf(body) };
};

/** Text that no coding makes much smaller. */
function noise(length: number, seed: number): string {
  const random = seededRandom(seed);
  return Array.from({ length }, () => random.below(36).toString(36)).join('');
}

describe('tags', () => {
  test('depend on the bytes alone', () => {
    expect(plain('a').etag).toBe('"ypeBEsobvcr6wjGzmiPcTaeG7_g"');
    expect(plain('a').etag).toBe(plain('a').etag);
    expect(plain('b').etag).not.toBe(plain('a').etag);
  });

  test('are other ones in each coding, and strong', () => {
    const tags = CODINGS.map((coding) => codedEtag('"abc"', coding));
    expect(tags).toEqual(['"abc-zstd"', '"abc-br"', '"abc-gzip"']);
  });
});

/** Remembers what it was given. */
function backRoomOf(kept = new Map<string, Uint8Array<ArrayBuffer>>()) {
  return {
    kept,
    put: (name: string, bytes: Uint8Array<ArrayBuffer>) => void kept.set(name, bytes),
    get: (name: string) => kept.get(name),
  };
}

describe('coded bodies', () => {
  test.each(CODINGS)('%s gives the bytes back, smaller', async (coding) => {
    const feed = plain('<item>tides and ferries</item>'.repeat(500));
    const coded = await new EncodedBodies(100_000).encode(feed, coding);
    expect(coded.byteLength).toBeLessThan(feed.body.byteLength / 20);
    expect(Buffer.from(DECODERS[coding](coded)).equals(feed.body)).toBe(true);
  });

  test('are made once for all who ask at the same time, and kept', async () => {
    const bodies = new EncodedBodies(100_000);
    const feed = plain(noise(2_000, 1));
    expect(bodies.ready(feed, 'gzip')).toBeUndefined();
    const asked = Array.from({ length: 20 }, () => bodies.encode(feed, 'gzip'));
    const [first, ...others] = await Promise.all(asked);
    expect(others.every((one) => one === first)).toBe(true);
    expect(bodies.ready(feed, 'gzip')).toBe(first);
    expect(await bodies.encode(feed, 'gzip')).toBe(first);
    expect(bodies.ready(feed, 'br')).toBeUndefined();
    expect(bodies.ready(plain(noise(2_000, 2)), 'gzip')).toBeUndefined();
  });

  test('for which memory has no room are had again from the back room', async () => {
    const backRoom = backRoomOf();
    const bodies = new EncodedBodies(20_000, { backRoom });
    const feeds = Array.from({ length: 60 }, (_, seed) => plain(noise(1_000, seed)));
    for (const feed of feeds) await bodies.encode(feed, 'gzip');
    const [first] = feeds;
    if (first === undefined) throw new Error('there is no feed');
    expect(backRoom.kept.size).toBe(bodies.evictions);
    expect(gunzipSync(bodies.ready(first, 'gzip') ?? '')).toEqual(Buffer.from(first.body));
    expect(bodies.bytes).toBeLessThanOrEqual(20_000);
    const before = await bodies.encode(first, 'gzip');
    expect(before, 'it is in memory again').toBe(bodies.ready(first, 'gzip'));
  });

  test('are kept without what zlib has left over', async () => {
    const small = await new EncodedBodies(100_000).encode(plain('tides'), 'gzip');
    expect(small.buffer.byteLength).toBe(small.byteLength);
  });

  test('never weigh more than they may', async () => {
    const bodies = new EncodedBodies(20_000);
    const first = await bodies.encode(plain(noise(1_000, 0)), 'gzip');
    for (let seed = 0; seed < 100; seed += 1) {
      await bodies.encode(plain(noise(1_000, seed)), 'gzip');
      expect(bodies.bytes).toBeLessThanOrEqual(20_000);
    }
    expect(bodies.bytes).toBeGreaterThan(15_000);
    expect(bodies.ready(plain(noise(1_000, 99)), 'gzip'), 'the newest is there').toBeDefined();
    expect(bodies.ready(plain(noise(1_000, 0)), 'gzip'), 'the oldest is gone').toBeUndefined();
    expect(await bodies.encode(plain(noise(1_000, 0)), 'gzip'), 'from everywhere').not.toBe(first);
  });

  test('too large to keep are made all the same', async () => {
    const bodies = new EncodedBodies(1_000);
    const feed = plain(noise(5_000, 3));
    const coded = await bodies.encode(feed, 'zstd');
    expect(Buffer.from(zstdDecompressSync(coded)).equals(feed.body)).toBe(true);
    expect([bodies.ready(feed, 'zstd'), bodies.bytes]).toEqual([undefined, 0]);
  });
});
