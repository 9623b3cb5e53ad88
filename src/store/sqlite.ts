import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { MIGRATIONS } from './migrations.ts';
import type { Operation, Row } from './operation.ts';

/** How long a writer waits for another program that holds the file. */
const BUSY_TIMEOUT_MS = 5_000;

/** An open SQLite database that runs operations, each to its end without a pause. */
export class SqliteDatabase {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  /** Opens or makes the file and brings its schema up to date; `:memory:` keeps nothing. */
  constructor(path: string) {
    this.#database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;');
    this.#migrate();
  }

  /** Runs an operation that only reads. */
  read<Result>(operation: Operation<Result>): Result {
    return this.#run(operation);
  }

  /** Runs an operation in a transaction: all of it happens, or, when it throws, nothing. */
  write<Result>(operation: Operation<Result>): Result {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = this.#run(operation);
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  #run<Result>(operation: Operation<Result>): Result {
    let step = operation.next();
    while (!step.done) {
      const { sql, values } = step.value;
      step = operation.next(this.#prepare(sql).all(...values) satisfies readonly Row[]);
    }
    return step.value;
  }

  #prepare(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    // Algebra has as many texts as it has shapes; the cache must not grow with what clients think up.
    if (this.#prepared.size >= 256) this.#prepared.clear();
    this.#prepared.set(sql, statement);
    return statement;
  }

  #migrate(): void {
    const version = Number(this.#database.prepare('PRAGMA user_version').get()?.user_version);
    if (version > MIGRATIONS.length) {
      throw new Error(`it was written by a newer Tagwire (schema ${version}, this one knows ${MIGRATIONS.length})`);
    }
    for (const [index, migration] of MIGRATIONS.entries()) {
      if (index < version) continue;
      this.#database.exec(`BEGIN; ${migration}; PRAGMA user_version = ${index + 1}; COMMIT;`);
    }
  }
}
