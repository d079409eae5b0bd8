import { invariant } from '@westgate/base';
import { SCHEMA_VERSION } from '../journal-line.ts';
import { schemaFiles } from '../schema-files.ts';
import type { Database } from './port.ts';

/** Runs the schema files that `database` has not had yet, each in its own transaction. Throws where it was made by other files. */
export async function migrate(database: Database): Promise<void> {
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
