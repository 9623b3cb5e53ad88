import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/open.ts';
import { numberOf, type Operation, queryOne, type Statement } from '../../src/store/operation.ts';
import { readFeed } from '../../src/store/read-feed.ts';
import { readMonth, readMonths } from '../../src/store/read-months.ts';
import { SqliteDatabase } from '../../src/store/sqlite.ts';
import { describeStore } from './contract.ts';
import { changedAtOf, feedOf, made, NOW, namesIn, read, readAll, selectionIn } from './made-articles.ts';

const folder = mkdtempSync(join(tmpdir(), 'tagwire-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function newFile(): string {
  files += 1;
  return join(folder, `${files}.db`);
}

function opened(path: string) {
  const store = openStore(path);
  onTestFinished(() => store.close());
  return store;
}

describeStore('the store in memory', () => opened(':memory:'));
describeStore('the store in a file', () => opened(newFile()));

describe('a database file', () => {
  test('keeps everything when it is closed and opened again', async () => {
    const path = newFile();
    const articles = [
      made('one', { tags: ['Syria'] }),
      made('two', { tags: ['SYRIA', 'C++'], on: '2026-04-02T08:00:00Z', summary: 'Two.' }),
      made('later', { tags: ['Later'], on: '2026-06-01T00:00:00Z' }),
    ];
    const first = openStore(path);
    await first.keepFingerprint('settings');
    await first.applyChanges([...readAll(...articles), read('second.md', made('one'))], NOW);
    const before = {
      feed: await feedOf(first, '*'),
      terms: await first.readTerms('tag'),
      files: await first.readFiles(await first.readPaths()),
      problems: await first.readProblems(),
      due: await first.nextDue(),
      changedAt: await changedAtOf(first, 'syria'),
    };
    first.close();

    const again = opened(path);
    expect({
      feed: await feedOf(again, '*'),
      terms: await again.readTerms('tag'),
      files: await again.readFiles(await again.readPaths()),
      problems: await again.readProblems(),
      due: await again.nextDue(),
      changedAt: await changedAtOf(again, 'syria'),
    }).toEqual(before);
    expect(before.feed.articles).toHaveLength(2);
    expect(before.problems).toHaveLength(1);
    expect(await again.keepFingerprint('settings')).toBe(true);
    expect((await again.applyChanges(readAll(...articles.slice(0, 1)), NOW)).change).toBeUndefined();
  });

  test('of a newer schema is refused in words, and left alone', () => {
    const path = newFile();
    openStore(path).close();
    const database = new DatabaseSync(path);
    database.exec('PRAGMA user_version = 99');
    expect(() => openStore(path)).toThrow(
      `it was written by a newer Tagwire (schema 99, this one knows ${MIGRATIONS.length})`,
    );
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 99 });
    database.close();
  });

  test('that is something else is refused', () => {
    const path = newFile();
    writeFileSync(path, 'This is a shopping list, and no database at all. '.repeat(50));
    expect(() => openStore(path)).toThrow('file is not a database');
  });

  test('is written by one program and read by another', async () => {
    const path = newFile();
    const writer = opened(path);
    const reader = opened(path);
    await writer.applyChanges(readAll(made('one', { tags: ['A'] })), NOW);
    expect(await namesIn(reader, 'a')).toEqual(['one']);
  });

  test('shows one state to a whole read, whatever is written meanwhile', async () => {
    const path = newFile();
    const writer = opened(path);
    await writer.applyChanges(readAll(made('one')), NOW);
    const database = new SqliteDatabase(path);
    onTestFinished(() => database.close());
    function* countTwice(): Operation<readonly number[]> {
      const first = yield* queryOne('SELECT count(*) AS articles FROM articles');
      // The embedded store does its work before it answers.
      void writer.applyChanges(readAll(made('two')), NOW);
      const second = yield* queryOne('SELECT count(*) AS articles FROM articles');
      return [first, second].map((row) => (row === undefined ? 0 : numberOf(row, 'articles')));
    }
    expect(database.read(countTwice())).toEqual([1, 1]);
    expect(await writer.countArticles()).toBe(2);
  });

  test('counts a revision for each change of a term', async () => {
    const path = newFile();
    const store = opened(path);
    const database = new DatabaseSync(path);
    onTestFinished(() => database.close());
    const revisions = () =>
      Object.fromEntries(
        database
          .prepare('SELECT slug, revision FROM terms')
          .all()
          .map(({ slug, revision }) => [slug, revision]),
      );
    await store.applyChanges(readAll(made('one', { tags: ['A', 'B'] }), made('two', { tags: ['A'] })), NOW);
    expect(revisions()).toEqual({ a: 1, b: 1 });
    await store.applyChanges(readAll(made('two', { tags: ['A', 'C'] })), NOW);
    expect(revisions()).toEqual({ a: 2, b: 1, c: 1 });
    await store.applyChanges(readAll(made('two', { tags: ['A', 'C'] })), NOW);
    expect(revisions()).toEqual({ a: 2, b: 1, c: 1 });
  });
});

