import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InstantString } from '@westgate/base';
import { makeFolder, writeFileSafely } from '../disk/files.ts';
import { sqlOutbox } from '../outbox/sql-outbox.ts';
import { openPostgres } from '../sql/postgres.ts';

/** What an operator does so that an office can be had back: backups, and drills in which one is restored to see that it can be. */
type UpkeepKind = 'backup' | 'drill';

/** One backup or drill that ended well. */
export interface UpkeepDone {
  readonly at: InstantString;
  /** The last deed in it. */
  readonly seq: number;
  /** How long it took, in milliseconds. */
  readonly ms: number;
}

/** The last of each; null where none is known. */
export type Upkeep = Readonly<Record<UpkeepKind, UpkeepDone | null>>;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const FOLDER = 'upkeep';

/**
 * Notes what was done for a data folder, whoever has it open, or for the database at a URL. The note is no deed, and no backup carries it: what is
 * restored knows of none.
 */
export async function noteUpkeep(
  place: { readonly dataDir: string } | { readonly url: string },
  kind: UpkeepKind,
  done: UpkeepDone,
): Promise<void> {
  if ('url' in place) return noteInDatabase(place.url, kind, done);
  makeFolder(join(place.dataDir, FOLDER));
  writeFileSafely(join(place.dataDir, FOLDER, `${kind}.json`), `${JSON.stringify(done)}\n`);
}

async function noteInDatabase(url: string, kind: UpkeepKind, done: UpkeepDone): Promise<void> {
  const database = await openPostgres(url);
  try {
    const outbox = sqlOutbox(database);
    const held = (await outbox.notes()).get(nameOf(kind)) ?? null;
    // Where another ended at the same moment its note stands: it is as new.
    await outbox.put(nameOf(kind), held, JSON.stringify(done));
  } finally {
    await database.close();
  }
}

/** What was last done for a data folder. */
export function readUpkeep(dataDir: string): Upkeep {
  const read = (kind: UpkeepKind): UpkeepDone | null => {
    const path = join(dataDir, FOLDER, `${kind}.json`);
    return existsSync(path) ? parseDone(readFileSync(path, 'utf8')) : null;
  };
  return { backup: read('backup'), drill: read('drill') };
}

/** What was last done, from the notes beside the deeds of a database. */
export function upkeepIn(notes: ReadonlyMap<string, string>): Upkeep {
  const read = (kind: UpkeepKind): UpkeepDone | null => parseDone(notes.get(nameOf(kind)) ?? '');
  return { backup: read('backup'), drill: read('drill') };
}

function nameOf(kind: UpkeepKind): string {
  return `upkeep-${kind}`;
}

/** What cannot be read is not known. */
function parseDone(text: string): UpkeepDone | null {
  try {
    const { at, seq, ms } = JSON.parse(text) as Partial<UpkeepDone>;
    const isWhole = typeof at === 'string' && INSTANT.test(at) && typeof seq === 'number' && typeof ms === 'number';
    return isWhole ? { at, seq, ms } : null;
  } catch {
    return null;
  }
}
