import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { invariant } from '@westgate/base';
import { SCHEMA_HASH } from './schema-files.ts';
import { migrate } from './sql/migrate.ts';
import { type EmbeddedDatabase, openPGlite } from './sql/pglite.ts';

/** The packed empty database and, beside it, the hash of the schema it was made from. Written by `make-template.ts` at build time. */
export const TEMPLATE = {
  archive: fileURLToPath(new URL('../template.tar.gz', import.meta.url)),
  schemaHash: fileURLToPath(new URL('../template.sha256', import.meta.url)),
};

/** An empty database with the whole schema, in `folder` or in memory. From the template when it fits the schema files, else from scratch (slower). */
export async function createDatabase(folder: string | null): Promise<EmbeddedDatabase> {
  const template = readTemplate();
  const database = await openPGlite(folder, template);
  if (!template) await migrate(database);
  return database;
}

/** The database in `folder`, brought to the newest schema. Throws when it will not open or was made by other schema files. */
export async function openDatabase(folder: string): Promise<EmbeddedDatabase> {
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

function readTemplate(): Blob | null {
  if (!existsSync(TEMPLATE.archive) || !existsSync(TEMPLATE.schemaHash)) return null;
  if (readFileSync(TEMPLATE.schemaHash, 'utf8') !== SCHEMA_HASH) return null;
  return new Blob([readFileSync(TEMPLATE.archive)]);
}
