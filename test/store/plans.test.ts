import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { made, NOW, readAll } from './made-articles.ts';

/** What grows with the archive, by the names that statements have for it. */
const SCAN = /^SCAN (?:articles|article_terms|ids|media|gone|twin|at|d)\b/;

test('no article that comes or goes is compared with all the others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tagwire-plans-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'content.sqlite');
  const asked = new Set<string>();
  const usual = StatementSync.prototype.all;
  const spy = vi.spyOn(StatementSync.prototype, 'all').mockImplementation(function (this: StatementSync, ...values) {
    asked.add(this.sourceSQL);
    return usual.apply(this, values);
  });
  onTestFinished(() => spy.mockRestore());
  const store = openStore(path);
  await store.applyChanges(readAll(made('one', { tags: ['a'] }), made('two', { tags: ['a', 'b'] })), NOW);
  await store.applyChanges([{ kind: 'removed', path: 'one.md' }], NOW);
  store.close();
  spy.mockRestore();
  const database = new DatabaseSync(path);
  const scans = [...asked]
    .filter((sql) => /^\s*(?:SELECT|INSERT|UPDATE|DELETE)/.test(sql))
    .flatMap((sql) =>
      database
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => `${String(detail)}: ${sql}`),
    )
    .filter((plan) => SCAN.test(plan));
  database.close();
  expect(asked.size).toBeGreaterThan(20);
  expect(scans).toEqual([]);
});
