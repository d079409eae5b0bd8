import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseFiles, databaseHeld, type HeldDatabase } from '../disk/boot.ts';
import { codeOf, isDiskFault, messageOf } from '../disk/disk-fault.ts';
import type { Deed } from '../journal/deed.ts';
import { readHead, readStoredAfter } from '../rows/deeds.ts';
import { migrate } from '../sql/migrate.ts';
import { openPGlite } from '../sql/pglite.ts';
import type { Database, Sql } from '../sql/port.ts';

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

/** How often a database is copied that may be written to meanwhile. */
const TRIES = 3;

/**
 * Opens a copy of the database of a folder: opening a database writes to it. Null where there is none, or where it does not open. Throws what
 * the disk says where no copy can be made: what a database holds is then not known, and not nothing.
 */
export async function openStoredCopy(files: DatabaseFiles): Promise<StoredCopy | null> {
  const held = databaseHeld(files);
  // A former owner may wake and write to its own: a copy of that fits together at one time, and not at another.
  const tries = held?.owner === files.owner ? 1 : TRIES;
  for (let tried = 0; held && tried < tries; tried++) {
    const copy = await openCopy(files.dataDir, held);
    if (copy) return copy;
  }
  return null;
}

/** Opens a copy of that database of a folder, as {@link openStoredCopy} does. */
export async function openCopy(dataDir: string, { pg }: HeldDatabase): Promise<StoredCopy | null> {
  const folder = join(dataDir, COPY);
  rmSync(folder, { recursive: true, force: true });
  if (!existsSync(join(pg, 'PG_VERSION'))) return null;
  let isCopied = false;
  try {
    cpSync(pg, folder, { recursive: true });
    isCopied = true;
    return await openedAt(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (isDiskFault(error) || !(isCopied || codeOf(error) === 'ENOENT')) throw error;
    process.emitWarning(`The deeds in the database could not be read: ${messageOf(error)}`);
    return null;
  }
}

async function openedAt(folder: string): Promise<StoredCopy> {
  const database = await openPGlite(folder);
  try {
    await broughtUp(database);
    return storedIn(folder, database, (await readHead(database)).seq);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** One of another schema that cannot be brought to this one is read as it is: the deeds are where they always were. */
async function broughtUp(database: Database): Promise<void> {
  try {
    await migrate(database);
  } catch (error) {
    if (isDiskFault(error)) throw error;
    process.emitWarning(`The deeds in the database are read by another schema: ${messageOf(error)}`);
  }
}

function storedIn(folder: string, database: Database, last: number): StoredCopy {
  return {
    sql: database,
    last,
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
