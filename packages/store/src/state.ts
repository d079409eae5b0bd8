import type { State } from './deed.ts';
import { readHead } from './deeds.ts';
import { readRows } from './rows.ts';
import type { Database } from './sql/port.ts';

/** All rows and the deed they rest on, both from one moment even while others write. */
export async function readState(database: Database): Promise<State> {
  return database.transaction(async (tx) => {
    await tx.exec('set transaction isolation level repeatable read, read only');
    return { head: await readHead(tx), rows: await readRows(tx) };
  });
}
