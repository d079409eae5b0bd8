import { WestgateError } from '@westgate/base';
import { SCHEMA_VERSION } from '../journal/journal-line.ts';
import { lockChain } from './chain-lock.ts';
import type { Database, Sql } from './port.ts';
import { type SchemaFile, schemaFiles } from './schema-files.ts';

/**
 * Runs the schema files that `database` has not had yet, each in its own transaction; of several processes that begin at once one does it.
 * Throws WG_FOLDER_NEWER where a newer Westgate made the database, or one with another file under the same number.
 */
export async function migrate(database: Database): Promise<void> {
  const files = schemaFiles();
  const applied = await appliedTo(database);
  if (applied.length > SCHEMA_VERSION) {
    const message = `Expected a database of schema ${SCHEMA_VERSION} or older, found one of schema ${applied.length}.`;
    throw new WestgateError('WG_FOLDER_NEWER', message, { schema: applied.length, known: SCHEMA_VERSION });
  }
  for (const [index, { file, sha256 }] of files.entries()) {
    const before = applied[index];
    if (before === undefined || before === sha256) continue;
    const message = `Expected a database made with ${file} as this Westgate has it; this one was made with another. Start the Westgate that made it.`;
    throw new WestgateError('WG_FOLDER_NEWER', message, { schema: index + 1, known: SCHEMA_VERSION });
  }
  for (const [index, schemaFile] of files.entries()) {
    if (index >= applied.length) await database.transaction((tx) => apply(tx, schemaFile, index));
  }
}

async function apply(tx: Sql, { file, sql, sha256 }: SchemaFile, index: number): Promise<void> {
  await lockChain(tx);
  if ((await appliedTo(tx)).length > index) return;
  await tx.exec(sql);
  await tx.query('insert into schema_version values ($1, $2, $3)', [index + 1, file, sha256]);
}

/** Hashes of the schema files that the database has had, in order. */
async function appliedTo(sql: Sql): Promise<readonly string[]> {
  const { rows } = await sql.query<{ found: boolean }>("select to_regclass('public.schema_version') is not null as found");
  if (!rows[0]?.found) return [];
  const applied = await sql.query<{ sha256: string }>('select sha256 from schema_version order by version');
  return applied.rows.map(({ sha256 }) => sha256);
}