describe('a feed is read through indexes', () => {
  /** What is asked of the database for a feed. */
  function statementsOf(database: DatabaseSync, selection: string): readonly Statement[] {
    const statements: Statement[] = [];
    const feed = run(database, readFeed(selectionIn(selection), 30), statements);
    if (feed === undefined) throw new Error(`${selection} is unknown`);
    return statements;
  }

  /** Runs an operation, notes its statements, and gives its result. */
  function run<Result>(database: DatabaseSync, reading: Operation<Result>, statements: Statement[]): Result {
    let step = reading.next();
    while (!step.done) {
      statements.push(step.value);
      step = reading.next(database.prepare(step.value.sql).all(...step.value.values));
    }
    return step.value;
  }

  /** How SQLite goes about each of these statements. */
  const plansOf = (database: DatabaseSync, selection: string): readonly string[] =>
    statementsOf(database, selection).flatMap(({ sql, values }) =>
      database
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...values)
        .map(({ detail }) => String(detail)),
    );

  /** Rows of a result that is no longer than the limit may be scanned; the terms of one article may be sorted. */
  const isBounded = (plan: string): boolean =>
    /^SCAN (?!\(subquery)/.test(plan) ? plan === newestFirst : !/TEMP B-TREE FOR (?!LAST TERM)/.test(plan);
  const newestFirst = 'SCAN articles USING COVERING INDEX articles_newest';

  const path = newFile();
  const articles = Array.from({ length: 40 }, (_, place) =>
    made(`n${place}`, { tags: [place % 2 === 0 ? 'A' : 'B', place % 3 === 0 ? 'C' : 'D'] }),
  );

  test.each([
    ['a tag', 'a'],
    ['everything', '*'],
    ['two tags at once', 'a+c'],
    ['one tag without another', 'a+-c'],
    ['all without a tag', '-a'],
  ])('that of %s, with neither a full scan nor a sort', async (_name, selection) => {
    const store = opened(path);
    await store.applyChanges(readAll(...articles), NOW);
    const database = new DatabaseSync(path);
    onTestFinished(() => database.close());
    const plans = plansOf(database, selection);
    expect(plans.filter((plan) => !isBounded(plan))).toEqual([]);
    expect(plans.some((plan) => plan === newestFirst || plan.startsWith('SEARCH d USING PRIMARY KEY'))).toBe(true);
  });

  test.each(['rare+common', 'common+rare'])('that of %s walks the rarer tag', async (selection) => {
    const fresh = newFile();
    const store = opened(fresh);
    const common = Array.from({ length: 9 }, (_, place) => made(`n${place}`, { tags: ['Common'] }));
    await store.applyChanges(readAll(...common, made('both', { tags: ['Common', 'Rare'] })), NOW);
    const database = new DatabaseSync(fresh);
    onTestFinished(() => database.close());
    const rare = database.prepare(`SELECT number FROM terms WHERE slug = 'rare'`).get()?.number;
    const walks = statementsOf(database, selection).filter(({ sql }) => sql.includes('WHERE d.term = ?'));
    expect(walks.map(({ values }) => values[0])).toEqual([rare]);
  });

  test('that of either of two tags, which sorts no more rows than the limit for each', async () => {
    const store = opened(path);
    await store.applyChanges(readAll(...articles), NOW);
    const database = new DatabaseSync(path);
    onTestFinished(() => database.close());
    const plans = plansOf(database, 'a,b');
    expect(plans.filter((plan) => plan.startsWith('SEARCH d USING PRIMARY KEY'))).toHaveLength(2);
    expect(plans.filter((plan) => !isBounded(plan))).toEqual([
      'USE TEMP B-TREE FOR DISTINCT',
      'USE TEMP B-TREE FOR ORDER BY',
    ]);
  });

  test('that of the months of a sitemap, from the index alone', async () => {
    const store = opened(path);
    await store.applyChanges(readAll(...articles), NOW);
    const database = new DatabaseSync(path);
    onTestFinished(() => database.close());
    const asked: Statement[] = [];
    run(database, readMonths(), asked);
    run(database, readMonth('2026-04', 0, 10), asked);
    const plans = asked.flatMap(({ sql, values }) => database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values));
    const search = 'SEARCH articles USING COVERING INDEX articles_by_month (published_at';
    expect(plans.length).toBeGreaterThan(3);
    expect(plans.map(({ detail }) => String(detail)).filter((plan) => !plan.startsWith(search))).toEqual([]);
  });
});
