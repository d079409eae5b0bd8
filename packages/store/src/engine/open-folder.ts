import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DatabaseFiles,
  databaseFiles,
  databaseHeld,
  databaseOwners,
  finishedBy,
  type HeldDatabase,
  isUnfinished,
  markClosed,
  markOpen,
  markUnfinished,
  whyNotTrusted,
} from '../disk/boot.ts';
import { isDiskFault, messageOf } from '../disk/disk-fault.ts';
import { makeFolder } from '../disk/files.ts';
import { type Damage, DamagedError } from '../journal/damage.ts';
import type { Journal } from '../journal/journal.ts';
import { openCopy, openStoredCopy } from '../mend/stored-copy.ts';
import { readHead } from '../rows/deeds.ts';
import { replay } from '../rows/replay.ts';
import { loadSnapshot } from '../snapshots/load-snapshot.ts';
import { newestSnapshot } from '../snapshots/make-snapshot.ts';
import { createDatabase, openDatabase } from '../sql/database.ts';
import type { Database } from '../sql/port.ts';
import { sampleFault } from './compare-deeds.ts';
import type { FolderPlace } from './engine.ts';

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
  const isThere = existsSync(files.pg);
  const doubt = isThere ? whyNotTrusted(files) : null;
  if (!isThere || doubt !== null) {
    const isRead = await requireNotAhead(files, journal, notes);
    if (doubt !== null) notes.push(`${doubt}; it was made anew from the journal.`);
    return rebuilt(files, journal, notes, !isRead);
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
    await requireNotAhead(files, journal, notes);
    return remakeInFolder(files, journal, notes, `The database did not fit the journal (${messageOf(error)})`);
  }
}

/** A database that may not be trusted may still hold deeds that the journal has lost. False where it cannot be read at all. */
async function requireNotAhead(files: DatabaseFiles, journal: Journal, notes: string[]): Promise<boolean> {
  const held = databaseHeld(files);
  if (!held) return true;
  const copy = await openStoredCopy(files);
  await copy?.close();
  if (copy && copy.last > journal.head.seq) throw aheadError(copy.last, journal.head.seq);
  if (!copy && held.owner !== files.owner) notes.push('The database of the owner before could not be read; it is kept.');
  return copy !== null;
}

/** `database` where a sample of its deeds is what the journal says; else one made anew. */
async function checkedBySample(files: DatabaseFiles, database: Database, journal: Journal, notes: string[]): Promise<Database> {
  const fault = await sampleFault(journal, database);
  if (fault === null) return database;
  await closeQuietly(database);
  return remakeInFolder(files, journal, notes, fault.slice(0, -1));
}

/** Makes another database of a folder and sets the one before aside, however it is. `cause`: what is wrong with it, as the beginning of a sentence. */
export function remakeInFolder(files: DatabaseFiles, journal: Journal, notes: string[], cause: string): Promise<Database> {
  notes.push(`${cause}; it was set aside and made anew.`);
  return rebuilt(files, journal, notes, true);
}

/**
 * A database made anew in the folder, from the newest good snapshot and the deeds after it. What stood there is left when all of them are in the
 * new one: where a batch turns out to be damaged, it may be the only proof of a deed. `isKept`: it is then set aside.
 */
async function rebuilt(files: DatabaseFiles, journal: Journal, notes: string[], isKept: boolean): Promise<Database> {
  if (existsSync(files.pg) && !isUnfinished(files)) {
    rmSync(files.before, { recursive: true, force: true });
    renameSync(files.pg, files.before);
  }
  markUnfinished(files);
  rmSync(files.pg, { recursive: true, force: true });
  makeFolder(files.pg);
  const database = await createDatabase(files.pg);
  await beginFromSnapshot(database, files.dataDir, journal, notes);
  await replayed(database, journal);
  markOpen(files);
  if (isKept && existsSync(files.before)) setAside(files.dataDir, files.before);
  rmSync(files.before, { recursive: true, force: true });
  return database;
}

/** Keeps a database under a name that nobody reads. Gives the name. */
function setAside(dataDir: string, pg: string): string {
  const name = `pg.aside-${new Date().toISOString().replaceAll(':', '')}`;
  renameSync(pg, join(dataDir, name));
  return name;
}

/**
 * Removes the databases of the owners before this one, and what its own was before it was made anew. One that cannot be read, or whose last deed is
 * not that of the journal, is set aside. To be called when none of those owners can be there any more.
 */
export async function leaveFormerDatabases(files: DatabaseFiles, journal: Journal, { notes }: Said): Promise<void> {
  try {
    for (const owner of databaseOwners(files.dataDir).filter((each) => each < files.owner)) {
      await leaveFormer(databaseFiles(files.dataDir, owner), journal, notes);
    }
  } catch (error) {
    notes.push(`A database of a former owner stays until the next start: ${messageOf(error)}.`);
  }
  rmSync(files.before, { recursive: true, force: true });
}

async function leaveFormer(former: DatabaseFiles, journal: Journal, notes: string[]): Promise<void> {
  const held = finishedBy(former);
  if (held && !(await isInJournal(former.dataDir, held, journal))) {
    const name = setAside(former.dataDir, held.pg);
    notes.push(`The database of a former owner could not be read, or holds what the journal does not; it was set aside as ${name}.`);
  }
  for (const path of [former.pg, former.before, former.boot]) rmSync(path, { recursive: true, force: true });
}

async function isInJournal(dataDir: string, held: HeldDatabase, journal: Journal): Promise<boolean> {
  const copy = await openCopy(dataDir, held);
  if (!copy) return false;
  try {
    const { seq, hash } = await readHead(copy.sql);
    return seq <= journal.head.seq && journal.hashAt(seq) === hash;
  } finally {
    await copy.close();
  }
}

/** Fills an empty database from the newest snapshot that can be used; without one it stays empty, and all deeds are replayed. */
async function beginFromSnapshot(database: Database, dataDir: string, journal: Journal, notes: string[]): Promise<void> {
  const snapshot = newestSnapshot(dataDir, journal, (note) => notes.push(note));
  if (!snapshot) return;
  try {
    await database.transaction((tx) => loadSnapshot(tx, journal, snapshot));
    await analysed(database);
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
    if ((await replay(database, journal, seq)) >= MANY_CHANGES) await analysed(database);
    return database;
  } catch (error) {
    await closeQuietly(database);
    throw error;
  }
}

/** So many rows that were written at once change what the database must know of its tables. */
export const MANY_CHANGES = 1000;

/** Has the database count what its tables hold: without that it goes through whole tables to find a row. It is no fault where it cannot. */
export async function analysed(database: Database): Promise<void> {
  try {
    await database.exec('analyze');
  } catch (error) {
    process.emitWarning(`The database was not analysed: ${messageOf(error)}`);
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

/** The files of the database that belongs to the owner of a folder. */
export function filesOf({ dataDir, hold }: FolderPlace): DatabaseFiles {
  return databaseFiles(dataDir, hold?.databaseOf ?? 0);
}
