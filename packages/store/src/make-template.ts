// Makes an empty database with the whole schema in dist/template, so that a first start need only copy it. Run by the build.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createDatabase, TEMPLATE } from './sql/database.ts';
import { SCHEMA_HASH } from './sql/schema-files.ts';

const isFresh = existsSync(TEMPLATE.folder) && existsSync(TEMPLATE.schemaHash) && readFileSync(TEMPLATE.schemaHash, 'utf8') === SCHEMA_HASH;

if (!isFresh) {
  rmSync(TEMPLATE.schemaHash, { force: true });
  rmSync(TEMPLATE.folder, { recursive: true, force: true });
  mkdirSync(TEMPLATE.folder);
  const database = await createDatabase(TEMPLATE.folder);
  // Nobody makes a second database beside this one, and what PostgreSQL would make it from is more than half of the files.
  for (const name of ['template0', 'template1']) {
    await database.query('update pg_database set datistemplate = false where datname = $1', [name]);
    await database.exec(`drop database ${name}`);
  }
  await database.exec('checkpoint');
  await database.close();
  writeFileSync(TEMPLATE.schemaHash, SCHEMA_HASH);
}
