import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { WestgateError } from '@westgate/base';
import { makeFolder } from '../disk/files.ts';
import { DamagedError } from '../journal/damage.ts';
import type { Deed } from '../journal/deed.ts';
import { type Journal, openJournal } from '../journal/journal.ts';
import { storedDeeds } from '../rows/deeds.ts';
import { asOneMoment } from '../rows/state.ts';
import { openPostgres } from '../sql/postgres.ts';
import { type WrittenDeeds, writeStoredDeeds } from './write-stored-deeds.ts';

/** A large database may take any time to read. */
const NO_LIMIT = 0;

/**
 * Writes the journal of a data folder, or of the database at `url`, into the empty folder `dir`: its lines and batches and nothing else, for
 * somebody who checks them with tools/verify-journal.mjs. A running Westgate need not stop. Throws WG_NOT_EMPTY where `dir` holds something.
 */
export async function exportJournal(source: { readonly dataDir: string } | { readonly url: string }, dir: string): Promise<WrittenDeeds> {
  if (existsSync(dir) && readdirSync(dir).length > 0) {
    throw new WestgateError('WG_NOT_EMPTY', `expected an empty folder, found files in ${resolve(dir)}`, { folder: dir });
  }
  makeFolder(dir);
  return 'url' in source ? exportFromServer(source.url, dir) : exportFromFolder(source.dataDir, dir);
}

async function exportFromServer(url: string, dir: string): Promise<WrittenDeeds> {
  const database = await openPostgres(url);
  try {
    return await asOneMoment(database, (tx) => writeStoredDeeds(storedDeeds(tx), dir), NO_LIMIT);
  } finally {
    await database.close();
  }
}

async function exportFromFolder(dataDir: string, dir: string): Promise<WrittenDeeds> {
  const { journal, damage } = openJournal(dataDir, { untouched: true });
  try {
    if (damage) throw new DamagedError(damage);
    return await writeStoredDeeds(deedsOf(journal), dir);
  } finally {
    journal.close();
  }
}

function* deedsOf(journal: Journal): Generator<Deed> {
  for (let seq = 1; seq <= journal.head.seq; seq++) yield journal.read(seq);
}
