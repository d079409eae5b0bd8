import type { State } from '../journal/deed.ts';
import type { Database, Sql } from '../sql/port.ts';
import { readHead } from './deeds.ts';
import { readRows } from './rows.ts';

/** All rows and the deed they rest on, both from one moment even while others write. */
export function readState(database: Database): Promise<State> {
  return asOneMoment(database, stateIn);
}

/** The same within a transaction that sees one moment. */
export async function stateIn(tx: Sql): Promise<State> {
  return { head: await readHead(tx), rows: await readRows(tx) };
}

/** Lets `read` see the database as it is at one moment, whatever others write meanwhile. */
export function asOneMoment<T>(database: Database, read: (tx: Sql) => Promise<T>, statementMs?: number): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.exec('set transaction isolation level repeatable read, read only');
    return read(tx);
  }, statementMs);
}
