import type { copyLine } from './copy-line.ts';

/** What a statement gave: its rows, and how many rows it wrote. */
interface Result<Row> {
  readonly rows: readonly Row[];
  readonly affectedRows: number;
}

/** Something that runs SQL: the database or one of its transactions. */
export interface Sql {
  /**
   * Runs one statement. What comes back is the same from every driver: int8 as a safe number, date as text, timestamptz as an instant in
   * UTC, jsonb parsed, text[] as an array; a numeric column is refused.
   */
  query<Row>(sql: string, params?: readonly Param[]): Promise<Result<Row>>;
  /** Appends rows to a table, `into`: its name and columns as SQL; each of `lines` is a row of {@link copyLine}. Gives how many rows were written. */
  copy(into: string, lines: readonly string[]): Promise<number>;
  /** Runs one or more statements without parameters, for what they do. */
  exec(sql: string): Promise<void>;
}

/** A value for `$1`, `$2` …: JSON and lists are given as text and cast in the statement. */
export type Param = string | number | boolean | null;

/** Statements that count together or not at all. */
export type Transaction = Sql;

/** A PostgreSQL database, embedded or on a server. All of the store but the drivers sees only this. */
export interface Database extends Sql {
  /**
   * Runs `work` in a transaction: committed when it returns, rolled back when it throws. On a server each of its statements may run for
   * `statementMs` (0: any time), where that is given, instead of the usual limit.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>, statementMs?: number): Promise<T>;
  close(): Promise<void>;
}
