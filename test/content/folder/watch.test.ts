import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Watching, watchFolder } from '../../../src/content/folder/watch.ts';

let folder = '';
let watching: Watching | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tagwire-watch-'));
});
afterEach(async () => {
  await watching?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string): void => writeFileSync(join(folder, name), 'x');
const PATIENCE = { timeout: 10_000, interval: 10 };

describe('a watched folder', () => {
  test('is looked through although no event comes, as on mounts that send none', async () => {
    let looks = 0;
    const look = async (): Promise<void> => {
      looks += 1;
    };
    watching = watchFolder({ folder, onChange: look, onFault: fail });
    await vi.waitFor(() => expect(looks).toBeGreaterThanOrEqual(2), PATIENCE);
  });

  test('is looked through after an article file was added, changed or removed, at any depth', async () => {
    let seen: readonly string[] = [];
    const names = new Set<string>();
    const look = async (): Promise<void> => {
      seen = [...names];
    };
    watching = watchFolder({ folder, onChange: look, onFault: fail });
    mkdirSync(join(folder, 'deep'));
    for (const name of ['a.md', 'deep/b.txt']) {
      names.add(name);
      write(name);
      await vi.waitFor(() => expect(seen).toContain(name), PATIENCE);
    }
    names.delete('a.md');
    rmSync(join(folder, 'a.md'));
    await vi.waitFor(() => expect(seen).toEqual(['deep/b.txt']), PATIENCE);
  });

  test('tells which files were touched, a file that is put in the place of another among them', async () => {
    const told: string[] = [];
    const look = async (paths: readonly string[] = []): Promise<void> => void told.push(...paths);
    mkdirSync(join(folder, 'deep'));
    write('old.md');
    watching = watchFolder({ folder, onChange: look, onFault: fail });
    for (const name of ['a.md', 'deep/b.txt', 'picture.png', '.hidden.md']) {
      await vi.waitFor(() => {
        write(name);
        expect(name.endsWith('.png') || name.startsWith('.') || told.includes(name)).toBe(true);
      }, PATIENCE);
    }
    renameSync(join(folder, 'old.md'), join(folder, 'deep/new.md'));
    await vi.waitFor(() => expect(told).toEqual(expect.arrayContaining(['old.md', 'deep/new.md'])), PATIENCE);
    expect(told.filter((path) => path.includes('picture') || path.includes('hidden'))).toEqual([]);
  });

  test('is listened to in folders that come later, too', async () => {
    const told: string[] = [];
    const look = async (paths: readonly string[] = []): Promise<void> => void told.push(...paths);
    watching = watchFolder({ folder, onChange: look, onFault: fail });
    mkdirSync(join(folder, 'later/still'), { recursive: true });
    await vi.waitFor(() => {
      write('later/still/a.md');
      expect(told).toContain('later/still/a.md');
    }, PATIENCE);
    rmSync(join(folder, 'later'), { recursive: true });
    await vi.waitFor(() => {
      mkdirSync(join(folder, 'later'), { recursive: true });
      write('later/b.md');
      expect(told).toContain('later/b.md');
    }, PATIENCE);
  });

  test('is never looked through twice at a time, and goes on after a look that failed', async () => {
    let running = 0;
    let most = 0;
    let looks = 0;
    const faults: unknown[] = [];
    const look = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      looks += 1;
      const mine = looks;
      write(`${mine}.md`);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (mine === 1) throw new Error('the folder was away');
    };
    watching = watchFolder({ folder, onChange: look, onFault: (error) => faults.push(error) });
    await vi.waitFor(() => expect(looks).toBeGreaterThanOrEqual(3), PATIENCE);
    expect(most).toBe(1);
    expect(faults).toEqual([new Error('the folder was away')]);
  });

  test('is left alone after the end, and a look that has begun is waited for', async () => {
    let looks = 0;
    let isOver = false;
    const begun = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const look = async (): Promise<void> => {
      looks += 1;
      begun.resolve();
      await finish.promise;
    };
    watching = watchFolder({ folder, onChange: look, onFault: fail });
    await begun.promise;
    const stopped = watching.stop().then(() => {
      isOver = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isOver).toBe(false);
    finish.resolve();
    await stopped;
    expect(looks).toBe(1);
  });
});

function fail(error: unknown): void {
  throw error;
}
