import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { MIGRATIONS } from './migrations.ts';
import type { Operation, Row } from './operation.ts';

/** How long a writer waits for another program that holds the file. */
const BUSY_TIMEOUT_MS = 5_000;

/** An open SQLite database that runs operations, each to its end without a pause. */
export class SqliteDatabase {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  /**
   * Opens or makes the file and brings its schema up to date; `:memory:` keeps nothing. `onlyLook` changes nothing of a
   * file that another program may be using, and throws when its schema is of another version.
   */
  constructor(path: string, { onlyLook = false }: { readonly onlyLook?: boolean } = {}) {
    this.#database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, readOnly: onlyLook });
    try {
      if (onlyLook) {
        if (this.#version() < MIGRATIONS.length) throw new Error('it was written by an older Tagwire');
        return;
      }
      this.#database.exec(
        'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;',
      );
      this.#migrate();
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  /** Runs an operation that only reads: all its statements see the same state, whatever other programs write. */
  read<Result>(operation: Operation<Result>): Result {
    return this.#inTransaction('BEGIN', () => this.#run(operation));
  }

  /** Runs an operation in a transaction: all of it happens, or, when it throws, nothing. */
  write<Result>(operation: Operation<Result>): Result {
    return this.#inTransaction('BEGIN IMMEDIATE', () => this.#run(operation));
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  #inTransaction<Result>(begin: string, work: () => Result): Result {
    this.#prepare(begin).run();
    try {
      const result = work();
      this.#prepare('COMMIT').run();
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
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

  /** Each step asks for the version once more inside its transaction: another program may be doing the same. */
  #migrate(): void {
    while (this.#version() < MIGRATIONS.length) {
      this.#inTransaction('BEGIN IMMEDIATE', () => {
        const version = this.#version();
        const migration = MIGRATIONS[version];
        if (migration !== undefined) this.#database.exec(`${migration}; PRAGMA user_version = ${version + 1};`);
      });
    }
  }

  #version(): number {
    const version = Number(this.#database.prepare('PRAGMA user_version').get()?.user_version);
    if (version <= MIGRATIONS.length) return version;
    throw new Error(`it was written by a newer Tagwire (schema ${version}, this one knows ${MIGRATIONS.length})`);
  }
}
