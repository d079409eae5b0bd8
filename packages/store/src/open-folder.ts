import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { WestgateError } from '@westgate/base';
import { type DatabaseFiles, markClosed, markOpen, markUnfinished, whyNotTrusted } from './boot.ts';
import { type Damage, DamagedError } from './damage.ts';
import { createDatabase, openDatabase } from './database.ts';
import { readHead } from './deeds.ts';
import { isDiskFault, messageOf } from './disk-fault.ts';
import { makeFolder } from './files.ts';
import type { Journal } from './journal.ts';
import { replay } from './replay.ts';
import { loadSnapshot } from './snapshots/load-snapshot.ts';
import { newestSnapshot } from './snapshots/make-snapshot.ts';
import type { Database } from './sql/port.ts';

/** What was found at the opening. `losses`: deeds once acknowledged that the journal no longer holds; verify reports them. */
export interface Said {
  readonly notes: string[];
  readonly losses: string[];
}

/**
 * The database of a data folder at the head of the journal. Throws WG_JOURNAL_DAMAGED, and touches nothing, where the database holds deeds
 * and the journal none: to go on would begin an empty district over a full one. Throws it, too, where a batch to be replayed is damaged.
 */
export async function openInFolder(files: DatabaseFiles, journal: Journal, { notes, losses }: Said): Promise<Database> {
  if (existsSync(files.pg)) {
    const doubt = whyNotTrusted(files);
    if (doubt === null) {
      try {
        markOpen(files);
        return await replayed(await openDatabase(files.pg), journal);
      } catch (error) {
        if (error instanceof DamagedError || isDiskFault(error)) throw error;
        if (isAhead(error) && journal.head.seq === 0) {
          markClosed(files);
          throw error;
        }
        if (isAhead(error)) losses.push(messageOf(error));
        return remakeInFolder(files, journal, notes, `The database did not fit the journal (${messageOf(error)})`);
      }
    } else {
      notes.push(`${doubt}; it was made anew from the journal.`);
    }
  }
  return rebuilt(files, journal, notes);
}

/** Sets the database of a folder aside, however it is, and makes another. `cause`: what is wrong with it, as the beginning of a sentence. */
export function remakeInFolder(files: DatabaseFiles, journal: Journal, notes: string[], cause: string): Promise<Database> {
  renameSync(files.pg, join(files.dataDir, `pg.aside-${new Date().toISOString().replaceAll(':', '')}`));
  notes.push(`${cause}; it was set aside and made anew.`);
  return rebuilt(files, journal, notes);
}

/** A database made anew in the folder, from the newest good snapshot and the deeds after it. */
async function rebuilt(files: DatabaseFiles, journal: Journal, notes: string[]): Promise<Database> {
  markUnfinished(files);
  rmSync(files.pg, { recursive: true, force: true });
  makeFolder(files.pg);
  const database = await createDatabase(files.pg);
  await beginFromSnapshot(database, files.dataDir, journal, notes);
  await replayed(database, journal);
  markOpen(files);
  return database;
}

/** Fills an empty database from the newest snapshot that can be used; without one it stays empty, and all deeds are replayed. */
async function beginFromSnapshot(database: Database, dataDir: string, journal: Journal, notes: string[]): Promise<void> {
  const snapshot = newestSnapshot(dataDir, journal, (note) => notes.push(note));
  if (!snapshot) return;
  try {
    await database.transaction((tx) => loadSnapshot(tx, journal, snapshot));
  } catch (error) {
    if (error instanceof DamagedError || isDiskFault(error)) {
      await closeQuietly(database);
      throw error;
    }
    notes.push(`The snapshot of deed ${snapshot.manifest.seq} could not be used (${messageOf(error)}); every deed was replayed.`);
  }
}

/** `database`, closed when it cannot be brought to the head of the journal. */
export async function replayed(database: Database, journal: Journal): Promise<Database> {
  try {
    const { seq, hash } = await readHead(database);
    if (journal.hashAt(seq) !== hash) throw aheadError(seq, journal.head.seq);
    await replay(database, journal, seq);
    return database;
  } catch (error) {
    await closeQuietly(database);
    throw error;
  }
}

/** Closes a database that may be past closing: its files are made good, or anew, at the next opening. */
export async function closeQuietly(database: Database): Promise<void> {
  try {
    await database.close();
  } catch (error) {
    process.emitWarning(`The database was not closed: ${messageOf(error)}`);
  }
}

/**
 * A database in memory at the head of the journal, for reading where the one in the folder cannot be used. Where a line or batch turns out
 * to be damaged, the journal ends before it from then on.
 */
export async function standIn(journal: Journal): Promise<{ readonly database: Database; readonly damage: Damage | null }> {
  for (let damage: Damage | null = null; ; ) {
    try {
      return { database: await replayed(await createDatabase(null), journal), damage };
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      damage = error.damage;
      journal.endBefore(damage.seq);
    }
  }
}

function isAhead(error: unknown): boolean {
  return error instanceof WestgateError && error.code === 'WG_JOURNAL_DAMAGED' && 'database' in error.details;
}

function aheadError(seq: number, last: number): WestgateError {
  const found = last === 0 ? 'The journal holds no deed' : `The journal ends at deed ${last}`;
  const message = `${found}, but the database knows a deed ${seq} that is not in it. Restore the journal from a backup.`;
  return new WestgateError('WG_JOURNAL_DAMAGED', message, { database: seq, journal: last });
}
