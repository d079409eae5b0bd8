// Packs an empty database with the whole schema into dist/template.tar.gz, so that a first start need not make one. Run by the build.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createDatabase, TEMPLATE } from './database.ts';
import { SCHEMA_HASH } from './schema-files.ts';

const isFresh =
  existsSync(TEMPLATE.archive) && existsSync(TEMPLATE.schemaHash) && readFileSync(TEMPLATE.schemaHash, 'utf8') === SCHEMA_HASH;

if (!isFresh) {
  rmSync(TEMPLATE.schemaHash, { force: true });
  const database = await createDatabase(null);
  const archive = await database.pack();
  await database.close();
  writeFileSync(TEMPLATE.archive, archive);
  writeFileSync(TEMPLATE.schemaHash, SCHEMA_HASH);
}
