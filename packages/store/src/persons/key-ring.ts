import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant, WestgateError } from '@westgate/base';
import { destroyFile, makeFolder, writeFileSafely } from '../disk/files.ts';
import type { Sql } from '../sql/port.ts';
import type { PersonKey } from './seal-name.ts';

/** Where the keys of persons lie: outside the journal and outside the deeds, so that one can be destroyed while the chain stays whole. */
export interface KeyRing {
  all(): Promise<readonly PersonKey[]>;
  /** Keeps a new key; it is on the disk when this returns. */
  add(key: PersonKey): Promise<void>;
  /** Destroys a key for good, and what lies in the personal record with it. Nothing happens where there is none. */
  destroy(id: string): Promise<void>;
  /** What lies in the personal records, sealed, by person; of a table only what was filled after the filling of this number. */
  personalRecords(after?: number): Promise<ReadonlyMap<string, string>>;
  /** What lies in a person's personal record, sealed; null for nothing. */
  personalRecord(id: string): Promise<string | null>;
  /**
   * Puts `sealed` into a person's personal record in place of `before` (null: nothing); it is on the disk when this returns. False, and nothing is done,
   * where something else lies there by now: what is sealed is never the same text twice.
   */
  fill(id: string, sealed: string, before: string | null): Promise<boolean>;
  /** The personal records lie in the table `person_drawer`, which other processes fill as well. */
  readonly isTable: boolean;
}

const FOLDER = 'keys';
const FILE = /^(p-[0-9a-f]{16})\.json$/;
const PERSONAL_RECORD = /^(p-[0-9a-f]{16})\.drawer$/;

/**
 * The keys in `<dataDir>/keys`, one file each, readable by the owner alone. The folder is made with the first key. `confirm` may throw just
 * before a file takes its place.
 */
export function folderKeyRing(dataDir: string, confirm: () => void = () => undefined): KeyRing {
  const folder = join(dataDir, FOLDER);
  const keys = new Map(readPersonKeys(dataDir).map((key) => [key.id, key]));
  const personalRecords = new Map(readPersonalRecords(dataDir));
  return {
    all: async () => [...keys.values()],
    async add(key) {
      try {
        makeKeyFolder(dataDir);
        writePersonKey(dataDir, key, confirm);
      } catch (error) {
        if (error instanceof WestgateError) throw error;
        const why = error instanceof Error ? error.message : String(error);
        throw new WestgateError('WG_READ_ONLY', `The key of a person who is new here could not be written (${why}); no deed was done.`);
      }
      keys.set(key.id, key);
    },
    async destroy(id) {
      destroyFile(join(folder, `${id}.json`));
      keys.delete(id);
      destroyFile(join(dataDir, personalRecordPath(id)));
      personalRecords.delete(id);
    },
    personalRecords: async () => personalRecords,
    personalRecord: async (id) => personalRecords.get(id) ?? null,
    async fill(id, sealed, before) {
      if ((personalRecords.get(id) ?? null) !== before) return false;
      try {
        writePersonalRecord(dataDir, id, sealed, confirm);
      } catch (error) {
        if (error instanceof WestgateError) throw error;
        const why = error instanceof Error ? error.message : String(error);
        throw new WestgateError('WG_READ_ONLY', `What belongs to a person could not be written (${why}); nothing was changed.`);
      }
      personalRecords.set(id, sealed);
      return true;
    },
    isTable: false,
  };
}

/** The keys of a folder that is only looked at: none is added or destroyed. */
export function lookingKeyRing(dataDir: string): KeyRing {
  const refuse = async (): Promise<never> => {
    throw new WestgateError('WG_READ_ONLY', 'The data folder was opened for looking only.');
  };
  return {
    all: async () => readPersonKeys(dataDir),
    personalRecords: async () => readPersonalRecords(dataDir),
    personalRecord: async (id) => readPersonalRecords(dataDir).get(id) ?? null,
    add: refuse,
    destroy: refuse,
    fill: refuse,
    isTable: false,
  };
}

/** Keys that last as long as the process. */
export function memoryKeyRing(): KeyRing {
  const keys = new Map<string, PersonKey>();
  const personalRecords = new Map<string, string>();
  return {
    all: async () => [...keys.values()],
    async add(key) {
      keys.set(key.id, key);
    },
    async destroy(id) {
      keys.delete(id);
      personalRecords.delete(id);
    },
    personalRecords: async () => personalRecords,
    personalRecord: async (id) => personalRecords.get(id) ?? null,
    async fill(id, sealed, before) {
      if ((personalRecords.get(id) ?? null) !== before) return false;
      personalRecords.set(id, sealed);
      return true;
    },
    isTable: false,
  };
}

