import { invariant, WestgateError } from '@westgate/base';
import { STORE_PERIODS } from '../limits/periods.ts';
import { lockChain } from '../sql/chain-lock.ts';
import { refusalOf } from '../sql/database-error.ts';
import type { Database, Sql } from '../sql/port.ts';
import { isAhead, seqsAhead } from './ahead.ts';
import { findDeed, insertImages } from './deeds.ts';
import { writeReplayed } from './rows.ts';
import { asOneMoment } from './state.ts';
import { beginWriting } from './writing.ts';

/**
 * Writes the rows and images of the deeds that stand in packed form alone, within a transaction that holds the chain and was begun for writing. Throws
 * WG_JOURNAL_DAMAGED where the database does not take them: it was written to past the deeds.
 */
export async function catchUp(tx: Sql): Promise<void> {
  for (const seq of await seqsAhead(tx)) {
    const deed = await findDeed(tx, seq);
    invariant(deed, `deed ${seq} is there`);
    try {
      await writeReplayed(tx, deed.changes);
      await insertImages(tx, [deed]);
      await tx.exec('set constraints all immediate; set constraints all deferred');
    } catch (error) {
      if (refusalOf(error) === error && error instanceof WestgateError) throw error;
      throw untakenError(seq, error);
    }
    await tx.query('delete from deed_ahead where seq = $1', [seq]);
  }
}

/** The same in a transaction of its own, where there are such deeds. */
export async function writeAhead(database: Database): Promise<void> {
  if (!(await isAhead(database))) return;
  await database.transaction(async (tx) => {
    await beginWriting(tx, 'rows of deeds');
    await lockChain(tx);
    await catchUp(tx);
  }, STORE_PERIODS.deedStatementMs);
}

/** Lets `read` see a server's database at one moment at which rows and images of all its deeds are written. */
export async function atRest<T>(database: Database, read: (tx: Sql) => Promise<T>, statementMs?: number): Promise<T> {
  for (;;) {
    await writeAhead(database);
    // Another process may have added a deed since.
    const done = await asOneMoment(database, async (tx) => ((await isAhead(tx)) ? null : { value: await read(tx) }), statementMs);
    if (done) return done.value;
  }
}

function untakenError(seq: number, cause: unknown): WestgateError {
  const said = cause instanceof Error ? cause.message : String(cause);
  const message =
    `Deed ${seq} stands in the journal, but the database does not take its rows (${said}): it was written to past the deeds. ` +
    'Nothing more is written. Run westgate verify, and restore a backup.';
  return new WestgateError('WG_JOURNAL_DAMAGED', message, { seq });
}
