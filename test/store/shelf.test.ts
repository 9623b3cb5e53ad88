import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Shelf } from '../../src/store/shelf.ts';
import { seededRandom } from '../model/seeded-random.ts';

/** The disk, while it is full; and the files that were closed. */
const disk = vi.hoisted(() => ({ isFull: false, closed: 0 }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    writeSync: (file: number, bytes: Uint8Array, from: number, length: number, at: number) => {
      if (disk.isFull) throw new Error('ENOSPC');
      return fs.writeSync(file, bytes, from, length, at);
    },
    closeSync: (file: number) => {
      disk.closed += 1;
      fs.closeSync(file);
    },
  };
});

let folder: string;
let faults: unknown[];
let shelf: Shelf;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tagwire-shelf-'));
  faults = [];
  Object.assign(disk, { isFull: false, closed: 0 });
});
afterEach(() => {
  shelf.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (maxBytes: number, path = join(folder, 'feeds')): Shelf => {
  shelf = new Shelf(path, maxBytes, (error) => faults.push(error));
  return shelf;
};
const bytes = (length: number, sign: number) => new Uint8Array(length).fill(sign);

describe('a shelf', () => {
  test('gives back what was put there, and leaves no file behind', () => {
    open(1_000);
    shelf.put('a', bytes(50, 1));
    shelf.put('b', bytes(70, 2));
    expect(shelf.get('a')).toEqual(Buffer.from(bytes(50, 1)));
    expect(shelf.get('b')).toEqual(Buffer.from(bytes(70, 2)));
    expect(shelf.get('c')).toBeUndefined();
    expect(shelf.bytes).toBe(120);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('keeps a name as it was put there first: it stands for these bytes', () => {
    open(1_000);
    shelf.put('a', bytes(50, 1));
    shelf.put('a', bytes(50, 2));
    expect(shelf.get('a')?.[0]).toBe(1);
    expect(shelf.bytes).toBe(50);
  });

  test('lets go of what came first when it is full, in many laps', () => {
    open(1_000);
    const random = seededRandom(5);
    const put: { name: string; length: number }[] = [];
    for (let turn = 0; turn < 500; turn += 1) {
      const length = 1 + random.below(100);
      put.push({ name: `n${turn}`, length });
      shelf.put(`n${turn}`, bytes(length, turn % 251));
      const kept = put.filter(({ name }) => shelf.get(name) !== undefined);
      expect(kept).toEqual(put.slice(-kept.length));
      expect(shelf.bytes).toBe(kept.reduce((sum, one) => sum + one.length, 0));
      expect(shelf.bytes).toBeLessThanOrEqual(1_000);
      for (const { name, length: long } of kept) {
        expect(shelf.get(name)).toEqual(Buffer.from(bytes(long, Number(name.slice(1)) % 251)));
      }
    }
    expect(shelf.bytes).toBeGreaterThan(700);
    expect(shelf.evictions).toBe(500 - put.filter(({ name }) => shelf.get(name) !== undefined).length);
  });

  test('takes nothing that would push out too much', () => {
    open(1_000);
    shelf.put('a', bytes(101, 1));
    expect(shelf.get('a')).toBeUndefined();
    shelf.put('b', bytes(100, 1));
    expect(shelf.get('b')).toBeDefined();
  });

  test('of no size keeps nothing and makes no file', () => {
    open(0, join(folder, 'none', 'feeds'));
    shelf.put('a', bytes(1, 1));
    expect([shelf.get('a'), faults]).toEqual([undefined, []]);
  });

  test('where no file can be made tells so once, and keeps nothing', () => {
    open(1_000, join(folder, 'none', 'feeds'));
    shelf.put('a', bytes(1, 1));
    shelf.put('b', bytes(1, 1));
    expect(shelf.get('a')).toBeUndefined();
    expect(faults).toHaveLength(1);
  });

  test('on a disk that is full gives back its room, tells so once, and keeps nothing', () => {
    open(1_000);
    shelf.put('a', bytes(50, 1));
    disk.isFull = true;
    shelf.put('b', bytes(50, 1));
    disk.isFull = false;
    shelf.put('c', bytes(50, 1));
    expect(['a', 'b', 'c'].map((name) => shelf.get(name))).toEqual([undefined, undefined, undefined]);
    expect([faults.length, disk.closed, shelf.bytes]).toEqual([1, 1, 0]);
  });
});
