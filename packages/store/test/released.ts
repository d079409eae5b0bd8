import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const FOLDER = fileURLToPath(new URL('../../test/fixtures/released/', import.meta.url));
const SCHEMA = fileURLToPath(new URL('../../schema/', import.meta.url));

/** What a version said of the data folder it left. */
export interface Release {
  readonly version: string;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
}

/** The versions whose data folders are kept. */
export const RELEASED: readonly string[] = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What was said of the data folder when `version` was released. */
export function expectedOf(version: string): Release {
  return JSON.parse(readFileSync(join(FOLDER, version, 'expected.json'), 'utf8')) as Release;
}

/** Puts the data folder of `version` into `dir`, without a database. */
export function copyRelease(version: string, dir: string): void {
  cpSync(join(FOLDER, version, 'data'), dir, { recursive: true });
}

/**
 * Makes the database that schema 1 had for the journal in `dir`: from the first schema file alone, each row and deed written as it stands
 * in the journal, so that no code of today has a hand in it.
 */
export async function makeFirstDatabase(dir: string): Promise<void> {
  mkdirSync(join(dir, 'pg'));
  const database = await PGlite.create({ dataDir: join(dir, 'pg') });
  const file = '001-register.sql';
  await database.exec(readFileSync(join(SCHEMA, file), 'utf8'));
  await database.query("insert into schema_version values (1, $1, encode(sha256(convert_to($2, 'UTF8')), 'hex'))", [
    file,
    readFileSync(join(SCHEMA, file), 'utf8'),
  ]);
  const lines = readFileSync(join(dir, 'journal', '000001.ndjson'), 'utf8')
    .trimEnd()
    .split('\n');
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1]?.slice(0, 64) ?? '0'.repeat(64);
    await database.transaction(async (tx) => {
      await tx.exec("select set_config('westgate.deed', 'released', true)");
      await tx.query(DEED, [line.slice(65), previous, line.slice(0, 64)]);
      await tx.query(CHANGES, [line.slice(65)]);
      const { rows } = await tx.query<{ readonly sql: string }>(ROW_WRITES, [line.slice(65)]);
      for (const { sql } of rows) await tx.exec(sql);
    });
  }
  await database.close();
}

const DEED = `
  insert into deed
  select (d->>'seq')::bigint, (d->>'at')::timestamptz, d->>'who', d->>'verb', d->>'reason', d->>'idem', (d->>'undoes')::bigint,
         jsonb_array_length(d->'changes'), $2, $3
  from (select $1::jsonb) given (d)`;

const CHANGES = `
  insert into deed_change
  select (d->>'seq')::bigint, position, change->>'table', change->>'key', nullif(change->'before', 'null'), nullif(change->'after', 'null')
  from (select $1::jsonb) given (d), jsonb_array_elements(d->'changes') with ordinality as changed (change, position)`;

/** One statement for each change: the row of before is taken out by what all its columns say, the row of after is put in. */
const ROW_WRITES = `
  select case
    when change->'before' = 'null' then format(
      'insert into %1$I (%2$s) select %2$s from jsonb_populate_record(null::%1$I, %3$L)', change->>'table', columns, change->'after')
    when change->'after' = 'null' then format(
      'delete from %1$I t using jsonb_populate_record(null::%1$I, %3$L) g where (%4$s) is not distinct from (%5$s)',
      change->>'table', columns, change->'before', prefixed_t, prefixed_g)
    else format(
      'update %1$I t set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$I, %6$L))
       from jsonb_populate_record(null::%1$I, %3$L) g where (%4$s) is not distinct from (%5$s)',
      change->>'table', columns, change->'before', prefixed_t, prefixed_g, change->'after')
  end as sql
  from (select $1::jsonb) given (d), jsonb_array_elements(d->'changes') with ordinality as changed (change, position),
  lateral (
    select string_agg(quote_ident(column_name), ', ') as columns,
           string_agg('t.' || quote_ident(column_name), ', ') as prefixed_t,
           string_agg('g.' || quote_ident(column_name), ', ') as prefixed_g
    from information_schema.columns
    where table_name = change->>'table' and column_name not in ('district_id', 'ord')
  ) named
  order by position`;
