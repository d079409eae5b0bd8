import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PGlite, type Transaction, types } from '@electric-sql/pglite';
import { invariant } from '@westgate/base';
import { SCHEMA_VERSION } from './journal-line.ts';
import { SCHEMA_HASH, schemaFiles } from './schema-files.ts';

export type Database = PGlite;
export type { Transaction };

/** The packed empty database and, beside it, the hash of the schema it was made from. Written by `make-template.ts` at build time. */
export const TEMPLATE = {
  archive: fileURLToPath(new URL('../template.tar.gz', import.meta.url)),
  schemaHash: fileURLToPath(new URL('../template.sha256', import.meta.url)),
};

/** What each SQL type becomes, said aloud because drivers differ. */
const PARSERS = {
  [types.INT8]: parseInt8,
  [types.DATE]: (text: string) => text,
  [types.TIMESTAMPTZ]: (text: string) => new Date(text).toISOString(),
  [types.JSONB]: (text: string) => JSON.parse(text),
  [types.NUMERIC]: (text: string) => {
    throw new Error(`no column of the store is numeric, got ${text}`);
  },
};

/** An empty database with the whole schema, in `folder` or in memory. From the template when it fits the schema files, else from scratch (slower). */
export async function createDatabase(folder: string | null): Promise<Database> {
  const template = readTemplate();
  const database = await PGlite.create({
    ...(folder === null ? {} : { dataDir: folder }),
    ...(template ? { loadDataDir: template } : {}),
    parsers: PARSERS,
  });
  if (!template) await migrate(database);
  return database;
}

/** The database in `folder`, brought to the newest schema. Throws when it will not open or was made by other schema files. */
export async function openDatabase(folder: string): Promise<Database> {
  invariant(existsSync(`${folder}/PG_VERSION`), `there is a database in ${folder}`);
  const database = await PGlite.create({ dataDir: folder, parsers: PARSERS });
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** Runs the schema files that `database` has not had yet, each in its own transaction. */
async function migrate(database: Database): Promise<void> {
  const { rows } = await database.query<{ found: boolean }>("select to_regclass('schema_version') is not null as found");
  const applied = rows[0]?.found
    ? await database.query<{ sha256: string }>('select sha256 from schema_version order by version')
    : { rows: [] };
  invariant(applied.rows.length <= SCHEMA_VERSION, `the database has schema ${applied.rows.length}, this program knows ${SCHEMA_VERSION}`);
  for (const [index, { file, sql, sha256 }] of schemaFiles().entries()) {
    const before = applied.rows[index];
    invariant(!before || before.sha256 === sha256, `${file} is the file the database was made with`);
    if (before) continue;
    await database.transaction(async (tx) => {
      await tx.exec(sql);
      await tx.query('insert into schema_version values ($1, $2, $3)', [index + 1, file, sha256]);
    });
  }
}

function readTemplate(): Blob | null {
  if (!existsSync(TEMPLATE.archive) || !existsSync(TEMPLATE.schemaHash)) return null;
  if (readFileSync(TEMPLATE.schemaHash, 'utf8') !== SCHEMA_HASH) return null;
  return new Blob([readFileSync(TEMPLATE.archive)]);
}

function parseInt8(text: string): number {
  const value = Number(text);
  invariant(Number.isSafeInteger(value), `${text} lies within 2^53`);
  return value;
}
