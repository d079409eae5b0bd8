import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseFiles, databaseHeld, isUnfinished, markClosed, markOpen, markUnfinished, whyNotTrusted } from './boot.ts';
import { sampleFault } from './compare-deeds.ts';
import { type Damage, DamagedError } from './damage.ts';
import { createDatabase, openDatabase } from './database.ts';
import { readHead } from './deeds.ts';
import { isDiskFault, messageOf } from './disk-fault.ts';
import { makeFolder } from './files.ts';
import type { Journal } from './journal.ts';
import { openStoredCopy } from './mend/stored-copy.ts';
import { replay } from './replay.ts';
import { loadSnapshot } from './snapshots/load-snapshot.ts';
import { newestSnapshot } from './snapshots/make-snapshot.ts';
import type { Database } from './sql/port.ts';

/** What was found at the opening. */
export interface Said {
  readonly notes: string[];
}

/** The database knows deeds that the journal has not: it is left as it is until somebody chooses. */
export class AheadError extends Error {}

/**
 * The database of a data folder at the head of the journal. Throws {@link AheadError}, and touches nothing, where the database holds deeds
 * beyond the journal; WG_JOURNAL_DAMAGED where a batch to be replayed is damaged.
 */
export async function openInFolder(files: DatabaseFiles, journal: Journal, { notes }: Said): Promise<Database> {
  if (!existsSync(files.pg)) {
    const former = databaseHeld(files);
    if (former && !(await requireNotAhead(former, journal))) setAside(former);
    return rebuilt(files, journal, notes);
  }
  const doubt = whyNotTrusted(files);
  if (doubt !== null) {
    const isWhole = await requireNotAhead(files, journal);
    if (!isWhole) setAside(files);
    notes.push(`${doubt}; it was made anew from the journal.`);
    return rebuilt(files, journal, notes);
  }
  try {
    markOpen(files);
    return await checkedBySample(files, await replayed(await openDatabase(files.pg), journal), journal, notes);
  } catch (error) {
    if (error instanceof DamagedError || isDiskFault(error)) throw error;
    if (error instanceof AheadError) {
      markClosed(files);
      throw error;
    }
    return remakeInFolder(files, journal, notes, `The database did not fit the journal (${messageOf(error)})`);
  }
}

/**
 * A database that may not be trusted may still hold deeds that the journal has lost. False where it cannot be read at all; one that was
 * never finished was made from the journal and holds nothing else.
 */
async function requireNotAhead(files: DatabaseFiles, journal: Journal): Promise<boolean> {
  if (isUnfinished(files)) return true;
  const copy = await openStoredCopy(files);
  await copy?.close();
  if (copy && copy.last > journal.head.seq) throw aheadError(copy.last, journal.head.seq);
  return copy !== null;
}

/** `database` where a sample of its deeds is what the journal says; else one made anew. */
async function checkedBySample(files: DatabaseFiles, database: Database, journal: Journal, notes: string[]): Promise<Database> {
  const fault = await sampleFault(journal, database);
  if (fault === null) return database;
  await closeQuietly(database);
  return remakeInFolder(files, journal, notes, fault.slice(0, -1));
}

/** Sets the database of a folder aside, however it is, and makes another. `cause`: what is wrong with it, as the beginning of a sentence. */
export function remakeInFolder(files: DatabaseFiles, journal: Journal, notes: string[], cause: string): Promise<Database> {
  setAside(files);
  notes.push(`${cause}; it was set aside and made anew.`);
  return rebuilt(files, journal, notes);
}

function setAside({ dataDir, pg }: DatabaseFiles): void {
  renameSync(pg, join(dataDir, `pg.aside-${new Date().toISOString().replaceAll(':', '')}`));
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
    if (seq > journal.head.seq) throw aheadError(seq, journal.head.seq);
    if (journal.hashAt(seq) !== hash) throw new Error(`its deed ${seq} is not that of the journal`);
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

function aheadError(seq: number, last: number): AheadError {
  const found = last === 0 ? 'The journal holds no deed' : `The journal ends at deed ${last}`;
  return new AheadError(`${found}, but the database knows a deed ${seq}.`);
}
