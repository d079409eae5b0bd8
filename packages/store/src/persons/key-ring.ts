import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant, WestgateError } from '@westgate/base';
import { destroyFile, syncFolder, writeFileSafely } from '../files.ts';
import type { Sql } from '../sql/port.ts';
import type { PersonKey } from './seal-name.ts';

/** Where the keys of persons lie: outside the journal and outside the deeds, so that one can be destroyed while the chain stays whole. */
export interface KeyRing {
  all(): Promise<readonly PersonKey[]>;
  /** Keeps a new key; it is on the disk when this returns. */
  add(key: PersonKey): Promise<void>;
  /** Destroys a key for good. Nothing happens where there is none. */
  destroy(id: string): Promise<void>;
}

const FOLDER = 'keys';
const FILE = /^(p-[0-9a-f]{16})\.json$/;
const OWNER_ONLY = { file: 0o600, folder: 0o700 } as const;

/** The keys in `<dataDir>/keys`, one file each, readable by the owner alone. The folder is made with the first key. */
export function folderKeyRing(dataDir: string): KeyRing {
  const folder = join(dataDir, FOLDER);
  const keys = new Map(readPersonKeys(dataDir).map((key) => [key.id, key]));
  return {
    all: async () => [...keys.values()],
    async add(key) {
      try {
        makeKeyFolder(dataDir);
        writePersonKey(dataDir, key);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new WestgateError('WG_READ_ONLY', `The key of a person who is new here could not be written (${why}); no deed was done.`);
      }
      keys.set(key.id, key);
    },
    async destroy(id) {
      destroyFile(join(folder, `${id}.json`));
      keys.delete(id);
    },
  };
}

/** The keys of a folder that is only looked at: none is added or destroyed. */
export function lookingKeyRing(dataDir: string): KeyRing {
  const refuse = async (): Promise<void> => {
    throw new WestgateError('WG_READ_ONLY', 'The data folder was opened for looking only.');
  };
  return { all: async () => readPersonKeys(dataDir), add: refuse, destroy: refuse };
}

/** Keys that last as long as the process. */
export function memoryKeyRing(): KeyRing {
  const keys = new Map<string, PersonKey>();
  return {
    all: async () => [...keys.values()],
    async add(key) {
      keys.set(key.id, key);
    },
    async destroy(id) {
      keys.delete(id);
    },
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
    },
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

/** The file of a person's key, as seen from the data folder or from a backup. */
export function keyPath(id: string): string {
  return `${FOLDER}/${id}.json`;
}

/** Writes the file of `key` into the key folder of `dataDir`. */
export function writePersonKey(dataDir: string, key: PersonKey): void {
  writeFileSafely(join(dataDir, keyPath(key.id)), keyText(key), OWNER_ONLY.file);
}

/** The bytes of a key's file: equal keys give equal bytes. */
function keyText({ id, key, name }: PersonKey): string {
  return `${JSON.stringify({ id, key, name })}\n`;
}

/** Makes the key folder of `dataDir` where it is missing, open to its owner alone. */
export function makeKeyFolder(dataDir: string): void {
  const folder = join(dataDir, FOLDER);
  if (existsSync(folder)) return;
  mkdirSync(folder, { mode: OWNER_ONLY.folder });
  chmodSync(folder, OWNER_ONLY.folder);
  syncFolder(dataDir);
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