/**
 * The keys in the table `person_key`. After a key is deleted its table is written anew, so that no dead row keeps it; the server's write-ahead
 * log and copies made by others may.
 */
export function sqlKeyRing(database: Sql): KeyRing {
  return {
    all: async () => (await database.query<PersonKey>('select id, key, name from person_key where district_id = 1 order by id')).rows,
    async add({ id, key, name }) {
      await database.query('insert into person_key (id, key, name) values ($1, $2, $3)', [id, key, name]);
    },
    async destroy(id) {
      const { affectedRows } = await database.query('delete from person_key where district_id = 1 and id = $1', [id]);
      if (affectedRows > 0) await database.exec('vacuum full person_key');
      await database.query('delete from person_drawer where district_id = 1 and id = $1', [id]);
    },
    async personalRecords(after = 0) {
      const statement = 'select id, sealed from person_drawer where district_id = 1 and ($1 = 0 or filling > $1)';
      const { rows } = await database.query<{ id: string; sealed: string }>(statement, [after]);
      return new Map(rows.map(({ id, sealed }) => [id, sealed]));
    },
    async personalRecord(id) {
      const statement = 'select sealed from person_drawer where district_id = 1 and id = $1';
      return (await database.query<{ sealed: string }>(statement, [id])).rows[0]?.sealed ?? null;
    },
    async fill(id, sealed, before) {
      const { affectedRows } =
        before === null
          ? await database.query('insert into person_drawer (id, sealed) values ($1, $2) on conflict do nothing', [id, sealed])
          : await database.query('update person_drawer set sealed = $2 where district_id = 1 and id = $1 and sealed = $3', [
              id,
              sealed,
              before,
            ]);
      return affectedRows > 0;
    },
    isTable: true,
  };
}

/** The keys in `<folder>/keys` by id; none where there is no such folder. Throws WG_INPUT_INVALID naming a file that cannot be read. */
export function readPersonKeys(dataDir: string): readonly PersonKey[] {
  const folder = join(dataDir, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => FILE.test(file))
    .sort()
    .map((file) => parseKey(file, readFileSync(join(folder, file), 'utf8')));
}

/** What lies in the personal records of `<folder>/keys`, sealed, by person; none where there is no such folder. */
export function readPersonalRecords(dataDir: string): ReadonlyMap<string, string> {
  const folder = join(dataDir, FOLDER);
  if (!existsSync(folder)) return new Map();
  const ids = readdirSync(folder).flatMap((file) => PERSONAL_RECORD.exec(file)?.[1] ?? []);
  return new Map(ids.sort().map((id) => [id, readFileSync(join(dataDir, personalRecordPath(id)), 'utf8').trim()]));
}

/** The file of a person's personal record, as seen from the data folder or from a backup. */
export function personalRecordPath(id: string): string {
  return `${FOLDER}/${id}.drawer`;
}

/** Writes a personal record into the key folder of `dataDir`. `confirm` may throw just before it takes its place. */
export function writePersonalRecord(dataDir: string, id: string, sealed: string, confirm?: () => void): void {
  writeFileSafely(join(dataDir, personalRecordPath(id)), `${sealed}\n`, confirm);
}

/** The file of a person's key, as seen from the data folder or from a backup. */
export function keyPath(id: string): string {
  return `${FOLDER}/${id}.json`;
}

/** Writes the file of `key` into the key folder of `dataDir`. `confirm` may throw just before it takes its place. */
export function writePersonKey(dataDir: string, key: PersonKey, confirm?: () => void): void {
  writeFileSafely(join(dataDir, keyPath(key.id)), keyText(key), confirm);
}

/** The bytes of a key's file: equal keys give equal bytes. */
function keyText({ id, key, name }: PersonKey): string {
  return `${JSON.stringify({ id, key, name })}\n`;
}

/** Makes the key folder of `dataDir` where it is missing, open to its owner alone. */
export function makeKeyFolder(dataDir: string): void {
  makeFolder(join(dataDir, FOLDER));
}

function parseKey(file: string, text: string): PersonKey {
  try {
    const { id, key, name } = JSON.parse(text) as PersonKey;
    invariant(`${id}.json` === file && Buffer.from(key, 'base64url').length === 32 && typeof name === 'string', 'the key is whole');
    return { id, key, name };
  } catch {
    const message = `Expected a person's key in ${FOLDER}/${file}, found something else. Take this file from a backup.`;
    throw new WestgateError('WG_INPUT_INVALID', message, { file: `${FOLDER}/${file}` });
  }
}
