/** What a database column can hold here. Times are milliseconds, truth values 0 or 1, records JSON text. */
export type Value = string | number | null;
export type Row = Readonly<Record<string, unknown>>;

/** One SQL statement with its values, in the order of its `?`. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly Value[];
}

/**
 * A whole piece of work on the database, written once and run by any: it hands out statements and is handed their rows.
 * An embedded database runs it to its end without a pause; one across a network awaits each statement.
 */
export type Operation<Result> = Generator<Statement, Result, readonly Row[]>;

/** Runs one statement inside an operation and answers its rows; none for a statement that only writes. */
export function* query(sql: string, ...values: readonly Value[]): Operation<readonly Row[]> {
  return yield { sql, values };
}

/** Runs one statement that answers one row at the most. */
export function* queryOne(sql: string, ...values: readonly Value[]): Operation<Row | undefined> {
  const [row] = yield { sql, values };
  return row;
}

/** `?, ?, ?` for a list of values. */
export const placeholders = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

const broken = (column: string, value: unknown): Error =>
  new Error(`The database holds ${JSON.stringify(value)} in column ${column}; delete it, and it is built anew`);

/** Reads a text column. Throws when it holds anything else: then the database is not ours. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw broken(column, value);
  return value;
}

export const optionalTextOf = (row: Row, column: string): string | undefined =>
  row[column] === null ? undefined : textOf(row, column);

/** Reads a number column. Throws when it holds anything else. */
export function numberOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw broken(column, value);
  return value;
}
