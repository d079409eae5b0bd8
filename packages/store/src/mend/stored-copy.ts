import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseFiles, databaseHeld } from '../boot.ts';
import { openDatabase } from '../database.ts';
import type { Deed } from '../deed.ts';
import { readHead, readStoredAfter } from '../deeds.ts';
import { isDiskFault, messageOf } from '../disk-fault.ts';
import type { Sql } from '../sql/port.ts';

/** What the database of a data folder holds of the deeds, read without a byte of it being written. */
export interface StoredCopy {
  /** The number of the last deed it holds. */
  readonly last: number;
  /** The deed `seq` as it stands there, nothing proven yet; null where it is not there or cannot be read. */
  deed(seq: number): Promise<Deed | null>;
  /** The copy itself. */
  readonly sql: Sql;
  close(): Promise<void>;
}

/** Beside `pg/`, where there is room for it, and nobody else reads. */
const COPY = 'pg.looked-at';

/**
 * Opens a copy of the database of a folder: opening a database writes to it. Null where there is none, or where it does not open. Throws what
 * the disk says where no copy can be made: what a database holds is then not known, and not nothing.
 */
export async function openStoredCopy(files: DatabaseFiles): Promise<StoredCopy | null> {
  const folder = join(files.dataDir, COPY);
  rmSync(folder, { recursive: true, force: true });
  const pg = databaseHeld(files)?.pg;
  if (pg === undefined || !existsSync(join(pg, 'PG_VERSION'))) return null;
  try {
    cpSync(pg, folder, { recursive: true });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  try {
    return await openedAt(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (isDiskFault(error)) throw error;
    process.emitWarning(`The deeds in the database could not be read: ${messageOf(error)}`);
    return null;
  }
}

async function openedAt(folder: string): Promise<StoredCopy> {
  const database = await openDatabase(folder);
  return {
    sql: database,
    last: (await readHead(database)).seq,
    async deed(seq) {
      try {
        const [found] = await readStoredAfter(database, seq - 1, 1);
        return found?.seq === seq ? found : null;
      } catch (error) {
        process.emitWarning(`Deed ${seq} could not be read from the database: ${messageOf(error)}`);
        return null;
      }
    },
    async close() {
      try {
        await database.close();
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
