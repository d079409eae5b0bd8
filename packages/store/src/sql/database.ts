import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { invariant } from '@westgate/base';
import { migrate } from './migrate.ts';
import { openPGlite } from './pglite.ts';
import type { Database } from './port.ts';
import { SCHEMA_HASH } from './schema-files.ts';

/** The folder of an empty database and, beside it, the hash of the schema it was made from. Written by `make-template.ts` at build time. */
export const TEMPLATE = {
  folder: fileURLToPath(new URL('../../template', import.meta.url)),
  schemaHash: fileURLToPath(new URL('../../template.sha256', import.meta.url)),
};

/** An empty database with the whole schema, in `folder` or in memory. A copy of the template when it fits the schema files, else from scratch (slower). */
export async function createDatabase(folder: string | null): Promise<Database> {
  const template = templateFolder();
  const database = await openPGlite(folder, template);
  if (!template) await migrate(database);
  return database;
}

/** The database in `folder`, brought to the newest schema. Throws when it will not open or was made by other schema files. */
export async function openDatabase(folder: string): Promise<Database> {
  invariant(existsSync(`${folder}/PG_VERSION`), `there is a database in ${folder}`);
  const database = await openPGlite(folder);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

function templateFolder(): string | null {
  if (!existsSync(TEMPLATE.folder) || !existsSync(TEMPLATE.schemaHash)) return null;
  return readFileSync(TEMPLATE.schemaHash, 'utf8') === SCHEMA_HASH ? TEMPLATE.folder : null;
}

/** Whether a database still answers. */
export async function isAlive(database: Database): Promise<boolean> {
  try {
    await database.query('select 1');
    return true;
  } catch {
    return false;
  }
}
